/** Contracts that follow from the code of classes: what stores a parameter that is none until then. Must not know any language. */
import type { ClassObject } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { ClassNode, Expression, FunctionNode, Parameter } from '../ir/nodes.ts';
import type { CodeIndex } from './code-index.ts';
import { type Method, constructorsOf, initialValue, methodsOf, optionalParameter } from './classes.ts';
import { type Stored, classValues, factsOf, receiverName } from './facts.ts';
import { lastName, placeIn } from './source.ts';
import { statedType } from './stated-type.ts';
import { writesOf } from './step-index.ts';
import type { Contract, InjectionPoint } from './types.ts';
import { type Vocabulary, wordsOf } from './vocabulary.ts';

/** What inference looks things up in. */
export interface Inference {
  readonly run: Run;
  readonly code: CodeIndex;
  readonly vocabulary: Vocabulary;
  /** The class and those that inherit from it. */
  family(type: ClassObject): readonly ClassObject[];
}

/** The contracts of one class. Points whose attribute nothing uses come as `legacy` of the others. */
export function inferClass(inference: Inference, type: ClassObject): readonly Contract[] {
  const { node } = type;
  if (!node) return [];
  const points = pointsOf(inference, type);
  const users = new Map(points.map((point) => [point, usersOf(inference, type, point.attribute)]));
  const unused = points.filter((point) => users.get(point)?.length === 0);
  return points.map((point) => ({
    ...contractOf(type, node, point, unused.includes(point) ? [] : unused),
    rivals: points.filter(
      (other) => other !== point && !unused.includes(other) && areRivals(inference.vocabulary, point, other),
    ),
    users: users.get(point) ?? [],
  }));
}

/** Two setters that look as if one could stand for the other. */
function areRivals(vocabulary: Vocabulary, a: InjectionPoint, b: InjectionPoint): boolean {
  return a.kind === 'setter' && b.kind === 'setter' && vocabulary.share(a.attribute, b.attribute);
}

/** A contract without anybody who uses it. */
export function contractOf(
  type: ClassObject,
  node: ClassNode,
  point: InjectionPoint,
  legacy: readonly InjectionPoint[],
): Contract {
  const place = placeIn(node.module, node.nameSpan);
  return {
    kind: 'class',
    name: type.name,
    definition: node,
    place,
    point,
    declared: undefined,
    legacy,
    rivals: [],
    users: [],
  };
}

function pointsOf(inference: Inference, type: ClassObject): readonly InjectionPoint[] {
  const points: InjectionPoint[] = [];
  const taken = (attribute: string): boolean =>
    points.some((point) => point.attribute === attribute) || inherited(inference, type, attribute);
  for (const point of settersOf(inference, type)) if (!taken(point.attribute)) points.push(point);
  for (const point of optionalArguments(inference, type)) if (!taken(point.attribute)) points.push(point);
  for (const point of openAttributes(inference, type)) if (!taken(point.attribute)) points.push(point);
  return points;
}

/** Whether a base class has an injection point for the attribute: then the contract is the base's. */
function inherited(inference: Inference, type: ClassObject, attribute: string): boolean {
  return type.mro
    .slice(1)
    .some(
      (base) =>
        !base.isModel &&
        base.node &&
        settersOf(inference, base).some((point) => point.attribute === attribute),
    );
}

function settersOf(inference: Inference, type: ClassObject): readonly InjectionPoint[] {
  const points: InjectionPoint[] = [];
  for (const method of methodsOf(inference.run, type)) {
    const { node } = method.function;
    if (method.kind === 'getter' || !mentions(inference, node) || isSpecial(inference, method.name)) continue;
    for (const stored of factsOf(node).stores) {
      const parameter = storedParameter(inference.vocabulary, node, stored);
      if (!parameter || !ownStore(method, stored, type)) continue;
      if (!speaksOf(inference.vocabulary, node, method.name, parameter, stored.attribute)) continue;
      if (initialValue(inference.run, type, stored.attribute) === 'set') continue;
      if (!isOwnHelper(inference, type, method.name)) points.push(pointOf(method, stored, parameter));
    }
  }
  return points;
}

/** Whether a name of the vocabulary may stand in a function; its text is looked at, not its body. */
function mentions({ vocabulary }: Inference, { module, start, end }: FunctionNode): boolean {
  return vocabulary.mentionsIn(module) && vocabulary.mentions(module.text.slice(start, end));
}

function isSpecial(inference: Inference, name: string): boolean {
  return (
    Object.values(inference.run.machine.dialect.names).includes(name) ||
    name === inference.run.machine.dialect.recordHook
  );
}

