/** Recording attributes that are looked for in vain. Must not know what comes of it. */
import { type Machine, record, workspacePlace } from './machine.ts';
import type { InstanceObject, Place, Value } from './objects.ts';
import type { AbsentStep } from './steps.ts';

/** Whether an object is one of a library's that code stores what it likes on: nothing but special names is defined for it. */
function holdsAnything(m: Machine, { class: type }: InstanceObject): boolean {
  const { builtins } = m.dialect.names;
  const classes = type.mro.filter(({ module }) => module.name !== builtins);
  return (
    type.isModel &&
    classes.length > 0 &&
    classes.every(({ id }) => [...(m.state?.slots(id).keys() ?? [])].every((name) => /^[_#]/.test(name)))
  );
}

/** Remembers that the only thing an attribute was looked for on is an object of a library's class, and lacks it. */
export function noteAbsent(m: Machine, object: Value, name: string, asked: boolean, place: Place): void {
  const atom = object.atoms.length === 1 ? object.atoms[0] : undefined;
  if (m.callGraph || !m.state || atom?.kind !== 'instance' || !holdsAnything(m, atom)) return;
  record<AbsentStep>(m, { kind: 'absent', place: workspacePlace(m, place), object: atom, name, asked });
}
