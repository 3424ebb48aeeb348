/** Bodies are read at the first `body()` and not before; broken ones give what could be read. */
import { describe, expect, it } from 'vitest';
import { lowerPythonModule } from '../../../../server/src/frontends/python/frontend.ts';
import type { ModuleNode } from '../../../../server/src/ir/nodes.ts';
import { printBlock, printModule } from '../../../../server/src/ir/printer.ts';
import { firstFunction } from './lowered.ts';

const BROKEN = 'def f():\n  a = (1 +\n  b = 2\n\nc = 3\n';

function withoutBodies(module: ModuleNode): string {
  return printModule(module, { bodies: false });
}

describe('lazy bodies', () => {
  it('sees no problem of a body that nobody asked for', () => {
    const module = lowerPythonModule('m.py', 'def f():\n  a = = 1\n  b = 2\n\nc = 3\n');
    expect(withoutBodies(module)).toBe('function f()\nc = 3');
    expect(module.problems).toEqual([]);
  });

  it('adds the problems of a body to the module when it is read', () => {
    const module = lowerPythonModule('m.py', 'def f():\n  a = = 1\n  b = 2\n\nc = 3\n');
    const [definition] = module.body;
    if (definition?.kind !== 'function-declaration') throw new Error('no function');
    const { block } = definition.function.body();
    expect(printBlock(block)).toContain('b = 2');
    expect(module.problems.length).toBeGreaterThan(0);
    const told = [...module.problems];
    definition.function.body();
    expect(module.problems).toEqual(told);
  });

  it('keeps the body', () => {
    const node = firstFunction('def f():\n  return 1\n');
    expect(node.body()).toBe(node.body());
  });

  it('does not throw on broken source', () => {
    expect(printModule(lowerPythonModule('m.py', BROKEN))).toContain('function f()');
  });

  it('leaves out a statement that is only a hole', () => {
    const module = lowerPythonModule('m.py', 'a.\nb = \n');
    expect(module.problems.length).toBeGreaterThan(0);
    expect(withoutBodies(module)).toMatch(/^a\.\S*\nb = missing<.*>\n/);
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
    expect(statement.branches.length).toBe(2001);
    expect(printBlock(statement.otherwise)).toBe('e');
  });
});
