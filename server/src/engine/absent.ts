/** Recording attributes that are looked for in vain. Must not know what comes of it. */
import { type Machine, record, workspacePlace } from './machine.ts';
import type { InstanceObject, ModuleObject, Place } from './objects.ts';
import type { AbsentStep } from './steps.ts';
import type { Atom, Value } from './values.ts';

/** What a model says of a class whose instances code stores what it likes on; other classes of libraries may have what no model knows. */
const HOLDS_ANYTHING = '__holds_anything__';

/** Whether an object is one of a library's that code stores what it likes on. */
export function holdsAnything(m: Machine, { class: type }: InstanceObject): boolean {
  return type.mro.some(({ id, isModel }) => isModel && m.state?.slot(id, HOLDS_ANYTHING) !== undefined);
}

/** Whether an object is the application's own, of no class, and was there before any request: a module, or a plain object. */
function isKeptByStartup(m: Machine, atom: InstanceObject | ModuleObject): boolean {
  if (m.phase !== 'request' || atom.id >= m.requestsFrom) return false;
  if (atom.kind === 'module') return !atom.isModel;
  return atom.class.isModel && atom.class.name === m.dialect.types.object;
}

/** Remembers that the only thing an attribute was looked for on lacks it. */
export function noteAbsent(m: Machine, object: Value, name: string, asked: boolean, place: Place): void {
  const atom = object.atoms.length === 1 ? object.atoms[0] : undefined;
  if (m.callGraph || !m.state || !atom || !isHolder(m, atom)) return;
  record<AbsentStep>(m, { kind: 'absent', place: workspacePlace(m, place), object: atom, name, asked });
}

/** The same where it has the attribute, and nothing is in it. */
export function noteNothing(m: Machine, object: Value, name: string, found: Value, place: Place): void {
  if (m.phase !== 'request' || found.atoms.length !== 1) return;
  const kind = found.atoms[0]?.kind;
  if (kind === 'none' || kind === 'undefined') noteAbsent(m, object, name, true, place);
}

function isHolder(m: Machine, atom: Atom): atom is InstanceObject | ModuleObject {
  if (atom.kind === 'instance') return holdsAnything(m, atom) || isKeptByStartup(m, atom);
  return atom.kind === 'module' && isKeptByStartup(m, atom);
}
