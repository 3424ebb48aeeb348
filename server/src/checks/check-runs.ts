/** From the runs of an application to its components and findings: contracts, verdicts, one root cause each. Must not know a report. */
import { type CancellationToken, throwIfCancelled } from '../base/cancellation.ts';
import type { CheckId, ReportedSeverity } from '../config/checks.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import { type Asked, indexCode } from '../wiring/code-index.ts';
import { findContracts } from '../wiring/contracts.ts';
import { createEvaluation, evaluateContract, type Evaluation } from '../wiring/evaluate.ts';
import { type Loss, eventsLost } from '../wiring/events.ts';
import type { EventState } from '../wiring/event-states.ts';
import { injectionsOf } from '../wiring/injections.ts';
import { lateHandovers } from '../wiring/late-handover.ts';
import { passedOverOf } from '../wiring/passed-over.ts';
import { pathOf } from '../wiring/path.ts';
import { unwiredUses } from '../wiring/request-instances.ts';
import { samePlace, within } from '../wiring/source.ts';
import type { Component, Contract, Finding, Held, Instance, Verdict, Wiring } from '../wiring/types.ts';
import { VERDICTS_BY_WEIGHT, worstVerdict } from '../wiring/types.ts';
import { type Absence, absencesIn, componentOf as absentComponentOf } from '../wiring/absences.ts';
import { vocabularyOf } from '../wiring/vocabulary.ts';
import * as words from '../wiring/words.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import type { Match, Problem, Subject, WiringCheck } from './check.ts';
import { INVALID_CONTRACT, invalidMessage, nameCorrections, settingPlace } from './invalid-contract.ts';
import { type JudgedContract, eventsOf, withEvents } from './event-findings.ts';
import { CHECKS, WIRING_CHECKS } from './registry.ts';
import { hasNeighbour, neverProvided } from './never-provided.ts';
import { suppress } from './suppressions.ts';
import { type EntryProblem, entryFinding } from './unresolved-entry-point.ts';

export interface CheckInput {
  /** All runs: entry points times environments. */
  readonly runs: readonly Run[];
  readonly configuration: Configuration;
  readonly entryProblems?: readonly EntryProblem[];
  readonly token: CancellationToken;
  /** Modules of the workspace, loaded or not, with one of some texts in them. */
  readonly elsewhere?: (texts: readonly string[]) => readonly ModuleNode[];
}

export interface Checked {
  readonly components: readonly Component[];
  readonly findings: readonly Finding[];
  /** The critical events; none where the application emits none of them. */
  readonly events: readonly EventState[];
  /** The steps of each run that call an injection point. */
  readonly injections: ReadonlyMap<Run, ReadonlySet<number>>;
  /** Names that were looked for in the code. */
  readonly asked: Asked;
}

/** @throws CancelledError */
export function checkRuns(input: CheckInput): Checked {
  const { runs, configuration, token } = input;
  const code = indexCode(runs);
  const { contracts, invalid } = findContracts(runs, code, configuration);
  const evaluation = createEvaluation(runs, code);
  const judged = contracts.map((contract) => judge(input, evaluation, contract));
  throwIfCancelled(token);
  const events = eventsOf({ ...input, evaluation, judged });
  const components: Component[] = [];
  const findings: Finding[] = [];
  for (const { contract, wirings, matches, loss } of judged) {
    const lost = withEvents(events, contract, loss.events);
    components.push(componentOf(evaluation, contract, wirings, lost));
    findings.push(...findingsOf(input, notYetSaid(findings, matches), lost));
  }
  findings.push(...events.findings.flatMap((finding) => withSeverity(configuration, finding)));
  if (runs.length > 0) {
    for (const entry of invalid) {
      const place = settingPlace(configuration, entry.path, entry.value);
      const about = { check: INVALID_CONTRACT.id, component: '', environments: [], steps: [], events: [] };
      const corrections = (context: CorrectionContext): Iterable<Correction> =>
        nameCorrections(context, entry, place);
      const message = invalidMessage(entry);
      findings.push(...withSeverity(configuration, { ...about, message, place, corrections }));
    }
  }
  const absences = unlisted(
    components,
    absencesIn(evaluation, vocabularyOf(configuration.vocabulary), hasNeighbour),
  );
  components.push(...absences.flatMap((absence) => absentComponentOf(evaluation, absence)));
  for (const finding of neverProvided(absences))
    if (!findings.some(({ steps }) => explains(steps, finding)))
      findings.push(...withSeverity(configuration, finding));
  for (const problem of input.entryProblems ?? [])
    findings.push(...withSeverity(configuration, entryFinding(configuration, problem)));
  const suppressed = suppress(code, findings);
  const unused = suppressed.unused.flatMap((finding) => withSeverity(configuration, finding));
  return {
    components,
    findings: [...suppressed.findings, ...unused],
    events: events.states,
    injections: injectionSteps(runs, contracts),
    asked: code,
  };
}

