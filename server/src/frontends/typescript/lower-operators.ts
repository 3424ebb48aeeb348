/** Operators with two operands, and assignments as expressions. Must not know other expressions. */
import { ts } from 'ts-morph';
import type { Span } from '../../base/span.ts';
import type { BinaryOperator, CompareOperator, Expression, LogicalExpression } from '../../ir/nodes.ts';
import { missing, numberOf } from './build.ts';
import { lowerNamed } from './lower-named.ts';
import { assignable } from './lower-target.ts';
import type { Scope } from './scope.ts';
import { unwrapped } from './spans.ts';

const Kind = ts.SyntaxKind;

const ARITHMETIC: Partial<Record<ts.SyntaxKind, BinaryOperator>> = {
  [Kind.PlusToken]: '+',
  [Kind.MinusToken]: '-',
  [Kind.AsteriskToken]: '*',
  [Kind.SlashToken]: '/',
  [Kind.PercentToken]: '%',
  [Kind.AsteriskAsteriskToken]: '**',
  [Kind.LessThanLessThanToken]: '<<',
  [Kind.GreaterThanGreaterThanToken]: '>>',
  [Kind.GreaterThanGreaterThanGreaterThanToken]: '>>>',
  [Kind.AmpersandToken]: '&',
  [Kind.BarToken]: '|',
  [Kind.CaretToken]: '^',
};

const COMPARISONS: Partial<Record<ts.SyntaxKind, CompareOperator>> = {
  [Kind.EqualsEqualsToken]: 'loose-equal',
  [Kind.ExclamationEqualsToken]: 'loose-not-equal',
  [Kind.EqualsEqualsEqualsToken]: 'identical',
  [Kind.ExclamationEqualsEqualsToken]: 'not-identical',
  [Kind.LessThanToken]: 'less',
  [Kind.LessThanEqualsToken]: 'less-equal',
  [Kind.GreaterThanToken]: 'greater',
  [Kind.GreaterThanEqualsToken]: 'greater-equal',
  [Kind.InKeyword]: 'in',
  [Kind.InstanceOfKeyword]: 'instance-of',
};

const LOGICAL: Partial<Record<ts.SyntaxKind, LogicalExpression['operator']>> = {
  [Kind.AmpersandAmpersandToken]: 'and',
  [Kind.BarBarToken]: 'or',
  [Kind.QuestionQuestionToken]: 'coalesce',
};

/** `x += 1` and the like, by the operator that they apply. */
export const COMPOUND: Partial<Record<ts.SyntaxKind, BinaryOperator>> = {
  [Kind.PlusEqualsToken]: '+',
  [Kind.MinusEqualsToken]: '-',
  [Kind.AsteriskEqualsToken]: '*',
  [Kind.SlashEqualsToken]: '/',
  [Kind.PercentEqualsToken]: '%',
  [Kind.AsteriskAsteriskEqualsToken]: '**',
  [Kind.LessThanLessThanEqualsToken]: '<<',
  [Kind.GreaterThanGreaterThanEqualsToken]: '>>',
  [Kind.GreaterThanGreaterThanGreaterThanEqualsToken]: '>>>',
  [Kind.AmpersandEqualsToken]: '&',
  [Kind.BarEqualsToken]: '|',
  [Kind.CaretEqualsToken]: '^',
};

/** `x ||= v` assigns only where the operator asks for its second operand. */
export const LOGICAL_COMPOUND: Partial<Record<ts.SyntaxKind, LogicalExpression['operator']>> = {
  [Kind.AmpersandAmpersandEqualsToken]: 'and',
  [Kind.BarBarEqualsToken]: 'or',
  [Kind.QuestionQuestionEqualsToken]: 'coalesce',
};

export function lowerBinary(scope: Scope, node: ts.BinaryExpression, span: Span): Expression {
  const kind = node.operatorToken.kind;
  const logical = LOGICAL[kind];
  if (logical)
    return { kind: 'logical', ...span, operator: logical, operands: operandsOf(scope, node, kind) };
  const { rules } = scope.file;
  const comparison = COMPARISONS[kind];
  if (comparison) {
    const first = rules.expression(scope, node.left);
    const rest = [{ operator: comparison, operand: rules.expression(scope, node.right) }];
    return { kind: 'compare', ...span, first, rest };
  }
  if (kind === Kind.CommaToken) return lastOf(scope, node, span);
  return ARITHMETIC[kind] ? arithmetic(scope, node, span) : missing(span, 'an operator that is not followed');
}

/** `a && b && c` with one list of operands, in a loop: such chains may be long. */
function operandsOf(scope: Scope, node: ts.BinaryExpression, kind: ts.SyntaxKind): readonly Expression[] {
  const operands: ts.Expression[] = [];
  let at: ts.Expression = node;
  while (ts.isBinaryExpression(at) && at.operatorToken.kind === kind) {
    operands.push(at.right);
    at = at.left;
  }
  operands.push(at);
  return operands.reverse().map((operand) => scope.file.rules.expression(scope, operand));
}

/** `a + b + c`, flat. */
function arithmetic(scope: Scope, node: ts.BinaryExpression, span: Span): Expression {
  const rest: { operator: BinaryOperator; operand: Expression }[] = [];
  let at: ts.Expression = node;
  while (ts.isBinaryExpression(at)) {
    const operator: BinaryOperator | undefined = ARITHMETIC[at.operatorToken.kind];
    if (!operator) break;
    rest.push({ operator, operand: scope.file.rules.expression(scope, at.right) });
    at = at.left;
  }
  return { kind: 'binary', ...span, first: scope.file.rules.expression(scope, at), rest: rest.reverse() };
}

/** `a, b`: the last of both, after both were evaluated. */
function lastOf(scope: Scope, node: ts.BinaryExpression, span: Span): Expression {
  const elements = operandsOf(scope, node, Kind.CommaToken);
  const object: Expression = { kind: 'sequence', ...span, type: 'tuple', elements };
  return { kind: 'index', ...span, object, index: numberOf(span, elements.length - 1), optional: false };
}

/** An assignment whose value is used. */
export function lowerAssignment(scope: Scope, node: ts.BinaryExpression, span: Span): Expression {
  return {
    kind: 'bind',
    ...span,
    target: assignable(scope, node.left),
    value: assignedValue(scope, node, span),
  };
}

/** What an assignment stores. */
export function assignedValue(scope: Scope, node: ts.BinaryExpression, span: Span): Expression {
  const { rules } = scope.file;
  const kind = node.operatorToken.kind;
  const operator = COMPOUND[kind];
  const logical = LOGICAL_COMPOUND[kind];
  if (!operator && !logical) return lowerNamed(scope, node.right, nameBehind(node.left), formFor(node.left));
  const first = rules.expression(scope, node.left);
  const second = rules.expression(scope, node.right);
  if (logical) return { kind: 'logical', ...span, operator: logical, operands: [first, second] };
  return { kind: 'binary', ...span, first, rest: [{ operator: operator ?? '+', operand: second }] };
}

/** The name that is assigned to, for a function that has none. */
function nameBehind(target: ts.Expression): ts.Node {
  const inner = unwrapped(target);
  return ts.isPropertyAccessExpression(inner) ? inner.name : inner;
}

/** `X.prototype.m = function` and `exports.m = function` have a receiver; a variable's function has none that is known. */
function formFor(target: ts.Expression): 'declaration' | 'method' {
  return ts.isPropertyAccessExpression(unwrapped(target)) ? 'method' : 'declaration';
}
