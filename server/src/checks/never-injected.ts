/** No path from an entry point hands the dependency over before serving. Must not know other root causes: it comes last. */
import type { Place } from '../engine/objects.ts';
import { servingPlace, servingStep } from '../wiring/path.ts';
import { calleePlace, inWorkspace } from '../wiring/source.ts';
import * as words from '../wiring/words.ts';
import { type Match, type Problem, type WiringCheck, pageOf } from './check.ts';

export const NEVER_INJECTED: WiringCheck = {
  id: 'never-injected',
  summary: 'no path from an entry point hands the dependency over before the application serves',
  severity: 'error',
  url: pageOf('never-injected'),
  finders: [{ rank: 11, find }],
};

function find({ wiring, held }: Problem): Match | undefined {
  const { contract, run } = wiring;
  if (held.verdict !== 'never') return undefined;
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

function markedPlace(setter: Place, object: Problem['held']['object']): Place {
  return object.kind === 'instance' ? calleePlace(object.site) : setter;
}
