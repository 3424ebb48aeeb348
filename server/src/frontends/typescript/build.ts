/** Small pieces of the program that lowering makes by itself. Must not know the syntax tree. */
import type { Span } from '../../base/span.ts';
import type {
  Argument,
  AssignStatement,
  AttributeExpression,
  CallExpression,
  ConstantExpression,
  Expression,
  ExpressionStatement,
  MissingExpression,
  NameExpression,
  Target,
} from '../../ir/nodes.ts';

export function missing({ start, end }: Span, reason: string): MissingExpression {
  return { kind: 'missing', start, end, reason };
}

export function nameOf({ start, end }: Span, name: string): NameExpression {
  return { kind: 'name', start, end, name };
}

export function textOf({ start, end }: Span, value: string): ConstantExpression {
  return { kind: 'constant', start, end, type: 'string', value };
}

export function numberOf({ start, end }: Span, value: number): ConstantExpression {
  return { kind: 'constant', start, end, type: 'number', value };
}

export function undefinedAt({ start, end }: Span): ConstantExpression {
  return { kind: 'constant', start, end, type: 'undefined', value: null };
}

export function attributeOf(
  span: Span,
  object: Expression,
  name: string,
  nameStart = span.end,
): AttributeExpression {
  const { start, end } = span;
  return { kind: 'attribute', start, end, object, name, nameStart, optional: false };
}

export function argumentOf(value: Expression, spread: Argument['spread'] = 'none'): Argument {
  return { start: value.start, end: value.end, name: undefined, spread, value };
}

export function callOf(
  { start, end }: Span,
  callee: Expression,
  args: readonly Expression[],
): CallExpression {
  const given = args.map((value) => argumentOf(value));
  return { kind: 'call', start, end, callee, args: given, optional: false, construct: false };
}

export function assignTo(
  { start, end }: Span,
  target: Target,
  value: Expression,
  type?: Expression,
): AssignStatement {
  return { kind: 'assign', start, end, targets: [target], value, type };
}

export function statementOf(expression: Expression): ExpressionStatement {
  return { kind: 'expression', start: expression.start, end: expression.end, expression };
}
