/** Order and reach of the traversals. */
import { describe, expect, it } from 'vitest';
import { lowerPythonModule } from '../../server/src/frontends/python/frontend.ts';
import type { Block, Expression } from '../../server/src/ir/nodes.ts';
import { printExpression } from '../../server/src/ir/printer.ts';
import { forEachCall, forEachExpression, forEachStatement, forEachTarget } from '../../server/src/ir/walk.ts';
import { AT, attribute, call, functionNode, name } from './nodes.ts';

const SOURCE = [
  '@deco(1)',
  'def f(a: t1(), b=default()) -> t2():',
  '  inner(lambda: deep())',
  '',
  'class C(base(), metaclass=meta()):',
  '  x: t3() = attr()',
  '  def m(self): inside_method()',
  '',
  'y.z[index()].w = first(second())(third())',
].join('\n');

const NAMES_OUTSIDE = ['deco', 't1', 'default', 't2', 'base', 'meta', 'attr', 't3'];

function body(source: string): Block {
  return lowerPythonModule('m.py', source).body;
}

function calls(source: string, intoFunctions: boolean): string[] {
  const seen: string[] = [];
  forEachCall(body(source), (node) => seen.push(printExpression(node.callee, { bodies: false })), {
    intoFunctions,
  });
  return seen;
}

function expressions(source: string): string[] {
  const seen: string[] = [];
  forEachExpression(body(source), (node) => seen.push(printExpression(node, { bodies: false })));
  return seen;
}

describe('forEachCall', () => {
  it('stays outside of functions, but sees decorators, defaults, types and class bodies', () => {
    expect(calls(SOURCE, false)).toEqual([
      ...NAMES_OUTSIDE,
      'first(second())',
      'first',
      'second',
      'third',
      'index',
    ]);
  });

  it('enters functions, methods and lambdas where asked', () => {
    expect(calls(SOURCE, true)).toEqual([
      ...['deco', 't1', 'default', 't2', 'inner', 'deep'],
      ...['base', 'meta', 'attr', 't3', 'inside_method'],
      ...['first(second())', 'first', 'second', 'third', 'index'],
    ]);
  });

  it('does not read a body that it does not enter', () => {
    const read: string[] = [];
    const node = functionNode([{ kind: 'expression', ...AT, expression: call(name('g')) }], () =>
      read.push('body'),
    );
    const block: Block = [{ kind: 'function-declaration', ...AT, function: node }];
    forEachCall(block, () => read.push('call'));
    expect(read).toEqual([]);
    forEachCall(block, () => read.push('call'), { intoFunctions: true });
    expect(read).toEqual(['body', 'call']);
  });

  it('follows chains that are longer than the stack', () => {
    let chain: Expression = name('a');
    for (let i = 0; i < 100_000; i++) chain = call(attribute(chain, 'b'), name('c'));
    let last: Expression | undefined;
    forEachCall([{ kind: 'expression', ...AT, expression: chain }], (node) => {
      last = node;
    });
    expect(last === undefined ? '' : printExpression(last)).toBe('a.b(c)');
  });
});

describe('forEachExpression', () => {
  it.each([
    ['a.b(c)[d]', ['a.b(c)[d]', 'a.b(c)', 'a.b', 'a', 'c', 'd']],
    ['a + b < c', ['((a + b) less c)', '(a + b)', 'a', 'b', 'c']],
    ['a if b else c', ['(if b then a else c)', 'b', 'a', 'c']],
    ['x = (y := z)', ['(y := z)', 'z']],
    ['x.y = z', ['z', 'x']],
    ['x[i] += z', ['x', 'i', 'z']],
    ['{**a, "b": c}', ['mapping(**a, "b": c)', 'a', '"b"', 'c']],
    ['[a for b in c if d]', ['list(a for b in c if d; locals b)', 'c', 'd', 'a']],
    ['super(A, b)', ['super<A, b>', 'A', 'b']],
    ['a[b:c:d]', ['a[b:c:d]', 'a', 'b:c:d', 'b', 'c', 'd']],
    ['f"{a}b"', ['template(a, "b")', 'a', '"b"']],
    ['raise a from b', ['a', 'b']],
    ['assert a, b', ['a', 'b']],
    ['del a, b[c]', ['b', 'c']],
    ['with a as b.c: d', ['a', 'b', 'd']],
    ['for a in b: c\nelse: d', ['b', 'c', 'd']],
    ['while a: b\nelse: c', ['a', 'b', 'c']],
    ['if a: b\nelif c: d\nelse: e', ['a', 'b', 'c', 'd', 'e']],
    ['try: a\nexcept b as c: d\nelse: e\nfinally: f', ['a', 'b', 'd', 'e', 'f']],
    ['match a:\n  case b.c | D(1, e={2: f}) if g: h', ['a', 'b.c', 'b', 'D', '1', '2', 'g', 'h']],
  ])('%s', (source, seen) => {
    expect(expressions(source)).toEqual(seen);
  });
});

describe('forEachStatement', () => {
  it('gives nested statements after the statement around them', () => {
    const source =
      'if a:\n  b = 1\nelse:\n  for c in d:\n    pass\nclass E:\n  import f\ndef g():\n  return\n';
    const kinds: string[] = [];
    forEachStatement(body(source), (node) => kinds.push(node.kind));
    expect(kinds).toEqual([
      'if',
      'assign',
      'for-each',
      'class-declaration',
      'import-module',
      'function-declaration',
    ]);
    kinds.length = 0;
    forEachStatement(body(source), (node) => kinds.push(node.kind), { intoFunctions: true });
    expect(kinds.at(-1)).toBe('return');
  });
});

describe('forEachTarget', () => {
  it('gives every place that is written to', () => {
    const source =
      'a, *b = c.d = e\nf[0] += 1\ndel g\nfor h.i in j: pass\nwith k as l: pass\n(m := 1)\n[n for n in o]\n';
    const seen: string[] = [];
    forEachTarget(body(source), (node) => {
      if (node.kind === 'name' || node.kind === 'attribute' || node.kind === 'index')
        seen.push(printExpression(node));
      else seen.push(node.kind);
    });
    expect(seen).toEqual([
      ...['sequence-target', 'a', 'rest-target', 'b', 'c.d', 'f[0]', 'g', 'h.i', 'l', 'm', 'n'],
    ]);
  });
});
