/** Natives on mappings. */
import { fileUnder, isNeverSet } from '../containers.ts';
import type { MappingItems } from '../items.ts';
import { EMPTY_MAPPING, joinItems, keyOf, mappingSet, mayShrink, sequenceOf } from '../items.ts';
import type { CallArguments, Machine } from '../machine.ts';
import { heap, newId } from '../machine.ts';
import type { ContainerObject, Place } from '../objects.ts';
import type { Value } from '../values.ts';
import { NONE, NOTHING, isNothing, join, joinAll, only, onlyText, single, unknown } from '../values.ts';
import type { Native } from './native.ts';
import { argument } from './native.ts';
import { environmentVariable } from './values.ts';

export const MAPPING_NATIVES: Readonly<Record<string, Native>> = {
  mapping_get: (m, args, place) => getFrom(m, args, place),
  mapping_set: (m, args) => setIn(m, argument(args, 0), argument(args, 1), argument(args, 2)),
  mapping_set_default: (m, args, place) => setDefault(m, args, place),
  mapping_remove: (m, args, place) => removeFrom(m, args, place),
  mapping_keys: (m, args, place) =>
    view(
      m,
      argument(args, 0),
      place,
      (entry) => entry.key,
      (items) => items.restKey,
    ),
  mapping_values: (m, args, place) =>
    view(
      m,
      argument(args, 0),
      place,
      (entry) => entry.value,
      (items) => items.rest,
    ),
  mapping_items: (m, args, place) => itemsView(m, argument(args, 0), place),
  mapping_update: (m, args, place) => {
    for (const atom of argument(args, 0).atoms)
      if (atom.kind === 'container') updateMapping(m, atom, args.positional[1], args.positional[2], place);
    return m.state ? NONE : NOTHING;
  },
  mapping_clear: (m, args) => {
    changeMappings(m, argument(args, 0), () => EMPTY_MAPPING);
    return NONE;
  },
  mapping_copy: (m, args, place) => {
    const self = only(argument(args, 0));
    const items = self?.kind === 'container' ? heap(m).items(self.id) : undefined;
    if (self?.kind !== 'container' || !items) return unknown('a copy', { place, notNone: true });
    const object: ContainerObject = { ...self, id: newId(m) };
    heap(m).setItems(object.id, items);
    return single(object);
  },
};

export function mappingOf(
  m: Machine,
  value: Value,
): { readonly object: ContainerObject; readonly items: MappingItems } | undefined {
  const atom = only(value);
  const items = atom?.kind === 'container' ? m.state?.items(atom.id) : undefined;
  return atom?.kind === 'container' && items?.kind === 'mapping' ? { object: atom, items } : undefined;
}

function getFrom(m: Machine, args: CallArguments, place: Place): Value {
  const key = argument(args, 1);
  const fallback = args.positional[2] ?? NONE;
  let result = NOTHING;
  for (const atom of argument(args, 0).atoms) {
    const items = atom.kind === 'container' ? heap(m).items(atom.id) : undefined;
    if (atom.kind !== 'container' || items?.kind !== 'mapping') {
      result = join(result, unknown('a value of a mapping that is not known', { place }));
      continue;
    }
    result = join(result, getEntry(m, atom, items, key, fallback, place));
  }
  return result;
}

function getEntry(
  m: Machine,
  atom: ContainerObject,
  items: MappingItems,
  key: Value,
  fallback: Value,
  place: Place,
): Value {
  const known = only(key);
  const name = known && known.kind !== 'absent' ? keyOf(known) : undefined;
  const entry = name === undefined ? undefined : items.entries.get(name);
  if (entry) return entry.certain ? entry.value : join(entry.value, fallback);
  if (atom.environment && onlyText(key) !== undefined && isNothing(items.rest))
    return environmentVariable(m, key, fallback);
  if (isNeverSet(m, key)) return fallback;
  if (name !== undefined) return join(items.rest, fallback);
  const all = joinAll([...[...items.entries.values()].map((e) => e.value), items.rest]);
  return join(
    isNothing(all) && atom.environment ? unknown('an environment variable', { place }) : all,
    fallback,
  );
}

function setIn(m: Machine, self: Value, key: Value, value: Value): Value {
  changeMappings(m, self, (items, atom) => fileUnder(atom, items, key, value));
  return NONE;
}

/** Changes the one mapping; of several, each may or may not be the one. */
function changeMappings(
  m: Machine,
  self: Value,
  update: (items: MappingItems, atom: ContainerObject) => MappingItems,
): void {
  for (const atom of self.atoms) {
    const items = atom.kind === 'container' ? heap(m).items(atom.id) : undefined;
    if (atom.kind !== 'container' || items?.kind !== 'mapping') continue;
    const updated = update(items, atom);
    heap(m).setItems(atom.id, self.atoms.length === 1 ? updated : joinItems(items, updated));
  }
}

function setDefault(m: Machine, args: CallArguments, place: Place): Value {
  const found = mappingOf(m, argument(args, 0));
  const value = args.positional[2] ?? NONE;
  if (!found) return unknown('a value of a mapping that is not known', { place });
  const present = getEntry(m, found.object, found.items, argument(args, 1), NOTHING, place);
  if (found.object.environment) {
    const name = onlyText(argument(args, 1));
    if (name !== undefined && m.environment.variables.has(name)) return present;
  }
  const key = only(argument(args, 1));
  const name = key && key.kind !== 'absent' ? keyOf(key) : undefined;
  if (name !== undefined && found.items.entries.get(name)?.certain === true) return present;
  const result = join(present, value);
  setIn(m, argument(args, 0), argument(args, 1), result);
  return result;
}

