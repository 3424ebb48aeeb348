/** Compound statements and definitions: source and the exact tree. */
import { describe, expect, it } from 'vitest';
import { dumpSyntax, dumpProblems } from './dump.ts';

describe('branches and loops', () => {
  it.each([
    [
      'if a: b\nelif c: d\nelse: e',
      '(If branches:[(test:a body:[(Expr value:b)]) (test:c body:[(Expr value:d)])] otherwise:[(Expr value:e)])',
    ],
    [
      'if a:\n  if b:\n    c\n  else:\n    d',
      '(If branches:[(test:a body:[(If branches:[(test:b body:[(Expr value:c)])] otherwise:[(Expr value:d)])])])',
    ],
    ['if (a := b): pass', '(If branches:[(test:(NamedExpr target:a value:b) body:[(Pass)])])'],
    ['while a:\n  b\nelse:\n  c', '(While test:a body:[(Expr value:b)] otherwise:[(Expr value:c)])'],
    [
      'for a, b in c, d:\n  e\nelse:\n  f',
      '(For target:(Tuple elements:[a b]) iterable:(Tuple elements:[c d]) body:[(Expr value:e)] otherwise:[(Expr value:f)])',
    ],
    ['for x in *a, b: pass', '(For target:x iterable:(Tuple elements:[(Starred value:a) b]) body:[(Pass)])'],
    ['async for a in b: pass', '(For isAsync target:a iterable:b body:[(Pass)])'],
    ['for a.b in c: pass', '(For target:(Attribute value:a attribute:b) iterable:c body:[(Pass)])'],
    ['for (a) in b: pass', '(For target:a iterable:b body:[(Pass)])'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('with', () => {
  it.each([
    ['with a: pass', '(With items:[(context:a)] body:[(Pass)])'],
    ['with a as b, c as d: pass', '(With items:[(context:a target:b) (context:c target:d)] body:[(Pass)])'],
    [
      'with (a as b, c as d,): pass',
      '(With items:[(context:a target:b) (context:c target:d)] body:[(Pass)])',
    ],
    ['with (a, b): pass', '(With items:[(context:a) (context:b)] body:[(Pass)])'],
    ['with (a): pass', '(With items:[(context:a)] body:[(Pass)])'],
    ['with (a, b) as c: pass', '(With items:[(context:(Tuple elements:[a b]) target:c)] body:[(Pass)])'],
    [
      'with (a).b as c: pass',
      '(With items:[(context:(Attribute value:a attribute:b) target:c)] body:[(Pass)])',
    ],
    ['with (yield a): pass', '(With items:[(context:(Yield value:a))] body:[(Pass)])'],
    [
      'with (x for x in y): pass',
      '(With items:[(context:(GeneratorExp element:x clauses:[(target:x iterable:y)]))] body:[(Pass)])',
    ],
    [
      'async with a as (b, c): pass',
      '(With isAsync items:[(context:a target:(Tuple elements:[b c]))] body:[(Pass)])',
    ],
    ['with (a) as b, (c): pass', '(With items:[(context:a target:b) (context:c)] body:[(Pass)])'],
    ['with (\n  a as b,\n  c\n): pass', '(With items:[(context:a target:b) (context:c)] body:[(Pass)])'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('try', () => {
  it.each([
    ['try: a\nexcept: b', '(Try body:[(Expr value:a)] handlers:[(body:[(Expr value:b)])])'],
    [
      'try: a\nexcept A as e: b\nelse: c\nfinally: d',
      '(Try body:[(Expr value:a)] handlers:[(type:A name:e body:[(Expr value:b)])] otherwise:[(Expr value:c)] final:[(Expr value:d)])',
    ],
    [
      'try: a\nexcept (A, B): c',
      '(Try body:[(Expr value:a)] handlers:[(type:(Tuple elements:[A B]) body:[(Expr value:c)])])',
    ],
    [
      'try: a\nexcept A, B: c',
      '(Try body:[(Expr value:a)] handlers:[(type:(Tuple elements:[A B]) body:[(Expr value:c)])])',
    ],
    ['try: a\nexcept* A: b', '(Try body:[(Expr value:a)] handlers:[(type:A body:[(Expr value:b)] star)])'],
    [
      'try: a\nexcept* A, B: b',
      '(Try body:[(Expr value:a)] handlers:[(type:(Tuple elements:[A B]) body:[(Expr value:b)] star)])',
    ],
    ['try: a\nfinally: b', '(Try body:[(Expr value:a)] final:[(Expr value:b)])'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('functions', () => {
  it.each([
    ['def f(): pass', '(FunctionDef name:f body:{(Pass)})'],
    [
      'def f(a, /, b: int = 1, *c: C, d, **e) -> F: pass',
      '(FunctionDef name:f parameters:[(positional-only name:a) (normal name:b annotation:int defaultValue:1) (var-positional name:c annotation:C) (keyword-only name:d) (var-keyword name:e)] returns:F body:{(Pass)})',
    ],
    ['def f(*, a): pass', '(FunctionDef name:f parameters:[(keyword-only name:a)] body:{(Pass)})'],
    [
      'def f(*a: *B): pass',
      '(FunctionDef name:f parameters:[(var-positional name:a annotation:(Starred value:B))] body:{(Pass)})',
    ],
    ['async def f(): await a', '(FunctionDef isAsync name:f body:{(Expr value:(Await value:a))})'],
    [
      'def f[T: int, *Ts, **P](a: T) -> T: pass',
      '(FunctionDef name:f typeParameters:[(name:T bound:int) (name:Ts) (name:P)] parameters:[(normal name:a annotation:T)] returns:T body:{(Pass)})',
    ],
    [
      'def f[T = int](): pass',
      '(FunctionDef name:f typeParameters:[(name:T defaultValue:int)] body:{(Pass)})',
    ],
    [
      '@a\n@b.c(d)\ndef f(): pass',
      '(FunctionDef name:f decorators:[a (Call callee:(Attribute value:b attribute:c) arguments:[(value:d)])] body:{(Pass)})',
    ],
    ['@a[0]\ndef f(): pass', '(FunctionDef name:f decorators:[(Subscript value:a index:0)] body:{(Pass)})'],
    ['@(x := a)\nclass A: pass', '(ClassDef name:A decorators:[(NamedExpr target:x value:a)] body:[(Pass)])'],
    [
      'def f():\n  def g():\n    return 1\n  return g',
      '(FunctionDef name:f body:{(FunctionDef name:g body:{(Return value:1)}) (Return value:g)})',
    ],
    [
      'def f(a, b=1,): pass',
      '(FunctionDef name:f parameters:[(normal name:a) (normal name:b defaultValue:1)] body:{(Pass)})',
    ],
    ['def f():\n  a; b\nc', '(FunctionDef name:f body:{(Expr value:a) (Expr value:b)})\n(Expr value:c)'],
    ['def f(): a; b\nc', '(FunctionDef name:f body:{(Expr value:a) (Expr value:b)})\n(Expr value:c)'],
    ['def f():\n  """doc"""\n', '(FunctionDef name:f body:{(Expr value:"doc")})'],
    ['def f(\n  a,\n): pass', '(FunctionDef name:f parameters:[(normal name:a)] body:{(Pass)})'],
    ['def f(): return (\n1)\nx', '(FunctionDef name:f body:{(Return value:1)})\n(Expr value:x)'],
    ['@a\nasync def f(): pass', '(FunctionDef isAsync name:f decorators:[a] body:{(Pass)})'],
    [
      'def f():\n\n  # c\n    # d\n  a\n\n  b\n# e\nc',
      '(FunctionDef name:f body:{(Expr value:a) (Expr value:b)})\n(Expr value:c)',
    ],
    [
      'def f():\n\tif a:\n\t\tb\n        c\nd',
      '(FunctionDef name:f body:{(If branches:[(test:a body:[(Expr value:b)])]) (Expr value:c)})\n(Expr value:d)',
    ],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('classes', () => {
  it.each([
    ['class A: pass', '(ClassDef name:A body:[(Pass)])'],
    ['class A(): pass', '(ClassDef name:A body:[(Pass)])'],
    [
      'class A(B, *C, metaclass=D, **E):\n  a = 1\n  def f(self): pass\n  b = 2',
      '(ClassDef name:A arguments:[(value:B) (spread:sequence value:C) (name:metaclass value:D) (spread:mapping value:E)] body:[(Assign targets:[a] value:1) (FunctionDef name:f parameters:[(normal name:self)] body:{(Pass)}) (Assign targets:[b] value:2)])',
    ],
    [
      'class A[T](B[T]): pass',
      '(ClassDef name:A typeParameters:[(name:T)] arguments:[(value:(Subscript value:B index:T))] body:[(Pass)])',
    ],
    ['@a\nclass A: pass', '(ClassDef name:A decorators:[a] body:[(Pass)])'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('match', () => {
  it.each([
    ['match a:\n  case 1: pass', '(Match subject:a cases:[(pattern:(MatchValue value:1) body:[(Pass)])])'],
    [
      'match (a):\n  case b if c: pass',
      '(Match subject:a cases:[(pattern:(MatchAs name:b) guard:c body:[(Pass)])])',
    ],
    [
      'match a, *b:\n  case _: pass',
      '(Match subject:(Tuple elements:[a (Starred value:b)]) cases:[(pattern:(MatchAs) body:[(Pass)])])',
    ],
    [
      'match(a, b):\n  case [x, *_]: pass',
      '(Match subject:(Tuple elements:[a b]) cases:[(pattern:(MatchSequence patterns:[(MatchAs name:x) (MatchStar)]) body:[(Pass)])])',
    ],
    [
      'match -a:\n  case -1 | 1 + 2j: pass',
      '(Match subject:(UnaryOp operator:- operand:a) cases:[(pattern:(MatchOr patterns:[(MatchValue value:(UnaryOp operator:- operand:1)) (MatchValue value:(BinOp first:1 rest:[(operator:+ operand:null)]))]) body:[(Pass)])])',
    ],
    [
      'match [a]:\n  case (x): pass\n  case (x,): pass\n  case x, y: pass\n  case (): pass\n  case *x, y: pass',
      '(Match subject:(List elements:[a]) cases:[(pattern:(MatchAs name:x) body:[(Pass)]) (pattern:(MatchSequence patterns:[(MatchAs name:x)]) body:[(Pass)]) (pattern:(MatchSequence patterns:[(MatchAs name:x) (MatchAs name:y)]) body:[(Pass)]) (pattern:(MatchSequence) body:[(Pass)]) (pattern:(MatchSequence patterns:[(MatchStar name:x) (MatchAs name:y)]) body:[(Pass)])])',
    ],
    [
      'match a:\n  case {"k": v, **r}: pass\n  case {}: pass\n  case {A.b: 1}: pass',
      '(Match subject:a cases:[(pattern:(MatchMapping entries:[(key:"k" pattern:(MatchAs name:v))] rest:r) body:[(Pass)]) (pattern:(MatchMapping) body:[(Pass)]) (pattern:(MatchMapping entries:[(key:(Attribute value:A attribute:b) pattern:(MatchValue value:1))]) body:[(Pass)])])',
    ],
    [
      'match a:\n  case A(): pass\n  case a.B(x, y=1, z=_): pass',
      '(Match subject:a cases:[(pattern:(MatchClass class:A) body:[(Pass)]) (pattern:(MatchClass class:(Attribute value:a attribute:B) positional:[(MatchAs name:x)] named:[(name:y pattern:(MatchValue value:1)) (name:z pattern:(MatchAs))]) body:[(Pass)])])',
    ],
    [
      'match a:\n  case A.b: pass\n  case "s" "t": pass\n  case None | True: pass\n  case (1 | 2) as x: pass',
      '(Match subject:a cases:[(pattern:(MatchValue value:(Attribute value:A attribute:b)) body:[(Pass)]) (pattern:(MatchValue value:"st") body:[(Pass)]) (pattern:(MatchOr patterns:[(MatchSingleton value:none:null) (MatchSingleton value:boolean:true)]) body:[(Pass)]) (pattern:(MatchAs pattern:(MatchOr patterns:[(MatchValue value:1) (MatchValue value:2)]) name:x) body:[(Pass)])])',
    ],
    [
      'match match:\n  case case: pass',
      '(Match subject:match cases:[(pattern:(MatchAs name:case) body:[(Pass)])])',
    ],
    [
      'match a:\n\n  # c\n  case 1:\n    b\n  case 2:\n    c\nd',
      '(Match subject:a cases:[(pattern:(MatchValue value:1) body:[(Expr value:b)]) (pattern:(MatchValue value:2) body:[(Expr value:c)])])\n(Expr value:d)',
    ],
    [
      'match x := a:\n  case _: pass',
      '(Match subject:(NamedExpr target:x value:a) cases:[(pattern:(MatchAs) body:[(Pass)])])',
    ],
    [
      'match not a:\n  case _: pass',
      '(Match subject:(UnaryOp operator:not operand:a) cases:[(pattern:(MatchAs) body:[(Pass)])])',
    ],
    [
      'match *a, b:\n  case _: pass',
      '(Match subject:(Tuple elements:[(Starred value:a) b]) cases:[(pattern:(MatchAs) body:[(Pass)])])',
    ],
    ['match {}:\n  case _: pass', '(Match subject:(Dict) cases:[(pattern:(MatchAs) body:[(Pass)])])'],
    [
      'match lambda: 1:\n  case _: pass',
      '(Match subject:(Lambda body:1) cases:[(pattern:(MatchAs) body:[(Pass)])])',
    ],
    [
      'match await a:\n  case _: pass',
      '(Match subject:(Await value:a) cases:[(pattern:(MatchAs) body:[(Pass)])])',
    ],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('layout', () => {
  it.each([
    ['\ufeffa', '(Expr value:a)'],
    [
      'a\r\nif b:\r\n  c\r\nd',
      '(Expr value:a)\n(If branches:[(test:b body:[(Expr value:c)])])\n(Expr value:d)',
    ],
    ['a\rb', '(Expr value:a)\n(Expr value:b)'],
    ['\fa', '(Expr value:a)'],
    ['if a:\n\tb\n        c', '(If branches:[(test:a body:[(Expr value:b) (Expr value:c)])])'],
    ['# c\n\na # d\n', '(Expr value:a)'],
    ['', ''],
    ['\n', ''],
    ['if a:\n    b\n  # c\n    d', '(If branches:[(test:a body:[(Expr value:b) (Expr value:d)])])'],
    [
      'if a:\n    x = [\n1,\n]\n    y',
      '(If branches:[(test:a body:[(Assign targets:[x] value:(List elements:[1])) (Expr value:y)])])',
    ],
    [
      'class A:\n  x = """\na\n"""\n  y = 1',
      '(ClassDef name:A body:[(Assign targets:[x] value:"\\na\\n") (Assign targets:[y] value:1)])',
    ],
    ['a = \\\n1\nb', '(Assign targets:[a] value:1)\n(Expr value:b)'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});
