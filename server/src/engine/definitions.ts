/** Function and class statements: making function objects, running class bodies, linearising bases. */
import type { Argument, ClassNode, FunctionNode } from '../ir/nodes.ts';
import { bind, lookUp } from './descriptors.ts';
import { isOfBuiltins, noteFunction, withoutEdges } from './call-graph.ts';
import { linearise } from './linearization.ts';
import type { Frame, Machine } from './machine.ts';
import { NO_ARGUMENTS, NO_NAMED, heap, newId, placeOf, positional } from './machine.ts';
import type {
  ClassCell,
  ClassObject,
  Field,
  FunctionObject,
  ModuleObject,
  WrapperKind,
  WrapperObject,
} from './objects.ts';
import { builtinClass } from './types.ts';
import type { Value } from './values.ts';
import { NOTHING, single, text } from './values.ts';

/** A function object, before its decorators. Defaults are evaluated here and now (Python reference 8.7). */
export function makeFunction(m: Machine, node: FunctionNode): FunctionObject {
  const defaults = node.parameters.map((p) =>
    p.defaultValue ? m.rules.evaluate(m, p.defaultValue) : undefined,
  );
  const frame = m.frame;
  const lambda = node.form === 'lambda';
  return noteFunction(m, {
    kind: 'function',
    id: newId(m),
    name: node.name,
    qualifiedName: `${frame.name}.${lambda ? lambdaName(m, node) : node.name}`,
    node,
    scope: frame.scope.kind === 'scope' ? frame.scope : undefined,
    module: frame.module,
    owner: frame.classBody?.cell,
    defaults,
    isModel: frame.module.isModel,
  });
}

/** `<lambda1>` by order in its scope, as call graphs name them. */
function lambdaName(m: Machine, node: FunctionNode): string {
  const known = m.lambdas.get(node);
  if (known !== undefined) return known;
  const count = (m.lambdaCounts.get(m.frame.name) ?? 0) + 1;
  m.lambdaCounts.set(m.frame.name, count);
  const name = `<lambda${count}>`;
  m.lambdas.set(node, name);
  return name;
}

/**
 * Puts an accessor or a static method into the class whose body runs, and a method that has its name with a static one; whether it is one of
 * those. A class and its instances have names of their own (ECMAScript 15.7.14: static elements are the constructor's, the others its prototype's).
 */
export function declareMember(m: Machine, node: FunctionNode): boolean {
  const id = m.frame.classBody?.id;
  if (id === undefined) return false;
  const old = membersOf(heap(m).slot(id, node.name)?.value);
  const isAccessor = node.form === 'getter' || node.form === 'setter';
  const beside = node.isStatic === true ? old.ofInstances : node.isStatic === false ? old.ofClass : undefined;
  if (!isAccessor && node.isStatic !== true && !beside) return false;
  const fn = single(makeFunction(m, node));
  const member = isAccessor
    ? accessor(m, old.ofInstances, fn, node.form === 'getter' ? 'getter' : 'setter')
    : node.isStatic === true
      ? single(wrapper(m, 'class-method', fn, undefined))
      : fn;
  const both = node.isStatic === true ? ([beside, member] as const) : ([member, beside] as const);
  const [ofInstances, ofClass] = both;
  const value = ofInstances && ofClass ? single(wrapper(m, 'two-members', ofInstances, ofClass)) : member;
  heap(m).setSlot(id, node.name, { value, writes: [] });
  return true;
}

/** What a name of a class body means for the class and for its instances so far. */
function membersOf(value: Value | undefined): { readonly ofClass?: Value; readonly ofInstances?: Value } {
  const [atom] = value?.atoms ?? [];
  if (!value || !atom) return {};
  if (atom.kind === 'function') return { ofInstances: value };
  if (atom.kind !== 'wrapper') return {};
  if (atom.wrapper === 'two-members' && atom.setter)
    return { ofInstances: atom.target, ofClass: atom.setter };
  return atom.wrapper === 'class-method' ? { ofClass: value } : { ofInstances: value };
}

/** A getter or setter, with its other half where that came before. */
export function accessor(m: Machine, old: Value | undefined, fn: Value, part: 'getter' | 'setter'): Value {
  const before = old?.atoms.find((atom) => atom.kind === 'wrapper' && atom.wrapper === 'property');
  const half = before?.kind === 'wrapper' ? before : undefined;
  const getter = part === 'getter' ? fn : (half?.target ?? NOTHING);
  return single(wrapper(m, 'property', getter, part === 'setter' ? fn : half?.setter));
}

function wrapper(m: Machine, kind: WrapperKind, target: Value, setter: Value | undefined): WrapperObject {
  return { kind: 'wrapper', id: newId(m), wrapper: kind, target, setter, args: [], named: NO_NAMED };
}

/** Applies decorators, innermost first. A decorator that nobody can see is taken to hand the function on. */
export function decorate(m: Machine, decorators: FunctionNode['decorators'], value: Value): Value {
  if (m.dialect.decorators === 'by-member' && value.atoms.some((atom) => atom.kind === 'function'))
    return value;
  const evaluated = decorators.map((decorator) => m.rules.evaluate(m, decorator));
  let result = value;
  for (let i = evaluated.length - 1; i >= 0 && m.state; i--) {
    const decorator = evaluated[i] as Value;
    const span = decorators[i] as FunctionNode['decorators'][number];
    const apply = (): Value => m.rules.call(m, decorator, positional(result), placeOf(m, span));
    const called = isOfBuiltins(m, decorator) ? withoutEdges(m, apply) : apply();
    const opaque =
      called.atoms.length > 0 &&
      called.atoms.every((a) => (a.kind === 'unknown' && a.path === undefined) || a.kind === 'undefined');
    result = opaque || fromLibrary(called, decorator) ? result : called;
  }
  return result;
}

