/** Names that functions bind (Python reference 4.2), generators, and scopes that outlive their call. */
import { describe, expect, it } from 'vitest';
import { scopeOf } from './lowered.ts';

function body(...lines: string[]): ReturnType<typeof scopeOf> {
  return scopeOf(`def f(p):\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
}

describe('locals', () => {
  it.each([
    ['a = b = c', ['p', 'a', 'b']],
    ['a, (b, *c) = d', ['p', 'a', 'b', 'c']],
    ['a.b = c[d] = e', ['p']],
    ['a += 1', ['p', 'a']],
    ['a: int', ['p', 'a']],
    ['(a): int', ['p']],
    ['a: int = 1', ['p', 'a']],
    ['for a, b in c: pass', ['p', 'a', 'b']],
    ['with x as (a, b): pass', ['p', 'a', 'b']],
    ['import a.b, c.d as e', ['p', 'a', 'e']],
    ['from a import b, c as d', ['p', 'b', 'd']],
    ['del a', ['p', 'a']],
    ['def g(x): y = 1', ['p', 'g']],
    ['class A: x = 1', ['p', 'A']],
    ['type X = int', ['p', 'X']],
    ['print((a := 1))', ['p', 'a']],
    ['[x for x in (a := y)]', ['p', 'a']],
    ['[(a := x) for x in y if (b := x)]', ['p', 'b', 'a']],
    ['[[(a := x) for x in z] for z in y]', ['p', 'a']],
    ['g(lambda x: (a := x))', ['p']],
    ['g(lambda x=(a := 1): x)', ['p', 'a']],
    ['{x: y for x, y in z}', ['p']],
    ['return a', ['p']],
  ])('%s', (statement, locals) => {
    expect(body(statement).locals).toEqual(locals);
  });

  it('binds the name of a handler', () => {
    expect(body('try: pass', 'except E as a: pass').locals).toEqual(['p', 'a']);
  });

  it('binds captures of patterns', () => {
    const names = body('match x:', '  case [a, *b, C(c, d=e)] | {"k": f, **g} as h: pass', '  case _: pass');
    expect(names.locals).toEqual(['p', 'a', 'b', 'c', 'e', 'f', 'g', 'h']);
  });

  it('leaves out names declared global or nonlocal, whatever the order', () => {
    const scope = body('a = b = c = 1', 'global a, d', 'nonlocal b', '[(a := x) for x in y]');
    expect(scope.locals).toEqual(['p', 'c']);
    expect(scope.globals).toEqual(['a', 'd']);
    expect(scope.nonlocals).toEqual(['b']);
  });

  it('leaves declarations of nested functions to them', () => {
    const scope = body('a = 1', 'def g():', '  nonlocal a', '  global b', '  a = b = 2');
    expect(scope).toEqual({
      locals: ['p', 'a', 'g'],
      globals: [],
      nonlocals: [],
      isGenerator: false,
      keepsScope: true,
    });
  });

  it('binds parameters of every kind', () => {
    expect(scopeOf('def f(a, /, b, *c, d, **e): pass').locals).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('generators', () => {
  it.each([
    ['yield', true],
    ['yield from a', true],
    ['x = yield 1', true],
    ['[x for x in (yield)]', true],
    ['def g(x=(yield)): pass', true],
    ['lambda: (yield)', false],
    ['def g(): yield', false],
    ['(x for x in y)', false],
    ['await x', false],
  ])('%s', (statement, isGenerator) => {
    expect(body(statement).isGenerator).toBe(isGenerator);
  });
});

describe('scopes that may be read after the call', () => {
  it.each([
    ['a = p.b(1)', false],
    ['def g(): pass', true],
    ['lambda: 0', true],
    ['class A: pass', true],
    ['[x for x in y]', true],
    ['(x for x in y)', true],
    ['{x: 1 for x in y}', true],
    ['locals()', true],
    ['exec("a")', true],
    ['a = eval("a")', true],
    ['vars()', true],
    ['p.locals()', false],
  ])('%s', (statement, keepsScope) => {
    expect(body(statement).keepsScope).toBe(keepsScope);
  });
});
