/** Hand-made nodes for tests of the IR, with spans that mean nothing. Must not hold expectations. */
import type {
  Argument,
  Block,
  Expression,
  FunctionNode,
  ModuleNode,
  NameExpression,
} from '../../server/src/ir/nodes.ts';
import { PYTHON_DIALECT } from '../../server/src/frontends/python/dialect.ts';

export const AT = { start: 0, end: 0 } as const;

export const MODULE: ModuleNode = { path: 'm', text: '', dialect: PYTHON_DIALECT, body: [], problems: [] };

export function name(text: string): NameExpression {
  return { kind: 'name', ...AT, name: text };
}

export function text(value: string): Expression {
  return { kind: 'constant', ...AT, type: 'string', value };
}

export function argument(value: Expression): Argument {
  return { ...AT, name: undefined, spread: 'none', value };
}

export function call(callee: Expression, ...values: Expression[]): Expression {
  return { kind: 'call', ...AT, callee, args: values.map(argument), optional: false, construct: false };
}

export function attribute(object: Expression, key: string): Expression {
  return { kind: 'attribute', ...AT, object, name: key, nameStart: 0, optional: false };
}

/** A function whose body is `block`; `onBody` hears of every look into it. */
export function functionNode(block: Block, onBody: () => void = () => undefined): FunctionNode {
  return {
    ...AT,
    name: 'f',
    nameSpan: AT,
    form: 'declaration',
    parameters: [],
    returnType: undefined,
    decorators: [],
    isAsync: false,
    module: MODULE,
    body() {
      onBody();
      const none: ReadonlySet<string> = new Set();
      return { block, isGenerator: false, locals: none, globals: none, nonlocals: none, keepsScope: false };
    },
  };
}
