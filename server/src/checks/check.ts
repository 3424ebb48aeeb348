/** What a check is: what it declares, how it looks at one problem, and what it says. Must not know the other checks. */
import type { CheckId, ReportedSeverity } from '../config/checks.ts';
import type { Place } from '../engine/objects.ts';
import type { Evaluation } from '../wiring/evaluate.ts';
import type { FindingStep, FindingStepKind, Held, Wiring } from '../wiring/types.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';

export interface Check {
  readonly id: CheckId;
  /** What it reports, in one line. */
  readonly summary: string;
  readonly severity: ReportedSeverity;
  /** Its page, from the root of the documentation. */
  readonly url: string;
}

/** A check of wiring: for one component in one run, the first that matches by rank is the finding. */
export interface WiringCheck extends Check {
  readonly finders: readonly Finder[];
  /** What may help, the best first; made one by one, since each is tried before the next is wanted. */
  readonly corrections?: (context: CorrectionContext, subject: Subject) => Iterable<Correction>;
}

/** A finding as its check saw it. */
export interface Subject extends Omit<Problem, 'held'> {
  readonly held: Held | undefined;
  readonly match: Match;
}

export interface Finder {
  /** Place in the order of docs/checks/README.md, "One finding per root cause". */
  readonly rank: number;
  readonly find: (problem: Problem) => Match | undefined;
  /** Where a run made no component that lacks its dependency. */
  readonly findUnheld?: (problem: Omit<Problem, 'held'>) => Match | undefined;
}

/** A component that does not have its dependency in one run. */
export interface Problem {
  readonly wiring: Wiring;
  readonly held: Held;
  /** The same contract in all runs. */
  readonly all: readonly Wiring[];
  readonly evaluation: Evaluation;
}

export interface Match {
  /** What is marked. */
  readonly place: Place;
  /** The first sentence. */
  readonly message: string;
  /** What to do, as a sentence that begins with a blank; `''` for nothing. */
  readonly advice: string;
  /** Steps of the run that prove it. */
  readonly keys: readonly number[];
  /** What the marked place is on the way. */
  readonly last: FindingStepKind;
  readonly lastMessage: string;
  /** The way to the place, where the run did not go it. */
  readonly steps?: readonly FindingStep[];
  /** Whether nothing that runs now is affected: a warning by default, and no event is lost yet. */
  readonly isLatent?: true;
}

export function pageOf(id: CheckId): string {
  return `docs/checks/${id}.md`;
}
