/** A critical event that nothing which serves emits, although the application emits others. Must not know wiring. */
import type { Place } from '../engine/objects.ts';
import type { Emitter } from '../wiring/emitters.ts';
import { emitsUnknownNames, mentionsOf } from '../wiring/event-mentions.ts';
import type { EventState } from '../wiring/event-states.ts';
import type { FilePlace } from '../wiring/types.ts';
import * as words from '../wiring/event-words.ts';
import { pageOf } from './check.ts';
import type { EventCheck, EventMatch, EventProblem } from './event-check.ts';
import { settingPlace } from './invalid-contract.ts';
import { slips } from './unknown-event.ts';

export const EVENT_UNREACHABLE: EventCheck = {
  id: 'event-unreachable',
  summary: 'a critical event that nothing reachable emits',
  severity: 'warning',
  url: pageOf('event-unreachable'),
  find,
};

function find(problem: EventProblem): readonly EventMatch[] {
  const emitted = problem.states.filter(({ emitters }) => emitters.some(({ reached }) => reached));
  if (emitted.length === 0) return [];
  const meant = new Set(slips(problem).map((slip) => slip.meant));
  const others = emitted.map(({ name }) => name);
  const silent = problem.states.filter(
    ({ name, verdict }) => (verdict === 'unreachable' || verdict === 'never-emitted') && !meant.has(name),
  );
  if (silent.length === 0 || emitsUnknownNames(problem.evaluation, reachedOf(emitted))) return [];
  return silent.flatMap((state) => matchOf(problem, state, others));
}

function reachedOf(states: readonly EventState[]): readonly Emitter[] {
  return states.flatMap(({ emitters }) => emitters.filter(({ reached }) => reached));
}

function matchOf(problem: EventProblem, state: EventState, others: readonly string[]): readonly EventMatch[] {
  const { name, emitters, environments } = state;
  const { first, unclear } = mentionsOf(problem.evaluation, name);
  if (unclear) return [];
  const [dead] = emitters;
  const place = dead?.site.name ?? first ?? configuredAt(problem, name);
  if (!place) return [];
  return [
    {
      place,
      message: dead ? words.nobodyCalls(name, dead, others) : words.nobodyEmits(name, others),
      component: '',
      environments,
      steps:
        'module' in place
          ? [{ place, kind: 'skip', message: words.neverReached(name, dead !== undefined) }]
          : [],
      events: [name],
    },
  ];
}

/** An event that only the configuration names. */
function configuredAt({ configuration, names }: EventProblem, name: string): Place | FilePlace | undefined {
  if (!names.configured) return undefined;
  return settingPlace(configuration, `events[${configuration.events.indexOf(name)}]`, name);
}
