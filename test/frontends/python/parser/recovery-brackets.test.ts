/** Brackets and strings left open: what follows them is kept, and every problem has its place. */
import { describe, expect, it } from 'vitest';
import { dumpProblems, dumpSyntax } from './dump.ts';

describe('open brackets do not swallow what follows', () => {
  it.each([
    [
      'x = foo(\ndef f(): pass',
      [
        '(Assign targets:[x] value:(Call callee:foo arguments:[(value:?)]))',
        '(FunctionDef name:f body:{(Pass)})',
      ],
      ['8-8 An expression is missing here.', '7-8 This bracket is never closed.'],
    ],
    [
      'x = [1,\ny = 2\ndef f(): pass',
      [
        '(Assign targets:[x] value:(List elements:[1 ?]))',
        '(Assign targets:[y] value:2)',
        '(FunctionDef name:f body:{(Pass)})',
      ],
      ['7-7 An expression is missing here.', '4-5 This bracket is never closed.'],
    ],
    [
      'class A:\n  x = {\n  def f(self): pass\n  y = 1',
      [
        '(ClassDef name:A body:[(Assign targets:[x] value:(Dict)) (FunctionDef name:f parameters:[(normal name:self)] body:{(Pass)}) (Assign targets:[y] value:1)])',
      ],
      ['16-16 An expression is missing here.', '15-16 This bracket is never closed.'],
    ],
    [
      'x = (\n  1,\n  return 2',
      ['(Assign targets:[x] value:(Tuple elements:[1 ?]))', '(Return value:2)'],
      [
        '10-10 An expression is missing here.',
        '4-5 This bracket is never closed.',
        '13-19 This line is indented too deep.',
      ],
    ],
    [
      'x = foo(\n@d\ndef f(): pass',
      [
        '(Assign targets:[x] value:(Call callee:foo arguments:[(value:?)]))',
        '(FunctionDef name:f decorators:[d] body:{(Pass)})',
      ],
      ['8-8 An expression is missing here.', '7-8 This bracket is never closed.'],
    ],
    [
      'x = foo(\nfrom a import b',
      [
        '(Assign targets:[x] value:(Call callee:foo arguments:[(value:?)]))',
        '(ImportFrom module:a level:0 names:[(name:b)])',
      ],
      ['8-8 An expression is missing here.', '7-8 This bracket is never closed.'],
    ],
    [
      'if foo(\n  return 1',
      ['(If branches:[(test:(Call callee:foo arguments:[(value:?)]) body:[(Return value:1)])])'],
      [
        '7-7 An expression is missing here.',
        '6-7 This bracket is never closed.',
        '7-7 A colon is missing here.',
      ],
    ],
    [
      'x = [\nasync def f(): pass',
      ['(Assign targets:[x] value:(List elements:[?]))', '(FunctionDef isAsync name:f body:{(Pass)})'],
      ['5-5 An expression is missing here.', '4-5 This bracket is never closed.'],
    ],
    [
      'x = foo(a\ny = 1\nz = 2',
      [
        '(Assign targets:[x] value:(Call callee:foo arguments:[(value:a)]))',
        '(Assign targets:[y] value:1)',
        '(Assign targets:[z] value:2)',
      ],
      ['7-8 This bracket is never closed.'],
    ],
    [
      'def f():\n  x = foo(\n  y = 1\ndef g(): pass',
      [
        '(FunctionDef name:f body:{(Assign targets:[x] value:(Call callee:foo arguments:[(value:?)])) (Assign targets:[y] value:1)})',
        '(FunctionDef name:g body:{(Pass)})',
      ],
      ['19-19 An expression is missing here.', '18-19 This bracket is never closed.'],
    ],
    [
      'x = foo(a]\ny',
      ['(Assign targets:[x] value:(Call callee:foo arguments:[(value:a)]))', '(Expr value:y)'],
      ['9-10 This bracket closes one of another kind.'],
    ],
    [
      'x = [a)\ny',
      ['(Assign targets:[x] value:(List elements:[a]))', '(Expr value:y)'],
      ['6-7 This bracket closes one of another kind.'],
    ],
    [
      'from x import (a,\nimport b',
      ['(ImportFrom module:x level:0 names:[(name:a)])', '(Import names:[(name:b)])'],
      ['14-15 This bracket is never closed.'],
    ],
    [
      'def f(a,\n  b = 1\n  return b\nc',
      [
        '(FunctionDef name:f parameters:[(normal name:a) (normal name:b defaultValue:1)] body:{(Return value:b)})',
        '(Expr value:c)',
      ],
      ['5-6 This bracket is never closed.', '16-16 A colon is missing here.'],
    ],
    [
      'x = foo(\n  if a:\n    b\nclass A: pass',
      [
        '(Assign targets:[x] value:(Call callee:foo arguments:[(value:(IfExp test:a body:? otherwise:?))]))',
        '(ClassDef name:A body:[(Pass)])',
      ],
      [
        '8-8 An expression is missing here.',
        '15-15 A conditional expression needs an else.',
        '7-8 This bracket is never closed.',
      ],
    ],
    [
      'f(a b, c)',
      ['(Expr value:(Call callee:f arguments:[(value:a) (value:b) (value:c)]))'],
      ['4-5 A comma or a closing bracket is missing here.'],
    ],
    [
      'f(a = = b, c)',
      ['(Expr value:(Call callee:f arguments:[(name:a value:?) (value:c)]))'],
      ['5-5 An expression is missing here.', '6-7 A comma or a closing bracket is missing here.'],
    ],
    [
      'f(a; b)',
      ['(Expr value:(Call callee:f arguments:[(value:a)]))'],
      ['3-4 A comma or a closing bracket is missing here.'],
    ],
    [
      'x = (a\nb = 1',
      ['(Assign targets:[x] value:a)', '(Assign targets:[b] value:1)'],
      ['4-5 This bracket is never closed.'],
    ],
  ])('%j', (text, statements, problems) => {
    expect(dumpSyntax(text).split('\n').filter(Boolean)).toEqual(statements);
    expect(dumpProblems(text)).toEqual(problems);
  });
});

