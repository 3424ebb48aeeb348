/**
 * Conditions: whether they hold, why, and what is known of the values in them on either side.
 * Must not know statements; `if`, loops, `and`/`or` and conditional expressions all ask here.
 */
import type { CallExpression, CompareExpression, Expression, LogicalExpression } from '../ir/nodes.ts';
import { hasAttribute, missingReason } from './attribute-presence.ts';
import { lookAtExpression } from './call-graph.ts';
import { compare } from './comparison.ts';
import type { Reason, Truth } from './guards.ts';
import type { Machine } from './machine.ts';
import { heap, placeOf } from './machine.ts';
import type { Variable } from './scopes.ts';
import { variableOf } from './scopes.ts';
import { narrowTruth, negate, truthOf } from './truth.ts';
import { classesIn, isInstance } from './types.ts';
import type { Atom, Value } from './values.ts';
import { NOTHING, onlyText, without } from './values.ts';

/** What a slot is on one side of a condition. */
export interface Refinement extends Variable {
  readonly value: Value;
}

export interface Condition {
  readonly truth: Truth;
  readonly reason: Reason;
  readonly whenTrue: readonly Refinement[];
  readonly whenFalse: readonly Refinement[];
}

const NO_REFINEMENTS: readonly Refinement[] = [];

/** Evaluates a condition, its effects included. On a path that does not complete, the truth is open and means nothing. */
export function evaluateCondition(m: Machine, expression: Expression): Condition {
  switch (expression.kind) {
    case 'unary':
      if (expression.operator === 'not') return not(evaluateCondition(m, expression.operand));
      break;
    case 'logical':
      if (expression.operator !== 'coalesce') return logical(m, expression, expression.operator);
      break;
    case 'compare':
      return comparison(m, expression);
    case 'call': {
      const narrowed = narrowingCall(m, expression);
      if (narrowed) return narrowed;
      break;
    }
    default:
      break;
  }
  const { value, variable, missing } = evaluateWithVariable(m, expression);
  const condition = ofValue(m, value, variable);
  return missing && condition.truth !== 'open' ? { ...condition, reason: missing } : condition;
}

function ofValue(m: Machine, value: Value, variable: Variable | undefined): Condition {
  if (!m.state) return dead();
  const { truth, reason } = truthOf(m, value);
  if (truth !== 'open' || !variable)
    return { truth, reason, whenTrue: NO_REFINEMENTS, whenFalse: NO_REFINEMENTS };
  return {
    truth,
    reason: openReason(m, reason, variable),
    whenTrue: [{ ...variable, value: narrowTruth(m, value, true) }],
    whenFalse: [{ ...variable, value: narrowTruth(m, value, false) }],
  };
}

/** Points an undecided value at the step that last wrote it. */
function openReason(m: Machine, reason: Reason, variable: Variable): Reason {
  if (reason.kind !== 'value') return reason;
  const writes = m.state?.slot(variable.id, variable.name)?.writes;
  return { ...reason, step: writes?.[writes.length - 1]?.step ?? -1 };
}

function dead(): Condition {
  return {
    truth: 'open',
    reason: { kind: 'unknown', text: 'it never completes' },
    whenTrue: NO_REFINEMENTS,
    whenFalse: NO_REFINEMENTS,
  };
}

function not(condition: Condition): Condition {
  return {
    truth: negate(condition.truth),
    reason: { kind: 'not', reason: condition.reason },
    whenTrue: condition.whenFalse,
    whenFalse: condition.whenTrue,
  };
}

