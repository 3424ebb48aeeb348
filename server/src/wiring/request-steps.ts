/** The steps of one root of the request phase: its own, and those that stand for what it would have done as well. Must not know what for. */
import type { Run } from '../engine/run.ts';

/** Steps `[from, to)`. */
export interface StepRange {
  readonly from: number;
  readonly to: number;
}

/** A root's own steps stand together; what it shares with an earlier one stands there. */
export function requestSteps(run: Run, root: number): readonly StepRange[] {
  const ranges = [ownSteps(run, root)];
  for (const { from, to } of run.requests.trace.shared.filter((shared) => shared.root === root))
    ranges.push({ from, to });
  return ranges;
}

function ownSteps(run: Run, root: number): StepRange {
  const { steps } = run.trace;
  let to = root + 1;
  while (steps[to]?.root === root) to++;
  return { from: root, to };
}

/** Whether some call was left before its end between two steps: what it would have done is not known. */
export function isCutBetween(run: Run, from: number, to: number): boolean {
  return run.requests.trace.cuts.some((cut) => from <= cut && cut <= to);
}
