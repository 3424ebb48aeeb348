/** Every expression of Python with the program it is lowered to. */
import { describe, expect, it } from 'vitest';
import { lowered } from './lowered.ts';

const CASES: readonly (readonly [source: string, printed: string])[] = [
  // Literals
  ['None', 'none'],
  ['True', 'true'],
  ['0x10', '16'],
  ['1_000.5', '1000.5'],
  ['"a\\n" "b"', '"a\\nb"'],
  ["b'x'", 'bytes'],
  ['...', 'ellipsis'],
  // Attributes, subscripts, calls
  ['a.b.c', 'a.b.c'],
  ['a[0]', 'a[0]'],
  ['a[1:2]', 'a[1:2]'],
  ['a[:, ::2]', 'a[tuple(:, ::2)]'],
  ['f()', 'f()'],
  ['f(a, *b, c=1, **d)', 'f(a, *b, c=1, **d)'],
  ['a.b(c).d[e](f)', 'a.b(c).d[e](f)'],
  ['f(x for x in y)', 'f(generator(x for x in y; locals x))'],
  // super (the callee is the plain name, with no or two positional arguments)
  ['super()', 'super<>'],
  ['super().__init__(a)', 'super<>.__init__(a)'],
  ['super(A, self).f()', 'super<A, self>.f()'],
  ['super(A)', 'super(A)'],
  ['super(*a, b)', 'super(*a, b)'],
  ['x.super()', 'x.super()'],
  ['super', 'super'],
  // Displays
  ['[1, *a]', 'list(1, *a)'],
  ['(1, 2)', 'tuple(1, 2)'],
  ['()', 'tuple()'],
  ['{1, 2}', 'set(1, 2)'],
  ['{"a": 1, **b}', 'mapping("a": 1, **b)'],
  ['{}', 'mapping()'],
  // Comprehensions
  ['[x for x in y if x if z]', 'list(x for x in y if x if z; locals x)'],
  ['{x for x, in y}', 'set(x for [x] in y; locals x)'],
  ['{k: v for k, v in y}', 'mapping(k: v for [k, v] in y; locals k, v)'],
  ['[b for a in c for b in a]', 'list(b for a in c for b in a; locals a, b)'],
  ['[x async for x in y]', 'list(x async for x in y; locals x)'],
  ['[x for a.b in y for x[0] in z]', 'list(x for a.b in y for x[0] in z; locals )'],
  ['[[b for b in a] for a in c]', 'list(list(b for b in a; locals b) for a in c; locals a)'],
  // Operators
  ['a + b - c', '(a + b - c)'],
  ['a + b * c', '(a + (b * c))'],
  ['a ** b ** c', '(a ** (b ** c))'],
  ['-a', '(negate a)'],
  ['+a', '(plus a)'],
  ['~a', '(invert a)'],
  ['not a', '(not a)'],
  ['a and b and c', '(a and b and c)'],
  ['a or b and c', '(a or (b and c))'],
  ['a < b <= c', '(a less b less-equal c)'],
  ['a > b >= c', '(a greater b greater-equal c)'],
  ['a == b != c', '(a equal b not-equal c)'],
  ['a is b is not None', '(a identical b not-identical none)'],
  ['a in b not in c', '(a in b not-in c)'],
  ['a if b else c', '(if b then a else c)'],
  ['(a := b)', '(a := b)'],
  // Functions in expressions
  ['lambda: 0', '(lambda() { return 0 })'],
  ['lambda a, /, b=1, *c, d, **e: a', '(lambda(positional a, b = 1, *c, named d, **e) { return a })'],
  ['await a', '(await a)'],
  ['yield', '(yield)'],
  ['yield a', '(yield a)'],
  ['yield from a', '(yield from a)'],
  // Text
  ['f"a{b}c{d.e!r:>{w}}"', 'template("a", b, "c", d.e, w)'],
  ['"x" f"{a}"', 'template("x", a)'],
  ['t"{a}b"', 'missing<template strings are not followed>'],
];

describe('lowering of expressions', () => {
  it.each(CASES)('%s', (source, printed) => {
    expect(lowered(source)).toBe(printed);
  });
});
