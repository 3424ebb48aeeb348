/** An injecting call that startup comes to and that can never run: the decided condition and its reason are shown. */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { BranchStep } from '../engine/steps.ts';
import type { Block } from '../ir/nodes.ts';
import { eachStatement } from '../ir/outline.ts';
import type { CallSite } from '../wiring/module-index.ts';
import type { Evaluation } from '../wiring/evaluate.ts';
import { related } from '../wiring/infer-attributes.ts';
import { blockHolds, lastName, namesIn, placeIn } from '../wiring/source.ts';
import { branchesIn } from '../wiring/step-index.ts';
import type { Contract, InjectionPoint } from '../wiring/types.ts';
import { wordsOf } from '../wiring/vocabulary.ts';
import * as words from '../wiring/words.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import { type Match, type Problem, type Subject, type WiringCheck, pageOf } from './check.ts';
import { attributeCorrections, presenceCorrections } from './fixes/broken-path.ts';
import { injectionCorrections } from './fixes/insert-injection.ts';
import { sitesOf, wasReached } from './sites.ts';

export const DEAD_INJECTION: WiringCheck = {
  id: 'dead-injection',
  summary: 'an injecting call exists and can never run; the decided condition and its reason are shown',
  severity: 'error',
  url: pageOf('dead-injection'),
  finders: [
    {
      rank: 6,
      find: (problem) => findDead(problem, [problem.wiring.contract.point]),
      findUnheld: (problem) => findUnreachable(problem, [problem.wiring.contract.point]),
    },
    {
      rank: 8,
      find: (problem) => findDead(problem, problem.wiring.contract.legacy),
      findUnheld: (problem) => findUnreachable(problem, problem.wiring.contract.legacy),
    },
  ],
  corrections,
};

function* corrections(
  context: CorrectionContext,
  { wiring, held, match, evaluation }: Subject,
): Iterable<Correction> {
  const { run, contract } = wiring;
  const steps = match.keys.flatMap((id) => {
    const step = run.trace.steps[id];
    return step?.kind === 'branch' ? [step] : [];
  });
  const broken = { run, contract, steps, place: match.place };
  yield* attributeCorrections(context, broken);
  yield* presenceCorrections(context, broken);
  if (held) yield* injectionCorrections(context, { run, contract, held, evaluation });
}

type Unheld = Omit<Problem, 'held'>;

function findDead(problem: Problem, points: readonly InjectionPoint[]): Match | undefined {
  const { held } = problem;
  if (held.verdict !== 'never' && held.verdict !== 'request-only' && !isCutShort(problem)) return undefined;
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  return findSkipped(problem, points, created, () => true);
}

/** Startup ended in an exception, with nothing there, and no other run is better off: what it passed over before still counts. */
function isCutShort({ wiring, held, all }: Problem): boolean {
  const nothing = held.value.atoms.every(({ kind }) => kind === 'none' || kind === 'absent');
  return !wiring.run.served && nothing && all.every(({ verdict }) => verdict !== 'wired');
}

/**
 * No such component was made, so that nothing says which one was meant: the name that the method is called on has to say it, and the
 * call has to be out of reach because an object lacks the attribute that leads to the component.
 */
function findUnreachable(problem: Unheld, points: readonly InjectionPoint[]): Match | undefined {
  const { verdict, held, contract } = problem.wiring;
  if (
    verdict !== 'unused' ||
    held.length > 0 ||
    contract.kind !== 'class' ||
    (contract.users.length === 0 && !contract.declared)
  )
    return undefined;
  return findSkipped(problem, points, [], (skip) => isBrokenPath(problem.wiring.run, skip));
}

function isBrokenPath(run: Run, skip: Skip): boolean {
  return skip.keys.some((id) => {
    const step = run.trace.steps[id];
    return (
      step?.kind === 'branch' &&
      step.truth === 'false' &&
      step.reason.kind === 'missing-attribute' &&
      !step.reason.class.isModel
    );
  });
}

function findSkipped(
  problem: Unheld,
  points: readonly InjectionPoint[],
  created: readonly number[],
  accept: (skip: Skip) => boolean,
): Match | undefined {
  const { wiring, evaluation } = problem;
  for (const point of points) {
    for (const site of sitesOf(evaluation, wiring.contract, point)) {
      if (wasReached(wiring.run, site) || !isMeant(problem, site, created.length === 0)) continue;
      const skip = skipOf(wiring.run, site);
      if (skip && accept(skip)) return matchOf(problem, point, site, skip, created);
    }
  }
  return undefined;
}

/** Whether the object that the call is made on may be the component: their names share a word, or no other class has such a method. */
function isMeant({ wiring, evaluation }: Unheld, site: CallSite, strictly: boolean): boolean {
  if (wiring.contract.kind === 'module') return true;
  const name = site.receiver ? lastName(site.receiver) : undefined;
  if (name !== undefined && related(name, wiring.contract.name)) return true;
  if (strictly) return false;
  const { function: fn } = wiring.contract.point;
  if (!fn) return true;
  const defined = evaluation.code.functionsNamed(fn.name).filter(({ class: owner }) => owner !== undefined);
  return new Set(defined.map(({ class: owner }) => owner)).size <= 1;
}

function matchOf(
  { wiring, evaluation }: Unheld,
  point: InjectionPoint,
  site: CallSite,
  skip: Skip,
  created: readonly number[],
): Match {
  const { contract, run } = wiring;
  return {
    place: site.name,
    message: words.deadInjection(contract, skip.because),
    advice: `${missingOnTheWay(run, skip)}${wrongSetterToo(evaluation, contract, point, site)}`,
    keys: [...created, ...skip.keys],
    last: 'skip',
    lastMessage: `${point.name}${point.kind === 'attribute' ? '' : '()'} never runs`,
  };
}

