/** Evaluating expressions. One function per kind; must not know statements or models. */
import type {
  AttributeExpression,
  CallExpression,
  ConditionalExpression,
  ConstantExpression,
  Expression,
  IndexExpression,
  LogicalExpression,
  UnaryExpression,
  YieldExpression,
} from '../ir/nodes.ts';
import { edgeToBuiltin, lookAtExpression } from './call-graph.ts';
import { evaluateComprehension } from './comprehensions.ts';
import type { Condition } from './conditions.ts';
import { evaluateCondition, evaluateWithVariable, refine } from './conditions.ts';
import { getIndex, getSlice } from './containers.ts';
import { constructAny } from './constructors.ts';
import { makeClass, makeFunction } from './definitions.ts';
import { recordEmission } from './emissions.ts';
import { evaluateCallee, missingMethod } from './callees.ts';
import { evaluateImport } from './import-statements.ts';
import { typeName } from './type-names.ts';
import { pushGuard } from './guards.ts';
import { evaluateArguments } from './call-arguments.ts';
import { mapping, sequence } from './displays.ts';
import type { Machine } from './machine.ts';
import { inModel, newId, placeOf, tick } from './machine.ts';
import { recordRest, recordSkipped } from './skipped.ts';
import type { ClassObject } from './objects.ts';
import { binary, template } from './operations.ts';
import { isBoundName, readName } from './scopes.ts';
import type { State } from './state.ts';
import { narrowTruth, truthOf } from './truth.ts';
import type { Value } from './values.ts';
import {
  BOOLEAN,
  FALSE,
  NONE,
  NOTHING,
  TRUE,
  UNDEFINED,
  constant,
  filter,
  isNothing,
  join,
  single,
  unknown,
} from './values.ts';

/** The value of an expression; `NOTHING` where no path completes it. */
export function evaluate(m: Machine, expression: Expression): Value {
  if (!m.state) return NOTHING;
  if (!tick(m)) return unknown('the dry run reached its limit');
  const value = dispatch(m, expression);
  return m.state ? value : NOTHING;
}

function dispatch(m: Machine, e: Expression): Value {
  switch (e.kind) {
    case 'constant':
      return constantValue(m, e);
    case 'name':
      return readName(m, e.name, e);
    case 'attribute':
      return attribute(m, e);
    case 'index':
      return index(m, e);
    case 'slice':
      return slice(m, e);
    case 'call':
      return call(m, e);
    case 'await':
      return m.rules.await(m, evaluate(m, e.value), placeOf(m, e));
    case 'yield':
      return yieldValue(m, e);
    case 'unary':
      return unary(m, e);
    case 'binary':
      return binary(m, e);
    case 'compare':
      return conditionValue(evaluateCondition(m, e));
    case 'logical':
      return logical(m, e);
    case 'conditional':
      return conditional(m, e);
    case 'function':
      return single(makeFunction(m, e.function));
    case 'class':
      return makeClass(m, e.class);
    case 'sequence':
      return sequence(m, e);
    case 'mapping':
      return mapping(m, e);
    case 'comprehension':
      return evaluateComprehension(m, e);
    case 'template':
      return template(m, e);
    case 'bind': {
      const value = evaluate(m, e.value);
      m.rules.assign(m, e.target, value);
      return value;
    }
    case 'super':
      return superValue(m, e);
    case 'spread':
      return evaluate(m, e.value);
    case 'import':
      return evaluateImport(m, e);
    case 'missing':
      return unknown(e.reason, { place: placeOf(m, e) });
  }
}

function constantValue(m: Machine, e: ConstantExpression): Value {
  switch (e.type) {
    case 'none':
      return NONE;
    case 'undefined':
      return UNDEFINED;
    case 'boolean':
      return e.value === true ? TRUE : FALSE;
    case 'bytes':
      return constant('bytes', String(e.value ?? ''));
    case 'ellipsis':
      return constant('ellipsis', '...');
    case 'number':
    case 'string':
      return literal(m, e.type, e.value ?? '');
  }
}

/** Equal literals are one value: most of a run's constants are. */
function literal(m: Machine, type: 'number' | 'string', content: string | number | boolean): Value {
  if (typeof content !== type || typeof content === 'boolean') return constant(type, content);
  let value = m.literals.get(content);
  if (!value) {
    value = constant(type, content);
    m.literals.set(content, value);
  }
  return value;
}

/** The boolean that a condition gives; one that an environment variable decides keeps it. */
function conditionValue({ truth, reason }: Condition): Value {
  if (truth === 'open') return BOOLEAN;
  const cause = reason.kind === 'not' ? reason.reason : reason;
  if (cause.kind === 'environment') return constant('boolean', truth === 'true', cause.variable);
  return truth === 'true' ? TRUE : FALSE;
}

function attribute(m: Machine, e: AttributeExpression): Value {
  const object = evaluate(m, e.object);
  if (!m.state) return NOTHING;
  const place = placeOf(m, e);
  if (!e.optional) return m.rules.getAttribute(m, object, e.name, place);
  const missing = object.atoms.some((atom) => atom.kind === 'none' || atom.kind === 'undefined');
  const present = filter(object, (atom) => atom.kind !== 'none' && atom.kind !== 'undefined');
  const value = isNothing(present) ? NOTHING : m.rules.getAttribute(m, present, e.name, place);
  return missing ? join(value, UNDEFINED) : value;
}

