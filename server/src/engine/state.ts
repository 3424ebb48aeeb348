/**
 * The heap of one path of the dry run: attributes of objects, variables of scopes, elements of containers.
 * Copy on write by pages in chunks, so that forking a path copies one short array and joining two looks only at what differs.
 * Must not know what the objects mean.
 */
import type { Items } from './items.ts';
import { joinItems } from './items.ts';
import { copied } from './maps.ts';
import { ABSENT, type Value, join } from './values.ts';
import type { GuardLink } from './guards.ts';

/** Who stored a value, and under which open guards. */
export interface Write {
  readonly step: number;
  readonly guards: GuardLink | undefined;
  readonly value: Value;
}

export interface Slot {
  readonly value: Value;
  /** The last writes that may have given this value, at most `MAX_WRITES`. */
  readonly writes: readonly Write[];
}

export const MAX_WRITES = 8;

/** Of a slot that nobody asks for its writes. */
export const NO_WRITES: readonly Write[] = [];

interface ObjectRecord {
  owner: number;
  slots: Map<string, Slot>;
  items: Items | undefined;
}

interface Page {
  owner: number;
  records: (ObjectRecord | undefined)[];
}

/** Objects numbered `[start, end)` as they stood at one moment. */
export interface Snapshot {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly pages: readonly (Page | undefined)[];
}

const PAGE_BITS = 6;
const PAGE_SIZE = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_SIZE - 1;

/** Consecutive pages. */
interface Chunk {
  owner: number;
  readonly pages: (Page | undefined)[];
}

const CHUNK_BITS = 6;
const CHUNK_SIZE = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_SIZE - 1;

let nextOwner = 1;

/** Shared by all paths of one run: the oldest object that was written since somebody looked. */
export interface Journal {
  lowest: number;
  /** Lists, tuples and sets with a number below `newest` whose elements were stored, in order. */
  readonly filled: number[];
  newest: number;
}

/** One path's heap. Mutable; `fork` gives an independent copy that shares what neither side changes. */
export class State {
  private owner = nextOwner++;
  private readonly chunks: (Chunk | undefined)[];

  private readonly journal: Journal;

  constructor(journal: Journal, chunks: (Chunk | undefined)[] = []) {
    this.journal = journal;
    this.chunks = chunks;
  }

  fork(): State {
    this.owner = nextOwner++;
    return new State(this.journal, this.chunks.slice());
  }

  slot(id: number, name: string): Slot | undefined {
    return this.record(id)?.slots.get(name);
  }

  /** Slots in the order of their first write. */
  slots(id: number): ReadonlyMap<string, Slot> {
    return this.record(id)?.slots ?? EMPTY_SLOTS;
  }

  setSlot(id: number, name: string, slot: Slot): void {
    if (id < this.journal.lowest) this.journal.lowest = id;
    this.ownSlots(id).set(name, slot);
  }

  /** Puts an object into the heap that is not there yet. The slots become the heap's own. */
  create(id: number, slots: Map<string, Slot>): void {
    if (id < this.journal.lowest) this.journal.lowest = id;
    const record: ObjectRecord = { owner: this.owner, slots, items: undefined };
    this.writablePage(id >> PAGE_BITS).records[id & PAGE_MASK] = record;
  }

  /** Stores what a condition tells about a slot: a change of what is known, not of what is there. */
  refineSlot(id: number, name: string, slot: Slot): void {
    this.ownSlots(id).set(name, slot);
  }

  deleteSlot(id: number, name: string): void {
    if (!this.slot(id, name)) return;
    if (id < this.journal.lowest) this.journal.lowest = id;
    this.ownSlots(id).delete(name);
  }

  items(id: number): Items | undefined {
    return this.record(id)?.items;
  }

  setItems(id: number, items: Items): void {
    if (id < this.journal.lowest) this.journal.lowest = id;
    if (items.kind === 'sequence' && id < this.journal.newest) this.journal.filled.push(id);
    this.writable(id).items = items;
  }

  /** Whether this path knows the object at all. */
  has(id: number): boolean {
    return this.record(id) !== undefined;
  }

  /** What stands now in the objects numbered `[start, end)`, for paths that have not seen them made. */
  snapshot(start: number, end: number): Snapshot {
    this.owner = nextOwner++;
    const first = start >> PAGE_BITS;
    const pages: (Page | undefined)[] = [];
    for (let index = first; index <= end >> PAGE_BITS; index++) pages.push(this.page(index));
    return { start, end, first, pages };
  }

  /** Takes over the objects of a snapshot that this path lacks. */
  adopt(snapshot: Snapshot): void {
    for (let id = snapshot.start; id < snapshot.end; id++) {
      const record = snapshot.pages[(id >> PAGE_BITS) - snapshot.first]?.records[id & PAGE_MASK];
      if (!record || this.has(id)) continue;
      this.writablePage(id >> PAGE_BITS).records[id & PAGE_MASK] = { ...record, owner: 0 };
    }
  }

  /** Forgets an object that nothing can reach any more. */
  release(id: number): void {
    if (this.record(id)) this.writablePage(id >> PAGE_BITS).records[id & PAGE_MASK] = undefined;
  }

