/** Recording attributes that are looked for in vain. Must not know what comes of it. */
import { type Machine, record, workspacePlace } from './machine.ts';
import type { Place, Value } from './objects.ts';
import type { AbsentStep } from './steps.ts';

/** Remembers that the only thing an attribute was looked for on is an object of a library's class, and lacks it. */
export function noteAbsent(m: Machine, object: Value, name: string, asked: boolean, place: Place): void {
  const atom = object.atoms.length === 1 ? object.atoms[0] : undefined;
  if (m.callGraph || !m.state || atom?.kind !== 'instance' || !atom.class.isModel) return;
  record<AbsentStep>(m, { kind: 'absent', place: workspacePlace(m, place), object: atom, name, asked });
}
