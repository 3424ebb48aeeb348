/** `container[index]`, storing and deleting elements. Must not know container classes; those with hooks answer for themselves. */
import { setAttribute } from './attribute-writes.ts';
import { bind, lookUp } from './descriptors.ts';
import type { Items, MappingItems, SequenceItems } from './items.ts';
import { joinItems, keyOf, mappingSet, mayShrink } from './items.ts';
import type { Machine } from './machine.ts';
import { heap, newId, positional } from './machine.ts';
import type { Atomic, ContainerObject, Place } from './objects.ts';
import { hasProperties, readProperty, writeProperty } from './properties.ts';
import { raiseBuiltin } from './raise.ts';
import { classOf } from './types.ts';
import type { Atom, Value } from './values.ts';
import { NOTHING, UNDEFINED, isNothing, join, joinAll, only, onlyText, single, unknown } from './values.ts';

/** `object[index]`. */
export function getIndex(m: Machine, object: Value, index: Value, place: Place): Value {
  if (!m.state) return NOTHING;
  let result = NOTHING;
  let missing: Atom | undefined;
  for (const atom of object.atoms) {
    if (!m.state || atom.kind === 'absent') continue;
    const value =
      atom.kind === 'none' || atom.kind === 'undefined' ? undefined : indexAtom(m, atom, index, place);
    if (value === undefined) missing = atom;
    else result = join(result, value);
  }
  if (!isNothing(result) || !m.state || !missing) return result;
  if (m.dialect.missingAttribute === 'undefined' && missing.kind !== 'none' && missing.kind !== 'undefined')
    return UNDEFINED;
  if (missing.kind === 'container' && missing.type !== 'mapping')
    return raiseBuiltin(
      m,
      m.dialect.names.indexError,
      { kind: 'library', text: 'the index is out of range' },
      place,
    );
  return raiseBuiltin(m, m.dialect.names.keyError, { kind: 'library', text: 'the key is not there' }, place);
}

function indexAtom(m: Machine, atom: Atomic, index: Value, place: Place): Value | undefined {
  if (hasProperties(m, atom, index)) return readProperty(m, atom, index, place);
  switch (atom.kind) {
    case 'container':
      return indexContainer(m, atom, index, place);
    case 'instance':
      return indexInstance(m, atom, index, place);
    case 'class':
      return indexClass(m, atom, index, place);
    case 'constant':
      return unknown('a part of a text', { notNone: true, place });
    case 'unknown':
      return unknown(atom.path === undefined ? atom.reason : `an element of ${atom.path}`, {
        place,
        path: /^[A-Z]/.test(lastPart(atom.path)) ? atom.path : undefined,
        truthy: /^[A-Z]/.test(lastPart(atom.path)),
      });
    default:
      return unknown(`an element of a ${atom.kind}`, { place });
  }
}

function lastPart(path: string | undefined): string {
  return path?.slice(path.lastIndexOf('.') + 1) ?? '';
}

function indexInstance(
  m: Machine,
  atom: Extract<Atomic, { kind: 'instance' }>,
  index: Value,
  place: Place,
): Value | undefined {
  const hook = m.dialect.names.getItem;
  const method = hook === undefined ? undefined : lookUp(m, atom.class.mro, hook);
  if (method)
    return m.rules.call(m, bind(m, method.value, atom, atom.class, place), positional(index), place);
  return unknown(`an element of a ${atom.class.name}`, { place });
}

/** `Class[argument]`: a generic class subscripted is itself, unless its metaclass says otherwise. */
function indexClass(m: Machine, atom: Extract<Atomic, { kind: 'class' }>, index: Value, place: Place): Value {
  const { getItem, classGetItem } = m.dialect.names;
  const viaMeta =
    getItem === undefined || !atom.metaclass ? undefined : lookUp(m, atom.metaclass.mro, getItem);
  if (viaMeta && atom.metaclass)
    return m.rules.call(m, bind(m, viaMeta.value, atom, atom.metaclass, place), positional(index), place);
  const own = classGetItem === undefined ? undefined : lookUp(m, atom.mro, classGetItem);
  if (!own || atom.isModel) return enumerationMember(m, atom, index) ?? single(atom);
  const called = {
    atoms: own.value.atoms.flatMap((a): readonly Atom[] => (a.kind === 'wrapper' ? a.target.atoms : [a])),
  };
  return m.rules.call(m, called, positional(single(atom), index), place);
}

function enumerationMember(
  m: Machine,
  atom: Extract<Atomic, { kind: 'class' }>,
  index: Value,
): Value | undefined {
  const name = only(index);
  if (name?.kind !== 'constant' || name.type !== 'string') return undefined;
  const slot = heap(m).slot(atom.id, String(name.value));
  const member = slot?.value.atoms[0];
  return member?.kind === 'instance' && member.class === atom ? slot?.value : undefined;
}

