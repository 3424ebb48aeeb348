/** Elements of containers: each by itself while they are small and known, joined beyond. Must not know container classes. */
import { copied } from './maps.ts';
import type { Atom, Value } from './values.ts';
import { NOTHING, join, joinAll } from './values.ts';

/** Elements of a list, tuple or set in order; `rest` stands for any number of further ones. */
export interface SequenceItems {
  readonly kind: 'sequence';
  readonly known: readonly Value[];
  readonly rest: Value;
  /** Whether all of `known` are certainly there (after a join of different lengths they are not). */
  readonly certain: boolean;
}

/** Values of a mapping by constant key; `rest` stands for entries under keys that are not constant. */
export interface MappingItems {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, Entry>;
  readonly rest: Value;
  readonly restKey: Value;
}

export interface Entry {
  readonly key: Value;
  readonly value: Value;
  /** Whether the key is there on every path. */
  readonly certain: boolean;
}

/** What iterating gives: elements in order, then any number of `rest`. */
export interface Elements {
  readonly known: readonly Value[];
  readonly rest: Value;
  readonly certain: boolean;
}

export type Items = SequenceItems | MappingItems;

/** Beyond this many elements a container keeps one joined element. */
export const MAX_ELEMENTS = 96;

export const EMPTY_SEQUENCE: SequenceItems = { kind: 'sequence', known: [], rest: NOTHING, certain: true };
export const EMPTY_MAPPING: MappingItems = {
  kind: 'mapping',
  entries: new Map(),
  rest: NOTHING,
  restKey: NOTHING,
};

export function sequenceOf(known: readonly Value[], rest: Value = NOTHING): SequenceItems {
  if (known.length <= MAX_ELEMENTS) return { kind: 'sequence', known, rest, certain: true };
  return {
    kind: 'sequence',
    known: known.slice(0, MAX_ELEMENTS),
    rest: join(joinAll(known.slice(MAX_ELEMENTS)), rest),
    certain: true,
  };
}

/** A set's elements: one that is certainly there already is not added again. */
export function setOf(known: readonly Value[], rest: Value = NOTHING): SequenceItems {
  const seen = new Set<string>();
  const different = known.filter((value) => {
    const key = value.atoms.length === 1 ? keyOf(value.atoms[0] as Atom) : undefined;
    if (key === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return sequenceOf(different, rest);
}

/** The key under which a constant or object is filed; `undefined` where the atom is not one certain thing. */
export function keyOf(atom: Atom): string | undefined {
  switch (atom.kind) {
    case 'constant':
      return `${atom.type === 'boolean' ? 'number' : atom.type}:${String(atom.type === 'boolean' ? Number(atom.value) : atom.value)}`;
    case 'none':
    case 'undefined':
      return atom.kind;
    case 'unknown':
    case 'absent':
      return undefined;
    case 'container':
      return undefined;
    default:
      return `object:${atom.id}`;
  }
}

export function mappingSet(items: MappingItems, key: Value, value: Value): MappingItems {
  const only = key.atoms.length === 1 ? keyOf(key.atoms[0] as Atom) : undefined;
  if (only === undefined && key.atoms.length > 1 && key.atoms.every((atom) => keyOf(atom) !== undefined)) {
    return key.atoms.reduce((result, atom) => setUncertain(result, atom, value), items);
  }
  if (only === undefined || (items.entries.size >= MAX_ELEMENTS && !items.entries.has(only))) {
    const entries = only === undefined ? mayBecome(items.entries, value) : items.entries;
    return { kind: 'mapping', entries, rest: join(items.rest, value), restKey: join(items.restKey, key) };
  }
  const entries = copied(items.entries);
  entries.set(only, { key, value, certain: true });
  return { ...items, entries };
}

/** A mapping without entries that `mappingFill` may change. */
export function newMapping(): MappingItems {
  return { kind: 'mapping', entries: new Map(), rest: NOTHING, restKey: NOTHING };
}

/** `mappingSet` for a mapping that began as `newMapping` and that no heap holds yet: changes it in place where it can. */
export function mappingFill(items: MappingItems, key: Value, value: Value): MappingItems {
  const only = key.atoms.length === 1 ? keyOf(key.atoms[0] as Atom) : undefined;
  if (only === undefined || items.entries.size >= MAX_ELEMENTS) return mappingSet(items, key, value);
  (items.entries as Map<string, Entry>).set(only, { key, value, certain: true });
  return items;
}

/** After a store under a key that is not known every entry may hold the value. */
function mayBecome(entries: MappingItems['entries'], value: Value): MappingItems['entries'] {
  return new Map([...entries].map(([name, entry]) => [name, { ...entry, value: join(entry.value, value) }]));
}

/** The elements, where any of them may have gone. */
export function mayShrink<I extends Items>(items: I): I;
export function mayShrink(items: Items): Items {
  if (items.kind === 'sequence') return { ...items, certain: items.known.length === 0 };
  const entries = [...items.entries].map(([name, entry]) => [name, { ...entry, certain: false }] as const);
  return { ...items, entries: new Map(entries) };
}

function setUncertain(items: MappingItems, atom: Atom, value: Value): MappingItems {
  const name = keyOf(atom) as string;
  const old = items.entries.get(name);
  const entries = copied(items.entries);
  entries.set(name, {
    key: { atoms: [atom] },
    value: join(old?.value ?? items.rest, value),
    certain: old?.certain ?? false,
  });
  return { ...items, entries };
}

export function joinItems(a: Items, b: Items): Items {
  if (a === b) return a;
  if (a.kind === 'mapping' && b.kind === 'mapping') return joinMappings(a, b);
  if (a.kind === 'sequence' && b.kind === 'sequence') return joinSequences(a, b);
  return a;
}

function joinSequences(a: SequenceItems, b: SequenceItems): SequenceItems {
  const length = Math.max(a.known.length, b.known.length);
  const known: Value[] = [];
  for (let i = 0; i < length; i++) known.push(join(a.known[i] ?? NOTHING, b.known[i] ?? NOTHING));
  const certain = a.certain && b.certain && a.known.length === b.known.length;
  return { kind: 'sequence', known, rest: join(a.rest, b.rest), certain };
}

function joinMappings(a: MappingItems, b: MappingItems): MappingItems {
  const entries = new Map<string, Entry>();
  a.entries.forEach((entry, name) => entries.set(name, joinEntries(entry, b.entries.get(name), b.rest)));
  b.entries.forEach((entry, name) => {
    if (!a.entries.has(name)) entries.set(name, joinEntries(entry, undefined, a.rest));
  });
  return { kind: 'mapping', entries, rest: join(a.rest, b.rest), restKey: join(a.restKey, b.restKey) };
}

/** `rest` stands for what the other side may hold under the key where it has no such entry. */
function joinEntries(entry: Entry, other: Entry | undefined, rest: Value): Entry {
  if (!other) return { key: entry.key, value: join(entry.value, rest), certain: false };
  if (entry === other) return entry;
  return {
    key: entry.key,
    value: join(entry.value, other.value),
    certain: entry.certain && other.certain,
  };
}