  /** Numbers of the objects below `end` that do not stand as they did in `before`, a heap that this one was forked from. */
  changedSince(before: State, end: number): readonly number[] {
    const changed: number[] = [];
    for (let index = 0; index << PAGE_BITS < end; index++) {
      const page = this.page(index);
      const old = before.page(index);
      if (page === old) continue;
      for (let i = 0; i < PAGE_SIZE; i++) {
        const record = page?.records[i];
        const id = (index << PAGE_BITS) + i;
        if (record !== old?.records[i] && id < end) changed.push(id);
      }
    }
    return changed;
  }

  private record(id: number): ObjectRecord | undefined {
    return this.page(id >> PAGE_BITS)?.records[id & PAGE_MASK];
  }

  private page(index: number): Page | undefined {
    return this.chunks[index >> CHUNK_BITS]?.pages[index & CHUNK_MASK];
  }

  private setPage(index: number, page: Page): void {
    const at = index >> CHUNK_BITS;
    let chunk = this.chunks[at];
    if (chunk?.owner !== this.owner) {
      chunk = { owner: this.owner, pages: chunk ? chunk.pages.slice() : [] };
      this.chunks[at] = chunk;
    }
    chunk.pages[index & CHUNK_MASK] = page;
  }

  private writablePage(index: number): Page {
    const page = this.page(index);
    if (page && page.owner === this.owner) return page;
    const copy: Page = { owner: this.owner, records: page ? page.records.slice() : [] };
    this.setPage(index, copy);
    return copy;
  }

  private writable(id: number): ObjectRecord {
    const page = this.writablePage(id >> PAGE_BITS);
    const record = page.records[id & PAGE_MASK];
    if (record && record.owner === this.owner) return record;
    const copy: ObjectRecord = record
      ? {
          owner: this.owner,
          slots: record.slots.size === 0 ? EMPTY_SLOTS : copied(record.slots),
          items: record.items,
        }
      : { owner: this.owner, slots: EMPTY_SLOTS, items: undefined };
    page.records[id & PAGE_MASK] = copy;
    return copy;
  }

  /** The slots of an object, to be changed. Most containers have none: those share one empty map. */
  private ownSlots(id: number): Map<string, Slot> {
    const record = this.writable(id);
    if (record.slots === EMPTY_SLOTS) record.slots = new Map();
    return record.slots;
  }

  /** Makes this state the join of itself and `other` (which must not be used any more). */
  joinWith(other: State): void {
    if (other === this) return;
    for (let at = 0; at < other.chunks.length; at++) {
      const mine = this.chunks[at];
      const theirs = other.chunks[at];
      if (mine === theirs || !theirs) continue;
      if (!mine) this.chunks[at] = { owner: 0, pages: theirs.pages };
      else this.joinChunk(at << CHUNK_BITS, mine, theirs);
    }
  }

  private joinChunk(first: number, mine: Chunk, theirs: Chunk): void {
    for (let i = 0; i < CHUNK_SIZE; i++) {
      const a = mine.pages[i];
      const b = theirs.pages[i];
      if (a === b || !b) continue;
      if (a) this.joinPage(first + i, a, b);
      else this.setPage(first + i, { owner: 0, records: b.records });
    }
  }

  private joinPage(index: number, mine: Page, theirs: Page): void {
    for (let i = 0; i < PAGE_SIZE; i++) {
      const a = mine.records[i];
      const b = theirs.records[i];
      if (a === b || !b) continue;
      if (a && a.slots === b.slots && a.items === b.items) continue;
      const page = this.writablePage(index);
      if (a) page.records[i] = joinRecords(this.owner, a, b);
      else page.records[i] = { ...b, owner: 0 };
    }
  }
}

const EMPTY_SLOTS = new Map<string, Slot>();

function joinRecords(owner: number, a: ObjectRecord, b: ObjectRecord): ObjectRecord {
  const slots = joinAllSlots(a.slots, b.slots);
  const items = a.items && b.items ? joinItems(a.items, b.items) : (a.items ?? b.items);
  return { owner, slots, items };
}

function joinAllSlots(a: Map<string, Slot>, b: Map<string, Slot>): Map<string, Slot> {
  if (a.size === 0 && b.size === 0) return EMPTY_SLOTS;
  const slots = new Map<string, Slot>();
  a.forEach((slot, name) => slots.set(name, joinSlots(slot, b.get(name))));
  b.forEach((slot, name) => {
    if (!a.has(name)) slots.set(name, joinSlots(slot, undefined));
  });
  return slots;
}

function joinSlots(a: Slot, b: Slot | undefined): Slot {
  if (a === b) return a;
  if (!b) return { value: join(a.value, ABSENT), writes: a.writes };
  const value = join(a.value, b.value);
  const writes = joinWrites(a.writes, b.writes);
  return value === a.value && writes === a.writes ? a : { value, writes };
}

function joinWrites(a: readonly Write[], b: readonly Write[]): readonly Write[] {
  const fresh = b.filter((write) => !a.includes(write));
  return fresh.length === 0 ? a : [...a, ...fresh].slice(-MAX_WRITES);
}