/** What no contract speaks of. */
function unlisted(components: readonly Component[], absences: readonly Absence[]): readonly Absence[] {
  return absences.filter(
    ({ keeper, attribute }) =>
      !components.some(
        ({ name, injectionPoint }) => name === keeper?.name && injectionPoint.attribute === attribute,
      ),
  );
}

const NO_LOSS: Loss = { events: [], places: new Set() };

function judge(input: CheckInput, evaluation: Evaluation, contract: Contract): Judged {
  throwIfCancelled(input.token);
  const wirings = input.runs.map((run) => evaluateContract(evaluation, contract, run));
  const matches = contract.point.spoken ? matchesOf(evaluation, wirings) : [];
  const missing =
    matches.some(({ match }) => !match.isLatent) || !wirings.every(({ verdict }) => isHealthy(verdict));
  const loss = missing ? eventsLost(evaluation.code, contract, input.configuration.events) : NO_LOSS;
  return { contract, wirings, matches, loss };
}

/** A contract in all runs, and what is wrong with it. */
interface Judged extends JudgedContract {
  readonly matches: readonly Matched[];
}

/** One call may hand over several things: where it fails in a method that nothing calls, that is said once. */
function notYetSaid(findings: readonly Finding[], matches: readonly Matched[]): readonly Matched[] {
  return matches.filter(
    ({ match }) =>
      !match.isLatent ||
      findings.every(({ place }) => !('module' in place) || !samePlace(place, match.place)),
  );
}

/** Whether the place of a finding is a step of another one: then it is part of that. */
function explains(steps: Finding['steps'], { place }: Pick<Finding, 'place'>): boolean {
  return 'module' in place && steps.some((step) => within(step.place, place));
}

function injectionSteps(runs: readonly Run[], contracts: readonly Contract[]): Checked['injections'] {
  const functions = new Set(
    contracts.flatMap(({ point, legacy }) =>
      [point, ...legacy].map((each) => (each.kind === 'constructor' ? undefined : each.function)),
    ),
  );
  functions.delete(undefined);
  const steps = runs.map((run): [Run, ReadonlySet<number>] => {
    const calls = run.startupSteps.filter(
      (step) => step.kind === 'enter' && functions.has(step.function.node),
    );
    return [run, new Set(calls.map((step) => step.id))];
  });
  return new Map(steps);
}

function componentOf(
  evaluation: Evaluation,
  contract: Contract,
  wirings: readonly Wiring[],
  lost: readonly string[],
): Component {
  const verdicts = new Map<string, Verdict>();
  const requested = new Map(wirings.map((wiring) => [wiring, madeByRequests(evaluation, wiring)]));
  for (const wiring of wirings) {
    const { run } = wiring;
    const inRequests = requested.get(wiring) ?? [];
    const verdict = worstVerdict([wiring.verdict, ...inRequests.map((instance) => instance.verdict)]);
    const known = verdicts.get(run.environment.name);
    verdicts.set(run.environment.name, known === undefined ? verdict : worstVerdict([known, verdict]));
  }
  const verdict = worstVerdict(verdicts.values());
  return {
    kind: contract.kind,
    name: contract.name,
    place: contract.place,
    injectionPoint: contract.point,
    verdict,
    verdicts,
    instances: instancesOf(wirings, [...requested.values()].flat()),
    injections: verdict === 'unused' ? [] : injectionsOf(evaluation, contract),
    lostEvents: isHealthy(verdict) ? [] : lost,
  };
}

function isHealthy(verdict: Verdict): boolean {
  return verdict === 'wired' || verdict === 'unused' || verdict === 'unresolved';
}

/** Each place once, with the worst of its verdicts; those that requests use without the dependency as well. */
function instancesOf(wirings: readonly Wiring[], requested: readonly Instance[]): readonly Instance[] {
  const instances: Instance[] = [];
  const add = (place: Place, verdict: Verdict): void => {
    const at = instances.findIndex((instance) => samePlace(instance.place, place));
    const known = instances[at];
    if (known) instances[at] = { ...known, verdict: worstVerdict([known.verdict, verdict]) };
    else instances.push({ place, verdict });
  };
  for (const wiring of wirings) {
    for (const { object, verdict } of wiring.held) {
      if (object.kind !== 'instance') continue;
      add(object.site, wiring.verdict === 'unused' && verdict !== 'wired' ? 'unused' : verdict);
    }
  }
  for (const { place, verdict } of requested) add(place, verdict);
  return instances;
}

