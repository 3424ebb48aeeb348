/** What something that cannot be followed got hold of: it may do with it what it likes, at any time. Must not know who asks. */
import type { Machine } from './machine.ts';
import type { Place } from './objects.ts';
import type { Value } from './values.ts';

/** Remembers that something which cannot be followed got hold of these objects. */
export function escape(m: Machine, values: Iterable<Value>, place: Place, reason: string): void {
  for (const value of values) {
    for (const atom of value.atoms) {
      const object = atom.kind === 'bound' ? atom.receiver : atom;
      if (object.kind === 'instance' && object.class.isModel) m.trace.handed.add(object.id);
      const visible =
        (atom.kind === 'instance' && !atom.class.isModel) ||
        ((atom.kind === 'class' || atom.kind === 'function') && !atom.isModel);
      if (visible && !m.trace.escapes.has(atom.id))
        m.trace.escapes.set(atom.id, { place, reason, object: atom });
    }
  }
}
