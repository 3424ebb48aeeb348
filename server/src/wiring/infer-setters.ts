/** Methods that hand a dependency over: told from what they store and how they are named. Must not know any language. */
import type { ClassObject } from '../engine/objects.ts';
import type { Expression, FunctionNode, Parameter } from '../ir/nodes.ts';
import { type Method, constructorsOf, initialValue, isNone, methodsOf } from './classes.ts';
import { type Stored, factsOf, receiverName } from './facts.ts';
import type { Inference } from './inference.ts';
import { placeIn } from './source.ts';
import { statedType } from './stated-type.ts';
import type { InjectionPoint } from './types.ts';
import { type Vocabulary, namesObject, wordsOf } from './vocabulary.ts';

/** The methods of a class that store a parameter where nothing is until then. */
export function settersOf(inference: Inference, type: ClassObject): readonly InjectionPoint[] {
  const known = inference.setters.get(type);
  if (known) return known;
  const points = methodsOf(inference.run, type).flatMap((method) => pointsOf(inference, type, method));
  inference.setters.set(type, points);
  return points;
}

function pointsOf(inference: Inference, type: ClassObject, method: Method): readonly InjectionPoint[] {
  const { node } = method.function;
  if (method.kind === 'getter' || !takesSomething(node) || isSpecial(inference, method.name)) return [];
  if (!isHandingOver(method.name) && !mentions(inference, node)) return [];
  const points: InjectionPoint[] = [];
  for (const stored of factsOf(node).stores) {
    const parameter = storedParameter(inference.vocabulary, node, stored);
    if (!parameter || !ownStore(method, stored, type)) continue;
    if (initialValue(inference.run, type, stored.attribute) === 'set') continue;
    const spoken = speaksOf(inference.vocabulary, node, method.name, parameter, stored.attribute);
    if (spoken || handsOverObject(inference, node, stored, parameter))
      points.push(pointOf(method, stored, parameter, spoken));
  }
  if (points.length === 0 || !isOwnHelper(inference, type, method.name)) return points;
  return points.filter(({ attribute }) => isUndone(inference, type, attribute));
}

/** Whether a class that inherits from this one begins with nothing there once more, after the constructor of this one. */
function isUndone(inference: Inference, type: ClassObject, attribute: string): boolean {
  return inference
    .family(type)
    .some(
      (member) =>
        member !== type &&
        constructorsOf(inference.run, member).some((node) =>
          factsOf(node).stores.some(
            (stored) =>
              stored.owner === 'receiver' &&
              stored.attribute === attribute &&
              isNone(stored.value) &&
              !stored.keepsOld,
          ),
        ),
    );
}

function takesSomething(node: FunctionNode): boolean {
  const receiver = receiverName(node);
  return node.parameters.some(({ name }) => name !== receiver);
}

/**
 * Whether a function looks as if it handed an object over although no name is of the vocabulary: its name begins as those do that
 * hand something over, the parameter has to be given and is kept as it is, and neither name nor type is that of plain data.
 */
export function handsOverObject(
  inference: Inference,
  node: FunctionNode,
  stored: Stored,
  parameter: Parameter,
): boolean {
  if (isPrivate(node.name) || !handsOverByName(node.name) || !isDirect(stored)) return false;
  const type = statedType(node, parameter.type) ?? statedType(node, stored.type);
  if (type !== undefined && (inference.isClass(type) || type === node.module.dialect.types.function))
    return true;
  return namesObject(stored.attribute) && namesObject(parameter.name);
}

/** Whether a name of the vocabulary may stand in a function; its text is looked at, not its body. */
export function mentions({ vocabulary }: Inference, { module, start, end }: FunctionNode): boolean {
  return vocabulary.mentionsIn(module) && vocabulary.mentions(module.text.slice(start, end));
}

function isSpecial(inference: Inference, name: string): boolean {
  return (
    Object.values(inference.run.machine.dialect.names).includes(name) ||
    name === inference.run.machine.dialect.recordHook
  );
}

/** A method that the constructor calls is a part of construction, unless other code calls it as well and the constructor may give it nothing. */
function isOwnHelper(inference: Inference, type: ClassObject, name: string): boolean {
  const constructors = inference.family(type).flatMap((member) => constructorsOf(inference.run, member));
  const calls = constructors.flatMap((node) =>
    factsOf(node)
      .calls.filter((call) => call.onReceiver && call.name === name)
      .map((call) => call.passed.every((given) => isOptional(node, given))),
  );
  if (calls.length === 0) return false;
  return (
    calls.includes(false) ||
    inference.code.callsOf(name).every(({ receiver, function: fn }) => isReceiver(receiver, fn))
  );
}

/** The verbs that also stand before what is only put somewhere. */
const COLLECTING = new Set(['add', 'with', 'assign']);

function handsOverByName(name: string): boolean {
  return isHandingOver(name) && !COLLECTING.has(wordsOf(name)[0] ?? '');
}

/** By its name a part of what is around it, not for others to call. */
export function isPrivate(name: string): boolean {
  return /^[_#]/.test(name);
}

function isReceiver(expression: Expression | undefined, fn: FunctionNode | undefined): boolean {
  return fn !== undefined && expression?.kind === 'name' && expression.name === receiverName(fn);
}

function isOptional(node: FunctionNode, name: string | undefined): boolean {
  return isNone(node.parameters.find((parameter) => parameter.name === name)?.defaultValue);
}

function ownStore(method: Method, stored: Stored, type: ClassObject): boolean {
  if (stored.owner === 'receiver') return method.kind !== 'static';
  return stored.owner === 'other' && stored.through === type.name;
}

function pointOf(method: Method, stored: Stored, parameter: Parameter, spoken: boolean): InjectionPoint {
  const { node } = method.function;
  return {
    kind: method.kind === 'setter' ? 'attribute' : 'setter',
    name: method.name,
    attribute: stored.attribute,
    place: placeIn(node.module, node.nameSpan),
    function: node,
    parameter: parameter.name,
    onClass: method.kind === 'class' || method.kind === 'static',
    spoken,
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

export function isPlainData(node: FunctionNode, parameter: Parameter): boolean {
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
