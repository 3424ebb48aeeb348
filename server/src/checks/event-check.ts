/** What a check of events is: what it looks at and what it finds. Must not know the other checks. */
import type { Configuration } from '../config/configuration.ts';
import type { Place } from '../engine/objects.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import type { Emitter } from '../wiring/emitters.ts';
import type { Evaluation } from '../wiring/evaluate.ts';
import type { EventNames } from '../wiring/event-names.ts';
import type { EventState } from '../wiring/event-states.ts';
import type { Contract, FilePlace, FindingStep } from '../wiring/types.ts';
import type { Check } from './check.ts';

/** The events of an application that emits some. */
export interface EventProblem {
  readonly evaluation: Evaluation;
  readonly configuration: Configuration;
  readonly names: EventNames;
  readonly states: readonly EventState[];
  /** Those of events with a slip in their name among them. */
  readonly emitters: readonly Emitter[];
  /** Contracts whose missing injection is a finding. */
  readonly found: ReadonlySet<Contract>;
}

export interface EventMatch {
  readonly place: Place | FilePlace;
  readonly message: string;
  readonly component: string;
  readonly environments: readonly string[];
  readonly steps: readonly FindingStep[];
  readonly events: readonly string[];
  readonly corrections?: (context: CorrectionContext) => Iterable<Correction>;
}

export interface EventCheck extends Check {
  readonly find: (problem: EventProblem) => readonly EventMatch[];
}
