/** No path from an entry point hands the dependency over before serving. Must not know other root causes: it comes last. */
import type { Place } from '../engine/objects.ts';
import { servingPlace, servingStep } from '../wiring/path.ts';
import { calleePlace, inWorkspace } from '../wiring/source.ts';
import type { Contract } from '../wiring/types.ts';
import * as words from '../wiring/words.ts';
import { type Match, type Problem, type WiringCheck, pageOf } from './check.ts';
import { argumentAt } from './sites.ts';

export const NEVER_INJECTED: WiringCheck = {
  id: 'never-injected',
  summary: 'no path from an entry point hands the dependency over before the application serves',
  severity: 'error',
  url: pageOf('never-injected'),
  finders: [{ rank: 11, find }],
};

function find({ wiring, held }: Problem): Match | undefined {
  const { contract, run } = wiring;
  if (held.verdict !== 'never' || (contract.point.kind === 'constructor' && isForwarded(contract, held))) return undefined;
  const place = markedPlace(contract.point.place, held.object);
  if (!inWorkspace(place)) return undefined;
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  return {
    place,
    message: words.neverInjected(contract, servingPlace(run)),
    advice: words.callBeforeServing(contract),
    keys: [...created, ...held.writes.map((write) => write.step), servingStep(run)],
    last: 'serve',
    lastMessage: `${contract.name} has no ${words.needOf(contract)} when the application begins to serve`,
  };
}

/** Whether the creating call does pass the argument: that it is none is then the caller's decision. */
function isForwarded(contract: Contract, { object }: Problem['held']): boolean {
  return object.kind === 'instance' && argumentAt(object.site, contract.point) !== undefined;
}

function markedPlace(setter: Place, object: Problem['held']['object']): Place {
  return object.kind === 'instance' ? calleePlace(object.site) : setter;
}
