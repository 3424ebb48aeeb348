/** The domain is a lattice up to its caps: laws of Cousot & Cousot, POPL 1977. */
import { fc } from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import type { ModuleObject, NativeObject } from '../../server/src/engine/objects.ts';
import type { Atom, Value } from '../../server/src/engine/values.ts';
import {
  ABSENT_ATOM,
  MAX_ATOMS,
  MAX_CONSTANTS,
  NONE_ATOM,
  NOTHING,
  UNDEFINED_ATOM,
  constant,
  filter,
  includes,
  join,
  joinAll,
  sameAtom,
  unknown,
  widen,
  without,
} from '../../server/src/engine/values.ts';

const natives: readonly NativeObject[] = Array.from({ length: 60 }, (_, id) => ({
  kind: 'native',
  id,
  name: `n${id}`,
}));
const module: ModuleObject = {
  kind: 'module',
  id: 100,
  name: 'm',
  node: undefined,
  isPackage: false,
  isModel: false,
};

const constants = fc.constantFrom<Atom>(
  ...[
    constant('number', 0),
    constant('number', 1),
    constant('string', ''),
    constant('string', 'a', 'ENV'),
    constant('string', 'a'),
    constant('boolean', true),
  ].flatMap((value) => value.atoms),
);
const unknowns = fc
  .record({ path: fc.constantFrom(undefined, 'lib.A'), notNone: fc.boolean(), truthy: fc.boolean() })
  .map((options) => unknown('why', options).atoms[0] ?? NONE_ATOM);
const few = fc.constantFrom<Atom>(NONE_ATOM, UNDEFINED_ATOM, ABSENT_ATOM, module, ...natives.slice(0, 4));

/** A set within the caps. */
const smallValue = fc
  .array(fc.oneof(constants, unknowns, few), { maxLength: 6 })
  .map((atoms) => joinAll(atoms.map((atom): Value => ({ atoms: [atom] }))));
/** Anything that joins can make, past the caps too. */
const manyConstants = fc.integer({ min: 0, max: 40 }).map((n) => constant('number', n));
const manyObjects = fc.constantFrom(...natives).map((atom): Value => ({ atoms: [atom] }));
const anyValue = fc
  .array(fc.oneof(smallValue, manyConstants, manyObjects), { maxLength: 70 })
  .map((values) => joinAll(values));

function sameSet(a: Value, b: Value): boolean {
  return includes(a, b) && includes(b, a);
}

describe('values', () => {
  it('join to their least upper bound', () => {
    fc.assert(
      fc.property(smallValue, smallValue, smallValue, (a, b, c) => {
        const joined = join(a, b);
        expect(includes(joined, a) && includes(joined, b)).toBe(true);
        if (includes(c, a) && includes(c, b)) expect(includes(c, joined)).toBe(true);
      }),
    );
  });

  it('join idempotently, commutatively and associatively, with nothing as neutral element', () => {
    fc.assert(
      fc.property(smallValue, smallValue, smallValue, (a, b, c) => {
        expect(join(a, a)).toBe(a);
        expect(join(a, NOTHING)).toBe(a);
        expect(join(NOTHING, a)).toBe(a);
        expect(sameSet(join(a, b), join(b, a))).toBe(true);
        expect(sameSet(join(join(a, b), c), join(a, join(b, c)))).toBe(true);
      }),
    );
  });

  it('are given back by a join that adds nothing', () => {
    fc.assert(
      fc.property(smallValue, smallValue, (a, b) => {
        if (includes(a, b)) expect(join(a, b)).toBe(a);
      }),
    );
  });

  it('are partially ordered by inclusion', () => {
    fc.assert(
      fc.property(smallValue, smallValue, smallValue, (a, b, c) => {
        expect(includes(a, a)).toBe(true);
        if (includes(a, b) && includes(b, c)) expect(includes(a, c)).toBe(true);
        if (includes(a, b) && includes(b, a))
          expect([
            a.atoms.length,
            a.atoms.every((atom) => b.atoms.some((other) => sameAtom(atom, other))),
          ]).toEqual([b.atoms.length, true]);
      }),
    );
  });

  it('hold every atom once', () => {
    fc.assert(
      fc.property(anyValue, ({ atoms }) => {
        atoms.forEach((atom, i) => {
          expect(atoms.findIndex((other) => sameAtom(atom, other))).toBe(i);
        });
      }),
    );
  });

  it('stay within the caps', () => {
    fc.assert(
      fc.property(anyValue, ({ atoms }) => {
        expect(atoms.length).toBeLessThanOrEqual(MAX_ATOMS);
        expect(atoms.filter((atom) => atom.kind === 'constant').length).toBeLessThanOrEqual(MAX_CONSTANTS);
      }),
    );
  });

  it('widen to what still stands for all that was joined', () => {
    const covers = (value: Value, atom: Atom): boolean =>
      value.atoms.some((other) => {
        if (sameAtom(atom, other)) return true;
        if (other.kind !== 'unknown' || other.truthy || other.path !== undefined || atom.kind === 'absent')
          return false;
        const nullish = atom.kind === 'none' || atom.kind === 'undefined';
        return !other.notNone || (!nullish && (atom.kind !== 'unknown' || atom.notNone));
      });
    fc.assert(
      fc.property(fc.array(fc.oneof(smallValue, manyConstants, manyObjects), { maxLength: 80 }), (values) => {
        const joined = joinAll(values);
        for (const atom of values.flatMap((value) => value.atoms)) expect(covers(joined, atom)).toBe(true);
      }),
    );
  });

  it('are their own widening', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(widen(value)).toBe(value);
      }),
    );
  });

  it('stabilise when what a loop adds is joined again and again', () => {
    fc.assert(
      fc.property(
        anyValue,
        fc.array(fc.oneof(manyConstants, manyObjects, smallValue), { maxLength: 70 }),
        (start, added) => {
          let value = start;
          let rounds = 0;
          for (
            let next = joinAll([value, ...added]);
            !sameSet(next, value);
            next = joinAll([value, ...added])
          ) {
            value = next;
            rounds++;
            if (rounds > 5) break;
          }
          expect(rounds).toBeLessThanOrEqual(5);
        },
      ),
    );
  });

  it('keep what a filter keeps', () => {
    fc.assert(
      fc.property(smallValue, (value) => {
        const rest = without(value, 'none');
        expect(rest.atoms).toEqual(value.atoms.filter((atom) => atom.kind !== 'none'));
        expect(filter(value, () => true)).toBe(value);
        expect(includes(value, rest)).toBe(true);
      }),
    );
  });
});