function removeFrom(m: Machine, args: CallArguments, place: Place): Value {
  const found = mappingOf(m, argument(args, 0));
  const fallback = args.positional[2] ?? NOTHING;
  if (!found) {
    changeMappings(m, argument(args, 0), mayShrink);
    return unknown('a value of a mapping that is not known', { place });
  }
  const value = getEntry(m, found.object, found.items, argument(args, 1), fallback, place);
  const key = only(argument(args, 1));
  const name = key && key.kind !== 'absent' ? keyOf(key) : undefined;
  if (name !== undefined && found.items.entries.has(name)) {
    const entries = new Map(found.items.entries);
    entries.delete(name);
    heap(m).setItems(found.object.id, { ...found.items, entries });
  } else if (name === undefined) heap(m).setItems(found.object.id, mayShrink(found.items));
  return isNothing(value) ? unknown('a value that is taken out', { place }) : value;
}

function list(m: Machine, known: readonly Value[], rest: Value, certain: boolean, place: Place): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'list',
    class: undefined,
    site: place,
    environment: false,
  };
  heap(m).setItems(object.id, { ...sequenceOf(known, rest), certain });
  return single(object);
}

type Entry = MappingItems['entries'] extends ReadonlyMap<string, infer E> ? E : never;

function view(
  m: Machine,
  self: Value,
  place: Place,
  pick: (entry: Entry) => Value,
  rest: (items: MappingItems) => Value,
): Value {
  const found = mappingOf(m, self);
  if (!found)
    return list(m, [], unknown('an element of a mapping that is not known', { place }), false, place);
  const entries = [...found.items.entries.values()];
  const certain = entries.every((entry) => entry.certain);
  const outside = found.object.environment ? unknown('an environment variable', { truthy: true }) : NOTHING;
  return list(m, entries.map(pick), join(rest(found.items), outside), certain, place);
}

function itemsView(m: Machine, self: Value, place: Place): Value {
  const found = mappingOf(m, self);
  const pair = (key: Value, value: Value): Value => {
    const object: ContainerObject = {
      kind: 'container',
      id: newId(m),
      type: 'tuple',
      class: undefined,
      site: place,
      environment: false,
    };
    heap(m).setItems(object.id, sequenceOf([key, value]));
    return single(object);
  };
  if (!found)
    return list(m, [], pair(unknown('a key', { place }), unknown('a value', { place })), false, place);
  const entries = [...found.items.entries.values()];
  const certain = entries.every((entry) => entry.certain);
  const open = !isNothing(found.items.rest);
  const outside = found.object.environment
    ? pair(
        unknown('the name of an environment variable', { truthy: true }),
        unknown('an environment variable'),
      )
    : NOTHING;
  const rest = open ? pair(found.items.restKey, found.items.rest) : NOTHING;
  return list(
    m,
    entries.map((entry) => pair(entry.key, entry.value)),
    join(rest, outside),
    certain,
    place,
  );
}

/** Joined to a key it says that what is stored under it may be stored or not. */
const SOME_KEY = unknown('a key that may be there');

/** Adds the entries of `source` (a mapping or pairs) and of `named`. */
export function updateMapping(
  m: Machine,
  target: ContainerObject,
  source: Value | undefined,
  named: Value | undefined,
  place: Place,
): void {
  for (const value of [source, named]) {
    if (!value || !m.state) continue;
    for (const atom of value.atoms)
      if (atom.kind !== 'none' && atom.kind !== 'absent') addAll(m, target, single(atom), place);
  }
}

function addAll(m: Machine, target: ContainerObject, source: Value, place: Place): void {
  const state = heap(m);
  const items = state.items(target.id);
  if (items?.kind !== 'mapping') return;
  const other = mappingOf(m, source);
  if (other) {
    let result = items;
    for (const [name, entry] of other.items.entries) {
      if (entry.certain) result = mappingSet(result, entry.key, entry.value);
      else
        result = {
          ...result,
          entries: new Map(result.entries).set(name, {
            ...entry,
            value: join(entry.value, items.entries.get(name)?.value ?? items.rest),
            certain: items.entries.get(name)?.certain ?? false,
          }),
        };
    }
    const { rest, restKey } = other.items;
    state.setItems(target.id, isNothing(rest) ? result : mappingSet(result, join(restKey, SOME_KEY), rest));
    return;
  }
  const pairs = m.rules.elements(m, source, place);
  let result = items;
  for (const pairValue of [...pairs.known, ...(isNothing(pairs.rest) ? [] : [pairs.rest])]) {
    const parts = m.rules.elements(m, pairValue, place);
    const key = parts.known[0] ?? unknown('a key');
    const value = parts.known[1] ?? (isNothing(parts.rest) ? unknown('a value') : parts.rest);
    result = mappingSet(result, pairs.certain ? key : join(key, SOME_KEY), value);
  }
  if (m.state) m.state.setItems(target.id, result);
}
