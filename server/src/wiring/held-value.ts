/**
 * What an expression of a function stands for on the heap at the serving point, told from its text: attributes, locals, module
 * variables, getters. Must not run anything: what takes more is not known.
 */
import type { HeapObject, InstanceObject, ClassObject, ModuleObject } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Value } from '../engine/values.ts';
import { NOTHING, join } from '../engine/values.ts';
import type { Expression, FunctionNode } from '../ir/nodes.ts';
import { eachStatement } from '../ir/outline.ts';
import { functionsIn } from './classes.ts';
import { slotAt } from './evaluate.ts';
import { receiverName } from './facts.ts';

export type Holder = InstanceObject | ClassObject | ModuleObject;

/** An attribute of an object, or a variable of a module, that was read on the way. */
export interface Hop {
  readonly owner: Holder;
  readonly attribute: string;
  readonly value: Value;
}

/** The activation that an expression stands in. */
export interface Activation {
  readonly run: Run;
  readonly function: FunctionNode;
  readonly receiver: Value | undefined;
  readonly args: ReadonlyMap<string, Value>;
}

export interface Followed {
  /** `undefined` where it is not known. */
  readonly value: Value | undefined;
  readonly hops: readonly Hop[];
}

const UNKNOWN: Followed = { value: undefined, hops: [] };
const MAX_DEPTH = 8;

export function follow(activation: Activation, e: Expression, depth = 0): Followed {
  if (depth > MAX_DEPTH) return UNKNOWN;
  switch (e.kind) {
    case 'name':
      return followName(activation, e.name, depth);
    case 'attribute':
      return attributeOf(activation, follow(activation, e.object, depth + 1), e.name, depth);
    case 'await':
    case 'bind':
      return follow(activation, e.value, depth + 1);
    case 'logical':
      return either(e.operands.map((operand) => follow(activation, operand, depth + 1)));
    case 'conditional':
      return either([e.then, e.otherwise].map((side) => follow(activation, side, depth + 1)));
    case 'constant':
      return e.type === 'none' || e.type === 'undefined'
        ? { value: { atoms: [{ kind: 'none' }] }, hops: [] }
        : UNKNOWN;
    case 'call':
      return followCall(activation, e, depth);
    default:
      return UNKNOWN;
  }
}

/** What may be one of several: known where all are. */
function either(parts: readonly Followed[]): Followed {
  let value: Value | undefined = NOTHING;
  for (const part of parts) value = value && part.value ? join(value, part.value) : undefined;
  return { value, hops: parts.flatMap(({ hops }) => hops) };
}

function followName(activation: Activation, name: string, depth: number): Followed {
  const { run, function: node, receiver, args } = activation;
  if (receiver && name === receiverName(node)) return { value: receiver, hops: [] };
  const body = node.body();
  if (body.locals.has(name)) {
    const given = args.get(name);
    const assigned = assignedTo(node, name);
    if (assigned.length === 0) return { value: given && isKnown(given) ? given : undefined, hops: [] };
    if (node.parameters.some((parameter) => parameter.name === name)) return UNKNOWN;
    return either(assigned.map((value) => follow(activation, value, depth + 1)));
  }
  const module = [...run.machine.loaded.values()].find((candidate) => candidate.node === node.module);
  const slot = module && run.heap.slot(module.id, name);
  if (!module || !slot) return UNKNOWN;
  return { value: slot.value, hops: [{ owner: module, attribute: name, value: slot.value }] };
}

function isKnown(value: Value): boolean {
  return value.atoms.every((atom) => atom.kind !== 'unknown');
}

function assignedTo(node: FunctionNode, name: string): readonly Expression[] {
  const values: Expression[] = [];
  eachStatement(node.body().block, (s) => {
    if (s.kind === 'assign' && s.targets.some((target) => target.kind === 'name' && target.name === name))
      values.push(s.value);
  });
  return values;
}

function attributeOf(activation: Activation, object: Followed, name: string, depth: number): Followed {
  if (!object.value) return { value: undefined, hops: object.hops };
  let value: Value = NOTHING;
  const hops: Hop[] = [...object.hops];
  for (const atom of object.value.atoms) {
    if (atom.kind !== 'instance' && atom.kind !== 'class' && atom.kind !== 'module') continue;
    const read = readFrom(activation, atom, name, depth);
    if (!read.value) return { value: undefined, hops };
    value = join(value, read.value);
    hops.push(...read.hops);
  }
  return { value: object.value.atoms.length > 0 && value.atoms.length === 0 ? undefined : value, hops };
}

function readFrom(activation: Activation, owner: Holder, name: string, depth: number): Followed {
  const slot = slotAt(activation.run, owner, name);
  const getter = slot.value.atoms.find((atom) => atom.kind === 'wrapper' && isGetter(atom));
  if (getter?.kind === 'wrapper') {
    const inner = followReturns(activation, getter.target, { atoms: [owner] }, depth);
    return inner.hops.length > 0
      ? inner
      : { ...inner, hops: [{ owner, attribute: name, value: inner.value ?? NOTHING }] };
  }
  if (slot.value.atoms.length === 0) return UNKNOWN;
  return { value: slot.value, hops: [{ owner, attribute: name, value: slot.value }] };
}

function isGetter(atom: HeapObject): boolean {
  return atom.kind === 'wrapper' && (atom.wrapper === 'property' || atom.wrapper === 'cached-property');
}

/** `getattr(x, "name", default)`: a plain function with an object and a constant name. Else what the function gives back. */
function followCall(
  activation: Activation,
  e: Extract<Expression, { kind: 'call' }>,
  depth: number,
): Followed {
  const [object, name] = e.args;
  const text = name?.value.kind === 'constant' ? name.value.value : undefined;
  if (e.callee.kind === 'name' && object && typeof text === 'string' && /^[A-Za-z_]\w*$/.test(text)) {
    const read = attributeOf(activation, follow(activation, object.value, depth + 1), text, depth);
    if (read.value) return read;
  }
  const callee = follow(activation, e.callee, depth + 1);
  if (!callee.value || callee.value.atoms.length !== 1) return UNKNOWN;
  const receiver =
    e.callee.kind === 'attribute' ? follow(activation, e.callee.object, depth + 1).value : undefined;
  return followReturns(activation, callee.value, receiver, depth);
}

function followReturns(
  activation: Activation,
  target: Value,
  receiver: Value | undefined,
  depth: number,
): Followed {
  const functions = functionsIn(target);
  const [fn] = functions;
  if (!fn || functions.length > 1 || fn.isModel) return UNKNOWN;
  const inner: Activation = { run: activation.run, function: fn.node, receiver, args: new Map() };
  const given: Followed[] = [];
  eachStatement(fn.node.body().block, (s) => {
    if (s.kind === 'return' && s.value) given.push(follow(inner, s.value, depth + 2));
  });
  return given.length === 0 ? UNKNOWN : either(given);
}

/** Whether something is certainly not there. */
export function isNone(value: Value | undefined): boolean {
  return (
    value !== undefined &&
    value.atoms.length > 0 &&
    value.atoms.every((atom) => atom.kind === 'none' || atom.kind === 'undefined' || atom.kind === 'absent')
  );
}
