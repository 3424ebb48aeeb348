/**
 * The heap of one path of the dry run: attributes of objects, variables of scopes, elements of containers.
 * Copy on write by pages, so that forking a path costs one array copy and joining two looks only at what differs.
 * Must not know what the objects mean.
 */
import type { Items } from './items.ts';
import { joinItems } from './items.ts';
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

let nextOwner = 1;

/** Shared by all paths of one run: the oldest object that was written since somebody looked. */
export interface Journal {
  lowest: number;
}

/** One path's heap. Mutable; `fork` gives an independent copy that shares what neither side changes. */
export class State {
  private owner = nextOwner++;
  private readonly pages: (Page | undefined)[];

  private readonly journal: Journal;

  constructor(journal: Journal, pages: (Page | undefined)[] = []) {
    this.journal = journal;
    this.pages = pages;
  }

  fork(): State {
    this.owner = nextOwner++;
    return new State(this.journal, this.pages.slice());
  }

  slot(id: number, name: string): Slot | undefined {
    return this.pages[id >> PAGE_BITS]?.records[id & PAGE_MASK]?.slots.get(name);
  }

  /** Slots in the order of their first write. */
  slots(id: number): ReadonlyMap<string, Slot> {
    return this.pages[id >> PAGE_BITS]?.records[id & PAGE_MASK]?.slots ?? EMPTY_SLOTS;
  }

  setSlot(id: number, name: string, slot: Slot): void {
    if (id < this.journal.lowest) this.journal.lowest = id;
    this.writable(id).slots.set(name, slot);
  }

  /** Stores what a condition tells about a slot: a change of what is known, not of what is there. */
  refineSlot(id: number, name: string, slot: Slot): void {
    this.writable(id).slots.set(name, slot);
  }

  deleteSlot(id: number, name: string): void {
    if (this.slot(id, name)) this.writable(id).slots.delete(name);
  }

  items(id: number): Items | undefined {
    return this.pages[id >> PAGE_BITS]?.records[id & PAGE_MASK]?.items;
  }

  setItems(id: number, items: Items): void {
    if (id < this.journal.lowest) this.journal.lowest = id;
    this.writable(id).items = items;
  }

  /** Whether this path knows the object at all. */
  has(id: number): boolean {
    return this.pages[id >> PAGE_BITS]?.records[id & PAGE_MASK] !== undefined;
  }

  /** What stands now in the objects numbered `[start, end)`, for paths that have not seen them made. */
  snapshot(start: number, end: number): Snapshot {
    this.owner = nextOwner++;
    const first = start >> PAGE_BITS;
    return { start, end, first, pages: this.pages.slice(first, (end >> PAGE_BITS) + 1) };
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
    const page = this.pages[id >> PAGE_BITS];
    if (page?.records[id & PAGE_MASK]) this.writablePage(id >> PAGE_BITS).records[id & PAGE_MASK] = undefined;
  }

  private writablePage(index: number): Page {
    const page = this.pages[index];
    if (page && page.owner === this.owner) return page;
    const copy: Page = { owner: this.owner, records: page ? page.records.slice() : [] };
    this.pages[index] = copy;
    return copy;
  }

  private writable(id: number): ObjectRecord {
    const page = this.writablePage(id >> PAGE_BITS);
    const record = page.records[id & PAGE_MASK];
    if (record && record.owner === this.owner) return record;
    const copy: ObjectRecord = record
      ? { owner: this.owner, slots: new Map(record.slots), items: record.items }
      : { owner: this.owner, slots: new Map(), items: undefined };
    page.records[id & PAGE_MASK] = copy;
    return copy;
  }

  /** Makes this state the join of itself and `other` (which must not be used any more). */
  joinWith(other: State): void {
    if (other === this) return;
    const count = Math.max(this.pages.length, other.pages.length);
    for (let index = 0; index < count; index++) {
      const mine = this.pages[index];
      const theirs = other.pages[index];
      if (mine === theirs || !theirs) continue;
      if (!mine) this.pages[index] = { owner: 0, records: theirs.records };
      else this.joinPage(index, mine, theirs);
    }
  }

  private joinPage(index: number, mine: Page, theirs: Page): void {
    for (let i = 0; i < PAGE_SIZE; i++) {
      const a = mine.records[i];
      const b = theirs.records[i];
      if (a === b || !b) continue;
      const page = this.writablePage(index);
      if (a) page.records[i] = joinRecords(this.owner, a, b);
      else page.records[i] = { ...b, owner: 0 };
    }
  }
}

const EMPTY_SLOTS: ReadonlyMap<string, Slot> = new Map();

function joinRecords(owner: number, a: ObjectRecord, b: ObjectRecord): ObjectRecord {
  const slots = new Map<string, Slot>();
  for (const [name, slot] of a.slots) slots.set(name, joinSlots(slot, b.slots.get(name)));
  for (const [name, slot] of b.slots) if (!slots.has(name)) slots.set(name, joinSlots(slot, undefined));
  const items = a.items && b.items ? joinItems(a.items, b.items) : (a.items ?? b.items);
  return { owner, slots, items };
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
