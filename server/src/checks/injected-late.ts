/**
 * The dependency is handed over when the component serves already: after the serving call, in a task that nothing waits for, or to an object
 * of a request that has been set up without it.
 */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { CallSite } from '../wiring/module-index.ts';
import { slotAt } from '../wiring/evaluate.ts';
import { lateHandovers } from '../wiring/late-handover.ts';
import { servingPlace, servingStep } from '../wiring/path.ts';
import { around, calleePlace, inWorkspace, textOf } from '../wiring/source.ts';
import * as words from '../wiring/words.ts';
import * as late from '../wiring/words-late.ts';
import { type Match, type Problem, type WiringCheck, pageOf } from './check.ts';
import { argumentAt, reachedBy, sitesOf, wasReached } from './sites.ts';

export const INJECTED_LATE: WiringCheck = {
  id: 'injected-late',
  summary: 'the component serves before the dependency is handed over',
  severity: 'error',
  url: pageOf('injected-late'),
  finders: [
    { rank: 4, find: afterServing },
    { rank: 4, find: inTask },
    { rank: 12, find: () => undefined, findUnheld: afterSettingUp },
  ],
};

/** The injecting call stands behind the one that serves. */
function afterServing(problem: Problem): Match | undefined {
  const { wiring, held, evaluation } = problem;
  const { contract, run } = wiring;
  const serving = servingPlace(run);
  if ((held.verdict !== 'never' && held.verdict !== 'request-only') || !serving) return undefined;
  const site = sitesOf(evaluation, contract, contract.point).find(
    (candidate) =>
      comesAfter(candidate, serving) && !wasReached(run, candidate) && givesSomething(problem, candidate),
  );
  if (!site) return undefined;
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  return {
    place: site.name,
    message: late.afterServing(contract, serving),
    advice: words.callBeforeServing(contract),
    keys: [...created, servingStep(run)],
    last: 'inject',
    lastMessage: 'this call comes when the application has stopped serving',
  };
}

function comesAfter({ place, function: fn }: CallSite, serving: Place): boolean {
  return (
    place.module === serving.module &&
    place.start >= serving.end &&
    around(serving.module, serving.start).function === fn
  );
}

/** Taking the dependency away at the end is no injection. */
function givesSomething({ wiring }: Problem, site: CallSite): boolean {
  const value = argumentAt(site.place, wiring.contract.point);
  return (
    value !== undefined &&
    !(value.kind === 'constant' && (value.type === 'none' || value.type === 'undefined'))
  );
}

/** A task that startup begins and does not wait for hands it over. */
function inTask({ wiring, held }: Problem): Match | undefined {
  const { contract, run } = wiring;
  if (held.verdict !== 'late') return undefined;
  const write = slotAt(run, held.object, contract.point.attribute).writes.find((candidate) =>
    isInTask(run, candidate.step),
  );
  const called = write && reachedBy(run, contract.point, write);
  if (!write || !called || !inWorkspace(called.name)) return undefined;
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  return {
    place: called.name,
    message: late.inTask(contract),
    advice: words.callBeforeServing(contract),
    keys: [...created, servingStep(run)],
    last: 'inject',
    lastMessage: 'nothing waits for the task that comes here',
  };
}

function isInTask(run: Run, step: number): boolean {
  return run.trace.steps[step]?.phase === 'background';
}

/** A request makes the component, sets it up, and only then hands over what the set-up passes on. */
function afterSettingUp({ wiring, evaluation }: Omit<Problem, 'held'>): Match | undefined {
  const [first] = lateHandovers(evaluation, wiring);
  if (!first) return undefined;
  const { contract, run } = wiring;
  const used = calleePlace(first.used);
  return {
    place: first.site.name,
    message: late.afterSettingUp(contract, textOf(used), used, first.copied, run.machine.dialect.words.none),
    advice: late.callBefore(contract, textOf(used)),
    keys: [],
    last: 'inject',
    lastMessage: `${textOf(used)}() has passed on what was there before`,
  };
}
