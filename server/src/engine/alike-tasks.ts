/** Background tasks that begin alike: what starts itself again and again is followed twice. Must not know how tasks run. */
import type { Deferred, Machine } from './machine.ts';
import { identityOf } from './repetition.ts';
import type { Atom } from './values.ts';

/** A task that begins like two that were followed does nothing new. */
const MAX_ALIKE = 2;

/** Whether a task is worth following; counts it. */
export function isFresh(m: Machine, counts: Map<string, number>, { target, args, named }: Deferred): boolean {
  const given = [target, ...args, ...named.values()];
  const key = given.flatMap(({ atoms }) => atoms.map((atom) => beginning(m, atom))).join();
  const seen = counts.get(key) ?? 0;
  counts.set(key, seen + 1);
  return seen < MAX_ALIKE;
}

/** What a task begins with: a suspended call by its function and arguments, anything else by itself. */
function beginning(m: Machine, atom: Atom): string {
  if (atom.kind !== 'coroutine') return identityOf(atom);
  const { function: fn, scope } = atom.call;
  const slots = [...(m.state?.slots(scope.id).values() ?? [])];
  return `${fn.id}(${slots.flatMap(({ value }) => value.atoms.map(identityOf)).join()})`;
}
