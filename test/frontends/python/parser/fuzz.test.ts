/** Whatever the text: no exception, an end, spans in range and nested, the same tree twice, and work in proportion. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from '../../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { parsePython, parseSource } from '../../../../server/src/frontends/python/parser.ts';
import { newestPython } from '../../../support/python-oracle/oracle.ts';
import { dumpProblems, dumpSyntax, visit } from './dump.ts';

const PIECES = [
  'x',
  'y1',
  'match',
  'case',
  'type',
  'lazy',
  '_',
  '1',
  '0x',
  '1.5e',
  '"',
  "'",
  '"""',
  "'''",
  'f"',
  "f'''",
  'rb"',
  't"',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ',',
  ':',
  ';',
  '.',
  '...',
  '->',
  '=',
  ':=',
  '!',
  '==',
  '!=',
  '<',
  '>=',
  '+',
  '-',
  '*',
  '**',
  '@',
  '@=',
  '~',
  '\\',
  '\\\n',
  '\n',
  '\r\n',
  '\r',
  '\n    ',
  '\n  ',
  '\n\t',
  '\n        ',
  '\f',
  '#c\n',
  ' ',
  ' ',
  ' ',
  '\0',
  '$',
  '\u00e9',
  '\ufeff',
  '\u{1d4d0}',
  'def ',
  'class ',
  'async ',
  'await ',
  'if ',
  'elif ',
  'else:',
  'for ',
  'in ',
  'not ',
  'is ',
  'while ',
  'with ',
  'as ',
  'try:',
  'except ',
  'finally:',
  'lambda ',
  'yield ',
  'from ',
  'import ',
  'return ',
  'raise ',
  'del ',
  'global ',
  'assert ',
  'pass',
  'def f():\n  ',
  'class A:\n  ',
  'match x:\n  case ',
  'None',
  'True',
  'and ',
  'or ',
];

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  it('made of tokens', () => {
    fc.assert(fc.property(soup, holds), { numRuns: 4000, seed: 810 });
  });

  it('made of characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), holds), { numRuns: 1500, seed: 701 });
  });

  const python = newestPython();
  it.skipIf(python === undefined)('made of a real file with a few characters changed', () => {
    const texts = python === undefined ? [] : realTexts(python.library);
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(5),
      put: fc.constantFrom(...PIECES),
    });
    const mutated = fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(mutated, ([text, edits]) => {
        for (const { at, cut, put } of edits) {
          const place = Math.floor(at * text.length);
          text = text.slice(0, place) + put + text.slice(place + cut);
        }
        holds(text);
      }),
      { numRuns: 300, seed: 695 },
    );
  });
});

describe('hard inputs take work in proportion to their length', () => {
  it.each([
    ['open calls', 'foo(\n', ''],
    ['open calls before a definition', 'foo(\n', 'def f(): pass\n'],
    ['open dictionaries', "d = {'a': 1,\n", ''],
    ['open f-strings', 'x = f"{\n', ''],
    ['open f-strings of three quotes', 'x = f"""{\n', ''],
    ['lists at the margin', 'x = [\n1,\n2]\n', ''],
    ['nested lists at the margin', 'x = [\n[\n1,\n2]]\n', ''],
    ['calls of match', 'match(x)\n', ''],
    ['calls of match on one line', 'match(x);', ''],
    ['with and parentheses', 'with (a, b): pass\n', ''],
    ['functions', 'def f():\n  def g():\n    def h(): pass\n', ''],
    ['triple quotes', '"""\n', ''],
    ['comments in a block', '  # c\n', '  x\n'],
  ])('%s', (_name, line, tail) => {
    const work = (count: number): number => {
      const { module, source } = parseSource(`def a():\n  x\n${line.repeat(count)}${tail}`);
      visit(module.body, () => undefined);
      return source.work / (line.length * count);
    };
    expect(work(4000)).toBeLessThanOrEqual(4);
  });

  it.each([
    ['sums', `x = ${'1+'.repeat(200_000)}1`],
    ['attributes', `x = a${'.b'.repeat(200_000)}`],
    ['calls', `x = f${'()'.repeat(200_000)}`],
    ['and', `x = a${' and a'.repeat(100_000)}`],
    ['comparisons', `x = a${' < a'.repeat(100_000)}`],
    ['elif', `if a: b\n${'elif a: b\n'.repeat(100_000)}`],
    ['elements', `x = [${'1, '.repeat(100_000)}]`],
    ['brackets', '('.repeat(100_000)],
    ['lists and calls', '[f('.repeat(50_000)],
    ['dictionaries', '{a:'.repeat(50_000)],
    ['subscripts', 'a['.repeat(50_000)],
    ['not', 'not '.repeat(100_000)],
    ['minus', '-'.repeat(100_000)],
    ['await', 'await '.repeat(100_000)],
    ['powers', '2**'.repeat(100_000)],
    ['lambdas', 'lambda:'.repeat(50_000)],
    ['conditionals', 'a if b else '.repeat(50_000)],
    ['walruses', '(a := '.repeat(50_000)],
    ['stars', '*'.repeat(100_000)],
    ['yields', 'yield '.repeat(50_000)],
    ['f-strings', 'f"{'.repeat(20_000)],
    ['format specs', `f"${'{a:'.repeat(20_000)}`],
    ['patterns', `match a:\n  case ${'['.repeat(50_000)}`],
    ['class patterns', `match a:\n  case ${'A('.repeat(50_000)}`],
    ['blocks', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}if a:\n`).join('')],
    ['functions', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}def f():\n`).join('')],
    ['inline blocks', 'if a: '.repeat(20_000)],
    ['inline functions', 'def f(): '.repeat(5_000)],
    ['decorators', '@'.repeat(50_000)],
    ['else', 'else: '.repeat(20_000)],
    ['starred elements', `[${'*'.repeat(50_000)}a]`],
  ])('a long chain of %s does not overflow the stack', (_name, text) => {
    const module = parsePython(text);
    expect(deepest(module.body)).toBeLessThanOrEqual(8200);
  });
});

/** The laws, for one text. */
function holds(text: string): void {
  const module = parsePython(text);
  inRange(module.body, 0, text.length);
  inRange(module.problems, 0, text.length);
  expect(dumpSyntax(text)).toBe(dumpSyntax(text));
  expect(dumpProblems(text)).toEqual(dumpProblems(text));
}

