/** Sentences about what follows from a missing dependency, now or once somebody calls. */
import type { Place } from '../engine/objects.ts';
import type { CreateStep } from '../engine/steps.ts';
import { at } from './source.ts';
import type { Contract } from './types.ts';
import { needOf } from './words.ts';

/** Objects that requests make and hand nothing on to, since there is nothing to hand on. */
export function passedOn(following: readonly { readonly created: CreateStep }[]): string {
  const [first] = following;
  if (first?.created.object.kind !== 'instance') return '';
  const others = following.length === 1 ? '' : `, and at ${following.length - 1} more places`;
  return ` So it has none to hand on: requests make ${first.created.object.class.name} without one (${at(first.created.place)}${others}).`;
}

export function failingInjection(point: string, reason: string): string {
  return `${point} always fails here: ${reason}.`;
}

/** A call that never runs because one before it in its `try` always fails. */
export function cutOff(point: string, call: Place, name: string, reason: string): string {
  return `${point} never runs here, because ${name}() before it always fails (${at(call)}): ${reason}.`;
}

export function notCalledYet(contract: Contract, method: string): string {
  return ` Nothing that startup or requests were seen to reach calls ${method}() yet: whoever calls it loses the ${needOf(contract)} of ${contract.name} without an error.`;
}