/** Which attributes the objects on the way lack, so that nothing leads to the component. */
function missingOnTheWay(run: Run, skip: Skip): string {
  const steps = skip.keys.map((id) => run.trace.steps[id]).filter((step) => step?.kind === 'branch');
  return words.lacking(steps);
}

/** What the call would get wrong if it ran: all other code hands over through another setter of the component. */
function wrongSetterToo(
  evaluation: Evaluation,
  contract: Contract,
  point: InjectionPoint,
  site: CallSite,
): string {
  if (point !== contract.point) return words.alsoLegacy(contract, point);
  const others = (each: InjectionPoint): boolean =>
    evaluation.code
      .callsOf(each.name)
      .some((call) => call.place.start !== site.place.start && names(call, contract));
  const right = others(point) ? undefined : contract.rivals.find(others);
  return right ? words.alsoMigrated(point, right) : '';
}

/** Whether the name that a method is called on ends like the component's: `agent_registry` for an AgentRegistry. */
function names(site: CallSite, contract: Contract): boolean {
  const receiver = site.receiver ? lastName(site.receiver) : undefined;
  const noun = wordsOf(contract.name).at(-1);
  return receiver !== undefined && noun !== undefined && wordsOf(receiver).at(-1) === noun;
}

/** Why a run passes over a call although it comes to the function around it. */
interface Skip {
  readonly because: string;
  readonly step: BranchStep;
  readonly keys: readonly number[];
}

function skipOf(run: Run, site: CallSite): Skip | undefined {
  const branches = branchesIn(run, site.place.module);
  const skipping = branches.filter(
    (step) => step.skipped && blockHolds(step.skipped, site.place) && step.phase === 'startup',
  );
  const step = skipping[skipping.length - 1];
  if (step) {
    const keys = [...explaining(run, step), step.id];
    return { because: reasonOf(step), step, keys: [...keys.flatMap((id) => createdFor(run, id)), ...keys] };
  }
  return returnBefore(run, branches, site);
}

/** Where the object was created that lacks an attribute. */
function createdFor(run: Run, id: number): readonly number[] {
  const step = run.trace.steps[id];
  if (step?.kind !== 'branch' || step.reason.kind !== 'missing-attribute') return [];
  const type = step.reason.class;
  const created = run.startupSteps.filter(
    (before) =>
      before.id < id &&
      before.kind === 'create' &&
      before.object.kind === 'instance' &&
      before.object.class === type,
  );
  return created.slice(-1).map((before) => before.id);
}

function reasonOf(step: BranchStep): string {
  if (step.reason.kind === 'empty' && isLoop(step)) return words.empty(step.place);
  return words.decided(step.place, step.truth === 'true' ? 'true' : 'false');
}

/** What is gone through is no condition: nothing asks for its truth. */
function isLoop(step: BranchStep): boolean {
  let loop = false;
  const block: Block = step.function?.node.body().block ?? step.place.module.body;
  eachStatement(block, (s) => {
    if (s.kind === 'for-each' && s.iterable.start === step.place.start && s.iterable.end === step.place.end)
      loop = true;
  });
  return loop;
}

/** A branch that was taken for certain, and whose end is a return, before the call. */
function returnBefore(run: Run, branches: readonly BranchStep[], site: CallSite): Skip | undefined {
  const { function: fn } = site;
  if (!fn) return undefined;
  for (const step of branches) {
    if (
      step.truth === 'open' ||
      step.function?.node !== fn ||
      step.place.end > site.place.start ||
      step.phase !== 'startup'
    )
      continue;
    const end = takenReturn(fn.body().block, step);
    if (end && end.end <= site.place.start)
      return { because: words.returnsFirst(fn.name, end), step, keys: [step.id] };
  }
  return undefined;
}

function takenReturn(block: Block, step: BranchStep): Place | undefined {
  let found: Place | undefined;
  eachStatement(block, (s) => {
    if (s.kind !== 'if') return;
    const index = s.branches.findIndex(
      ({ test }) => test.start === step.place.start && test.end === step.place.end,
    );
    const branch = s.branches[index];
    if (!branch) return;
    const taken = step.truth === 'true' ? branch.body : index === s.branches.length - 1 ? s.otherwise : [];
    const last = taken[taken.length - 1];
    if (last?.kind === 'return') found = placeIn(step.place.module, last);
  });
  return found;
}

/** Earlier decided conditions of the same call that kept the names of a condition from being set. */
function explaining(run: Run, step: BranchStep): readonly number[] {
  const names = namesAt(step);
  const keys: number[] = [];
  for (let id = step.id - 1; id > step.parent; id--) {
    const before = run.trace.steps[id];
    if (before?.kind !== 'branch' || before.parent !== step.parent || !before.skipped) continue;
    if (assigns(before.skipped, names)) keys.push(id);
  }
  return keys.reverse();
}

function namesAt(step: BranchStep): ReadonlySet<string> {
  let names: ReadonlySet<string> = new Set();
  const block: Block = step.function?.node.body().block ?? step.place.module.body;
  eachStatement(block, (s) => {
    if (s.kind !== 'if') return;
    for (const { test } of s.branches)
      if (test.start === step.place.start && test.end === step.place.end) names = namesIn(test);
  });
  return names;
}

function assigns(block: Block, names: ReadonlySet<string>): boolean {
  let found = false;
  eachStatement(block, (s) => {
    if (s.kind === 'assign')
      found ||= s.targets.some((target) => target.kind === 'name' && names.has(target.name));
  });
  return found;
}
