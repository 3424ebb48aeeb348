/** Half-typed code: what is kept of the tree, and every problem with its place. */
import { describe, expect, it } from 'vitest';
import { dumpProblems, dumpSyntax } from './dump.ts';

describe('holes', () => {
  it.each([
    ['x = ', ['(Assign targets:[x] value:?)'], ['3-3 An expression is missing here.']],
    [
      'foo(',
      ['(Expr value:(Call callee:foo arguments:[(value:?)]))'],
      ['4-4 An expression is missing here.', '3-4 This bracket is never closed.'],
    ],
    ['a.', ['(Expr value:(Attribute value:a attribute:?))'], ['2-2 A name is missing after the dot.']],
    [
      'a.\nb',
      ['(Expr value:(Attribute value:a attribute:?))', '(Expr value:b)'],
      ['2-2 A name is missing after the dot.'],
    ],
    ['from x import', ['(ImportFrom module:x level:0)'], ['13-13 A name to import is missing here.']],
    ['from', ['(ImportFrom module:? level:0)'], ['4-4 A module is missing here.']],
    ['import', ['(Import)'], ['6-6 A module is missing here.']],
    [
      'x = a +',
      ['(Assign targets:[x] value:(BinOp first:a rest:[(operator:+ operand:?)]))'],
      ['7-7 An expression is missing here.'],
    ],
    [
      'x = a if b',
      ['(Assign targets:[x] value:(IfExp test:b body:a otherwise:?))'],
      ['10-10 A conditional expression needs an else.'],
    ],
    [
      'x = not',
      ['(Assign targets:[x] value:(UnaryOp operator:not operand:?))'],
      ['7-7 An expression is missing here.'],
    ],
    [
      'return [',
      ['(Return value:(List elements:[?]))'],
      ['8-8 An expression is missing here.', '7-8 This bracket is never closed.'],
    ],
    ['del', ['(Delete targets:[?])'], ['3-3 An expression is missing here.']],
    [
      'f(a,,b)',
      ['(Expr value:(Call callee:f arguments:[(value:a) (value:?) (value:b)]))'],
      ['4-4 An argument is missing.'],
    ],
    ['x: = 1', ['(AnnAssign target:x annotation:? value:1)'], ['2-2 An expression is missing here.']],
    ['lambda', ['(Expr value:(Lambda body:?))'], ['6-6 A parameter is missing here.']],
    [
      'a[',
      ['(Expr value:(Subscript value:a index:?))'],
      ['2-2 An expression is missing here.', '1-2 This bracket is never closed.'],
    ],
    ['a[]', ['(Expr value:(Subscript value:a index:?))'], ['2-2 An index is missing.']],
    [
      'd = {',
      ['(Assign targets:[d] value:(Dict))'],
      ['5-5 An expression is missing here.', '4-5 This bracket is never closed.'],
    ],
    ["d = {'a'", ['(Assign targets:[d] value:(Set elements:["a"]))'], ['4-5 This bracket is never closed.']],
    [
      "d = {'a':",
      ['(Assign targets:[d] value:(Dict entries:[(key:"a" value:?)]))'],
      ['9-9 An expression is missing here.', '4-5 This bracket is never closed.'],
    ],
    ['@', [], ['1-1 An expression is missing here.']],
    [
      '@\ndef f(): pass',
      ['(FunctionDef name:f decorators:[?] body:{(Pass)})'],
      ['1-1 An expression is missing here.'],
    ],
    ['@a', [], ['2-2 A decorator needs a definition below it.']],
    [
      'f(a=',
      ['(Expr value:(Call callee:f arguments:[(name:a value:?)]))'],
      ['4-4 An expression is missing here.', '1-2 This bracket is never closed.'],
    ],
    ['assert', ['(Assert test:?)'], ['6-6 An expression is missing here.']],
    ['raise A from', ['(Raise exception:A cause:?)'], ['12-12 An expression is missing here.']],
    ['x = = 1', ['(Assign targets:[x ?] value:1)'], ['3-3 An expression is missing here.']],
    ['for', ['(For target:? iterable:?)'], ['3-3 An expression is missing here.']],
    ['for x', ['(For target:x iterable:?)'], ['5-5 A for loop needs in and what to go through.']],
    ['for x in', ['(For target:x iterable:?)'], ['8-8 An expression is missing here.']],
    ['while', ['(While test:?)'], ['5-5 An expression is missing here.']],
    ['with', ['(With items:[(context:?)])'], ['4-4 An expression is missing here.']],
    ['with a as', ['(With items:[(context:a target:?)])'], ['9-9 An expression is missing here.']],
    ['global', ['(Global names:[?])'], ['6-6 A name is missing here.']],
    ['type X', ['(TypeAlias name:X value:?)'], ['6-6 A type alias needs = and a value.']],
    ['a b', ['(Expr value:a)'], ['2-3 "b" does not fit here.']],
    ['print "a"', ['(Expr value:print)'], ['6-9 ""a"" does not fit here.']],
    [
      '$',
      ['(Expr value:?)'],
      ['0-1 This character has no meaning in Python.', '1-1 An expression is missing here.'],
    ],
    [
      'a = $',
      ['(Assign targets:[a] value:?)'],
      ['4-5 This character has no meaning in Python.', '5-5 An expression is missing here.'],
    ],
    ['a \0 b', ['(Expr value:a)'], ['2-3 This character does not fit here.']],
    ['1__', ['(Expr value:1)'], ['0-3 This is not a number.']],
    ['0777', ['(Expr value:777)'], ['0-4 This is not a number.']],
    ['0x', ['(Expr value:null)'], ['0-2 This is not a number.']],
    [')', [], ['0-0 An expression is missing here.']],
    ['a)', ['(Expr value:a)'], ['1-2 ")" does not fit here.']],
    [
      'else:',
      ['(If branches:[(test:?)])'],
      ['0-4 This else belongs to no statement above it.', '5-5 An indented block is missing here.'],
    ],
    ['a =', ['(Assign targets:[a] value:?)'], ['3-3 An expression is missing here.']],
  ])('%j', (text, statements, problems) => {
    expect(dumpSyntax(text).split('\n').filter(Boolean)).toEqual(statements);
    expect(dumpProblems(text)).toEqual(problems);
  });
});