function fromLibrary(called: Value, decorator: Value): boolean {
  return (
    called.atoms.every((atom) => atom.kind === 'unknown') &&
    decorator.atoms.every((atom) => atom.kind === 'unknown')
  );
}

/** Runs a class body and gives the class, before its decorators. */
export function makeClass(m: Machine, node: ClassNode): Value {
  const bases = evaluateBases(m, node.bases);
  if (!m.state) return NOTHING;
  const cell: ClassCell = { value: undefined };
  const id = newId(m);
  runBody(m, node, id, cell);
  if (!m.state) return NOTHING;
  const type = assemble(m, node, id, bases);
  cell.value = type;
  finish(m, type, bases.named);
  return m.state ? single(type) : NOTHING;
}

interface Bases {
  readonly classes: readonly ClassObject[];
  readonly unknown: string | undefined;
  readonly metaclass: ClassObject | undefined;
  readonly named: ReadonlyMap<string, Value>;
}

function evaluateBases(m: Machine, args: readonly Argument[]): Bases {
  const classes: ClassObject[] = [];
  const named = new Map<string, Value>();
  let missing: string | undefined;
  let metaclass: ClassObject | undefined;
  for (const arg of args) {
    const value = m.rules.evaluate(m, arg.value);
    if (arg.name !== undefined) {
      const atom = value.atoms[0];
      if (arg.name === m.dialect.metaclassArgument) metaclass = atom?.kind === 'class' ? atom : undefined;
      else named.set(arg.name, value);
      continue;
    }
    const found = value.atoms.filter((atom): atom is ClassObject => atom.kind === 'class');
    classes.push(...found.slice(0, 1));
    if (found.length === 0 && m.state) missing ??= unknownBaseName(value);
  }
  const inherited = classes.find((base) => base.unknownBase !== undefined)?.unknownBase;
  return {
    classes,
    unknown: missing ?? inherited,
    metaclass: metaclass ?? classes.find((base) => base.metaclass)?.metaclass,
    named,
  };
}

function unknownBaseName(value: Value): string {
  for (const atom of value.atoms) if (atom.kind === 'unknown') return atom.path ?? atom.reason;
  return 'something that is not a class';
}

function runBody(m: Machine, node: ClassNode, id: number, cell: ClassCell): void {
  const outer = m.frame;
  const frame: Frame = {
    ...outer,
    classBody: { id, cell },
    parent: outer,
    name: `${outer.name}.${node.name}`,
    tries: 0,
    loops: [],
    handling: [],
  };
  m.frame = frame;
  m.rules.execute(m, node.body);
  m.frame = outer;
}

function assemble(m: Machine, node: ClassNode, id: number, bases: Bases): ClassObject {
  const frame = m.frame;
  const root = builtinClass(m, m.dialect.types.root);
  const parents = bases.classes.length > 0 ? bases.classes : root ? [root] : [];
  const draft = {
    kind: 'class' as const,
    id,
    name: node.name,
    qualifiedName: `${frame.name}.${node.name}`,
    node,
    module: frame.module,
    bases: parents,
    unknownBase: bases.unknown,
    metaclass: bases.metaclass,
    fields: fieldsOf(node),
    isModel: frame.module.isModel,
    mro: [] as ClassObject[],
  };
  draft.mro.push(...linearise(draft, parents));
  return draft;
}

/** Annotated names of a class body, in order: the fields of a record. */
function fieldsOf(node: ClassNode): Field[] {
  const fields: Field[] = [];
  for (const statement of node.body) {
    const target =
      statement.kind === 'declare'
        ? statement.target
        : statement.kind === 'assign' && statement.type
          ? statement.targets[0]
          : undefined;
    if (target?.kind !== 'name') continue;
    const type = statement.kind === 'declare' || statement.kind === 'assign' ? statement.type : undefined;
    const classVariable = node.module.text.slice(type?.start ?? 0, type?.end ?? 0).includes('ClassVar');
    fields.push({ name: target.name, hasDefault: statement.kind === 'assign', classVariable });
  }
  return fields;
}

/** The hooks of a new class: `__set_name__` of its attributes, `__init_subclass__` of its bases (Python data model 3.3.3). */
function finish(m: Machine, type: ClassObject, named: ReadonlyMap<string, Value>): void {
  const { nameSet, subclassInitialised } = m.dialect.names;
  if (type.isModel && type.module.name === m.dialect.names.builtins) return;
  const place = {
    module: type.node?.module ?? nodeOf(type.module),
    start: type.node?.start ?? 0,
    end: type.node?.end ?? 0,
  };
  if (nameSet !== undefined) {
    for (const [name, slot] of heap(m).slots(type.id)) {
      for (const atom of slot.value.atoms) {
        const hook = atom.kind === 'instance' ? lookUp(m, atom.class.mro, nameSet) : undefined;
        if (!hook || atom.kind !== 'instance' || !m.state) continue;
        m.rules.call(
          m,
          bind(m, hook.value, atom, atom.class, place),
          positional(single(type), text(name)),
          place,
        );
      }
    }
  }
  const hook =
    subclassInitialised === undefined || !m.state
      ? undefined
      : lookUp(m, type.mro.slice(1), subclassInitialised);
  if (!hook) return;
  const receiverBound = {
    atoms: hook.value.atoms.flatMap((atom) => (atom.kind === 'wrapper' ? atom.target.atoms : [atom])),
  };
  m.rules.call(m, receiverBound, { ...NO_ARGUMENTS, positional: [single(type)], named }, place);
}

function nodeOf(module: ModuleObject): NonNullable<ModuleObject['node']> {
  if (!module.node) throw new Error(`module ${module.name} has no code`);
  return module.node;
}
