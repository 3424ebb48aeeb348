/** Recording that a decided expression keeps others from being evaluated. Must not know why it was decided. */
import type { Expression, LogicalExpression } from '../ir/nodes.ts';
import type { Reason } from './guards.ts';
import type { Decision, Machine } from './machine.ts';
import { inModel, placeOf, record } from './machine.ts';
import type { BranchStep } from './steps.ts';

/** The operands behind the one that decided, where they would do something. */
export function recordRest(m: Machine, e: LogicalExpression, index: number, reason: Reason): void {
  const rest = e.operands.slice(index + 1);
  const decided = e.operands[index];
  if (!decided || !rest.some((operand) => operand.kind === 'call' || operand.kind === 'await')) return;
  recordSkipped(m, decided, { truth: e.operator === 'and' ? 'false' : 'true', reason }, rest);
}

/** A step like that of a statement's condition: the test, which way it went, and what does not run because of it. */
export function recordSkipped(
  m: Machine,
  test: Expression,
  decision: Decision,
  skipped: readonly Expression[],
): void {
  if (!m.state || m.callGraph || inModel(m)) return;
  const block = skipped.map(
    (e) => ({ kind: 'expression', expression: e, start: e.start, end: e.end }) as const,
  );
  record<BranchStep>(m, {
    kind: 'branch',
    place: placeOf(m, test),
    ...decision,
    skipped: block,
    function: m.frame.function,
  });
}
