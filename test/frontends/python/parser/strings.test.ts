/** String literals: prefixes, escapes, joining, f-strings and t-strings. */
import { describe, expect, it } from 'vitest';
import { dumpSyntax, dumpProblems } from './dump.ts';

describe('plain strings', () => {
  it.each([
    ["'a'", '(Expr value:"a")'],
    ['"a\'b"', '(Expr value:"a\'b")'],
    ["'''a\n\"b'''", '(Expr value:"a\\n\\"b")'],
    ['\'a\' "b"', '(Expr value:"ab")'],
    ["'\\n\\x41\\u00e9\\101\\\n\\q'", '(Expr value:"\\nAéA\\\\q")'],
    ["r'\\n'", '(Expr value:"\\\\n")'],
    ["b'a'", '(Expr value:bytes:null)'],
    ["rb'\\n'", '(Expr value:bytes:null)'],
    ["u'a'", '(Expr value:"a")'],
    ["BR'a'", '(Expr value:bytes:null)'],
    ["'a\\\nb'", '(Expr value:"ab")'],
    ["('a'\n 'b')", '(Expr value:"ab")'],
    ["'\\N{DIGIT ONE}'", '(Expr value:"\\\\N{DIGIT ONE}")'],
    ["''", '(Expr value:"")'],
    ['""""a"""', '(Expr value:"\\"a")'],
    ["'a\\'b'", '(Expr value:"a\'b")'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('f-strings', () => {
  it.each([
    ["f'a'", '(Expr value:(JoinedStr parts:["a"]))'],
    ["f'{a}'", '(Expr value:(JoinedStr parts:[a]))'],
    ["f'a{b}c{d}'", '(Expr value:(JoinedStr parts:["a" b "c" d]))'],
    ["f'{a!r}'", '(Expr value:(JoinedStr parts:[a]))'],
    ["f'{a:>10}'", '(Expr value:(JoinedStr parts:[a]))'],
    ["f'{a!r:{w}.{p}}'", '(Expr value:(JoinedStr parts:[a w p]))'],
    ["f'{a=}'", '(Expr value:(JoinedStr parts:["a=" a]))'],
    ["f'{a = !r}'", '(Expr value:(JoinedStr parts:["a = " a]))'],
    ["f'{{}}'", '(Expr value:(JoinedStr parts:["{}"]))'],
    ["f'{a:=5}'", '(Expr value:(JoinedStr parts:[a]))'],
    ["f'{a != b}'", '(Expr value:(JoinedStr parts:[(Compare first:a rest:[(operator:!= operand:b)])]))'],
    ["f'{f(x=1)}'", '(Expr value:(JoinedStr parts:[(Call callee:f arguments:[(name:x value:1)])]))'],
    ['f\'{d["k"]}\'', '(Expr value:(JoinedStr parts:[(Subscript value:d index:"k")]))'],
    ["f'{x,}'", '(Expr value:(JoinedStr parts:[(Tuple elements:[x])]))'],
    ["f'{*a,}'", '(Expr value:(JoinedStr parts:[(Tuple elements:[(Starred value:a)])]))'],
    ["f'{yield}'", '(Expr value:(JoinedStr parts:[(Yield)]))'],
    ["rf'\\{a}'", '(Expr value:(JoinedStr parts:["\\\\" a]))'],
    ["f'\\{a}'", '(Expr value:(JoinedStr parts:["\\\\" a]))'],
    ["f'\\N{DIGIT ONE}{a}'", '(Expr value:(JoinedStr parts:["\\\\N{DIGIT ONE}" a]))'],
    ["'a' f'{b}' 'c'", '(Expr value:(JoinedStr parts:["a" b "c"]))'],
    ["f'''{\na\n}'''", '(Expr value:(JoinedStr parts:[a]))'],
    ["f'{lambda_}'", '(Expr value:(JoinedStr parts:[lambda_]))'],
    ["f'{(lambda: 1)}'", '(Expr value:(JoinedStr parts:[(Lambda body:1)]))'],
    ["f'{{{a}}}'", '(Expr value:(JoinedStr parts:["{" a "}"]))'],
    [
      "f'{ {1: 2}[1] }'",
      '(Expr value:(JoinedStr parts:[(Subscript value:(Dict entries:[(key:1 value:2)]) index:1)]))',
    ],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('nested quotes (PEP 701)', () => {
  it.each([
    ["f'{d['k']}'", '(Expr value:(JoinedStr parts:[(Subscript value:d index:"k")]))'],
    ["f'{f'{f'{1}'}'}'", '(Expr value:(JoinedStr parts:[(JoinedStr parts:[(JoinedStr parts:[1])])]))'],
    ["f'{a\n}'", '(Expr value:(JoinedStr parts:[a]))'],
    ["f'{a # c\n}'", '(Expr value:(JoinedStr parts:[a]))'],
    [
      'f"{\'\\n\'.join(a)}"',
      '(Expr value:(JoinedStr parts:[(Call callee:(Attribute value:"\\n" attribute:join) arguments:[(value:a)])]))',
    ],
    ["f'{\"'\"}'", '(Expr value:(JoinedStr parts:["\'"]))'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});

describe('t-strings (PEP 750)', () => {
  it.each([
    ["t'{a}'", '(Expr value:(JoinedStr parts:[a] template))'],
    ["rt'\\{a}'", '(Expr value:(JoinedStr parts:["\\\\" a] template))'],
    ["T'a{b!s:>{c}}'", '(Expr value:(JoinedStr parts:["a" b c] template))'],
    ["t'a' t'{b}'", '(Expr value:(JoinedStr parts:["a" b] template))'],
  ])('%j', (text, expected) => {
    expect(dumpSyntax(text)).toBe(expected);
    expect(dumpProblems(text)).toEqual([]);
  });
});
