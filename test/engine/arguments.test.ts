/** Binding of arguments on random signatures and calls, as CPython does it. */
import { execFileSync } from 'node:child_process';
import { fc } from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { bindArguments } from '../../server/src/engine/arguments.ts';
import { NO_ARGUMENTS } from '../../server/src/engine/machine.ts';
import type { FunctionObject, ModuleObject } from '../../server/src/engine/objects.ts';
import type { Value } from '../../server/src/engine/values.ts';
import { NONE, constant } from '../../server/src/engine/values.ts';
import { lowerPythonModule } from '../../server/src/frontends/python/frontend.ts';

const SCRIPT = `
import json, sys
answers = []
for signature, positional, named in json.load(sys.stdin):
    scope = {}
    exec(f"def f({signature}): return locals()", scope)
    try:
        bound = scope["f"](*positional, **named)
        answers.append({k: list(v) if isinstance(v, tuple) else v for k, v in bound.items()})
    except TypeError:
        answers.append(None)
json.dump(answers, sys.stdout)
`;

interface Shape {
  readonly before: readonly (readonly [string, boolean])[];
  readonly normal: readonly (readonly [string, boolean])[];
  readonly rest: boolean;
  readonly after: readonly (readonly [string, boolean])[];
  readonly more: boolean;
}

const withDefault = (names: readonly string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...names), fc.boolean()), { maxLength: 3 });
const shape: fc.Arbitrary<Shape> = fc.record({
  before: withDefault(['a', 'b']),
  normal: withDefault(['c', 'd', 'e']),
  rest: fc.boolean(),
  after: withDefault(['g', 'h']),
  more: fc.boolean(),
});

/** A signature in which no name occurs twice, and no parameter without a default follows one with a default. */
function signatureOf({ before, normal, rest, after, more }: Shape): string {
  const seen = new Set<string>();
  const fresh = (list: Shape['before']) => list.filter(([n]) => !seen.has(n) && seen.add(n));
  let defaults = false;
  const positional = ([n, hasDefault]: readonly [string, boolean]): string => {
    defaults ||= hasDefault;
    return defaults ? `${n}='default ${n}'` : n;
  };
  const first = fresh(before).map(positional);
  const second = fresh(normal).map(positional);
  const third = fresh(after).map(([n, hasDefault]) => (hasDefault ? `${n}='default ${n}'` : n));
  return [
    ...first,
    ...(first.length > 0 ? ['/'] : []),
    ...second,
    ...(rest ? ['*args'] : third.length > 0 ? ['*'] : []),
    ...third,
    ...(more ? ['**more'] : []),
  ].join(', ');
}

const call = fc.tuple(
  shape.map(signatureOf),
  fc.array(fc.nat(99), { maxLength: 6 }),
  fc.dictionary(fc.constantFrom('a', 'c', 'd', 'e', 'g', 'h', 'z'), fc.nat(99), { maxKeys: 3 }),
);

const MODULE: ModuleObject = {
  kind: 'module',
  id: 0,
  name: 'm',
  node: undefined,
  isPackage: false,
  isModel: false,
};

function functionOf(signature: string): FunctionObject {
  const [statement] = lowerPythonModule('m.py', `def f(${signature}): pass\n`).body;
  if (statement?.kind !== 'function-declaration') throw new Error('a function is expected');
  const node = statement.function;
  const defaults = node.parameters.map(({ defaultValue }) =>
    defaultValue?.kind === 'constant' ? constant('string', String(defaultValue.value)) : undefined,
  );
  return {
    kind: 'function',
    id: 1,
    name: 'f',
    qualifiedName: 'm.f',
    node,
    scope: undefined,
    module: MODULE,
    owner: undefined,
    defaults,
    isModel: false,
  };
}

function plain(value: Value): unknown {
  const [atom] = value.atoms;
  return atom?.kind === 'constant' ? atom.value : undefined;
}

function bound(
  signature: string,
  positional: readonly number[],
  named: Readonly<Record<string, number>>,
): unknown {
  const fn = functionOf(signature);
  const binding = bindArguments(
    fn,
    {
      ...NO_ARGUMENTS,
      positional: positional.map((n) => constant('number', n)),
      named: new Map(Object.entries(named).map(([k, n]) => [k, constant('number', n)])),
    },
    true,
  );
  if (!binding.fits) return null;
  const values: Record<string, unknown> = {};
  for (const { name, kind } of fn.node.parameters) {
    if (kind === 'rest') values[name] = binding.rest.map(plain);
    else if (kind === 'named-rest')
      values[name] = Object.fromEntries([...binding.namedRest].map(([k, v]) => [k, plain(v)]));
    else values[name] = plain(binding.values.get(name) ?? NONE);
  }
  return values;
}

describe('arguments', () => {
  it('bind as CPython binds them', () => {
    const cases = fc.sample(call, { numRuns: 600, seed: 634 });
    const answers = JSON.parse(
      execFileSync('python3', ['-c', SCRIPT], { input: JSON.stringify(cases), encoding: 'utf8' }),
    ) as unknown[];
    expect(answers.some((answer) => answer === null) && answers.some((answer) => answer !== null)).toBe(true);
    cases.forEach(([signature, positional, named], i) => {
      const program = `f(${signature}) called with ${JSON.stringify([positional, named])}`;
      expect([program, bound(signature, positional, named)]).toEqual([program, answers[i]]);
    });
  });

  it('take anything from a spread whose length is not known', () => {
    const fn = functionOf("a, b='default b', *, c");
    const more = constant('number', 7);
    const binding = bindArguments(fn, { ...NO_ARGUMENTS, morePositional: more, moreNamed: more }, true);
    const kinds = binding.fits
      ? [...binding.values.values()].map(({ atoms }) => atoms.map(({ kind }) => kind))
      : [];
    expect(kinds).toEqual([['unknown'], ['constant', 'unknown'], ['unknown']]);
  });
});