function indexContainer(m: Machine, atom: ContainerObject, index: Value, place: Place): Value | undefined {
  const hook = m.dialect.names.getItem;
  const method =
    hook !== undefined && atom.class && !atom.class.isModel ? lookUp(m, atom.class.mro, hook) : undefined;
  if (method && atom.class && method.value.atoms.some((a) => a.kind === 'function' && !a.isModel)) {
    return m.rules.call(m, bind(m, method.value, atom, atom.class, place), positional(index), place);
  }
  const items = heap(m).items(atom.id);
  if (!items) return unknown('a container that is not known', { place });
  return items.kind === 'mapping' ? getKey(m, atom, items, index, place) : getElement(items, index);
}

function getElement(items: SequenceItems, index: Value): Value | undefined {
  const position = only(index);
  const exact = position?.kind === 'constant' && typeof position.value === 'number' && items.certain;
  if (exact && (Number(position.value) >= 0 || isNothing(items.rest))) {
    const at = Number(position.value) + (Number(position.value) < 0 ? items.known.length : 0);
    const value = items.known[at];
    if (value) return value;
    return isNothing(items.rest) ? undefined : items.rest;
  }
  const all = joinAll([...items.known, items.rest]);
  return isNothing(all) ? undefined : all;
}

/** `object[lower:upper:step]`: a new sequence; where the bounds are not constant, of any of the elements. */
export function getSlice(
  m: Machine,
  object: Value,
  bounds: readonly (Value | undefined)[],
  place: Place,
): Value {
  let result = NOTHING;
  for (const atom of object.atoms) {
    const items = atom.kind === 'container' ? heap(m).items(atom.id) : undefined;
    if (atom.kind !== 'container' || items?.kind !== 'sequence') {
      result = join(
        result,
        unknown(atom.kind === 'unknown' ? atom.reason : 'a part of something', { place, notNone: true }),
      );
      continue;
    }
    const copy: ContainerObject = { ...atom, id: newId(m), site: place };
    heap(m).setItems(copy.id, sliceItems(items, bounds));
    result = join(result, single(copy));
  }
  return result;
}

function sliceItems(items: SequenceItems, bounds: readonly (Value | undefined)[]): SequenceItems {
  const numbers = bounds.map((bound) => {
    const atom = bound && only(bound);
    if (!bound || atom?.kind === 'none') return null;
    return atom?.kind === 'constant' && typeof atom.value === 'number' ? atom.value : undefined;
  });
  const [lower, upper, step] = numbers;
  const any: SequenceItems = {
    kind: 'sequence',
    known: [],
    rest: joinAll([...items.known, items.rest]),
    certain: false,
  };
  if (
    lower === undefined ||
    upper === undefined ||
    step === undefined ||
    !items.certain ||
    !isNothing(items.rest)
  )
    return any;
  if (step === -1 && lower === null && upper === null) return { ...items, known: [...items.known].reverse() };
  if (step !== null && step !== 1) return any;
  return { ...items, known: items.known.slice(lower ?? 0, upper ?? undefined) };
}

/** What is filed under a key; `undefined` where it is certainly not there. */
export function getKey(
  m: Machine,
  atom: ContainerObject,
  items: MappingItems,
  index: Value,
  place: Place,
): Value | undefined {
  let result = NOTHING;
  for (const key of index.atoms) {
    const name = key.kind === 'absent' ? undefined : keyOf(key);
    if (name === undefined) {
      const all = joinAll([...[...items.entries.values()].map((entry) => entry.value), items.rest]);
      if (isNothing(all) && !atom.environment) return undefined;
      return join(
        result,
        isNothing(all) ? unknown('an element under a key that is not known', { place }) : all,
      );
    }
    const entry = items.entries.get(name);
    if (entry) result = join(result, entry.value);
    else if (!isNothing(items.rest) && !isNeverSet(m, index)) result = join(result, items.rest);
  }
  if (!isNothing(result)) return result;
  const factory = heap(m).slot(atom.id, '#factory')?.value;
  if (factory) return viaFactory(m, atom, index, factory, place);
  if (isNeverSet(m, index)) return undefined;
  return atom.environment
    ? unknown('an environment variable', { place, notNone: true })
    : viaMissing(m, atom, index, place);
}

/** Stores an entry. A variable whose name is not known leaves the mapping of environment variables as it is: it overrides none of ours. */
export function fileUnder(
  atom: ContainerObject,
  items: MappingItems,
  key: Value,
  value: Value,
): MappingItems {
  return atom.environment && only(key)?.kind !== 'constant' ? items : mappingSet(items, key, value);
}

