/** Simple statements and imports: source and the exact tree. */
import { describe, expect, it } from 'vitest';
import { dumpSyntax, dumpProblems } from './dump.ts';

describe('assignments', () => {
  it.each([
    ['a = b = c', '(Assign targets:[a b] value:c)'],
    ['a, *b = c', '(Assign targets:[(Tuple elements:[a (Starred value:b)])] value:c)'],
    ['a: int', '(AnnAssign target:a annotation:int)'],
    ['a: int = 1, 2', '(AnnAssign target:a annotation:int value:(Tuple elements:[1 2]))'],
    ['(a): int', '(AnnAssign target:a annotation:int)'],
    ['a += 1', '(AugAssign target:a operator:+ value:1)'],
    ['a **= b', '(AugAssign target:a operator:** value:b)'],
    ['a @= b', '(AugAssign target:a operator:@ value:b)'],
    ['a //= yield b', '(AugAssign target:a operator:// value:(Yield value:b))'],
    ['a = yield', '(Assign targets:[a] value:(Yield))'],
    ['a = yield from b', '(Assign targets:[a] value:(YieldFrom value:b))'],
    ['a.b[c] = d', '(Assign targets:[(Subscript value:(Attribute value:a attribute:b) index:c)] value:d)'],
    ['[a, b] = c', '(Assign targets:[(List elements:[a b])] value:c)'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('simple statements', () => {
  it.each([
    ['pass; break; continue', '(Pass)\n(Break)\n(Continue)'],
    ['return', '(Return)'],
    ['return a, *b', '(Return value:(Tuple elements:[a (Starred value:b)]))'],
    ['raise', '(Raise)'],
    ['raise A from b', '(Raise exception:A cause:b)'],
    ['assert a, b', '(Assert test:a message:b)'],
    ['del a, b', '(Delete targets:[a b])'],
    ['del (a, b)', '(Delete targets:[(Tuple elements:[a b])])'],
    ['del (a), b', '(Delete targets:[a b])'],
    ['del a[0],', '(Delete targets:[(Subscript value:a index:0)])'],
    ['global a, b', '(Global names:[a b])'],
    ['nonlocal a', '(Nonlocal names:[a])'],
    ['a;', '(Expr value:a)'],
    ['yield', '(Expr value:(Yield))'],
    ['await a', '(Expr value:(Await value:a))'],
    ['print(a)', '(Expr value:(Call callee:print arguments:[(value:a)]))'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('imports', () => {
  it.each([
    ['import a', '(Import names:[(name:a)])'],
    ['import a.b.c as d, e', '(Import names:[(name:a.b.c asName:d) (name:e)])'],
    ['from a import b', '(ImportFrom module:a level:0 names:[(name:b)])'],
    ['from .a.b import (c as d, e,)', '(ImportFrom module:a.b level:1 names:[(name:c asName:d) (name:e)])'],
    ['from . import a', '(ImportFrom module:? level:1 names:[(name:a)])'],
    ['from ... import a', '(ImportFrom module:? level:3 names:[(name:a)])'],
    ['from .... a import b', '(ImportFrom module:a level:4 names:[(name:b)])'],
    ['from a import *', '(ImportFrom module:a level:0 star)'],
    ['from a import (\n  b, # c\n  c\n)', '(ImportFrom module:a level:0 names:[(name:b) (name:c)])'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('soft keywords', () => {
  it.each([
    ['type X = int', '(TypeAlias name:X value:int)'],
    [
      'type X[T: int = str, *Ts = *A, **P] = a',
      '(TypeAlias name:X typeParameters:[(name:T bound:int defaultValue:str) (name:Ts defaultValue:(Starred value:A)) (name:P)] value:a)',
    ],
    ['type = 1', '(Assign targets:[type] value:1)'],
    ['type(x)', '(Expr value:(Call callee:type arguments:[(value:x)]))'],
    ['type in x', '(Expr value:(Compare first:type rest:[(operator:in operand:x)]))'],
    ['lazy import a', '(Import names:[(name:a)] lazy)'],
    ['lazy from a import b', '(ImportFrom module:a level:0 names:[(name:b)] lazy)'],
    ['lazy = 1', '(Assign targets:[lazy] value:1)'],
    ['lazy(a)', '(Expr value:(Call callee:lazy arguments:[(value:a)]))'],
    ['match = 1', '(Assign targets:[match] value:1)'],
    ['match(a)', '(Expr value:(Call callee:match arguments:[(value:a)]))'],
    ['match[a:b]', '(Expr value:(Subscript value:match index:(Slice lower:a upper:b)))'],
    ['match in a', '(Expr value:(Compare first:match rest:[(operator:in operand:a)]))'],
    ['match -a', '(Expr value:(BinOp first:match rest:[(operator:- operand:a)]))'],
    ['match * a', '(Expr value:(BinOp first:match rest:[(operator:* operand:a)]))'],
    ['match.a', '(Expr value:(Attribute value:match attribute:a))'],
    ['case = 1', '(Assign targets:[case] value:1)'],
    ['match, case = a', '(Assign targets:[(Tuple elements:[match case])] value:a)'],
    ['match if a else b', '(Expr value:(IfExp test:a body:match otherwise:b))'],
    ['match not in a', '(Expr value:(Compare first:match rest:[(operator:not in operand:a)]))'],
    ['match: int = 1', '(AnnAssign target:match annotation:int value:1)'],
    ['type.x = 1', '(Assign targets:[(Attribute value:type attribute:x)] value:1)'],
    ['print = 1', '(Assign targets:[print] value:1)'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});