/** A method that the constructor calls is a part of construction. */
function isOwnHelper(inference: Inference, type: ClassObject, name: string): boolean {
  const constructors = inference.family(type).flatMap((member) => constructorsOf(inference.run, member));
  return constructors.some((node) =>
    factsOf(node).calls.some((call) => call.onReceiver && call.name === name),
  );
}

function ownStore(method: Method, stored: Stored, type: ClassObject): boolean {
  if (stored.owner === 'receiver') return method.kind !== 'static';
  return stored.owner === 'other' && stored.through === type.name;
}

function pointOf(method: Method, stored: Stored, parameter: Parameter): InjectionPoint {
  const { node } = method.function;
  return {
    kind: method.kind === 'setter' ? 'attribute' : 'setter',
    name: method.name,
    attribute: stored.attribute,
    place: placeIn(node.module, node.nameSpan),
    function: node,
    parameter: parameter.name,
    onClass: method.kind === 'class' || method.kind === 'static',
    type: isDirect(stored) ? (statedType(node, parameter.type) ?? statedType(node, stored.type)) : undefined,
  };
}

/** The parameter that is stored as it is, or wrapped where its own name speaks. */
export function storedParameter(
  vocabulary: Vocabulary,
  node: FunctionNode,
  stored: Stored,
): Parameter | undefined {
  const receiver = node.form === 'method' || node.form === 'setter' ? receiverName(node) : undefined;
  const direct = directNames(stored.value);
  for (const name of stored.parameters) {
    const parameter = node.parameters.find((candidate) => candidate.name === name && name !== receiver);
    if (!parameter || parameter.kind === 'rest' || parameter.kind === 'named-rest') continue;
    const speaks = vocabulary.speaks(name) || vocabulary.speaks(statedType(node, parameter.type));
    if (direct.includes(name) || (speaks && vocabulary.speaks(stored.attribute)))
      return isPlainData(node, parameter) ? undefined : parameter;
  }
  return undefined;
}

function isPlainData(node: FunctionNode, parameter: Parameter): boolean {
  const name = statedType(node, parameter.type);
  const { root, ...types } = node.module.dialect.types;
  return (
    name !== undefined && name !== root && Object.values(types).includes(name) && name !== types.function
  );
}

/** Whether the parameter is stored as it is, not wrapped in something else. */
export function isDirect(stored: Stored): boolean {
  return directNames(stored.value).length > 0;
}

function directNames(value: Expression): readonly string[] {
  if (value.kind === 'name') return [value.name];
  if (value.kind === 'logical') return value.operands.flatMap(directNames);
  if (value.kind === 'conditional') return [...directNames(value.then), ...directNames(value.otherwise)];
  return value.kind === 'await' ? directNames(value.value) : [];
}

const VERBS = new Set([
  'set',
  'init',
  'initialize',
  'initialise',
  'bind',
  'attach',
  'connect',
  'register',
  'use',
  'configure',
  'with',
  'add',
  'inject',
  'wire',
  'link',
  'install',
  'setup',
  'provide',
  'assign',
]);

/** Whether a function's name begins as those do that hand something over. */
export function isHandingOver(name: string): boolean {
  return VERBS.has(wordsOf(name)[0] ?? '');
}

/** Whether the names of an injection point are of the vocabulary. A verb alone (`broadcast`) hands nothing over. */
export function speaksOf(
  vocabulary: Vocabulary,
  node: FunctionNode,
  setter: string,
  parameter: Parameter,
  attribute: string,
): boolean {
  if (vocabulary.speaks(parameter.name) || vocabulary.speaks(statedType(node, parameter.type))) return true;
  const verb = isHandingOver(setter);
  return vocabulary.speaks(attribute) || (verb && vocabulary.speaks(setter));
}

/** Constructor parameters that may be left out, and are kept. */
function optionalArguments(inference: Inference, type: ClassObject): readonly InjectionPoint[] {
  const points: InjectionPoint[] = [];
  for (const node of constructorsOf(inference.run, type)) {
    if (!mentions(inference, node)) continue;
    for (const stored of factsOf(node).stores) {
      const name = stored.owner === 'receiver' ? optionalParameter(node, stored.value) : undefined;
      const parameter = node.parameters.find((candidate) => candidate.name === name);
      if (!parameter || isPlainData(node, parameter)) continue;
      const speaks =
        inference.vocabulary.speaks(parameter.name) ||
        inference.vocabulary.speaks(statedType(node, parameter.type));
      if (!speaks || setElsewhere(inference, type, stored.attribute)) continue;
      const place = placeIn(node.module, {
        start: parameter.start,
        end: parameter.start + parameter.name.length,
      });
      points.push({
        kind: 'constructor',
        name: parameter.name,
        attribute: stored.attribute,
        place,
        function: node,
        parameter: parameter.name,
        onClass: false,
        type: statedType(node, parameter.type),
      });
    }
  }
  return points;
}

