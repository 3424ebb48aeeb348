/** Method resolution orders of random hierarchies, as CPython has them. */
import { execFileSync } from 'node:child_process';
import { fc } from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { linearise } from '../../server/src/engine/linearization.ts';
import type { ClassObject, ModuleObject } from '../../server/src/engine/objects.ts';

const SCRIPT = `
import json, sys
orders = []
for hierarchy in json.load(sys.stdin):
    classes, order = [], []
    for name, bases in enumerate(hierarchy):
        try:
            made = type(str(name), tuple(classes[b] for b in bases), {})
            order.append([int(c.__name__) for c in made.__mro__ if c is not object])
        except TypeError:
            made = type(str(name), (), {})
            order.append(None)
        classes.append(made)
    orders.append(order)
json.dump(orders, sys.stdout)
`;

/** Bases of each class by number, earlier classes only. */
type Hierarchy = readonly (readonly number[])[];

const hierarchy: fc.Arbitrary<Hierarchy> = fc
  .array(fc.uniqueArray(fc.nat(8), { maxLength: 3 }), { minLength: 3, maxLength: 9 })
  .map((classes) => classes.map((bases, index) => bases.filter((base) => base < index)));

const MODULE: ModuleObject = {
  kind: 'module',
  id: 0,
  name: 'm',
  node: undefined,
  isPackage: false,
  isModel: false,
};

function classObject(id: number, bases: readonly ClassObject[]): ClassObject {
  const mro: ClassObject[] = [];
  const type: ClassObject = {
    kind: 'class',
    id,
    name: `${id}`,
    qualifiedName: `${id}`,
    node: undefined,
    module: MODULE,
    mro,
    bases,
    unknownBase: undefined,
    metaclass: undefined,
    fields: [],
    isModel: false,
  };
  mro.push(...linearise(type, bases));
  return type;
}

/** Orders of a hierarchy; a class that CPython refuses (null) has no bases in what follows, there as here. */
function orders(bases: Hierarchy, refused: readonly (readonly number[] | null)[]): (number[] | null)[] {
  const classes: ClassObject[] = [];
  return bases.map((list, id) => {
    const made = classObject(
      id,
      list.flatMap((base) => classes[base] ?? []),
    );
    classes.push(refused[id] === null ? classObject(id, []) : made);
    return refused[id] === null ? null : made.mro.map((type) => type.id);
  });
}

describe('method resolution order', () => {
  it('is that of CPython', () => {
    const cases = fc.sample(hierarchy, { numRuns: 300, seed: 1996 });
    const answers = JSON.parse(
      execFileSync('python3', ['-c', SCRIPT], { input: JSON.stringify(cases), encoding: 'utf8' }),
    ) as (number[] | null)[][];
    expect(answers.flat().some((order) => order === null)).toBe(true);
    cases.forEach((bases, i) => {
      expect([bases, orders(bases, answers[i] ?? [])]).toEqual([bases, answers[i]]);
    });
  });

  it('is depth first where there is none', () => {
    const a = classObject(1, []);
    const b = classObject(2, [a]);
    expect(classObject(3, [a, b]).mro.map((type) => type.id)).toEqual([3, 1, 2]);
  });
});
