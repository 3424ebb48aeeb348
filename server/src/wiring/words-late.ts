/** What is said of dependencies that come too late. Must not know when that is. */
import type { Place } from '../engine/objects.ts';
import { at } from './source.ts';
import type { Contract } from './types.ts';
import { needOf } from './words.ts';

export function afterServing(contract: Contract, serving: Place): string {
  return `${contract.name} receives its ${needOf(contract)} only when the application has stopped serving (${at(serving)}).`;
}

export function inTask(contract: Contract): string {
  return `${contract.name} receives its ${needOf(contract)} in a task that startup does not wait for: requests may come before.`;
}

export function afterSettingUp(
  contract: Contract,
  name: string,
  used: Place,
  copied: Place,
  none: string,
): string {
  return `${contract.name} receives its ${needOf(contract)} only after ${name}() (${at(used)}), which passes it on while it is ${none} (${at(copied)}).`;
}

export function callBefore(contract: Contract, name: string): string {
  const { point } = contract;
  return point.kind === 'attribute'
    ? ` Assign it before ${name}() is called.`
    : ` Call ${point.name}() before ${name}().`;
}
