/** What is said of an attribute that nothing provides. Must not decide anything. */
import type { Place } from '../engine/objects.ts';
import type { AbsentStep } from '../engine/steps.ts';
import type { Consequence } from './absence-consequence.ts';
import { at } from './source.ts';
import { quoted } from './words.ts';

export function neverProvided({ name }: AbsentStep, object: string, consequence: Consequence): string {
  const what = `Nothing provides ${quoted(name)} of ${quoted(object)}`;
  if (consequence === 'fails') return `${what}, which is read here: whatever comes here fails.`;
  return consequence === 'skips'
    ? `${what}, which is looked for here: what needs it is skipped every time.`
    : `${what}, which is read here: the failure is swallowed every time.`;
}

export function nearest(name: string, place: Place): string {
  return ` The nearest that is provided is ${quoted(name)} (${at(place)}).`;
}
