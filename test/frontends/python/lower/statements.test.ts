/** Every statement of Python with the program it is lowered to. */
import { describe, expect, it } from 'vitest';
import { lowered } from './lowered.ts';

const SIMPLE: readonly (readonly [source: string, printed: string])[] = [
  ['pass', ''],
  ['a = b', 'a = b'],
  ['a = b.c = d[0] = e', 'a = b.c = d[0] = e'],
  ['a, *b = c', '[a, *b] = c'],
  ['[a, (b, c)] = d', '[a, [b, c]] = d'],
  ['f() = a', 'missing<this cannot be assigned to> = a'],
  ['a: T = b', 'a: T = b'],
  ['self.a: "T | None" = b', 'self.a: "T | None" = b'],
  ['a: T', 'declare a: T'],
  ['a += b', 'a += b'],
  ['a.b //= c', 'a.b //= c'],
  ['a[0] @= c', 'a[0] @= c'],
  ['del a, b.c, (d, [e[0]])', 'delete a, b.c, d, e[0]'],
  ['type X = int | str', 'X = (int | str)'],
  ['raise', 'raise'],
  ['raise a', 'raise a'],
  ['raise a from b', 'raise a from b'],
  ['assert a', 'assert a'],
  ['assert a, b', 'assert a, b'],
  // Imports
  ['import a', 'import a -> a (top)'],
  ['import a.b.c', 'import a.b.c -> a (top)'],
  ['import a.b as c', 'import a.b -> c (leaf)'],
  ['import a, b.c as d', 'import a -> a (top)\nimport b.c -> d (leaf)'],
  ['from a import b, c as d', 'from a import b, c -> d'],
  ['from . import x', 'from . import x'],
  ['from ..a.b import x', 'from ..a.b import x'],
  ['from a import *', 'from a import *'],
  ['lazy import a.b', 'lazy import a.b -> a (top)'],
  ['lazy from a import b', 'lazy from a import b'],
];

const COMPOUND: readonly (readonly [source: string, printed: string])[] = [
  ['if a:\n  b\nelif c:\n  d\nelse:\n  e', 'if a\n  b\nelif c\n  d\nelse\n  e'],
  ['if a: b\nelse:\n  if c: d', 'if a\n  b\nelse\n  if c\n    d'],
  ['while a:\n  break\nelse:\n  b', 'while a\n  break\nelse\n  b'],
  ['for a, b in c:\n  continue\nelse:\n  d', 'for [a, b] in c\n  continue\nelse\n  d'],
  ['async def f():\n  async for a in b: c', 'async function f()\n  # locals a\n  async for a in b\n    c'],
  [
    'try:\n  a\nexcept B as c:\n  d\nexcept (E, F):\n  g\nexcept:\n  h\nelse:\n  i\nfinally:\n  j',
    'try\n  a\nexcept B as c\n  d\nexcept tuple(E, F)\n  g\nexcept\n  h\nelse\n  i\nfinally\n  j',
  ],
  ['try:\n  a\nexcept* B as c:\n  d', 'try\n  a\nexcept* B as c\n  d'],
  ['with a as b, c, d as (e, f):\n  g', 'with a as b, c, d as [e, f]\n  g'],
  ['with (a as b, c):\n  g', 'with a as b, c\n  g'],
  ['async def f():\n  async with a: b', 'async function f()\n  async with a\n    b'],
  [
    'match a:\n  case 1 | "x" | None: b\n  case A.B if c: d\n  case _: e',
    'match a\n  case (== 1 | == "x" | == none)\n    b\n  case == A.B if c\n    d\n  case _\n    e',
  ],
  [
    'match a:\n  case [b, *c, *_]: d\n  case {"k": e, **f}: g\n  case C(h, i=1) as j: k\n  case l: m',
    'match a\n  case [b, *c, *_]\n    d\n  case {"k": e, **f}\n    g\n  case (C(h, i=== 1) as j)\n    k\n  case l\n    m',
  ],
];

describe('lowering of statements', () => {
  it.each(SIMPLE)('%s', (source, printed) => {
    expect(lowered(source)).toBe(printed);
  });

  it.each(COMPOUND)('%s', (source, printed) => {
    expect(lowered(source)).toBe(printed);
  });
});
