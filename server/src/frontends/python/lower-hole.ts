/** What stands in the IR where source is half typed or not followed. Must not know the syntax tree. */
import type { Span } from '../../base/span.ts';
import type { Argument, CallExpression, Expression, MissingExpression } from '../../ir/nodes.ts';

export function missing(span: Span, reason: string): MissingExpression {
  return { kind: 'missing', start: span.start, end: span.end, reason };
}

/** Something unknown that is made of `value`, which is evaluated first: a hole, called with the value. */
export function missingAround(span: Span, reason: string, value: Expression): CallExpression {
  const { start, end } = span;
  const args: Argument[] = [{ start: value.start, end: value.end, name: undefined, spread: 'none', value }];
  return { kind: 'call', start, end, callee: missing(span, reason), args, optional: false, construct: false };
}
