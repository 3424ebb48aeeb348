/** Every sentence about events, in one place. Must not decide anything. */
import type { Place } from '../engine/objects.ts';
import type { Emitter } from './emitters.ts';
import type { Leaving } from './event-balance.ts';
import type { Hop } from './held-value.ts';
import { at } from './source.ts';
import { list, quoted } from './words.ts';

export function ownerName(owner: Hop['owner']): string {
  return owner.kind === 'instance' ? owner.class.name : owner.name;
}

export function eventUnwired(
  owner: Hop['owner'],
  attribute: string,
  events: readonly string[],
  none: string,
): string {
  return `${ownerName(owner)} has nothing to send ${list(events)} through: its ${quoted(attribute)} is ${none} when the application serves, and nothing hands it over. Lost: ${list(events)}. Hand it over during startup, or fail startup when there is nothing to hand over.`;
}

export function hasNothing(
  events: readonly string[],
  attribute: string,
  owner: Hop['owner'],
  none: string,
): string {
  return `${list(events)} cannot be sent: ${quoted(attribute)} of ${ownerName(owner)} is ${none}`;
}

export function nobodyCalls(event: string, { site }: Emitter, others: readonly string[]): string {
  const name = site.function?.name;
  const where = name === undefined || name === '' ? 'This' : `${name}()`;
  return `Nothing that serves emits ${event}: ${where} would, but nothing calls it. The application emits ${list(others)}. Call it where ${event} happens.`;
}

export function nobodyEmits(event: string, others: readonly string[]): string {
  return `Nothing emits ${event}. The application emits ${list(others)}. Emit it where it happens, or take it out of the events that clients wait for.`;
}

export function neverReached(event: string, isEmitted: boolean): string {
  return isEmitted
    ? `${event} would be emitted here; nothing comes by`
    : `${event} is named here; nothing emits it`;
}

export function unknownEvent(event: string, meant: string): string {
  return `${quoted(event)} is emitted here, but the critical event is ${quoted(meant)}: clients that wait for ${meant} never get it. Lost: ${meant}. Emit ${quoted(meant)} instead.`;
}

export function emits(event: string): string {
  return `${event} is emitted`;
}

export function unbalanced(
  event: string,
  ending: string,
  leaving: Leaving,
  place: Place,
  name: string,
): string {
  const how =
    leaving.kind === 'return'
      ? `returns (${at(place)})`
      : leaving.kind === 'raise'
        ? `raises (${at(place)})`
        : `handles a failure (${at(place)})`;
  const what = name === '' ? 'the function' : `${name}()`;
  return `${event} is emitted here, but ${what} ${how} without ${ending}: clients wait for an end that never comes. Lost: ${ending}. Emit ${ending} on this path too, in a finally block for instance.`;
}

export function leaves(leaving: Leaving, ending: string): string {
  const how = leaving.kind === 'handler' ? 'the failure is handled' : 'it leaves here';
  return `${how} without ${ending}`;
}