export function isNeverSet(m: Machine, index: Value): boolean {
  const key = only(index);
  return key?.kind === 'constant' && m.environment.neverSet?.(String(key.value)) === true;
}

function viaFactory(m: Machine, atom: ContainerObject, index: Value, factory: Value, place: Place): Value {
  const value = m.rules.call(m, factory, positional(), place);
  const items = m.state?.items(atom.id);
  if (m.state && items?.kind === 'mapping') m.state.setItems(atom.id, mappingSet(items, index, value));
  return value;
}

function viaMissing(m: Machine, atom: ContainerObject, index: Value, place: Place): Value | undefined {
  const type = classOf(m, atom);
  const hook = m.dialect.names.missingItem;
  const method = type && (hook === undefined ? undefined : lookUp(m, type.mro, hook));
  return method && type
    ? m.rules.call(m, bind(m, method.value, atom, type, place), positional(index), place)
    : undefined;
}

/** `object[index] = value`. */
export function setIndex(m: Machine, object: Value, index: Value, value: Value, place: Place): void {
  for (const atom of object.atoms) {
    if (!m.state) return;
    if (atom.kind !== 'absent' && hasProperties(m, atom, index)) writeProperty(m, atom, index, value, place);
    else if (atom.kind === 'container')
      setInContainer(m, atom, index, value, place, object.atoms.length === 1);
    else if (atom.kind === 'instance') {
      const hook = m.dialect.names.setItem;
      const method = hook === undefined ? undefined : lookUp(m, atom.class.mro, hook);
      if (method)
        m.rules.call(m, bind(m, method.value, atom, atom.class, place), positional(index, value), place);
    }
  }
}

function setInContainer(
  m: Machine,
  atom: ContainerObject,
  index: Value,
  value: Value,
  place: Place,
  strong: boolean,
): void {
  const hook = m.dialect.names.setItem;
  const method =
    hook !== undefined && atom.class && !atom.class.isModel ? lookUp(m, atom.class.mro, hook) : undefined;
  if (method && atom.class && method.value.atoms.some((a) => a.kind === 'function' && !a.isModel)) {
    m.rules.call(m, bind(m, method.value, atom, atom.class, place), positional(index, value), place);
    return;
  }
  const name = onlyText(index);
  if (atom.namesOf && name !== undefined && !m.callGraph)
    setAttribute(m, single(atom.namesOf), name, value, place);
  if (!m.state) return;
  const items = m.state.items(atom.id);
  if (!items) return;
  const updated =
    items.kind === 'mapping' ? fileUnder(atom, items, index, value) : setElement(items, index, value);
  heap(m).setItems(atom.id, strong ? updated : joinItems(items, updated));
}

function setElement(items: SequenceItems, index: Value, value: Value): SequenceItems {
  const position = only(index);
  const exact = position?.kind === 'constant' && typeof position.value === 'number' && items.certain;
  if (!exact || (Number(position.value) < 0 && !isNothing(items.rest))) {
    const known = items.known.map((old) => join(old, value));
    return { ...items, known, rest: isNothing(items.rest) ? NOTHING : join(items.rest, value) };
  }
  const known = items.known.slice();
  const at = Number(position.value) + (Number(position.value) < 0 ? known.length : 0);
  if (at >= 0 && at < known.length) known[at] = value;
  return {
    ...items,
    known,
    rest: at < known.length || isNothing(items.rest) ? items.rest : join(items.rest, value),
  };
}

/** `del object[index]`. */
export function deleteIndex(m: Machine, object: Value, index: Value): void {
  for (const atom of object.atoms) {
    const items = atom.kind === 'container' ? heap(m).items(atom.id) : undefined;
    if (!items || atom.kind !== 'container') continue;
    const left = withoutIndex(items, index);
    heap(m).setItems(atom.id, object.atoms.length === 1 ? left : joinItems(items, left));
  }
}

function withoutIndex(items: Items, index: Value): Items {
  const key = only(index);
  if (items.kind === 'mapping') {
    const name = key && key.kind !== 'absent' ? keyOf(key) : undefined;
    if (name === undefined) return mayShrink(items);
    return { ...items, entries: new Map([...items.entries].filter(([each]) => each !== name)) };
  }
  if (key?.kind !== 'constant' || typeof key.value !== 'number' || !items.certain || !isNothing(items.rest))
    return mayShrink(items);
  const at = key.value < 0 ? items.known.length + key.value : key.value;
  return { ...items, known: items.known.filter((_, i) => i !== at) };
}
