/** Storing and deleting attributes: property setters and attribute hooks run; every store is recorded with the guards that hold. */
import { bind, descriptorSetter, lookUp } from './descriptors.ts';
import type { Machine } from './machine.ts';
import { heap, inModel, positional, record, workspacePlace } from './machine.ts';
import type { FunctionObject, HeapObject, Place } from './objects.ts';
import { raiseBuiltin } from './raise.ts';
import type { WriteStep } from './steps.ts';
import { classOf } from './types.ts';
import type { Value } from './values.ts';
import { NOTHING, filter, isNothing, join, single, text } from './values.ts';

/** `object.name = value`. One certain object is updated strongly; of several, each may or may not be the one. */
export function setAttribute(m: Machine, object: Value, name: string, value: Value, place: Place): void {
  const targets = filter(
    object,
    (atom) => atom.kind !== 'none' && atom.kind !== 'undefined' && atom.kind !== 'absent',
  );
  if (isNothing(targets) && !isNothing(object) && m.state) {
    const owner = object.atoms[0]?.kind === 'undefined' ? 'undefined' : m.dialect.words.none;
    const cause = { kind: 'missing-attribute', owner, attribute: name } as const;
    raiseBuiltin(m, m.dialect.names.attributeError, cause, place);
    return;
  }
  for (const atom of targets.atoms) {
    if (!m.state) return;
    if ('id' in atom) setOn(m, atom, name, value, place, targets.atoms.length === 1);
  }
}

function setOn(
  m: Machine,
  atom: HeapObject,
  name: string,
  value: Value,
  place: Place,
  strong: boolean,
): void {
  const type = classOf(m, atom);
  if (type && atom.kind !== 'class' && atom.kind !== 'module') {
    const inClass = lookUp(m, type.mro, name);
    const setter = inClass?.value.atoms.find((a) => a.kind === 'wrapper' && a.wrapper === 'property');
    if (setter?.kind === 'wrapper') {
      if (setter.setter) m.rules.call(m, bind(m, setter.setter, atom, type, place), positional(value), place);
      return;
    }
    for (const candidate of inClass?.value.atoms ?? []) {
      const taker = candidate.kind === 'instance' ? descriptorSetter(m, candidate) : undefined;
      if (!taker || candidate.kind !== 'instance') continue;
      const bound = bind(m, taker.value, candidate, candidate.class, place);
      m.rules.call(m, bound, positional(single(atom), value), place);
      return;
    }
    const hook = m.dialect.names.setAnyAttribute;
    const custom = hook === undefined ? undefined : lookUp(m, type.mro, hook);
    if (
      custom &&
      !inSetter(m, atom) &&
      custom.value.atoms.some((a) => a.kind === 'function' && !isOfRoot(m, a))
    ) {
      m.rules.call(m, bind(m, custom.value, atom, type, place), positional(text(name), value), place);
      return;
    }
  }
  store(m, atom, name, value, place, strong);
}

/** Whether a method is what every object has: it only stores. */
function isOfRoot(m: Machine, fn: FunctionObject): boolean {
  return fn.isModel && fn.owner?.value?.name === m.dialect.types.root;
}

/** Whether the code that runs is the object's own attribute hook: it stores directly. */
function inSetter(m: Machine, atom: HeapObject): boolean {
  const hook = m.dialect.names.setAnyAttribute;
  for (let frame: Machine['frame'] | undefined = m.frame; frame; frame = frame.parent) {
    if (frame.function?.name === hook && frame.receiver?.atoms.includes(atom)) return true;
  }
  return false;
}

/** Stores without hooks, and records it. */
export function store(
  m: Machine,
  object: HeapObject,
  name: string,
  value: Value,
  place: Place,
  strong: boolean,
): void {
  const state = heap(m);
  const where = workspacePlace(m, place);
  const visible = !inModel(m) || !isModelObject(m, object);
  const step =
    visible && !m.callGraph ? record<WriteStep>(m, { kind: 'write', place: where, object, name, value }) : -1;
  const write = { step, guards: m.guards, value };
  const old = state.slot(object.id, name);
  if (strong || !old) {
    const stored = strong ? value : join(value, single({ kind: 'absent' }));
    state.setSlot(object.id, name, { value: stored, writes: [write] });
  } else
    state.setSlot(object.id, name, {
      value: join(old.value, value),
      writes: [...old.writes, write].slice(-8),
    });
}

function isModelObject(m: Machine, object: HeapObject): boolean {
  if (object.kind === 'module' || object.kind === 'class') return object.isModel;
  return classOf(m, object)?.isModel ?? false;
}

/** The slot of what was stored under names that are not known: every attribute may exist and hold it. */
export const ANY_NAME = '#any';

/** `object.(some name) = value`: whatever the object has may have become `value`, and what it lacks may exist. */
export function storeUnderAnyName(m: Machine, object: Value, value: Value): void {
  const state = heap(m);
  for (const atom of object.atoms) {
    if (!('id' in atom)) continue;
    for (const [name, slot] of [...state.slots(atom.id)]) {
      if (name.startsWith('#')) continue;
      state.setSlot(atom.id, name, { value: join(slot.value, value), writes: slot.writes });
    }
    const old = state.slot(atom.id, ANY_NAME)?.value ?? NOTHING;
    state.setSlot(atom.id, ANY_NAME, { value: join(old, value), writes: [] });
  }
}

export function deleteAttribute(m: Machine, object: Value, name: string): void {
  for (const atom of object.atoms) if ('id' in atom) heap(m).deleteSlot(atom.id, name);
}