/** What requests make without the dependency, or hand it to when it is too late. */
function madeByRequests(evaluation: Evaluation, wiring: Wiring): readonly Instance[] {
  return [
    ...[...unwiredUses(wiring)].map(({ object }) => ({ place: object.site, verdict: 'never' as const })),
    ...passedOverOf(wiring).map(({ created }) => ({ place: created.place, verdict: 'never' as const })),
    ...lateHandovers(evaluation, wiring).map(({ made }) => ({ place: made, verdict: 'late' as const })),
  ];
}

/** What a check found, with the environments that it holds in. */
interface Matched {
  readonly check: WiringCheck;
  readonly match: Match;
  readonly subject: Subject;
  readonly environments: Set<string>;
}

/** One match per root cause and run; what is the same in several environments is one. */
function matchesOf(evaluation: Evaluation, wirings: readonly Wiring[]): readonly Matched[] {
  const found = new Map<string, Matched>();
  for (const wiring of wirings) {
    const problem = { wiring, held: worstOf(wiring), all: wirings, evaluation };
    const result = firstMatch(problem);
    if (!result) continue;
    const { check, match } = result;
    const key = `${check.id} ${match.place.module.path} ${match.place.start} ${match.message}`;
    const known = found.get(key);
    if (known) known.environments.add(wiring.run.environment.name);
    else
      found.set(key, {
        check,
        match,
        subject: { ...problem, match },
        environments: new Set([wiring.run.environment.name]),
      });
  }
  return [...found.values()];
}

function findingsOf(
  input: CheckInput,
  matches: readonly Matched[],
  lost: readonly string[],
): readonly Finding[] {
  return matches.flatMap(({ check, match, subject, environments }) => {
    const { wiring } = subject;
    const events = match.isLatent ? [] : lost;
    const message = match.message + words.lost(events) + match.advice;
    const last = { place: match.place, kind: match.last, message: match.lastMessage };
    const steps = match.steps ?? pathOf(wiring.run, match.keys, last);
    const finding = {
      check: check.id,
      message,
      component: wiring.contract.name,
      place: match.place,
      environments: [...environments],
      steps,
      events,
      contract: wiring.contract,
      corrections: (context: CorrectionContext) => check.corrections?.(context, subject) ?? [],
    };
    return withSeverity(input.configuration, finding, match.isLatent && 'warning');
  });
}

function worstOf(wiring: Wiring): Held | undefined {
  if (isHealthy(wiring.verdict) && wiring.verdict !== 'unresolved') return undefined;
  let worst: Held | undefined;
  for (const held of wiring.held) {
    if (!worst || VERDICTS_BY_WEIGHT.indexOf(held.verdict) > VERDICTS_BY_WEIGHT.indexOf(worst.verdict))
      worst = held;
  }
  return worst;
}

const RANKED = WIRING_CHECKS.flatMap((check) => check.finders.map((finder) => ({ check, ...finder }))).sort(
  (a, b) => a.rank - b.rank,
);

/** The first root cause that holds. Without an object that lacks its dependency only calls that never run are looked at. */
function firstMatch({
  held,
  ...problem
}: Omit<Problem, 'held'> & { readonly held: Held | undefined }):
  | { readonly check: WiringCheck; readonly match: Match }
  | undefined {
  for (const { check, find, findUnheld } of RANKED) {
    const match = held ? find({ ...problem, held }) : findUnheld?.(problem);
    if (match) return { check, match };
  }
  return undefined;
}

/** The finding with the severity that the configuration gives its check, else its own or the check's; none where it is off. */
function withSeverity(
  configuration: Configuration,
  finding: Omit<Finding, 'severity'>,
  own?: ReportedSeverity,
): readonly Finding[] {
  const severity = severityOf(configuration, finding.check, own);
  return severity === undefined ? [] : [{ ...finding, severity }];
}

function severityOf(
  configuration: Configuration,
  id: CheckId,
  own: ReportedSeverity | undefined,
): ReportedSeverity | undefined {
  const set =
    configuration.checks[id] ?? own ?? CHECKS.find((check) => check.id === id)?.severity ?? 'warning';
  return set === 'off' ? undefined : set;
}
