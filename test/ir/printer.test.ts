/** Nodes that no Python source gives; the others are printed in the tests of the Python lowering. */
import { describe, expect, it } from 'vitest';
import type { Expression, Statement } from '../../server/src/ir/nodes.ts';
import { printBlock, printExpression, printModule } from '../../server/src/ir/printer.ts';
import { AT, argument, functionNode, MODULE, name, text } from './nodes.ts';

const EXPRESSIONS: readonly (readonly [printed: string, expression: Expression])[] = [
  ['undefined', { kind: 'constant', ...AT, type: 'undefined', value: null }],
  ['""', { kind: 'constant', ...AT, type: 'string', value: '' }],
  ['a?.b', { kind: 'attribute', ...AT, object: name('a'), name: 'b', nameStart: 0, optional: true }],
  ['a?.[i]', { kind: 'index', ...AT, object: name('a'), index: name('i'), optional: true }],
  [
    'a?.(b)',
    { kind: 'call', ...AT, callee: name('a'), args: [argument(name('b'))], optional: true, construct: false },
  ],
  ['new A()', { kind: 'call', ...AT, callee: name('A'), args: [], optional: false, construct: true }],
  ['(typeof a)', { kind: 'unary', ...AT, operator: 'typeof', operand: name('a') }],
  ['(a coalesce b)', { kind: 'logical', ...AT, operator: 'coalesce', operands: [name('a'), name('b')] }],
  ['object("k": v, **s)', objectLiteral()],
  ['(class A() { declare x })', classExpression()],
  ['(function f() { return a; break })', functionExpression()],
];

const STATEMENTS: readonly (readonly [printed: string, statement: Statement])[] = [
  ['{"a": b = 1, *r} = v', objectAssignment()],
  ['outer: do-while a\n  continue outer\nupdate\n  b', loop()],
  ['import a (nothing)', sideEffectImport()],
  [
    'lazy from ..a import b -> c',
    {
      kind: 'import-names',
      ...AT,
      module: { ...AT, name: 'a', level: 2 },
      names: [{ ...AT, name: 'b', binding: 'c' }],
      everything: false,
      lazy: true,
    },
  ],
  [
    'for keys k in o',
    {
      kind: 'for-each',
      ...AT,
      target: name('k'),
      iterable: name('o'),
      body: [],
      otherwise: [],
      isAsync: false,
      over: 'keys',
      label: undefined,
    },
  ],
];

describe('printing the program', () => {
  it.each(EXPRESSIONS)('%s', (printed, expression) => {
    expect(printExpression(expression)).toBe(printed);
  });

  it.each(STATEMENTS)('%s', (printed, statement) => {
    expect(printBlock([statement])).toBe(printed);
  });

  it('does not look into functions where bodies are not asked for', () => {
    const broken = functionNode([], () => {
      throw new Error('looked into the body');
    });
    const declaration: Statement = { kind: 'function-declaration', ...AT, function: broken };
    expect(printBlock([declaration], { bodies: false })).toBe('function f()');
    expect(printExpression({ kind: 'function', ...AT, function: broken }, { bodies: false })).toBe(
      '(function f())',
    );
  });

  it('prints problems after the program', () => {
    const module = { ...MODULE, body: [], problems: [{ start: 3, end: 5, message: 'what is this' }] };
    expect(printModule(module)).toBe('problem 3-5 what is this');
  });
});

function objectLiteral(): Expression {
  const entries = [
    { key: text('k'), value: name('v') },
    { key: undefined, value: name('s') },
  ];
  return { kind: 'mapping', ...AT, shape: 'object', entries };
}

function classExpression(): Expression {
  const body: Statement[] = [{ kind: 'declare', ...AT, target: name('x'), type: undefined }];
  const node = {
    ...AT,
    name: 'A',
    nameSpan: AT,
    bases: [],
    decorators: [],
    body,
    globals: new Set<string>(),
  };
  return { kind: 'class', ...AT, class: { ...node, module: MODULE } };
}

function functionExpression(): Expression {
  const block: Statement[] = [
    { kind: 'return', ...AT, value: name('a') },
    { kind: 'break', ...AT, label: undefined },
  ];
  return { kind: 'function', ...AT, function: functionNode(block) };
}

function objectAssignment(): Statement {
  const one: Expression = { kind: 'constant', ...AT, type: 'number', value: 1 };
  const properties = [
    { key: text('a'), target: { kind: 'default-target', ...AT, target: name('b'), value: one } as const },
  ];
  const rest = name('r');
  const target = { kind: 'object-target', ...AT, properties, rest } as const;
  return { kind: 'assign', ...AT, targets: [target], value: name('v'), type: undefined };
}

function loop(): Statement {
  return {
    kind: 'while',
    ...AT,
    test: name('a'),
    body: [{ kind: 'continue', ...AT, label: 'outer' }],
    update: [{ kind: 'expression', ...AT, expression: name('b') }],
    otherwise: [],
    testAfter: true,
    label: 'outer',
  };
}

function sideEffectImport(): Statement {
  const module = { ...AT, name: 'a', level: 0 };
  return { kind: 'import-module', ...AT, module, binding: undefined, binds: 'nothing', lazy: false };
}
