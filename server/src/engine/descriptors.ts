/**
 * What a class attribute becomes when it is read through an instance or its class: functions bind, properties and descriptors run.
 * Order after the Python data model 3.3.2 where a dialect has descriptors. Must not know where attributes are stored.
 */
import { deriveBound } from './intern.ts';
import type { Machine } from './machine.ts';
import { heap, positional } from './machine.ts';
import type { Atomic, ClassObject, HeapObject, InstanceObject, Place } from './objects.ts';
import type { Slot } from './state.ts';
import type { Atom, Value } from './values.ts';
import { NONE, NOTHING, join, single } from './values.ts';

/** A name looked up in the classes of a method resolution order. */
export function lookUp(m: Machine, mro: readonly ClassObject[], name: string): Slot | undefined {
  const state = heap(m);
  for (const candidate of mro) {
    const slot = state.slot(candidate.id, name);
    if (slot) return slot;
  }
  return undefined;
}

/** The same for what instances have: where receivers are found at the call, methods of the class itself are no members of its instances. */
export function lookUpMember(m: Machine, mro: readonly ClassObject[], name: string): Slot | undefined {
  const found = lookUp(m, mro, name);
  if (!found || m.dialect.receiver === 'first-parameter' || !isOfClassOnly(found)) return found;
  const state = heap(m);
  return mro.map(({ id }) => state.slot(id, name)).find((slot) => slot !== undefined && !isOfClassOnly(slot));
}

function isOfClassOnly({ value }: Slot): boolean {
  return (
    value.atoms.length > 0 &&
    value.atoms.every((atom) => atom.kind === 'wrapper' && atom.wrapper === 'class-method')
  );
}

/** What a class attribute is when read through an instance: functions bind, properties run. */
export function bind(m: Machine, value: Value, receiver: Atomic, type: ClassObject, place: Place): Value {
  let result = NOTHING;
  for (const atom of value.atoms) {
    if (!m.state || atom.kind === 'absent') continue;
    result = join(result, bindAtom(m, atom, receiver, type, place));
  }
  return result;
}

/** The same where an attribute is read as a value: with receivers that calls find by themselves, functions stay as they are. */
export function bindRead(m: Machine, value: Value, receiver: Atomic, type: ClassObject, place: Place): Value {
  if (m.dialect.receiver === 'first-parameter') return bind(m, value, receiver, type, place);
  if (value.atoms.every((atom) => atom.kind === 'function')) return value;
  let result = NOTHING;
  for (const atom of value.atoms) {
    if (!m.state || atom.kind === 'absent') continue;
    const isPlain = atom.kind === 'function' || atom.kind === 'native';
    result = join(result, isPlain ? single(atom) : bindAtom(m, atom, receiver, type, place));
  }
  return result;
}

function bindAtom(m: Machine, atom: Atom, receiver: Atomic, type: ClassObject, place: Place): Value {
  switch (atom.kind) {
    case 'function':
    case 'native':
      return single(deriveBound(m, atom, receiver));
    case 'wrapper':
      return bindWrapper(m, atom, receiver, type, place);
    case 'instance':
      return bindDescriptor(m, atom, receiver, type, place);
    default:
      return single(atom);
  }
}

/** The method with which a descriptor in a class takes what is stored in its instances; `undefined` where it takes nothing. */
export function descriptorSetter(m: Machine, atom: Atom): Slot | undefined {
  const hook = m.dialect.names.descriptorSet;
  return hook !== undefined && atom.kind === 'instance' ? lookUp(m, atom.class.mro, hook) : undefined;
}

function bindDescriptor(
  m: Machine,
  atom: InstanceObject,
  receiver: Atomic,
  type: ClassObject,
  place: Place,
): Value {
  const hook = m.dialect.names.descriptorGet;
  if (hook === undefined || receiver.kind === 'unknown') return single(atom);
  const getter = lookUp(m, atom.class.mro, hook);
  if (!getter) return single(atom);
  const bound = bind(m, getter.value, atom, atom.class, place);
  return m.rules.call(m, bound, positional(single(receiver), single(type)), place);
}

function bindWrapper(
  m: Machine,
  atom: Extract<HeapObject, { kind: 'wrapper' }>,
  receiver: Atomic,
  type: ClassObject,
  place: Place,
): Value {
  switch (atom.wrapper) {
    case 'property':
      return m.rules.call(m, bind(m, atom.target, receiver, type, place), positional(), place);
    case 'cached-property':
      return cachedProperty(m, atom, receiver, type, place);
    case 'static':
      return atom.target;
    case 'class-method':
      return bindToClass(m, single(atom), receiver.kind === 'class' ? receiver : type, place);
    case 'two-members':
      return bind(m, atom.target, receiver, type, place);
    case 'partial':
      return single(atom);
    case 'memoized':
    case 'context-manager':
      return single(deriveBound(m, atom, receiver));
  }
}

function cachedProperty(
  m: Machine,
  atom: Extract<HeapObject, { kind: 'wrapper' }>,
  receiver: Atomic,
  type: ClassObject,
  place: Place,
): Value {
  const value = m.rules.call(m, bind(m, atom.target, receiver, type, place), positional(), place);
  const name = atom.target.atoms[0];
  if (m.state && name?.kind === 'function' && 'id' in receiver) {
    m.state.setSlot(receiver.id, name.name, { value, writes: [] });
  }
  return value;
}

export function bindToClass(m: Machine, value: Value, type: ClassObject, place: Place): Value {
  let result = NOTHING;
  for (const atom of value.atoms) {
    if (atom.kind === 'absent') continue;
    if (atom.kind === 'wrapper' && atom.wrapper === 'class-method') {
      for (const target of atom.target.atoms) {
        const bound =
          target.kind === 'function' || target.kind === 'wrapper' ? deriveBound(m, target, type) : target;
        result = join(result, single(bound));
      }
    } else if (atom.kind === 'wrapper' && atom.wrapper === 'two-members' && atom.setter) {
      result = join(result, bindToClass(m, atom.setter, type, place));
    } else if (atom.kind === 'function' && atom.name === m.dialect.names.subclassInitialised) {
      result = join(result, single(deriveBound(m, atom, type)));
    } else if (atom.kind === 'wrapper' && atom.wrapper === 'static') result = join(result, atom.target);
    else if (atom.kind === 'instance') {
      const hook = m.dialect.names.descriptorGet;
      const getter = hook === undefined ? undefined : lookUp(m, atom.class.mro, hook);
      if (!getter) result = join(result, single(atom));
      else {
        const bound = bind(m, getter.value, atom, atom.class, place);
        result = join(result, m.rules.call(m, bound, positional(NONE, single(type)), place));
      }
    } else result = join(result, single(atom));
  }
  return result;
}
