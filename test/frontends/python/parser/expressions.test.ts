/** Expressions, one table per feature: source and the exact tree. */
import { describe, expect, it } from 'vitest';
import { dumpSyntax, dumpProblems } from './dump.ts';

describe('operators and precedence', () => {
  it.each([
    [
      'a + b * c - d',
      '(Expr value:(BinOp first:a rest:[(operator:+ operand:(BinOp first:b rest:[(operator:* operand:c)])) (operator:- operand:d)]))',
    ],
    [
      '(a + b) * c',
      '(Expr value:(BinOp first:(BinOp first:a rest:[(operator:+ operand:b)]) rest:[(operator:* operand:c)]))',
    ],
    [
      '-a ** -b',
      '(Expr value:(UnaryOp operator:- operand:(BinOp first:a rest:[(operator:** operand:(UnaryOp operator:- operand:b))])))',
    ],
    [
      '2 ** 3 ** 4',
      '(Expr value:(BinOp first:2 rest:[(operator:** operand:(BinOp first:3 rest:[(operator:** operand:4)]))]))',
    ],
    [
      'not a == b and c or d',
      '(Expr value:(BoolOp operator:or values:[(BoolOp operator:and values:[(UnaryOp operator:not operand:(Compare first:a rest:[(operator:== operand:b)])) c]) d]))',
    ],
    [
      'a < b <= c != d',
      '(Expr value:(Compare first:a rest:[(operator:< operand:b) (operator:<= operand:c) (operator:!= operand:d)]))',
    ],
    ['a is not b', '(Expr value:(Compare first:a rest:[(operator:is not operand:b)]))'],
    ['a not in b', '(Expr value:(Compare first:a rest:[(operator:not in operand:b)]))'],
    [
      'not a in b',
      '(Expr value:(UnaryOp operator:not operand:(Compare first:a rest:[(operator:in operand:b)])))',
    ],
    [
      'a | b ^ c & d << e',
      '(Expr value:(BinOp first:a rest:[(operator:| operand:(BinOp first:b rest:[(operator:^ operand:(BinOp first:c rest:[(operator:& operand:(BinOp first:d rest:[(operator:<< operand:e)]))]))]))]))',
    ],
    [
      'a @ b // c % d',
      '(Expr value:(BinOp first:a rest:[(operator:@ operand:b) (operator:// operand:c) (operator:% operand:d)]))',
    ],
    ['~a', '(Expr value:(UnaryOp operator:~ operand:a))'],
    [
      'a if b else c if d else e',
      '(Expr value:(IfExp test:b body:a otherwise:(IfExp test:d body:c otherwise:e)))',
    ],
    ['await a.b()', '(Expr value:(Await value:(Call callee:(Attribute value:a attribute:b))))'],
    ['a >> b', '(Expr value:(BinOp first:a rest:[(operator:>> operand:b)]))'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('literals', () => {
  it.each([
    ['1_000', '(Expr value:1000)'],
    ['0xFF', '(Expr value:255)'],
    ['0o17', '(Expr value:15)'],
    ['0b101', '(Expr value:5)'],
    ['1e3', '(Expr value:1000)'],
    ['1.5e-3', '(Expr value:0.0015)'],
    ['.5', '(Expr value:0.5)'],
    ['1.', '(Expr value:1)'],
    ['1..real', '(Expr value:(Attribute value:1 attribute:real))'],
    ['1j', '(Expr value:null)'],
    ['00', '(Expr value:0)'],
    ['None', '(Expr value:none:null)'],
    ['True', '(Expr value:boolean:true)'],
    ['...', '(Expr value:ellipsis:null)'],
    ['1if a else 2', '(Expr value:(IfExp test:a body:1 otherwise:2))'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['print', '(Expr value:print)'],
    ['match', '(Expr value:match)'],
    ['case', '(Expr value:case)'],
    ['type', '(Expr value:type)'],
    ['lazy', '(Expr value:lazy)'],
    ['_', '(Expr value:_)'],
    ['ﬁn', '(Expr value:fin)'],
    ['naïve', '(Expr value:naïve)'],
    ['名前', '(Expr value:名前)'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('displays', () => {
  it.each([
    ['[]', '(Expr value:(List))'],
    ['[1, 2,]', '(Expr value:(List elements:[1 2]))'],
    ['[*a, b]', '(Expr value:(List elements:[(Starred value:a) b]))'],
    ['()', '(Expr value:(Tuple))'],
    ['(a,)', '(Expr value:(Tuple elements:[a]))'],
    ['a, b', '(Expr value:(Tuple elements:[a b]))'],
    ['*a, b', '(Expr value:(Tuple elements:[(Starred value:a) b]))'],
    ['{}', '(Expr value:(Dict))'],
    ['{a: 1, **b}', '(Expr value:(Dict entries:[(key:a value:1) (value:b)]))'],
    ['{a, *b}', '(Expr value:(Set elements:[a (Starred value:b)]))'],
    [
      '[x for x in y if a if b]',
      '(Expr value:(ListComp element:x clauses:[(target:x iterable:y conditions:[a b])]))',
    ],
    ['{x for x in y}', '(Expr value:(SetComp element:x clauses:[(target:x iterable:y)]))'],
    [
      '{k: v for k, v in y}',
      '(Expr value:(DictComp key:k value:v clauses:[(target:(Tuple elements:[k v]) iterable:y)]))',
    ],
    ['(x async for x in y)', '(Expr value:(GeneratorExp element:x clauses:[(isAsync target:x iterable:y)]))'],
    [
      '[x for x in a or b for y in x]',
      '(Expr value:(ListComp element:x clauses:[(target:x iterable:(BoolOp operator:or values:[a b])) (target:y iterable:x)]))',
    ],
    ['(yield)', '(Expr value:(Yield))'],
    ['(x := 1)', '(Expr value:(NamedExpr target:x value:1))'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('calls, attributes and subscripts', () => {
  it.each([
    ['f()', '(Expr value:(Call callee:f))'],
    [
      'f(a, *b, c=1, **d)',
      '(Expr value:(Call callee:f arguments:[(value:a) (spread:sequence value:b) (name:c value:1) (spread:mapping value:d)]))',
    ],
    [
      'f(x for x in y)',
      '(Expr value:(Call callee:f arguments:[(value:(GeneratorExp element:x clauses:[(target:x iterable:y)]))]))',
    ],
    [
      'f(a, (x for x in y))',
      '(Expr value:(Call callee:f arguments:[(value:a) (value:(GeneratorExp element:x clauses:[(target:x iterable:y)]))]))',
    ],
    ['f(x := 1)', '(Expr value:(Call callee:f arguments:[(value:(NamedExpr target:x value:1))]))'],
    [
      'f(a)(b)[c].d',
      '(Expr value:(Attribute value:(Subscript value:(Call callee:(Call callee:f arguments:[(value:a)]) arguments:[(value:b)]) index:c) attribute:d))',
    ],
    ['a[1]', '(Expr value:(Subscript value:a index:1))'],
    ['a[1:2]', '(Expr value:(Subscript value:a index:(Slice lower:1 upper:2)))'],
    ['a[::2]', '(Expr value:(Subscript value:a index:(Slice step:2)))'],
    ['a[1:, b]', '(Expr value:(Subscript value:a index:(Tuple elements:[(Slice lower:1) b])))'],
    ['a[*b]', '(Expr value:(Subscript value:a index:(Tuple elements:[(Starred value:b)])))'],
    ['a[x := 1]', '(Expr value:(Subscript value:a index:(NamedExpr target:x value:1)))'],
    ['a[:]', '(Expr value:(Subscript value:a index:(Slice)))'],
    ['a[b, ]', '(Expr value:(Subscript value:a index:(Tuple elements:[b])))'],
    ['print >> x', '(Expr value:(BinOp first:print rest:[(operator:>> operand:x)]))'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('lambdas', () => {
  it.each([
    ['lambda: 0', '(Expr value:(Lambda body:0))'],
    [
      'lambda a, /, b=1, *c, d, **e: a',
      '(Expr value:(Lambda parameters:[(positional-only name:a) (normal name:b defaultValue:1) (var-positional name:c) (keyword-only name:d) (var-keyword name:e)] body:a))',
    ],
    ['lambda *, a: a', '(Expr value:(Lambda parameters:[(keyword-only name:a)] body:a))'],
    [
      'lambda x: lambda y: x',
      '(Expr value:(Lambda parameters:[(normal name:x)] body:(Lambda parameters:[(normal name:y)] body:x)))',
    ],
    [
      'lambda *a, **k: (yield)',
      '(Expr value:(Lambda parameters:[(var-positional name:a) (var-keyword name:k)] body:(Yield)))',
    ],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('layout', () => {
  it.each([
    ['(a\n+ b)', '(Expr value:(BinOp first:a rest:[(operator:+ operand:b)]))'],
    ['a + \\\n  b', '(Expr value:(BinOp first:a rest:[(operator:+ operand:b)]))'],
    ['[1, # one\n\n 2]', '(Expr value:(List elements:[1 2]))'],
    ['(a\nif b\nelse c)', '(Expr value:(IfExp test:b body:a otherwise:c))'],
    ['(a\n@ b)', '(Expr value:(BinOp first:a rest:[(operator:@ operand:b)]))'],
    ['(a. # c\n b)', '(Expr value:(Attribute value:a attribute:b))'],
    ['f(\na=1,\nb=2\n)', '(Expr value:(Call callee:f arguments:[(name:a value:1) (name:b value:2)]))'],
    [
      '[x\nfor x in y\nif x]',
      '(Expr value:(ListComp element:x clauses:[(target:x iterable:y conditions:[x])]))',
    ],
    ['(a\nnot in b)', '(Expr value:(Compare first:a rest:[(operator:not in operand:b)]))'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});
