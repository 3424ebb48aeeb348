/** The critical events of the runs: who emits them, what holds for them, and what the checks of events find. Must not know a report. */
import type { Configuration } from '../config/configuration.ts';
import type { Run } from '../engine/run.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import { type Emitter, emittersOf } from '../wiring/emitters.ts';
import type { Evaluation } from '../wiring/evaluate.ts';
import { LIFE_OF_AN_AGENT, eventNames } from '../wiring/event-names.ts';
import { type EventState, eventStates } from '../wiring/event-states.ts';
import type { Loss } from '../wiring/events.ts';
import type { Contract, Finding, Wiring } from '../wiring/types.ts';
import type { EventProblem } from './event-check.ts';
import { EVENT_CHECKS } from './registry.ts';

/** A contract in all runs. */
export interface JudgedContract {
  readonly contract: Contract;
  readonly wirings: readonly Wiring[];
  /** What the checks of wiring found. */
  readonly matches: readonly { readonly match: { readonly isLatent?: true } }[];
  readonly loss: Loss;
}

export interface EventInput {
  readonly runs: readonly Run[];
  readonly configuration: Configuration;
  readonly evaluation: Evaluation;
  readonly judged: readonly JudgedContract[];
  readonly elsewhere?: (texts: readonly string[]) => readonly ModuleNode[];
}

export interface Events {
  readonly states: readonly EventState[];
  readonly emitters: readonly Emitter[];
  readonly findings: readonly Omit<Finding, 'severity'>[];
}

export function eventsOf(input: EventInput): Events {
  const { runs, configuration, evaluation, judged } = input;
  const names = eventNames(configuration.events);
  const byContract = new Map(judged.map((each) => [each.contract, each]));
  const emitters = emittersOf({
    evaluation,
    names,
    vocabulary: configuration.vocabulary,
    wirings: judged.map(({ wirings }) => wirings),
    lossOf: (contract) => byContract.get(contract)?.loss ?? { events: [], places: new Set() },
  });
  const elsewhere = input.elsewhere ?? (() => []);
  const states = eventStates({ names, runs, code: evaluation.code, emitters, elsewhere });
  if (states.length === 0) return { states, emitters, findings: [] };
  const found = new Set(
    judged
      .filter(({ matches }) => matches.some(({ match }) => !match.isLatent))
      .map(({ contract }) => contract),
  );
  const problem: EventProblem = { evaluation, configuration, names, states, emitters, found };
  const findings = EVENT_CHECKS.flatMap((check) =>
    check.find(problem).map((match) => ({ ...match, check: check.id })),
  );
  return { states, emitters, findings };
}

/** What is lost through a contract, with the events whose emitters go through it. */
export function withEvents(
  { emitters }: Events,
  contract: Contract,
  lost: readonly string[],
): readonly string[] {
  const all = new Set(lost);
  for (const { site, reached, sendings } of emitters) {
    if (reached && sendings.some(({ cause }) => cause?.contract === contract)) all.add(site.event);
  }
  const known = LIFE_OF_AN_AGENT.filter((event) => all.has(event));
  return [...known, ...[...all].filter((event) => !known.includes(event))];
}
