/** Every call and assignment that would inject a component, reached or not. */
import { listGuards } from '../engine/guards.ts';
import type { Run } from '../engine/run.ts';
import type { Step } from '../engine/steps.ts';
import type { CallSite } from './module-index.ts';
import { type Evaluation, ranAtStartup } from './evaluate.ts';
import { blockHolds, inWorkspace } from './source.ts';
import { branchesIn, stepsAt } from './step-index.ts';
import type { Contract, Injection } from './types.ts';
import { condition } from './words.ts';

export function injectionsOf(evaluation: Evaluation, contract: Contract): readonly Injection[] {
  const { point } = contract;
  if (point.kind === 'constructor') return [];
  const { code } = evaluation;
  const sites = point.kind === 'attribute' ? code.assignmentsTo(point.name) : code.callsOf(point.name);
  return sites
    .filter((site) => site.function !== point.function)
    .map((site) => injectionOf(evaluation, site));
}

function injectionOf(evaluation: Evaluation, site: CallSite): Injection {
  const steps = evaluation.runs.flatMap((run) => stepsAt(run, site.place).filter(isInjection));
  const first = steps[0];
  const guards = first
    ? listGuards(first.guards)
        .filter((guard) => inWorkspace(guard.place))
        .map((guard) => negated(condition(guard.place), guard.taken))
    : skippedBy(evaluation.runs, site);
  return { place: site.name, phase: phaseOf(evaluation, site), reached: first !== undefined, guards };
}

function isInjection(step: Step): boolean {
  return step.kind === 'enter' || step.kind === 'write';
}

function negated(text: string, taken: boolean): string {
  return taken ? text : `${text} is false`;
}

function phaseOf(evaluation: Evaluation, site: CallSite): Injection['phase'] {
  if (!site.function) return 'import';
  if (ranAtStartup(evaluation.runs, site.function)) return 'startup';
  return evaluation.requested().has(site.function) ? 'request' : 'later';
}

/** The decided conditions that keep a run from coming by. */
function skippedBy(runs: readonly Run[], site: CallSite): readonly string[] {
  const guards = new Set<string>();
  for (const run of runs) {
    for (const step of branchesIn(run, site.place.module)) {
      if (step.skipped && blockHolds(step.skipped, site.place))
        guards.add(`${condition(step.place)} is ${step.truth}`);
    }
  }
  return [...guards];
}