/** Every node within its parent, except, as in `ast`, decorators and the defaults of parameters. */
function inRange(value: unknown, start: number, end: number): void {
  if (typeof value !== 'object' || value === null) return;
  const node = value as {
    readonly start?: number;
    readonly end?: number;
    readonly decorators?: unknown;
    read?: () => object;
  };
  if (typeof node.start === 'number' && typeof node.end === 'number') {
    if (!(start <= node.start && node.start <= node.end && node.end <= end)) {
      throw new Error(`${JSON.stringify(value)} outside ${String(start)}-${String(end)}`);
    }
    if (!('decorators' in node)) start = node.start;
    if (!('defaultValue' in node)) end = node.end;
  }
  if (node.read !== undefined) inRange(node.read(), start, end);
  for (const child of Object.values(node)) inRange(child, start, end);
}

/** Depth of the deepest object, without recursion. */
function deepest(value: unknown): number {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let most = 0;
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (typeof top.value !== 'object' || top.value === null) continue;
    most = Math.max(most, top.depth);
    const node = top.value as { read?: () => object };
    const inner = node.read === undefined ? Object.values(node) : [node.read()];
    for (const child of inner) stack.push({ value: child, depth: top.depth + 1 });
  }
  return most;
}

function realTexts(library: string): string[] {
  const names = readdirSync(library)
    .filter((name) => name.endsWith('.py'))
    .sort();
  return names.slice(0, 60).map((name) => readFileSync(join(library, name), 'utf8').slice(0, 8000));
}