describe('open strings', () => {
  it.each([
    ["'abc\nx", ['(Expr value:"abc")', '(Expr value:x)'], ['0-4 This string has no closing quote.']],
    [
      "x = 'abc\ndef f(): pass",
      ['(Assign targets:[x] value:"abc")', '(FunctionDef name:f body:{(Pass)})'],
      ['4-8 This string has no closing quote.'],
    ],
    [
      'f"{\nx = 1',
      ['(Expr value:(JoinedStr parts:[?]))', '(Assign targets:[x] value:1)'],
      ['0-3 This string has no closing quote.', '3-3 An expression is missing here.'],
    ],
    [
      'f"{a',
      ['(Expr value:(JoinedStr parts:[a]))'],
      ['0-4 This string has no closing quote.', '4-4 This field of the f-string does not end here.'],
    ],
    ['f"{a!}"', ['(Expr value:(JoinedStr parts:[a]))'], ['5-6 A conversion is !s, !r or !a.']],
    [
      'f"{a b}"',
      ['(Expr value:(JoinedStr parts:[a]))'],
      ['5-6 This field of the f-string does not end here.'],
    ],
    ['f"{}"', ['(Expr value:(JoinedStr parts:[?]))'], ['3-3 An expression is missing here.']],
    ['f"}"', ['(Expr value:(JoinedStr))'], ['2-3 A single } stands for nothing; write }}.']],
    [
      'f"{a:{b"',
      ['(Expr value:(JoinedStr parts:[a bytes:null]))'],
      [
        '0-8 This string has no closing quote.',
        '6-8 This string has no closing quote.',
        '8-8 This field of the f-string does not end here.',
      ],
    ],
    [
      '"""\ndef f():\n  """Do it."""\n  return 1\ndef g(): pass',
      [
        '(Expr value:"")',
        '(FunctionDef name:f body:{(Expr value:"Do it.") (Return value:1)})',
        '(FunctionDef name:g body:{(Pass)})',
      ],
      ['0-3 This string has no closing quote.'],
    ],
    [
      'def f():\n  """Do it.\n  return 1\ndef g():\n  """Do more."""\n  return 2',
      [
        '(FunctionDef name:f body:{(Expr value:"Do it.") (Return value:1)})',
        '(FunctionDef name:g body:{(Expr value:"Do more.") (Return value:2)})',
      ],
      ['11-20 This string has no closing quote.'],
    ],
    ['"""abc', ['(Expr value:"abc")'], ['0-6 This string has no closing quote.']],
    [
      "f'{a}\nb",
      ['(Expr value:(JoinedStr parts:[a]))', '(Expr value:b)'],
      ['0-5 This string has no closing quote.'],
    ],
  ])('%j', (text, statements, problems) => {
    expect(dumpSyntax(text).split('\n').filter(Boolean)).toEqual(statements);
    expect(dumpProblems(text)).toEqual(problems);
  });
});
