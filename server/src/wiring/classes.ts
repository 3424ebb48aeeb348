/** Classes as a run knows them: their methods and what they start with. Must not know how a language writes them. */
import type { ClassObject, FunctionObject, ModuleObject, WrapperKind } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import { NOTHING, type Value } from '../engine/values.ts';
import type { Expression, FunctionNode } from '../ir/nodes.ts';
import { classValues, factsOf } from './facts.ts';

export interface Method {
  readonly name: string;
  readonly kind: 'method' | 'class' | 'static' | 'getter' | 'setter';
  readonly function: FunctionObject;
}

const METHODS = new WeakMap<Run, Map<ClassObject, readonly Method[]>>();

/** The methods that a class itself defines. */
export function methodsOf(run: Run, type: ClassObject): readonly Method[] {
  const known = METHODS.get(run) ?? new Map<ClassObject, readonly Method[]>();
  METHODS.set(run, known);
  const methods = known.get(type) ?? findMethods(run, type);
  known.set(type, methods);
  return methods;
}

function findMethods(run: Run, type: ClassObject): readonly Method[] {
  const methods = [...run.heap.slots(type.id)].flatMap(([name, { value }]) => membersIn(name, value));
  return [...methods, ...functionsOfObjects(run, type)].filter((method) => !method.function.isModel);
}

/** Functions that the constructor gives each object: `send = () => {}` in the class body. They know the object that they were made for. */
function functionsOfObjects(run: Run, type: ClassObject): readonly Method[] {
  const nodes = constructorsOf(run, type).flatMap((node) => functionsAssigned(node));
  if (nodes.length === 0) return [];
  const made = run.startupSteps.find(
    (step) =>
      step.kind === 'create' && step.object.kind === 'instance' && step.object.class.mro.includes(type),
  );
  if (made?.kind !== 'create') return [];
  const own = [...run.heap.slots(made.object.id)];
  return own.flatMap(([name, slot]) =>
    functionsIn(slot.value)
      .filter((fn) => nodes.includes(fn.node))
      .map((fn) => ({ name, kind: 'method' as const, function: fn })),
  );
}

function functionsAssigned(constructor: FunctionNode): readonly FunctionNode[] {
  return factsOf(constructor).stores.flatMap(({ owner, value }) =>
    owner === 'receiver' && value.kind === 'function' ? [value.function] : [],
  );
}

function membersIn(name: string, value: Value): readonly Method[] {
  return value.atoms.flatMap((atom): readonly Method[] => {
    if (atom.kind === 'function') return [{ name, kind: 'method', function: atom }];
    if (atom.kind !== 'wrapper') return [];
    const { wrapper, target, setter } = atom;
    if (wrapper === 'two-members')
      return [target, setter ?? NOTHING].flatMap((part) => membersIn(name, part));
    const kind = KINDS[wrapper] ?? 'method';
    return [
      ...functionsIn(target).map((fn): Method => ({ name, kind, function: fn })),
      ...functionsIn(setter ?? NOTHING).map((fn): Method => ({ name, kind: 'setter', function: fn })),
    ];
  });
}

const KINDS: Readonly<Partial<Record<WrapperKind, Method['kind']>>> = {
  'class-method': 'class',
  static: 'static',
  property: 'getter',
};

export function functionsIn(value: Value): readonly FunctionObject[] {
  return value.atoms.flatMap((atom): readonly FunctionObject[] => {
    if (atom.kind === 'function') return [atom];
    if (atom.kind === 'bound' && atom.function.kind === 'function') return [atom.function];
    if (atom.kind === 'bound' && atom.function.kind === 'wrapper') return functionsIn(atom.function.target);
    return atom.kind === 'wrapper' ? functionsIn(atom.target) : [];
  });
}

/** The application's classes that a run made: those of loaded modules, and those of its instances. */
export function classesOf(run: Run): readonly ClassObject[] {
  const found = new Set<ClassObject>();
  const add = (type: ClassObject): void => {
    for (const base of type.mro) if (!base.isModel && base.node) found.add(base);
  };
  for (const module of run.machine.loaded.values()) {
    if (module.isModel) continue;
    for (const slot of run.heap.slots(module.id).values())
      for (const atom of slot.value.atoms) if (atom.kind === 'class') add(atom);
  }
  for (const step of run.startupSteps)
    if (step.kind === 'create' && step.object.kind === 'instance') add(step.object.class);
  return [...found];
}

/** Whether an expression is the language's none. */
export function isNone(expression: Expression | undefined): boolean {
  return expression?.kind === 'constant' && (expression.type === 'none' || expression.type === 'undefined');
}

/** What an attribute is right after construction, as the code says it; a parameter that may be left out counts as none. */
export function initialValue(run: Run, type: ClassObject, attribute: string): 'none' | 'absent' | 'set' {
  let seen: 'none' | 'set' | undefined;
  for (const base of type.mro) {
    if (!base.node) continue;
    const values = classValues(base.node);
    if (values.has(attribute))
      seen = values.get(attribute) === undefined || isNone(values.get(attribute)) ? 'none' : (seen ?? 'set');
    for (const node of constructionOf(run, base)) {
      for (const stored of factsOf(node).stores) {
        if (stored.owner !== 'receiver' || stored.attribute !== attribute) continue;
        seen =
          seen === 'none' || isNone(stored.value) || optionalParameter(node, stored.value) !== undefined
            ? 'none'
            : 'set';
      }
    }
  }
  return seen ?? 'absent';
}

export function constructorsOf(run: Run, type: ClassObject): readonly FunctionNode[] {
  const slot = run.heap.slot(type.id, run.machine.dialect.names.constructor);
  return slot
    ? functionsIn(slot.value)
        .filter((fn) => !fn.isModel)
        .map((fn) => fn.node)
    : [];
}

/** The constructor and the methods of its own that it calls: together they make the object. */
export function constructionOf(run: Run, type: ClassObject): readonly FunctionNode[] {
  const constructors = constructorsOf(run, type);
  const helpers = constructors.flatMap((node) =>
    factsOf(node).calls.flatMap(({ name, onReceiver }) => (onReceiver ? methodNamed(run, type, name) : [])),
  );
  return [...constructors, ...new Set(helpers)];
}

function methodNamed(run: Run, type: ClassObject, name: string): readonly FunctionNode[] {
  const slot = run.heap.slot(type.id, name);
  const functions = slot ? functionsIn(slot.value) : [];
  return functions.flatMap((fn) => (fn.isModel ? [] : [fn.node]));
}

/** The parameter that an expression is, where it may be left out and is none then. */
export function optionalParameter(node: FunctionNode, value: Expression): string | undefined {
  if (value.kind !== 'name') return undefined;
  const parameter = node.parameters.find((candidate) => candidate.name === value.name);
  return parameter && isNone(parameter.defaultValue) ? parameter.name : undefined;
}

/** The module object of a node in a run. */
export function modulesOf(run: Run): readonly ModuleObject[] {
  return [...new Set(run.machine.loaded.values())].filter(
    (module) => !module.isModel && module.node !== undefined,
  );
}
