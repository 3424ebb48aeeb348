/**
 * Functions of library models that do nothing but hand their arguments to an operation of the engine: the operation is run without
 * interpreting the function. The same work is counted, so that limits are reached at the same place. Must not know any operation.
 */
import type { CallExpression, ConstantExpression, Expression, FunctionNode, Statement } from '../ir/nodes.ts';
import type { Frame, Machine } from './machine.ts';
import { ensureLoaded, heap, positional, tick } from './machine.ts';
import type { FunctionObject, Place } from './objects.ts';
import type { Value } from './values.ts';
import { FALSE, NONE, NOTHING, TRUE, constant } from './values.ts';

/** `return operation(a, 1)`, or the call alone. */
export interface Forward {
  readonly operation: string;
  /** Names of parameters, and constants. */
  readonly args: readonly (string | Value)[];
  readonly givesBack: boolean;
  readonly place: Place;
}

const FORWARDS = new WeakMap<FunctionNode, Forward | 'none'>();

/** How a function of a model only forwards; `undefined` where it does more. */
export function forwardOf(node: FunctionNode): Forward | undefined {
  let known = FORWARDS.get(node);
  if (known === undefined) {
    known = read(node) ?? 'none';
    FORWARDS.set(node, known);
  }
  return known === 'none' ? undefined : known;
}

function read(node: FunctionNode): Forward | undefined {
  const body = node.body();
  const [statement] = body.block;
  if (body.block.length !== 1 || !statement || node.isAsync || body.isGenerator) return undefined;
  const call = callIn(statement);
  if (call?.callee.kind !== 'name' || call.optional || body.locals.has(call.callee.name)) return undefined;
  if (node.parameters.some(({ kind }) => kind === 'rest' || kind === 'named-rest')) return undefined;
  const args: (string | Value)[] = [];
  for (const { name, spread, value } of call.args) {
    if (name !== undefined || spread !== 'none') return undefined;
    const given = simple(node, value);
    if (given === undefined) return undefined;
    args.push(given);
  }
  const place = { module: node.module, start: call.start, end: call.end };
  return { operation: call.callee.name, args, givesBack: statement.kind === 'return', place };
}

function callIn(statement: Statement): CallExpression | undefined {
  const expression =
    statement.kind === 'return'
      ? statement.value
      : statement.kind === 'expression'
        ? statement.expression
        : undefined;
  return expression?.kind === 'call' ? expression : undefined;
}

function simple(node: FunctionNode, value: Expression): string | Value | undefined {
  if (value.kind === 'constant') return constantOf(value);
  if (value.kind !== 'name') return undefined;
  return node.parameters.some(({ name }) => name === value.name) ? value.name : undefined;
}

function constantOf({ type, value }: ConstantExpression): Value | undefined {
  if (type === 'none') return NONE;
  if (type === 'boolean') return value === true ? TRUE : FALSE;
  return (type === 'string' || type === 'number') && value !== undefined && value !== null
    ? constant(type, value)
    : undefined;
}

/** Statement, call, the name of the operation, and the operation itself. */
const FIXED_WORK = 4;

/** Runs the operation in a frame of the function; `undefined` where the function has to be interpreted. */
export function runForward(
  m: Machine,
  fn: FunctionObject,
  values: ReadonlyMap<string, Value>,
  receiver: Value | undefined,
  callPlace: Place,
): Value | undefined {
  const forward = forwardOf(fn.node);
  const active = m.activations.get(fn.node) ?? 0;
  if (!forward || active >= m.limits.recursion || m.frame.depth >= m.limits.depth) return undefined;
  ensureLoaded(m, fn.module);
  const atoms = heap(m).slot(fn.module.id, forward.operation)?.value.atoms;
  const [operation] = atoms ?? [];
  const work = FIXED_WORK + forward.args.length;
  if (atoms?.length !== 1 || operation?.kind !== 'native' || !mayWork(m, work)) return undefined;
  const args = argumentsOf(m, forward, values);
  if (!args) return undefined;
  const { frame, guards } = m;
  m.activations.set(fn.node, active + 1);
  m.frame = frameOf(frame, fn, receiver, callPlace);
  const value = m.rules.native(m, operation.name, positional(...args), forward.place);
  m.frame = frame;
  m.guards = guards;
  m.activations.set(fn.node, active);
  return m.state ? (forward.givesBack ? value : NONE) : NOTHING;
}

/** Counts the work, where as much is left. */
function mayWork(m: Machine, work: number): boolean {
  if (m.work - m.unbilled + work > m.workLimit) return false;
  for (let left = work; left > 0; left--) tick(m);
  return true;
}

function argumentsOf(
  m: Machine,
  { args }: Forward,
  values: ReadonlyMap<string, Value>,
): readonly Value[] | undefined {
  const given: Value[] = [];
  for (const each of args) {
    const value = typeof each === 'string' ? values.get(each) : each;
    if (!value) return undefined;
    given.push(value);
  }
  return given;
}

function frameOf(parent: Frame, fn: FunctionObject, receiver: Value | undefined, callPlace: Place): Frame {
  return {
    function: fn,
    module: fn.module,
    scope: fn.module,
    classBody: undefined,
    receiver,
    step: parent.step,
    parent,
    depth: parent.depth + 1,
    onYield: undefined,
    callPlace: parent.module.isModel ? parent.callPlace : callPlace,
    tries: 0,
    loops: [],
    handling: [],
    name: fn.qualifiedName,
  };
}
