import { describe, expect, it } from 'vitest';
import type { TraceNode } from '../../server/src/analysis/api.ts';
import { branchOf, finished, folded, type TraceBranch } from '../../server/src/analysis/trace-folding.ts';

function step(
  kind: TraceNode['kind'],
  message: string,
  line: number,
  ...children: TraceBranch[]
): TraceBranch {
  return branchOf({ kind, message, file: 'main.py', line, column: 1 }, folded(children));
}

function write(state: string): TraceBranch {
  return branchOf({ kind: 'write', message: 'x', file: 'main.py', line: 9, column: 1, state }, []);
}

function lines(branches: readonly TraceBranch[]): readonly string[] {
  const linesOf = (nodes: readonly TraceNode[], indent: string): readonly string[] =>
    nodes.flatMap((node) => [
      `${indent}${node.message}${node.state === undefined ? '' : ` => ${node.state}`}`,
      ...linesOf(node.children, `${indent}  `),
    ]);
  return linesOf(finished(folded(branches)), '');
}

describe('what repeats in a trace', () => {
  it('is counted in one frame', () => {
    expect(lines([step('enter', 'f()', 1), step('enter', 'g()', 2), step('enter', 'f()', 1)])).toEqual([
      'f() (2 times)',
      'g()',
    ]);
  });

  it('is told apart by its place', () => {
    expect(lines([step('enter', 'f()', 1), step('enter', 'f()', 2)])).toEqual(['f()', 'f()']);
  });

  it('keeps every change in its order', () => {
    expect(lines([write('x = None'), write('x = M'), write('x = None')])).toEqual([
      'x => x = None',
      'x => x = M',
      'x => x = None',
    ]);
  });

  it('counts the same change where nothing lies between', () => {
    expect(lines([write('x = M'), write('x = M'), write('x = None')])).toEqual([
      'x (2 times) => x = M',
      'x => x = None',
    ]);
  });

  it('shows the inside of a call that changes nothing once', () => {
    const call = (line: number) => step('enter', 'get()', line, step('branch', 'key in cache', 20));
    expect(lines([call(1), call(2)])).toEqual(['get()', '  key in cache', 'get() as before']);
  });

  it('shows the inside of a call that changes something every time', () => {
    const call = (line: number) => step('enter', 'set()', line, write('x = M'));
    expect(lines([call(1), call(2)])).toEqual(['set()', '  x => x = M', 'set()', '  x => x = M']);
  });
});
