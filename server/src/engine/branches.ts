/** `if / elif / else`: the sides of open conditions, and their join. In a loop, because such chains can be long. */
import type { Block, IfStatement } from '../ir/nodes.ts';
import { lookAtBlock, lookAtExpression } from './call-graph.ts';
import type { Condition } from './conditions.ts';
import { evaluateCondition, refine } from './conditions.ts';
import { pushGuard } from './guards.ts';
import { settleLazily } from './lazy-initialization.ts';
import type { Machine } from './machine.ts';
import { inModel, merge, placeOf, record } from './machine.ts';
import type { Place } from './objects.ts';
import type { State } from './state.ts';
import type { BranchStep } from './steps.ts';

/** The first open condition: which of its sides goes on decides the guard that what follows is under. */
interface FirstFork {
  readonly place: Place;
  readonly condition: Condition;
  readonly before: number;
  readonly middle: number;
  readonly goesOn: boolean;
}

/** Runs every side that may be taken, each with what the conditions tell it, and joins what goes on. */
export function executeIf(m: Machine, s: IfStatement): void {
  const { guards } = m;
  const ends: State[] = [];
  let first: FirstFork | undefined;
  let decided = false;
  for (const [index, { test, body }] of s.branches.entries()) {
    const condition = settleLazily(m, evaluateCondition(m, test), test);
    if (!m.state) break;
    recordBranch(m, s, index, condition);
    if (condition.truth === 'true') {
      lookAtOthers(m, s, index + 1);
      m.rules.execute(m, body);
      decided = true;
      break;
    }
    if (condition.truth === 'false') lookAtBlock(m, body);
    else {
      const before = m.sink.length;
      const end = runOpenSide(m, condition, placeOf(m, test), body);
      first ??= {
        place: placeOf(m, test),
        condition,
        before,
        middle: m.sink.length,
        goesOn: end !== undefined,
      };
      if (end) ends.push(end);
    }
  }
  if (!decided && m.state) m.rules.execute(m, s.otherwise);
  const last = m.state;
  const restGoesOn = last !== undefined;
  // In the order of the text, so that what a value can be is listed in that order.
  m.state = undefined;
  for (const end of ends) merge(m, end);
  merge(m, last);
  // What the first condition's other side had joined to it is part of "the rest" of the chain.
  const rest = restGoesOn || ends.length > (first?.goesOn === true ? 1 : 0);
  if (first) m.guards = guardAfter(m, first, rest, guards);
}

/** Runs the side on which an open condition holds, on a path of its own; the current path is the one on which it does not. */
function runOpenSide(m: Machine, condition: Condition, place: Place, body: Block): State | undefined {
  const { guards, state } = m;
  const other = state?.fork();
  refine(m, condition.whenTrue);
  m.guards = pushGuard(guards, place, true, condition.reason, 'if');
  m.rules.execute(m, body);
  const end = m.state;
  m.state = other;
  refine(m, condition.whenFalse);
  m.guards = pushGuard(guards, place, false, condition.reason, 'if');
  return end;
}

/**
 * A side that returned or left a loop leaves what follows under the other side's guard; the end of the function takes it off. A side that
 * raised does not: startup failed there, loudly.
 */
function guardAfter(
  m: Machine,
  first: FirstFork,
  rest: boolean,
  guards: Machine['guards'],
): Machine['guards'] {
  if (first.goesOn === rest || !m.state) return guards;
  const ended = first.goesOn ? m.sink.slice(first.middle) : m.sink.slice(first.before, first.middle);
  if (ended.every((exit) => exit.kind === 'raise')) return guards;
  return pushGuard(guards, first.place, first.goesOn, first.condition.reason, 'if');
}

function recordBranch(m: Machine, s: IfStatement, index: number, condition: Condition): void {
  if (m.callGraph || inModel(m)) return;
  const current = s.branches[index];
  if (!current) return;
  const skipped = skippedBy(s, index, condition);
  record<BranchStep>(m, {
    kind: 'branch',
    place: placeOf(m, current.test),
    truth: condition.truth,
    reason: condition.reason,
    skipped: skipped && skipped.length > 0 ? skipped : undefined,
    function: m.frame.function,
  });
}

/** The code that does not run because the condition is decided. */
function skippedBy(s: IfStatement, index: number, condition: Condition): Block | undefined {
  if (condition.truth === 'open') return undefined;
  if (condition.truth === 'false') return s.branches[index]?.body;
  return index + 1 < s.branches.length
    ? s.branches.slice(index + 1).flatMap((branch) => branch.body)
    : s.otherwise;
}

function lookAtOthers(m: Machine, s: IfStatement, from: number): void {
  for (const other of m.callGraph ? s.branches.slice(from) : []) {
    lookAtExpression(m, other.test);
    lookAtBlock(m, other.body);
  }
  lookAtBlock(m, s.otherwise);
}