/** `a and b`: `b` is evaluated only where `a` holds, with what that tells. */
function logical(m: Machine, expression: LogicalExpression, operator: 'and' | 'or'): Condition {
  const stop: Truth = operator === 'and' ? 'false' : 'true';
  const reasons: Reason[] = [];
  let truth: Truth = negate(stop);
  const gathered: Refinement[] = [];
  const skipped: Machine['state'][] = [];
  const guards = m.guards;
  for (const operand of expression.operands) {
    const condition = evaluateCondition(m, operand);
    if (!m.state) break;
    if (condition.truth === stop) {
      truth = stop;
      reasons.length = 0;
      reasons.push(condition.reason);
      for (const other of expression.operands.slice(expression.operands.indexOf(operand) + 1))
        lookAtExpression(m, other);
      break;
    }
    if (condition.truth === 'open') {
      truth = 'open';
      reasons.push(condition.reason);
      const going = operator === 'and' ? condition.whenTrue : condition.whenFalse;
      gathered.push(...going);
      skipped.push(m.state.fork());
      refine(m, going);
    }
  }
  for (const state of skipped) m.state = mergeStates(m.state, state);
  m.guards = guards;
  const reason: Reason =
    reasons.length === 1 ? (reasons[0] as Reason) : { kind: 'combined', operator, reasons };
  return operator === 'and'
    ? { truth, reason, whenTrue: gathered, whenFalse: NO_REFINEMENTS }
    : { truth, reason, whenTrue: NO_REFINEMENTS, whenFalse: gathered };
}

function mergeStates(a: Machine['state'], b: Machine['state']): Machine['state'] {
  if (!a || !b) return a ?? b;
  a.joinWith(b);
  return a;
}

/** Writes what a condition tells into the current path. */
export function refine(m: Machine, refinements: readonly Refinement[]): void {
  const state = m.state;
  if (!state) return;
  for (const { id, name, value } of refinements) {
    const slot = state.slot(id, name);
    if (!slot) continue;
    const writes = slot.writes.length > 1 ? slot.writes.filter((w) => overlaps(w.value, value)) : slot.writes;
    state.refineSlot(id, name, { value, writes: writes.length > 0 ? writes : slot.writes });
  }
}

function overlaps(a: Value, b: Value): boolean {
  return a.atoms.some((atom) => b.atoms.includes(atom) || atom.kind === 'unknown');
}

function comparison(m: Machine, expression: CompareExpression): Condition {
  const left = evaluateWithVariable(m, expression.first);
  let current = left.value;
  let variable = left.variable;
  let result: Condition | undefined;
  for (const { operator, operand } of expression.rest) {
    if (!m.state) return dead();
    const right = m.rules.evaluate(m, operand);
    if (!m.state) return dead();
    const { truth, reason: compared, whenTrue, whenFalse } = compare(m, operator, current, right);
    const reason = truth !== 'open' && !result && left.missing ? left.missing : compared;
    const refinable = variable && truth === 'open' && expression.rest.length === 1;
    const next: Condition = {
      truth,
      reason,
      whenTrue: refinable && variable ? [{ ...variable, value: whenTrue }] : NO_REFINEMENTS,
      whenFalse: refinable && variable ? [{ ...variable, value: whenFalse }] : NO_REFINEMENTS,
    };
    result = result ? both(result, next) : next;
    current = right;
    variable = undefined;
  }
  return result ?? ofValue(m, current, variable);
}

function both(a: Condition, b: Condition): Condition {
  if (a.truth === 'false') return a;
  if (b.truth === 'false' || a.truth === 'true') return b;
  return a;
}

/** `isinstance(x, C)`, `hasattr(x, "n")`, `callable(x)`: called through the builtin's own name, they narrow. */
function narrowingCall(m: Machine, expression: CallExpression): Condition | undefined {
  if (expression.callee.kind !== 'name' || expression.args.some((arg) => arg.spread !== 'none'))
    return undefined;
  const meaning = m.dialect.narrowing[expression.callee.name];
  if (meaning === undefined || m.callGraph) return undefined;
  const callee = m.rules.evaluate(m, expression.callee).atoms[0];
  if (callee?.kind !== 'function' || callee.module.name !== m.dialect.names.builtins) return undefined;
  const [first, second] = expression.args;
  if (!first || (!second && meaning !== 'callable')) return undefined;
  const subject = evaluateWithVariable(m, first.value);
  const argument = second ? m.rules.evaluate(m, second.value) : NOTHING;
  if (!m.state) return dead();
  switch (meaning) {
    case 'instance-of':
      return instanceOf(m, subject, argument);
    case 'has-attribute':
      return attributeExists(m, subject.value, argument, expression);
    case 'callable':
      return undefined;
  }
}

