/** Functions and classes: headers, decorators, private names. */
import { describe, expect, it } from 'vitest';
import { firstFunction, lowered } from './lowered.ts';

describe('lowering of definitions', () => {
  it('keeps kinds of parameters, types, defaults and decorators in source order', () => {
    const source = '@a\n@b(1)\ndef f(p: int, /, q=2, *r: T, s=3, **t) -> "R":\n  return p';
    expect(lowered(source)).toBe(
      [
        '@a',
        '@b(1)',
        'function f(positional p: int, q = 2, *r: T, named s = 3, **t) -> "R"',
        '  # locals p, q, r, s, t',
        '  return p',
      ].join('\n'),
    );
  });

  it('takes parameters after a bare star as named only', () => {
    expect(lowered('def f(a, *, b): pass')).toBe('function f(a, named b)\n  # locals a, b');
  });

  it('tells methods from functions, and functions inside methods from methods', () => {
    expect(lowered('class A:\n  if x:\n    def f(self):\n      def g(): pass')).toBe(
      [
        'class A()',
        '  if x',
        '    method f(self)',
        '      # keeps scope; locals self, g',
        '      function g()',
      ].join('\n'),
    );
  });

  it('lowers bases, keywords and decorators of a class', () => {
    expect(lowered('@d\nclass A(B, *C, metaclass=M):\n  x: int = 1\n  y: str')).toBe(
      ['@d', 'class A(B, *C, metaclass=M)', '  x: int = 1', '  declare y: str'].join('\n'),
    );
  });

  it('ignores type parameters', () => {
    expect(lowered('class A[T](B[T]): pass\ndef f[T](a: T): pass')).toBe(
      'class A(B[T])\nfunction f(a: T)\n  # locals a',
    );
  });

  it('says what a class body declares to be global', () => {
    expect(lowered('class A:\n  global x\n  x = 1')).toBe('class A()\n  # globals x\n  x = 1');
  });

  it('gives the spans of names and headers', () => {
    const source = 'x = 1\n@d\nasync def name(a):\n  pass\n';
    const node = firstFunction(source);
    expect(source.slice(node.nameSpan.start, node.nameSpan.end)).toBe('name');
    expect(source.slice(node.start).startsWith('async def name')).toBe(true);
    expect(node.isAsync).toBe(true);
    expect(node.form).toBe('declaration');
  });

  it('prints a lambda on one line', () => {
    expect(lowered('a = lambda b: (yield b)')).toBe('a = (lambda(b) { return (yield b) })');
  });
});

describe('private names (Python reference 6.2.2)', () => {
  it('spells them with the class, wherever they stand inside it', () => {
    const source = [
      'class _A:',
      '  __x = 1',
      '  def __f(self, __p):',
      '    global __g',
      '    self.__y = f(__k=__p)',
      '    return [__z for __z in self.__init__]',
      '  import __m.n',
      '__x = a.__b',
    ].join('\n');
    expect(lowered(source)).toBe(
      [
        'class _A()',
        '  _A__x = 1',
        '  method _A__f(self, _A__p)',
        '    # keeps scope; locals self, _A__p; globals _A__g',
        '    self._A__y = f(_A__k=_A__p)',
        '    return list(_A__z for _A__z in self.__init__; locals _A__z)',
        '  import __m.n -> _A__m (top)',
        '__x = a.__b',
      ].join('\n'),
    );
  });

  it('uses the innermost class, and none for a class of underscores', () => {
    const source = 'class A:\n  class __B(__C):\n    x = __y\n  class __:\n    x = __y';
    expect(lowered(source)).toBe(
      ['class A()', '  class _A__B(_A__C)', '    x = _B__y', '  class __()', '    x = __y'].join('\n'),
    );
  });
});
