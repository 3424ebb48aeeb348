/**
 * `object[key]` where objects are mappings of names: a constant key is an attribute, a key that is not known may be any of them.
 * Must not know containers.
 */
import { ANY_NAME, setAttribute, storeUnderAnyName } from './attribute-writes.ts';
import { getFrom } from './attributes.ts';
import { escape } from './escapes.ts';
import type { Elements } from './items.ts';
import type { Machine } from './machine.ts';
import { heap, newId } from './machine.ts';
import type { Atomic, InstanceObject, Place } from './objects.ts';
import { NO_WRITES, type Slot } from './state.ts';
import { builtinClass } from './types.ts';
import type { Value } from './values.ts';
import { NOTHING, UNDEFINED, allTexts, join, only, single, text, unknown, without } from './values.ts';

/** The name of the attribute that a constant key means. */
export function propertyKey(key: Value): string | undefined {
  const atom = only(key);
  return atom?.kind === 'constant' ? String(atom.value) : undefined;
}

/** Whether elements of the atom are its attributes. */
export function hasProperties(m: Machine, atom: Atomic, key: Value): boolean {
  if (m.dialect.missingAttribute !== 'undefined') return false;
  if (atom.kind === 'container')
    return allTexts(key) !== undefined && only(key) !== undefined && !isIndex(propertyKey(key));
  return (
    atom.kind === 'instance' || atom.kind === 'function' || atom.kind === 'class' || atom.kind === 'module'
  );
}

function isIndex(name: string | undefined): boolean {
  return name === undefined || /^\d+$/.test(name);
}

export function readProperty(m: Machine, atom: Atomic, key: Value, place: Place): Value {
  const name = propertyKey(key);
  if (name !== undefined) return getFrom(m, atom, name, place) ?? UNDEFINED;
  const names = allTexts(key);
  if (names)
    return names.reduce((result, each) => join(result, getFrom(m, atom, each, place) ?? UNDEFINED), {
      atoms: [],
    } as Value);
  return anyProperty(m, atom, place);
}

/**
 * Any of the attributes that the object has by itself, or none. An object of a class has its methods as well: which of them is called with it
 * cannot be told.
 */
function anyProperty(m: Machine, atom: Atomic, place: Place): Value {
  if (!('id' in atom)) return unknown('an attribute under a name that is not known', { place });
  if (isOfProgram(atom)) {
    escape(m, [single(atom)], place, 'an attribute of it is read by a name that is not constant');
    return unknown('an attribute whose name is not constant', { place });
  }
  let result: Value = UNDEFINED;
  for (const [name, slot] of heap(m).slots(atom.id)) {
    if (name === '#instance') continue;
    result = join(result, without(slot.value, 'absent'));
  }
  return result;
}

export function writeProperty(m: Machine, atom: Atomic, key: Value, value: Value, place: Place): void {
  const name = propertyKey(key);
  if (name !== undefined) return setAttribute(m, single(atom), name, value, place);
  if (isOfProgram(atom))
    escape(m, [single(atom)], place, 'an attribute of it is written by a name that is not constant');
  storeUnderAnyName(m, single(atom), join(value, UNDEFINED));
}

/** Whether an object is of a class of the program: more than a mapping of names. */
function isOfProgram(atom: Atomic): boolean {
  return atom.kind === 'instance' && !atom.class.isModel;
}

/** Names of the attributes that objects have by themselves, as iterating over an object's keys gives them. */
export function namesOfProperties(m: Machine, value: Value): Elements {
  const known: Value[] = [];
  let rest = NOTHING;
  for (const atom of value.atoms) {
    if (atom.kind === 'unknown' || atom.kind === 'container')
      rest = join(rest, unknown('the name of an attribute', { truthy: true }));
    if (atom.kind !== 'instance' && atom.kind !== 'class' && atom.kind !== 'function') continue;
    for (const [name, slot] of heap(m).slots(atom.id)) {
      if (name === ANY_NAME) rest = join(rest, unknown('the name of an attribute', { truthy: true }));
      else if (!name.startsWith('#') && slot.value.atoms.length > 0) known.push(text(name));
    }
  }
  return { known, rest, certain: value.atoms.length === 1 };
}

/** `{ ...rest } = object`: a new object with the attributes that are not named. */
export function otherProperties(m: Machine, value: Value, named: ReadonlySet<string>, place: Place): Value {
  const atom = only(value);
  const type = builtinClass(m, m.dialect.types.object);
  if (atom?.kind !== 'instance' || !type) return unknown('the rest of an object', { place, truthy: true });
  const slots = new Map<string, Slot>();
  for (const [name, slot] of heap(m).slots(atom.id))
    if (!named.has(name)) slots.set(name, { value: slot.value, writes: NO_WRITES });
  const object: InstanceObject = { kind: 'instance', id: newId(m), class: type, site: place, step: -1 };
  heap(m).create(object.id, slots);
  return single(object);
}