function instanceOf(m: Machine, subject: Subject, types: Value): Condition {
  const { classes, open } = classesIn(m, types);
  const yes: Atom[] = [];
  const no: Atom[] = [];
  for (const atom of subject.value.atoms) {
    if (atom.kind === 'absent') continue;
    const answers = classes.map((type) => isInstance(m, atom, type));
    const truth: Truth = answers.includes('true')
      ? 'true'
      : open || answers.includes('open')
        ? 'open'
        : 'false';
    if (truth !== 'false') yes.push(atom.kind === 'unknown' ? { ...atom, notNone: true } : atom);
    if (truth !== 'true') no.push(atom);
  }
  const truth: Truth = yes.length === 0 ? 'false' : no.length === 0 ? 'true' : 'open';
  const text = truth === 'open' ? 'its class is not known' : `its class decides`;
  const reason: Reason = { kind: 'value', text, value: subject.value, step: -1 };
  const { variable } = subject;
  if (!variable || truth !== 'open')
    return { truth, reason, whenTrue: NO_REFINEMENTS, whenFalse: NO_REFINEMENTS };
  return {
    truth,
    reason,
    whenTrue: [{ ...variable, value: { atoms: yes } }],
    whenFalse: [{ ...variable, value: { atoms: no } }],
  };
}

function attributeExists(m: Machine, object: Value, name: Value, expression: Expression): Condition {
  const attribute = onlyText(name);
  if (attribute === undefined) {
    return {
      truth: 'open',
      reason: { kind: 'unknown', text: 'the attribute name is not constant' },
      whenTrue: NO_REFINEMENTS,
      whenFalse: NO_REFINEMENTS,
    };
  }
  const decision = hasAttribute(m, object, attribute, placeOf(m, expression));
  const atom = object.atoms.length === 1 ? object.atoms[0] : undefined;
  const slot = atom && 'id' in atom ? m.state?.slot(atom.id, attribute) : undefined;
  if (decision.truth !== 'open' || !slot || !atom || !('id' in atom)) {
    return { ...decision, whenTrue: NO_REFINEMENTS, whenFalse: NO_REFINEMENTS };
  }
  const present = without(slot.value, 'absent');
  return {
    ...decision,
    whenTrue: [{ id: atom.id, name: attribute, value: present }],
    whenFalse: NO_REFINEMENTS,
  };
}

interface Subject {
  readonly value: Value;
  readonly variable: Variable | undefined;
  /** Where it is an attribute that the one object it was read from does not have. */
  readonly missing?: Reason | undefined;
}

/** Evaluates, and finds the one slot that the value came from, so that a condition can refine it. */
export function evaluateWithVariable(m: Machine, expression: Expression): Subject {
  if (expression.kind === 'name') {
    const value = m.rules.evaluate(m, expression);
    return { value, variable: m.state ? variableOf(m, expression.name) : undefined };
  }
  if (expression.kind === 'bind' && expression.target.kind === 'name') {
    const value = m.rules.evaluate(m, expression);
    return { value, variable: m.state ? variableOf(m, expression.target.name) : undefined };
  }
  if (expression.kind !== 'attribute' || expression.optional)
    return { value: m.rules.evaluate(m, expression), variable: undefined };
  const object = m.rules.evaluate(m, expression.object);
  if (!m.state) return { value: NOTHING, variable: undefined };
  const value = m.rules.getAttribute(m, object, expression.name, placeOf(m, expression));
  if (!m.state) return { value: NOTHING, variable: undefined };
  const holders = object.atoms.filter(
    (atom) => atom.kind !== 'none' && atom.kind !== 'undefined' && atom.kind !== 'absent',
  );
  const atom = holders.length === 1 ? holders[0] : undefined;
  const slot = atom && 'id' in atom ? heap(m).slot(atom.id, expression.name) : undefined;
  const own = slot !== undefined && slot.value.atoms.some((a) => value.atoms.includes(a));
  const isMissing = object.atoms.length === 1 && !slot && value.atoms.every((a) => a.kind === 'undefined');
  return {
    value,
    variable: own && atom && 'id' in atom ? { id: atom.id, name: expression.name } : undefined,
    missing: isMissing && atom ? missingReason(m, atom, expression.name) : undefined,
  };
}