describe('missing colons and blocks', () => {
  it.each([
    ['if x', ['(If branches:[(test:x)])'], ['4-4 A colon is missing here.']],
    ['if x\n  a', ['(If branches:[(test:x body:[(Expr value:a)])])'], ['4-4 A colon is missing here.']],
    ['if x:', ['(If branches:[(test:x)])'], ['5-5 An indented block is missing here.']],
    ['if x:\na', ['(If branches:[(test:x)])', '(Expr value:a)'], ['5-5 An indented block is missing here.']],
    [
      'def f()\n  a\nb',
      ['(FunctionDef name:f body:{(Expr value:a)})', '(Expr value:b)'],
      ['7-7 A colon is missing here.'],
    ],
    [
      'def f():\na',
      ['(FunctionDef name:f body:{})', '(Expr value:a)'],
      ['8-8 An indented block is missing here.'],
    ],
    [
      'def ',
      ['(FunctionDef name:? body:{})'],
      ['3-3 A function needs a name.', '3-3 An indented block is missing here.'],
    ],
    [
      'def f',
      ['(FunctionDef name:f body:{})'],
      ['5-5 A function needs parentheses for its parameters.', '5-5 An indented block is missing here.'],
    ],
    [
      'def f(',
      ['(FunctionDef name:f body:{})'],
      [
        '6-6 A parameter is missing here.',
        '5-6 This bracket is never closed.',
        '6-6 A colon is missing here.',
        '6-6 An indented block is missing here.',
      ],
    ],
    [
      'def f(a',
      ['(FunctionDef name:f parameters:[(normal name:a)] body:{})'],
      [
        '5-6 This bracket is never closed.',
        '7-7 A colon is missing here.',
        '7-7 An indented block is missing here.',
      ],
    ],
    ['class', ['(ClassDef name:?)'], ['5-5 A class needs a name.']],
    [
      'class A(',
      ['(ClassDef name:A arguments:[(value:?)])'],
      [
        '8-8 An expression is missing here.',
        '7-8 This bracket is never closed.',
        '8-8 A colon is missing here.',
      ],
    ],
    ['class A\n  a', ['(ClassDef name:A body:[(Expr value:a)])'], ['7-7 A colon is missing here.']],
    [
      'try:\n  a\nb',
      ['(Try body:[(Expr value:a)])', '(Expr value:b)'],
      ['0-8 A try needs an except or a finally.'],
    ],
    [
      'try:\n  a\nexcept\n  b',
      ['(Try body:[(Expr value:a)] handlers:[(body:[(Expr value:b)])])'],
      ['15-15 A colon is missing here.'],
    ],
    ['match a:\nb', ['(Match subject:a)', '(Expr value:b)'], ['8-8 A match needs at least one case.']],
    [
      'match a:\n  b\n  case 1: c',
      ['(Match subject:a cases:[(pattern:(MatchValue value:1) body:[(Expr value:c)])])'],
      ['11-12 Only cases can stand in a match.'],
    ],
    [
      'else:\n  a',
      ['(If branches:[(test:? body:[(Expr value:a)])])'],
      ['0-4 This else belongs to no statement above it.'],
    ],
    [
      'elif a: b',
      ['(If branches:[(test:a body:[(Expr value:b)])])'],
      ['0-4 This elif belongs to no statement above it.'],
    ],
    [
      'except A:\n  b',
      ['(Try handlers:[(type:A body:[(Expr value:b)])])'],
      ['0-6 This except belongs to no statement above it.'],
    ],
    ['finally: a', ['(Try final:[(Expr value:a)])'], ['0-7 This finally belongs to no statement above it.']],
    ['async x', [], ['0-5 Only def, for or with can follow async.', '6-7 This does not fit here.']],
    ['async', [], ['0-5 Only def, for or with can follow async.']],
  ])('%j', (text, statements, problems) => {
    expect(dumpSyntax(text).split('\n').filter(Boolean)).toEqual(statements);
    expect(dumpProblems(text)).toEqual(problems);
  });
});