function index(m: Machine, e: IndexExpression): Value {
  const object = evaluate(m, e.object);
  if (e.optional) return optionalIndex(m, e, object);
  if (e.index.kind !== 'slice') return getIndex(m, object, evaluate(m, e.index), placeOf(m, e));
  const bounds = [e.index.lower, e.index.upper, e.index.step].map((bound) =>
    bound ? evaluate(m, bound) : undefined,
  );
  return m.state ? getSlice(m, object, bounds, placeOf(m, e)) : NOTHING;
}

function optionalIndex(m: Machine, e: IndexExpression, object: Value): Value {
  const present = filter(object, (atom) => atom.kind !== 'none' && atom.kind !== 'undefined');
  if (!m.state || isNothing(present)) return m.state ? UNDEFINED : NOTHING;
  const value = getIndex(m, present, evaluate(m, e.index), placeOf(m, e));
  return present.atoms.length < object.atoms.length ? join(value, UNDEFINED) : value;
}

function slice(m: Machine, e: Extract<Expression, { kind: 'slice' }>): Value {
  for (const part of [e.lower, e.upper, e.step]) if (part) evaluate(m, part);
  return unknown('a slice', { notNone: true, path: undefined });
}

function call(m: Machine, e: CallExpression): Value {
  const found = evaluateCallee(m, e.callee);
  let callee = found.value;
  if (!m.state) return NOTHING;
  const optional = e.optional || (e.callee.kind === 'attribute' && e.callee.optional);
  const skips = optional && callee.atoms.some((atom) => atom.kind === 'undefined' || atom.kind === 'none');
  if (skips) callee = filter(callee, (atom) => atom.kind !== 'undefined' && atom.kind !== 'none');
  if (skips && isNothing(callee)) {
    if (m.emissions?.active === true) recordSkippedEmission(m, e);
    const tested = e.callee.kind === 'attribute' ? e.callee.object : e.callee;
    recordSkipped(m, tested, { truth: 'false', reason: truthOf(m, UNDEFINED).reason }, [e]);
    return UNDEFINED;
  }
  const args = evaluateArguments(m, e.args);
  if (!m.state) return NOTHING;
  if (found.missingOn && e.callee.kind === 'attribute') return missingMethod(m, e.callee, found.missingOn);
  if (m.emissions?.active === true) recordEmission(m, e, callee, args);
  const place = placeOf(m, e);
  const value = e.construct ? constructAny(m, callee, args, place) : m.rules.call(m, callee, args, place);
  return skips ? join(value, UNDEFINED) : value;
}

/** `manager?.send(event)` without a manager sends nothing: what it would have sent is looked at on a path of its own. */
function recordSkippedEmission(m: Machine, e: CallExpression): void {
  const { state } = m;
  m.state = state?.fork();
  const args = evaluateArguments(m, e.args);
  if (m.state) recordEmission(m, e, UNDEFINED, args);
  m.state = state;
}

function yieldValue(m: Machine, e: YieldExpression): Value {
  const value = e.value ? evaluate(m, e.value) : NONE;
  if (!m.state) return NOTHING;
  const { onYield } = m.frame;
  if (!onYield) return unknown('nobody iterates over this generator');
  if (!e.delegate) {
    const outer = m.yielding;
    if (!inModel(m)) m.yielding = placeOf(m, e);
    const sent = onYield(value, e);
    m.yielding = outer;
    return sent;
  }
  const inner = value.atoms.length === 1 && !m.callGraph ? value.atoms[0] : undefined;
  if (inner?.kind === 'generator') return m.rules.resume(m, inner.call, (yielded) => onYield(yielded, e));
  if (inner?.kind === 'coroutine' || inner?.kind === 'task') return m.rules.await(m, value, placeOf(m, e));
  const elements = m.rules.elements(m, value, placeOf(m, e));
  for (const element of elements.known) if (m.state) onYield(element, e);
  if (m.state && !isNothing(elements.rest)) onYield(elements.rest, e);
  return unknown('the result of a delegated generator');
}

function unary(m: Machine, e: UnaryExpression): Value {
  if (e.operator === 'not') {
    return conditionValue(evaluateCondition(m, e));
  }
  const value = e.operator === 'typeof' ? evaluateIfBound(m, e.operand) : evaluate(m, e.operand);
  const atom = value.atoms.length === 1 ? value.atoms[0] : undefined;
  if (atom?.kind === 'constant' && atom.type === 'number') {
    const number = Number(atom.value);
    if (e.operator === 'negate') return constant('number', -number);
    if (e.operator === 'plus') return value;
    if (e.operator === 'invert') return constant('number', ~number);
  }
  if (e.operator === 'void') return UNDEFINED;
  if (e.operator === 'typeof') return typeName(m, value);
  return unknown(`the result of a computation`, { notNone: true });
}

