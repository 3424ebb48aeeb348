/** Contracts that the configuration declares, found in the code, or not. Must not know how a configuration is read. */
import type { Configuration } from '../config/configuration.ts';
import type { DeclaredContract } from '../config/schema.ts';
import type { ClassObject, ModuleObject } from '../engine/objects.ts';
import type { FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { constructorsOf, functionsIn, methodsOf, modulesOf } from './classes.ts';
import { factsOf } from './facts.ts';
import { contractOf, usersOf } from './infer.ts';
import { isDirect } from './infer-setters.ts';
import type { Inference } from './inference.ts';
import { moduleUsers } from './infer-module.ts';
import { placeIn } from './source.ts';
import { statedType } from './stated-type.ts';
import type { Contract, InjectionPoint } from './types.ts';

/** A declared contract that points nowhere. `path` is the setting's, as in `Configuration.places`. */
export interface InvalidContract {
  readonly path: string;
  readonly value: string;
  readonly problem:
    | { readonly kind: 'no-component' }
    | { readonly kind: 'no-setter'; readonly component: string };
  /** Names that would have been right in its place. */
  readonly names: () => readonly string[];
}

export interface Declared {
  readonly contracts: readonly Contract[];
  readonly invalid: readonly InvalidContract[];
}

type Found = { readonly type: ClassObject } | { readonly module: ModuleObject };

export function declaredContracts(
  inference: Inference,
  configuration: Configuration,
  classes: readonly ClassObject[],
): Declared {
  const contracts: Contract[] = [];
  const invalid: InvalidContract[] = [];
  configuration.contracts.forEach((declared, index) => {
    const path = `contracts/${index}`;
    const found = componentOf(inference, declared.component, classes);
    if (!found && existsUnloaded(inference, declared.component)) return;
    if (!found) {
      invalid.push({
        path: `${path}/component`,
        value: declared.component,
        problem: { kind: 'no-component' },
        names: () => classes.flatMap((type) => (type.node ? [type.qualifiedName] : [])),
      });
      return;
    }
    const name =
      'type' in found
        ? found.type.name
        : inference.code.nameOf(found.module.node as NonNullable<ModuleObject['node']>);
    const find = (setter: string): InjectionPoint | undefined =>
      'type' in found
        ? classPoint(inference, found.type, setter)
        : modulePoint(inference, found.module, setter);
    const point = find(declared.setter);
    const unseen = 'type' in found && found.type.unknownBase !== undefined;
    if (!point && !unseen)
      invalid.push({
        path: `${path}/setter`,
        value: declared.setter,
        problem: { kind: 'no-setter', component: name },
        names: () => settersOf(inference, found),
      });
    const legacy = declared.legacySetters.map(find);
    legacy.forEach((entry, at) => {
      if (!entry && !unseen)
        invalid.push({
          path: `${path}/legacySetters/${at}`,
          value: declared.legacySetters[at] ?? '',
          problem: { kind: 'no-setter', component: name },
          names: () => settersOf(inference, found),
        });
    });
    if (point)
      contracts.push(
        contract(
          inference,
          found,
          point,
          declared,
          legacy.filter((entry) => entry !== undefined),
        ),
      );
  });
  return { contracts, invalid };
}

/** Methods of a class, or functions of a module. */
function settersOf({ run }: Inference, found: Found): readonly string[] {
  const owners = 'type' in found ? found.type.mro.filter((base) => !base.isModel) : [found.module];
  return owners.flatMap((owner) =>
    [...run.heap.slots(owner.id)].flatMap(([name, { value }]) =>
      value.atoms.some(({ kind }) => kind === 'function') ? [name] : [],
    ),
  );
}

function contract(
  inference: Inference,
  found: Found,
  point: InjectionPoint,
  declared: DeclaredContract,
  legacy: readonly InjectionPoint[],
): Contract {
  if ('type' in found) {
    const { node } = found.type;
    if (!node) throw new Error(`${found.type.name} has no definition`);
    return {
      ...contractOf(found.type, node, point, legacy),
      declared,
      users: usersOf(inference, found.type, point.attribute),
    };
  }
  const { node } = found.module;
  if (!node) throw new Error(`${found.module.name} has no code`);
  const users = moduleUsers(inference, node, point.attribute, point.function);
  const place = placeIn(node, { start: 0, end: 0 });
  return {
    kind: 'module',
    name: inference.code.nameOf(node),
    definition: node,
    place,
    point,
    declared,
    legacy,
    isLegacy: false,
    rivals: [],
    users,
  };
}

/** A class by its dotted name, or by any name that a module gives it; a module by its own. */
function componentOf(inference: Inference, name: string, classes: readonly ClassObject[]): Found | undefined {
  const type = classes.find((candidate) => candidate.node && qualified(inference, candidate).includes(name));
  if (type) return { type };
  const dot = name.lastIndexOf('.');
  for (const module of modulesOf(inference.run)) {
    const own = module.importName ?? module.name;
    if (own === name) return { module };
    if (dot < 0 || own !== name.slice(0, dot)) continue;
    const atom = inference.run.heap
      .slot(module.id, name.slice(dot + 1))
      ?.value.atoms.find((candidate) => candidate.kind === 'class');
    if (atom?.kind === 'class' && atom.node) return { type: atom };
  }
  return undefined;
}

/** Whether no run loads the component, although it is there: then nothing uses it. */
function existsUnloaded({ run }: Inference, name: string): boolean {
  const importer = modulesOf(run)[0];
  if (!importer) return false;
  const find = (module: string): ModuleNode | undefined => {
    const chain = run.machine.modules.resolve({ name: module, level: 0 }, importer);
    return chain[chain.length - 1]?.node;
  };
  const dot = name.lastIndexOf('.');
  const own = name.slice(dot + 1);
  const holder = dot < 0 ? undefined : find(name.slice(0, dot));
  const defines = holder?.body.some((s) => s.kind === 'class-declaration' && s.class.name === own);
  return defines === true || find(name) !== undefined;
}

function qualified(inference: Inference, type: ClassObject): readonly string[] {
  const node = type.module.node;
  const module = node ? inference.code.nameOf(node) : type.module.name;
  const inner = type.qualifiedName.startsWith(`${type.module.name}.`)
    ? type.qualifiedName.slice(type.module.name.length + 1)
    : type.name;
  return [type.qualifiedName, `${module}.${inner}`];
}

function classPoint(inference: Inference, type: ClassObject, name: string): InjectionPoint | undefined {
  for (const base of type.mro) {
    if (!base.node || base.isModel) continue;
    for (const method of methodsOf(inference.run, base)) {
      if (method.name !== name || method.kind === 'getter') continue;
      return functionPoint(
        method.kind === 'setter' ? 'attribute' : 'setter',
        name,
        method.function.node,
        method.kind === 'class' || method.kind === 'static',
      );
    }
  }
  return attributePoint(inference, type, name);
}

/** What the function stores decides which attribute it is about; a setter that stores nothing itself keeps its own name. */
function functionPoint(
  kind: InjectionPoint['kind'],
  name: string,
  node: FunctionNode,
  onClass: boolean,
): InjectionPoint {
  const own = factsOf(node).stores.find(
    (stored) =>
      stored.parameters.size > 0 &&
      (kind === 'module-setter' ? stored.owner === 'name' : stored.owner === 'receiver'),
  );
  const parameter = own
    ? node.parameters.find((candidate) => own.parameters.has(candidate.name))
    : node.parameters[kind === 'module-setter' || onClass ? 0 : 1];
  return {
    kind,
    name,
    attribute: own?.attribute ?? name.replace(/^set_?/, ''),
    place: placeIn(node.module, node.nameSpan),
    function: node,
    parameter: parameter?.name,
    onClass,
    spoken: true,
    type: own && !isDirect(own) ? undefined : statedType(node, parameter?.type),
  };
}

function attributePoint(inference: Inference, type: ClassObject, name: string): InjectionPoint | undefined {
  for (const base of type.mro) {
    for (const node of base.isModel ? [] : constructorsOf(inference.run, base)) {
      const stored = factsOf(node).stores.find(
        (candidate) => candidate.owner === 'receiver' && candidate.attribute === name,
      );
      if (stored)
        return {
          kind: 'attribute',
          name,
          attribute: name,
          place: placeIn(node.module, stored),
          function: undefined,
          parameter: undefined,
          onClass: false,
          spoken: true,
          type: statedType(node, stored.type),
        };
      const parameter = node.parameters.find((candidate) => candidate.name === name);
      const kept = factsOf(node).stores.find(
        (candidate) => candidate.owner === 'receiver' && candidate.parameters.has(name),
      );
      if (parameter && kept)
        return {
          ...functionPoint('constructor', name, node, false),
          attribute: kept.attribute,
          place: placeIn(node.module, parameter),
        };
    }
    if (!base.node || base.isModel) continue;
    const slot = inference.run.heap.slot(base.id, name);
    if (slot)
      return {
        kind: 'attribute',
        name,
        attribute: name,
        place: placeIn(base.node.module, base.node.nameSpan),
        function: undefined,
        parameter: undefined,
        onClass: false,
        spoken: true,
        type: undefined,
      };
  }
  return undefined;
}

function modulePoint(inference: Inference, module: ModuleObject, name: string): InjectionPoint | undefined {
  const slot = inference.run.heap.slot(module.id, name);
  const { node } = module;
  if (!slot || !node) return undefined;
  const fn = functionsIn(slot.value).find((candidate) => !candidate.isModel);
  if (fn) return functionPoint('module-setter', name, fn.node, false);
  return {
    kind: 'attribute',
    name,
    attribute: name,
    place: placeIn(node, { start: 0, end: 0 }),
    function: undefined,
    parameter: undefined,
    onClass: false,
    spoken: true,
    type: undefined,
  };
}
