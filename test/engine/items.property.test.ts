/** Joins of containers stand for both sides. */
import { fc } from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import type { Items, MappingItems, SequenceItems } from '../../server/src/engine/items.ts';
import {
  EMPTY_MAPPING,
  MAX_ELEMENTS,
  joinItems,
  mappingSet,
  sequenceOf,
  setOf,
} from '../../server/src/engine/items.ts';
import type { Value } from '../../server/src/engine/values.ts';
import {
  NONE,
  NOTHING,
  constant,
  includes,
  join,
  joinAll,
  text,
  unknown,
} from '../../server/src/engine/values.ts';

const value = fc.constantFrom<Value>(
  NONE,
  text('a'),
  text('b'),
  constant('number', 1),
  join(NONE, text('c')),
);
const rest = fc.constantFrom<Value>(NOTHING, NOTHING, unknown('rest'), NONE);
const sequence: fc.Arbitrary<SequenceItems> = fc
  .record({ known: fc.array(value, { maxLength: 4 }), rest, certain: fc.boolean() })
  .map(({ known, rest: more, certain }) => ({ ...sequenceOf(known, more), certain }));
const key = fc.constantFrom<Value>(
  text('k'),
  text('l'),
  constant('number', 1),
  join(text('k'), text('m')),
  unknown('key'),
);
const mapping: fc.Arbitrary<MappingItems> = fc
  .array(fc.tuple(key, value), { maxLength: 5 })
  .map((pairs) => pairs.reduce((items, [k, v]) => mappingSet(items, k, v), EMPTY_MAPPING));

/** What reading position `i` may give. */
function at(items: SequenceItems, i: number): Value {
  return join(items.known[i] ?? NOTHING, items.rest);
}

function same(a: Items, b: Items): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(items: Items): unknown {
  const set = (v: Value): string[] => v.atoms.map((atom) => JSON.stringify(atom)).sort();
  if (items.kind === 'sequence') return [items.known.map(set), set(items.rest), items.certain];
  const entries = [...items.entries].map(([name, e]) => [name, set(e.value), e.certain] as const);
  return [entries.sort(([a], [b]) => (a < b ? -1 : 1)), set(items.rest), set(items.restKey)];
}

describe('elements of containers', () => {
  it('join position by position', () => {
    fc.assert(
      fc.property(sequence, sequence, fc.nat(5), (a, b, i) => {
        const joined = joinItems(a, b);
        if (joined.kind !== 'sequence') throw new Error('a sequence is expected');
        expect(includes(at(joined, i), at(a, i)) && includes(at(joined, i), at(b, i))).toBe(true);
        expect(joined.certain).toBe(a.certain && b.certain && a.known.length === b.known.length);
      }),
    );
  });

  it('join key by key; a key of one side only is not certain', () => {
    fc.assert(
      fc.property(mapping, mapping, (a, b) => {
        const joined = joinItems(a, b);
        if (joined.kind !== 'mapping') throw new Error('a mapping is expected');
        for (const [name, entry] of joined.entries) {
          const [left, right] = [a.entries.get(name), b.entries.get(name)];
          expect(includes(entry.value, joinAll([left?.value ?? NOTHING, right?.value ?? NOTHING]))).toBe(
            true,
          );
          expect(entry.certain).toBe(left?.certain === true && right?.certain === true);
        }
        expect([...joined.entries.keys()].sort()).toEqual(
          [...new Set([...a.entries.keys(), ...b.entries.keys()])].sort(),
        );
        expect(includes(joined.rest, join(a.rest, b.rest))).toBe(true);
        expect(includes(joined.restKey, join(a.restKey, b.restKey))).toBe(true);
      }),
    );
  });

  it('join idempotently, commutatively and associatively', () => {
    const laws = (a: Items, b: Items, c: Items): void => {
      expect(same(joinItems(a, a), a)).toBe(true);
      expect(same(joinItems(a, b), joinItems(b, a))).toBe(true);
      expect(same(joinItems(joinItems(a, b), c), joinItems(a, joinItems(b, c)))).toBe(true);
    };
    fc.assert(fc.property(sequence, sequence, sequence, laws));
    fc.assert(fc.property(mapping, mapping, mapping, laws));
  });

  it('file values under the one key that is known, and under each of several', () => {
    fc.assert(
      fc.property(mapping, value, (items, v) => {
        const set = mappingSet(items, text('k'), v);
        expect(set.entries.get('string:k')).toEqual({ key: text('k'), value: v, certain: true });
        const either = mappingSet(items, join(text('k'), text('z')), v);
        const old = items.entries.get('string:k');
        expect(either.entries.get('string:k')?.certain).toBe(old?.certain ?? false);
        expect(
          includes(either.entries.get('string:k')?.value ?? NOTHING, join(old?.value ?? NOTHING, v)),
        ).toBe(true);
      }),
    );
  });

  it('join what is beyond the bound', () => {
    const many = sequenceOf(Array.from({ length: MAX_ELEMENTS + 3 }, (_, i) => constant('number', i)));
    expect(many.known.length).toBe(MAX_ELEMENTS);
    expect(includes(many.rest, constant('number', MAX_ELEMENTS + 2))).toBe(true);
    let items = EMPTY_MAPPING;
    for (let i = 0; i <= MAX_ELEMENTS; i++) items = mappingSet(items, constant('number', i), text(`v${i}`));
    expect([...items.entries.keys()].length).toBe(MAX_ELEMENTS);
    expect(includes(items.rest, text(`v${MAX_ELEMENTS}`))).toBe(true);
  });

  it('hold equal constants of a set once', () => {
    expect(setOf([text('a'), text('b'), text('a'), unknown('x'), unknown('x')]).known).toEqual([
      text('a'),
      text('b'),
      unknown('x'),
      unknown('x'),
    ]);
  });
});