/** Attributes that begin as none and that other code assigns. */
function openAttributes(inference: Inference, type: ClassObject): readonly InjectionPoint[] {
  const points: InjectionPoint[] = [];
  for (const { attribute, start, end, module, stated } of noneAttributes(inference, type)) {
    if (setElsewhere(inference, type, attribute)) continue;
    const sites = inference.code
      .assignmentsTo(attribute)
      .filter((site) => related(lastName(site.receiver ?? NOWHERE), type.name));
    if (sites.length === 0 && !assignedInRun(inference, type, attribute)) continue;
    const place = placeIn(module, { start, end });
    points.push({
      kind: 'attribute',
      name: attribute,
      attribute,
      place,
      function: undefined,
      parameter: undefined,
      onClass: false,
      type: stated,
    });
  }
  return points;
}

/** Whether the run came by code other than the constructor that stored something there. */
function assignedInRun({ run }: Inference, type: ClassObject, attribute: string): boolean {
  return writesOf(run, attribute).some(({ object, parent: id, value }) => {
    if (object.kind !== 'instance' || !object.class.mro.includes(type)) return false;
    const parent = run.trace.steps[id];
    const constructs =
      parent?.kind === 'enter' && parent.function.name === run.machine.dialect.names.constructor;
    return !constructs && value.atoms.some((atom) => atom.kind !== 'none');
  });
}

const NOWHERE: Expression = { kind: 'missing', reason: '', start: 0, end: 0 };

interface NoneAttribute {
  readonly attribute: string;
  readonly start: number;
  readonly end: number;
  readonly module: ClassNode['module'];
  readonly stated: string | undefined;
}

/** Attributes with names of the vocabulary that are none after construction. */
function noneAttributes(inference: Inference, type: ClassObject): readonly NoneAttribute[] {
  const found: NoneAttribute[] = [];
  if (!type.node) return found;
  const { module } = type.node;
  const { speaks } = inference.vocabulary;
  for (const node of constructorsOf(inference.run, type)) {
    if (!mentions(inference, node)) continue;
    for (const stored of factsOf(node).stores) {
      if (stored.owner !== 'receiver' || !speaks(stored.attribute)) continue;
      if (initialValue(inference.run, type, stored.attribute) !== 'none') continue;
      found.push({
        attribute: stored.attribute,
        start: stored.start,
        end: stored.end,
        module,
        stated: statedType(node, stored.type),
      });
    }
  }
  for (const name of classValues(type.node).keys()) {
    if (!speaks(name) || initialValue(inference.run, type, name) !== 'none') continue;
    for (const s of type.node.body) {
      const target = s.kind === 'assign' ? s.targets[0] : undefined;
      if (s.kind === 'assign' && target?.kind === 'name' && target.name === name)
        found.push({
          attribute: name,
          start: target.start,
          end: target.end,
          module,
          stated: statedType(type.node, s.type),
        });
    }
  }
  return found;
}

/** Whether a method other than the constructor stores the attribute: then the object takes care of it itself. */
function setElsewhere(inference: Inference, type: ClassObject, attribute: string): boolean {
  const names = inference.run.machine.dialect.names;
  for (const base of inference.family(type)) {
    for (const method of methodsOf(inference.run, base)) {
      if (method.name === names.constructor) continue;
      if (
        factsOf(method.function.node).stores.some(
          (stored) =>
            stored.owner === 'receiver' && stored.attribute === attribute && !isNoneValue(stored.value),
        )
      )
        return true;
    }
  }
  return false;
}

function isNoneValue(value: Expression): boolean {
  return value.kind === 'constant' && (value.type === 'none' || value.type === 'undefined');
}

/** Whether a variable's name may stand for an object of a class: they share a word. Nothing to go by counts as related. */
export function related(name: string | undefined, type: string): boolean {
  if (name === undefined) return true;
  const words = wordsOf(type);
  return wordsOf(name).some(
    (word) => words.includes(word) || words.includes(word.replace(/s$/, '')) || words.includes(`${word}s`),
  );
}

/** Functions that call through the attribute, pass it on or give it back: methods, and other code that has such an object. */
export function usersOf(inference: Inference, type: ClassObject, attribute: string): readonly FunctionNode[] {
  const users = new Set<FunctionNode>();
  for (const member of inference.family(type)) {
    for (const { function: fn } of methodsOf(inference.run, member))
      if (factsOf(fn.node).uses.has(attribute)) users.add(fn.node);
  }
  for (const { node } of inference.code.functionsNaming(`.${attribute}`)) {
    for (const [through, names] of factsOf(node).foreignUses)
      if (names.has(attribute) && related(through, type.name)) users.add(node);
  }
  return [...users];
}
