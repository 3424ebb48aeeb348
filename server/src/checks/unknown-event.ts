/** An event is emitted under a name that is one slip away from a critical event. Must not know what the event is for. */
import type { Place } from '../engine/objects.ts';
import { forEachExpression } from '../ir/walk.ts';
import { type Correction, editsIn, replaced, textIn } from '../wiring/correction.ts';
import type { Emitter } from '../wiring/emitters.ts';
import { placeIn } from '../wiring/source.ts';
import * as words from '../wiring/event-words.ts';
import { pageOf } from './check.ts';
import type { EventCheck, EventMatch, EventProblem } from './event-check.ts';

export const UNKNOWN_EVENT: EventCheck = {
  id: 'unknown-event',
  summary: 'an emitted name is one slip away from a critical event',
  severity: 'error',
  url: pageOf('unknown-event'),
  find,
};

function find(problem: EventProblem): readonly EventMatch[] {
  return slips(problem).map(({ emitter, meant }) => {
    const place = textPlace(emitter);
    return {
      place,
      message: words.unknownEvent(emitter.site.event, meant),
      component: '',
      environments: [],
      steps: [{ place, kind: 'emit', message: words.emits(emitter.site.event) }],
      events: [meant],
      corrections: () => rename(place, emitter.site.event, meant),
    };
  });
}

/** Emitters of a name that is meant for a critical event which nobody emits under its own name. */
export function slips({
  emitters,
  names,
}: EventProblem): readonly { readonly emitter: Emitter; readonly meant: string }[] {
  return emitters.flatMap((emitter) => {
    const meant = emitter.reached ? names.slipOf(emitter.site.event) : undefined;
    if (meant === undefined || emitters.some(({ site }) => site.event === meant)) return [];
    return [{ emitter, meant }];
  });
}

/** The name where it stands in the call; elsewhere others may mean it. */
function* rename(place: Place, name: string, meant: string): Iterable<Correction> {
  const text = textIn(place);
  if (!text.includes(name)) return;
  const edits = editsIn(place.module, replaced(place, text.replace(name, meant)));
  yield { title: `Rename the event to ${meant}`, applicability: 'safe', edits, wires: undefined };
}

/** The text in the call; the name that is called, where it stands elsewhere. */
function textPlace({ site }: Emitter): Place {
  const { call, place, event } = site;
  let found: Place | undefined;
  forEachExpression([{ kind: 'expression', expression: call, start: call.start, end: call.end }], (e) => {
    if (e.kind === 'constant' && e.value === event) found ??= placeIn(place.module, e);
  });
  return found ?? site.name;
}