describe('indentation', () => {
  it.each([
    [
      '  a\nb',
      ['(Expr value:a)', '(Expr value:b)'],
      ['2-3 This line is indented too deep.', '4-5 This indentation matches no block.'],
    ],
    [
      'if a:\n    b\n  c\nd',
      ['(If branches:[(test:a body:[(Expr value:b) (Expr value:c)])])', '(Expr value:d)'],
      ['14-15 This indentation matches no block.'],
    ],
    [
      'a\n  b\nc',
      ['(Expr value:a)', '(Expr value:b)', '(Expr value:c)'],
      ['4-5 This line is indented too deep.'],
    ],
    [
      'class A:\n  def f(self): pass\n    def g(self): pass\n  def h(self): pass',
      [
        '(ClassDef name:A body:[(FunctionDef name:f parameters:[(normal name:self)] body:{(Pass)}) (FunctionDef name:g parameters:[(normal name:self)] body:{(Pass)}) (FunctionDef name:h parameters:[(normal name:self)] body:{(Pass)})])',
      ],
      ['33-36 This line is indented too deep.'],
    ],
  ])('%j', (text, statements, problems) => {
    expect(dumpSyntax(text).split('\n').filter(Boolean)).toEqual(statements);
    expect(dumpProblems(text)).toEqual(problems);
  });
});
