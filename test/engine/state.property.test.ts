/** The copy-on-write heap against one of plain maps. */
import { fc } from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { sequenceOf } from '../../server/src/engine/items.ts';
import { State } from '../../server/src/engine/state.ts';
import type { Value } from '../../server/src/engine/values.ts';
import { ABSENT, NONE, constant, join, text } from '../../server/src/engine/values.ts';

/** Ids on both sides of pages and chunks. */
const id = fc.constantFrom(1, 2, 63, 64, 65, 127, 128, 1000, 4095, 4096, 4097, 70_000);
const name = fc.constantFrom('a', 'b', 'c');
const value = fc.constantFrom<Value>(NONE, text('x'), text('y'), constant('number', 1));

type Operation =
  | {
      readonly kind: 'set';
      readonly path: number;
      readonly id: number;
      readonly name: string;
      readonly value: Value;
    }
  | { readonly kind: 'delete'; readonly path: number; readonly id: number; readonly name: string }
  | { readonly kind: 'items'; readonly path: number; readonly id: number; readonly value: Value }
  | { readonly kind: 'fork'; readonly path: number }
  | { readonly kind: 'join'; readonly path: number; readonly other: number };

const path = fc.nat(3);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('set' as const), path, id, name, value }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), path, id, name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('items' as const), path, id, value }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fork' as const), path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), path, other: path }) },
);

/** What a heap holds: slots by object and name, elements by object. */
interface Reference {
  readonly slots: Map<number, Map<string, Value>>;
  readonly items: Map<number, Value>;
}

function forkReference({ slots, items }: Reference): Reference {
  return { slots: new Map([...slots].map(([k, v]) => [k, new Map(v)])), items: new Map(items) };
}

/** An object on one side only is as it is there; a slot on one side of an object of both may be absent. */
function joinReference(a: Reference, b: Reference): Reference {
  const slots = new Map<number, Map<string, Value>>();
  const ids = new Set([...a.slots.keys(), ...b.slots.keys()]);
  for (const object of ids) {
    const [left, right] = [a.slots.get(object), b.slots.get(object)];
    if (!left || !right) {
      slots.set(object, new Map(left ?? right));
      continue;
    }
    const joined = new Map<string, Value>();
    for (const key of new Set([...left.keys(), ...right.keys()]))
      joined.set(key, join(left.get(key) ?? ABSENT, right.get(key) ?? ABSENT));
    slots.set(object, joined);
  }
  const items = new Map<number, Value>();
  for (const object of new Set([...a.items.keys(), ...b.items.keys()])) {
    const [left, right] = [a.items.get(object), b.items.get(object)];
    items.set(object, left && right ? join(left, right) : (left ?? right ?? NONE));
  }
  return { slots, items };
}

function writeReference(reference: Reference, object: number): Map<string, Value> {
  const known = reference.slots.get(object);
  if (known) return known;
  const fresh = new Map<string, Value>();
  reference.slots.set(object, fresh);
  return fresh;
}

interface Pair {
  readonly state: State;
  readonly reference: Reference;
}

function run(operations: readonly Operation[]): readonly Pair[] {
  const journal = { lowest: Number.POSITIVE_INFINITY, filled: [], newest: 0 };
  const pairs: Pair[] = [{ state: new State(journal), reference: { slots: new Map(), items: new Map() } }];
  for (const step of operations) apply(pairs, step);
  return pairs;
}

function apply(pairs: Pair[], step: Operation): void {
  const at = step.path % pairs.length;
  const pair = pairs[at];
  if (!pair) return;
  const { state, reference } = pair;
  switch (step.kind) {
    case 'set':
      state.setSlot(step.id, step.name, { value: step.value, writes: [] });
      writeReference(reference, step.id).set(step.name, step.value);
      return;
    case 'delete':
      state.deleteSlot(step.id, step.name);
      reference.slots.get(step.id)?.delete(step.name);
      return;
    case 'items':
      state.setItems(step.id, sequenceOf([step.value]));
      writeReference(reference, step.id);
      reference.items.set(step.id, step.value);
      return;
    case 'fork':
      if (pairs.length < 4) pairs.push({ state: state.fork(), reference: forkReference(reference) });
      return;
    case 'join':
      joinPaths(pairs, at, step.other % pairs.length);
  }
}

/** Joins one path into another; the joined one may not be used any more. */
function joinPaths(pairs: Pair[], at: number, other: number): void {
  const [target, source] = [pairs[at], pairs[other]];
  if (!target || !source || target === source) return;
  target.state.joinWith(source.state);
  pairs[at] = { state: target.state, reference: joinReference(target.reference, source.reference) };
  pairs.splice(other, 1);
}

const IDS = [1, 2, 63, 64, 65, 127, 128, 1000, 4095, 4096, 4097, 70_000];

function shown(v: Value | undefined): string | undefined {
  return v?.atoms
    .map((atom) => (atom.kind === 'constant' ? `${atom.value}` : atom.kind))
    .sort()
    .join('|');
}

function content(state: State): unknown {
  return IDS.map((object) => [
    object,
    ...['a', 'b', 'c'].map((key) => shown(state.slot(object, key)?.value)),
    elements(state, object),
  ]);
}

function elements(state: State, object: number): string | undefined {
  const items = state.items(object);
  return items?.kind === 'sequence' ? shown(items.known[0]) : undefined;
}

function referenceContent({ slots, items }: Reference): unknown {
  return IDS.map((object) => [
    object,
    ...['a', 'b', 'c'].map((key) => shown(slots.get(object)?.get(key))),
    shown(items.get(object)),
  ]);
}

const programs = fc.array(operation, { maxLength: 60 });

describe('the heap', () => {
  it('is what plain maps hold, whatever is forked, written and joined', () => {
    fc.assert(
      fc.property(programs, (operations) => {
        for (const { state, reference } of run(operations))
          expect(content(state)).toEqual(referenceContent(reference));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps writes on a fork from the other path', () => {
    fc.assert(
      fc.property(programs, id, name, (operations, object, key) => {
        const [first] = run(operations);
        if (!first) return;
        const fork = first.state.fork();
        const before = content(first.state);
        fork.setSlot(object, key, { value: text('changed'), writes: [] });
        expect(content(first.state)).toEqual(before);
        first.state.setSlot(object, key, { value: text('other'), writes: [] });
        expect(shown(fork.slot(object, key)?.value)).toBe('changed');
      }),
    );
  });

  it('is not changed by a join with itself or with a fork of itself', () => {
    fc.assert(
      fc.property(programs, (operations) => {
        const [first] = run(operations);
        if (!first) return;
        const before = content(first.state);
        first.state.joinWith(first.state);
        expect(content(first.state)).toEqual(before);
        first.state.joinWith(first.state.fork());
        expect(content(first.state)).toEqual(before);
      }),
    );
  });

  it('keeps the writes of both sides', () => {
    const state = new State({ lowest: Number.POSITIVE_INFINITY, filled: [], newest: 0 });
    const write = (step: number, v: Value) => ({ value: v, writes: [{ step, guards: undefined, value: v }] });
    state.setSlot(1, 'a', write(1, NONE));
    const fork = state.fork();
    state.setSlot(1, 'a', write(2, text('x')));
    fork.setSlot(1, 'a', write(3, text('y')));
    state.joinWith(fork);
    expect(state.slot(1, 'a')?.writes.map(({ step }) => step)).toEqual([2, 3]);
  });
});