/** A name that nothing binds is no error behind `typeof`. */
function evaluateIfBound(m: Machine, e: Expression): Value {
  return e.kind === 'name' && !isBoundName(m, e.name) ? UNDEFINED : evaluate(m, e);
}

/** `a or b` gives the operand that decided; what is left of each operand is known. */
function logical(m: Machine, e: LogicalExpression): Value {
  const guards = m.guards;
  const progress: LogicalProgress = { result: NOTHING, skipped: [], decided: false };
  for (const [index, operand] of e.operands.entries()) {
    if (progress.decided) lookAtExpression(m, operand);
    if (!m.state || progress.decided) continue;
    joinOperand(m, e, operand, index === e.operands.length - 1, progress);
    if (progress.decided) recordRest(m, e, index, truthOf(m, progress.result).reason);
  }
  m.guards = guards;
  for (const state of progress.skipped) {
    if (m.state) m.state.joinWith(state);
    else m.state = state;
  }
  return progress.result;
}

interface LogicalProgress {
  result: Value;
  /** Paths on which an operand decided. */
  readonly skipped: State[];
  decided: boolean;
}

function joinOperand(
  m: Machine,
  e: LogicalExpression,
  operand: Expression,
  last: boolean,
  progress: LogicalProgress,
): void {
  const { value, variable } = evaluateWithVariable(m, operand);
  if (!m.state) return;
  const { stays, goesOn } = last ? { stays: value, goesOn: NOTHING } : splitOperand(m, e.operator, value);
  progress.result = join(progress.result, stays);
  progress.decided = isNothing(goesOn);
  if (progress.decided || isNothing(stays)) return;
  progress.skipped.push(m.state.fork());
  if (variable) refine(m, [{ ...variable, value: goesOn }]);
  m.guards = pushGuard(
    m.guards,
    placeOf(m, operand),
    e.operator === 'and',
    truthOf(m, value).reason,
    'expression',
  );
}

function splitOperand(
  m: Machine,
  operator: LogicalExpression['operator'],
  value: Value,
): { stays: Value; goesOn: Value } {
  if (operator === 'coalesce') {
    const nullish = (kind: string): boolean => kind === 'none' || kind === 'undefined';
    const maybe = filter(value, (a) => nullish(a.kind) || (a.kind === 'unknown' && !a.notNone));
    return { stays: filter(value, (a) => !nullish(a.kind)), goesOn: maybe };
  }
  const whenTrue = narrowTruth(m, value, true);
  const whenFalse = narrowTruth(m, value, false);
  return operator === 'or' ? { stays: whenTrue, goesOn: whenFalse } : { stays: whenFalse, goesOn: whenTrue };
}

function conditional(m: Machine, e: ConditionalExpression): Value {
  const condition = evaluateCondition(m, e.test);
  if (!m.state) return NOTHING;
  if (condition.truth !== 'open') {
    const [taken, other] = condition.truth === 'true' ? [e.then, e.otherwise] : [e.otherwise, e.then];
    recordSkipped(m, e.test, condition, [other]);
    lookAtExpression(m, other);
    return evaluate(m, taken);
  }
  const guards = m.guards;
  const other = m.state.fork();
  refine(m, condition.whenTrue);
  m.guards = pushGuard(guards, placeOf(m, e.test), true, condition.reason, 'expression');
  const whenTrue = evaluate(m, e.then);
  const after = m.state as Machine['state'];
  m.state = other;
  refine(m, condition.whenFalse);
  m.guards = pushGuard(guards, placeOf(m, e.test), false, condition.reason, 'expression');
  const whenFalse = evaluate(m, e.otherwise);
  m.guards = guards;
  if (!m.state) m.state = after;
  else if (after) m.state.joinWith(after);
  return join(whenTrue, whenFalse);
}

function superValue(m: Machine, e: Extract<Expression, { kind: 'super' }>): Value {
  const type = e.type ? evaluate(m, e.type) : undefined;
  const instance = e.instance ? evaluate(m, e.instance) : receiverHere(m, e);
  const after = type ? type.atoms.find((atom) => atom.kind === 'class') : ownerOf(m);
  if (after?.kind !== 'class' || !instance)
    return unknown('super() outside a method', { place: placeOf(m, e) });
  edgeToBuiltin(m, 'super');
  let result = NOTHING;
  for (const atom of instance.atoms) {
    if (atom.kind !== 'absent')
      result = join(result, single({ kind: 'super', id: newId(m), after, receiver: atom }));
  }
  return result;
}

/** The receiver of the method around: found by its name where functions inside a method share it. */
function receiverHere(m: Machine, e: Expression): Value | undefined {
  if (m.dialect.receiver === 'first-parameter') return m.frame.receiver;
  return readName(m, m.dialect.words.receiver, e);
}

function ownerOf(m: Machine): ClassObject | undefined {
  for (let frame: Machine['frame'] | undefined = m.frame; frame; frame = frame.parent) {
    if (frame.function?.owner?.value) return frame.function.owner.value;
    if (frame.function && !frame.function.scope) return undefined;
  }
  return undefined;
}
