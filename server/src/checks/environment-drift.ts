/** Wired in one environment, not in another. */
import type { Wiring } from '../wiring/types.ts';
import * as words from '../wiring/words.ts';
import { type Match, type Problem, type WiringCheck, pageOf } from './check.ts';
import { unwrapCorrections } from './fixes/unwrap.ts';
import { reachedBy } from './sites.ts';

export const ENVIRONMENT_DRIFT: WiringCheck = {
  id: 'environment-drift',
  summary: 'the dependency is handed over in one environment and never in another',
  severity: 'error',
  url: pageOf('environment-drift'),
  finders: [{ rank: 5, find }],
  corrections: (context, { wiring, match }) => unwrapCorrections(context, wiring.contract, match.place),
};

function find({ wiring, held, all }: Problem): Match | undefined {
  const { contract, run } = wiring;
  if (held.verdict !== 'never') return undefined;
  const same = all.filter((other) => other.run.entry.module === run.entry.module && other.run.served);
  const wired = same.filter((other) => other.verdict === 'wired');
  const without = same.filter((other) => other.verdict === 'never');
  const reached = wired.map(injection).find((found) => found !== undefined);
  if (!reached) return undefined;
  const names = (list: readonly Wiring[]): readonly string[] => [
    ...new Set(list.map((other) => other.run.environment.name)),
  ];
  return {
    place: reached.name,
    message: words.drift(contract, names(wired), names(without)),
    advice: words.callBeforeServing(contract),
    keys: [...created(held), ...deciding(run)],
    last: 'skip',
    lastMessage: `startup does not come here in ${words.list(names(without))}`,
  };
}

function injection(wiring: Wiring): ReturnType<typeof reachedBy> {
  for (const held of wiring.held) {
    for (const write of held.writes) {
      if (write.value.atoms.every((atom) => atom.kind === 'none' || atom.kind === 'absent')) continue;
      const reached = reachedBy(wiring.run, wiring.contract.point, write);
      if (reached) return reached;
    }
  }
  return undefined;
}

function created(held: Problem['held']): readonly number[] {
  return held.object.kind === 'instance' ? [held.object.step] : [];
}

/** The conditions that the environment decides, the last few of them. */
function deciding(run: Wiring['run']): readonly number[] {
  return run.startupSteps
    .filter(
      (step) =>
        step.kind === 'branch' &&
        step.phase === 'startup' &&
        step.reason.kind === 'environment' &&
        step.skipped !== undefined,
    )
    .map((step) => step.id)
    .slice(-3);
}
