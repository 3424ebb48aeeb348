/** Bodies are read at the first `body()` and not before; broken ones give what could be read. */
import { describe, expect, it } from 'vitest';
import { lowerPythonModule } from '../../../../server/src/frontends/python/frontend.ts';
import type { ModuleNode } from '../../../../server/src/ir/nodes.ts';
import { printBlock, printModule } from '../../../../server/src/ir/printer.ts';
import { firstFunction } from './lowered.ts';

const BROKEN = 'def f():\n  a = = 1\n  b = 2\n\nc = 3\n';

function withoutBodies(module: ModuleNode): string {
  return printModule(module, { bodies: false });
}

/** The sources before and after each problem's place. */
function problemPlaces(module: ModuleNode): string[] {
  return module.problems.map(({ start, end }) => `${module.text.slice(0, start)}!${module.text.slice(end)}`);
}

describe('lazy bodies', () => {
  it('sees no problem of a body that nobody asked for', () => {
    expect(withoutBodies(lowerPythonModule('m.py', BROKEN))).toBe('function f()\nc = 3');
  });

  it('adds the problems of a body to the module when it is read, once', () => {
    const module = lowerPythonModule('m.py', BROKEN);
    const [definition] = module.body;
    if (definition?.kind !== 'function-declaration') throw new Error('no function');
    const { block } = definition.function.body();
    definition.function.body();
    expect(printBlock(block)).toBe('a = missing<An expression is missing here.> = 1\nb = 2');
    expect(problemPlaces(module)).toEqual(['def f():\n  a =! = 1\n  b = 2\n\nc = 3\n']);
  });

  it('keeps the body', () => {
    const node = firstFunction('def f():\n  return 1\n');
    expect(node.body()).toBe(node.body());
  });

  it.each([
    ['@\n', ''],
    ['a = \n', 'a = missing<An expression is missing here.>'],
    ['setup(app).\n', 'missing<the name of the attribute is missing>(setup(app))'],
    ['a.(b)\n', 'missing<the name of the attribute is missing>(a)(b)'],
    ['a.b. = c\n', 'missing<the name of the attribute is missing> = c'],
    ['from a. import b, c as d\n', 'b = d = missing<the name of the module is not complete>'],
    ['from import b\n', 'b = missing<the name of the module is not complete>'],
    ['import a.\n', 'a = missing<the name of the module is not complete>'],
    ['import a.b. as c\n', 'c = missing<the name of the module is not complete>'],
    ['from . import b\n', 'from . import b'],
  ])('keeps what is known of half-typed %j', (source, printed) => {
    expect(printBlock(lowerPythonModule('m.py', source).body)).toBe(printed);
  });

  it.each([
    '',
    '\n',
    '# only a comment',
    '\ufeffx = 1',
    'def',
    'class',
    'def f(',
    '@',
    'lambda',
    'f"{',
    '(((',
    'match x:',
  ])('reads %j without an exception', (source) => {
    expect(() => printModule(lowerPythonModule('m.py', source))).not.toThrow();
  });
});

describe('depth', () => {
  it.each([
    ['attributes', `a${'.b'.repeat(1900)}`],
    ['calls', `a${'()'.repeat(1900)}`],
    ['subscripts', `a${'[0]'.repeat(1900)}`],
    ['methods', `a${'.b(c)[d]'.repeat(600)}`],
    ['sums', `a${' + b'.repeat(2000)}`],
    ['conditions', `a${' and b'.repeat(2000)}`],
    ['comparisons', `a${' < b'.repeat(2000)}`],
  ])('lowers a long chain of %s', (_, source) => {
    const module = lowerPythonModule('m.py', `x = ${source}\n`);
    expect(module.problems).toEqual([]);
    const [statement] = module.body;
    expect(statement?.kind).toBe('assign');
    if (statement?.kind === 'assign') expect(statement.value.end).toBe(4 + source.length);
  });

  it('lowers a long chain of branches', () => {
    const source = `if a: b\n${'elif c: d\n'.repeat(2000)}else: e\n`;
    const [statement] = lowerPythonModule('m.py', source).body;
    if (statement?.kind !== 'if') throw new Error('no if');
    expect(statement.branches.at(-1)?.test.end).toBe(source.lastIndexOf('c: d') + 1);
    expect(printBlock(statement.otherwise)).toBe('e');
  });

  it.each([
    ['attributes', 'a', '.b'],
    ['calls', 'a', '()'],
    ['subscripts', 'a', '[b]'],
  ])('prints a long chain of %s', (_, first, link) => {
    const source = first + link.repeat(1900);
    expect(printModule(lowerPythonModule('m.py', source))).toBe(source);
  });
});
