/**
 * Receivers where a language finds them at the call (`this`): a function is bound to what it is read from only when it is called there.
 * Must not know how calls run.
 */
import { noteNothing } from './absent.ts';
import { getFrom, unmodelled } from './attributes.ts';
import { deriveBound } from './intern.ts';
import type { Machine } from './machine.ts';
import type { Atomic, Place } from './objects.ts';
import type { Value } from './values.ts';
import { NOTHING, UNDEFINED, isNothing, join } from './values.ts';

/** What `object.name(...)` calls. */
export function readMethod(m: Machine, object: Value, name: string, place: Place): Value {
  let result = NOTHING;
  let failed = false;
  for (const atom of object.atoms) {
    if (!m.state) return NOTHING;
    if (atom.kind === 'none' || atom.kind === 'undefined' || atom.kind === 'absent') {
      failed = true;
      continue;
    }
    const value = getFrom(m, atom, name, place);
    const found = value ? bindTo(m, value, atom) : unmodelled(m, atom, name, place);
    if (found) result = join(result, found);
    else failed = true;
  }
  if (!isNothing(result) || !failed || !m.state) return result;
  const isMissing = object.atoms.every((atom) => atom.kind !== 'none' && atom.kind !== 'undefined');
  if (isMissing) noteNothing(m, object, name, UNDEFINED, place);
  return isMissing ? UNDEFINED : m.rules.getAttribute(m, object, name, place);
}

/** Functions among the values, bound to the receiver. */
export function bindTo(m: Machine, value: Value, receiver: Atomic): Value {
  if (!value.atoms.some((atom) => atom.kind === 'function' || atom.kind === 'native')) return value;
  const atoms = value.atoms.map((atom) =>
    atom.kind === 'function' || atom.kind === 'native' ? deriveBound(m, atom, receiver) : atom,
  );
  return { atoms };
}
