/** Some ways through startup hand the dependency over, others do not: the open conditions are listed. */
import { type GuardLink, listGuards } from '../engine/guards.ts';
import type { Place } from '../engine/objects.ts';
import { inWorkspace, samePlace } from '../wiring/source.ts';
import * as words from '../wiring/words.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import { type Match, type Problem, type Subject, type WiringCheck, pageOf } from './check.ts';
import { conditionCorrections, healthCheckCorrections } from './fixes/fail-fast.ts';
import { type Reached, reachedBy } from './sites.ts';

export const CONDITIONALLY_INJECTED: WiringCheck = {
  id: 'conditionally-injected',
  summary: 'some path reaches serving without the dependency; the open conditions are listed',
  severity: 'warning',
  url: pageOf('conditionally-injected'),
  finders: [{ rank: 10, find }],
  corrections,
};

function find({ wiring, held }: Problem): Match | undefined {
  const { contract } = wiring;
  if (held.verdict !== 'conditional') return undefined;
  const first = conditionalInjection(wiring, held);
  if (!first || first.guards.length === 0) return undefined;
  const before = held.object.kind === 'instance' ? [held.object.step] : [];
  return {
    place: first.reached.name,
    message: words.conditionally(contract, first.guards),
    advice: words.callBeforeServing(contract),
    keys: [...before, ...branchSteps(wiring.run, first.guards), first.reached.step.id],
    last: 'inject',
    lastMessage: `only then does ${contract.name} receive its ${words.needOf(contract)}`,
  };
}

function* corrections(context: CorrectionContext, { wiring, held }: Subject): Iterable<Correction> {
  const injection = held && conditionalInjection(wiring, held);
  const { run, contract } = wiring;
  for (const guard of injection?.guards ?? []) yield* conditionCorrections(context, { run, contract }, guard);
  if (held) yield* healthCheckCorrections(context, { run, contract }, held);
}

export interface ConditionalInjection {
  readonly reached: Reached;
  readonly guards: readonly GuardLink[];
}

/** The first injection that only some ways come to, with the open conditions on the way, outermost first. */
export function conditionalInjection(
  wiring: Problem['wiring'],
  held: Problem['held'],
): ConditionalInjection | undefined {
  for (const write of held.writes) {
    if (write.value.atoms.every((atom) => atom.kind === 'none' || atom.kind === 'absent')) continue;
    const reached = reachedBy(wiring.run, wiring.contract.point, write);
    if (!reached || !inWorkspace(reached.name)) continue;
    const guards = listGuards(write.guards).filter(
      (guard) => guard.form !== 'handler' && inWorkspace(guard.place),
    );
    return { reached, guards: distinct(guards) };
  }
  return undefined;
}

function distinct(guards: readonly GuardLink[]): readonly GuardLink[] {
  return guards.filter(
    (guard, index) => guards.findIndex((other) => samePlace(other.place, guard.place)) === index,
  );
}

/** The steps at which open conditions were looked at. */
export function branchSteps(
  run: Problem['wiring']['run'],
  guards: readonly { readonly place: Place }[],
): readonly number[] {
  return run.startupSteps
    .filter((step) => step.kind === 'branch' && guards.some((guard) => samePlace(guard.place, step.place)))
    .map((step) => step.id);
}
