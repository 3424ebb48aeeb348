/** Where nodes stand, and small questions about them. Must not know how nodes are lowered. */
import { ts } from 'ts-morph';
import type { Span } from '../../base/span.ts';
import type { Scope } from './scope.ts';

export function spanOf(scope: Scope, node: ts.Node): Span {
  return { start: node.getStart(scope.file.source), end: node.end };
}

/** A link of `a?.b.c`: what follows a `?.` is skipped with it, so that all of the chain is optional. */
export function isOptional(node: ts.Node): boolean {
  return (node.flags & ts.NodeFlags.OptionalChain) !== 0;
}

/** A parenthesised, asserted or otherwise only wrapped expression, without what is around it. */
export function unwrapped(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  )
    inner = inner.expression;
  return inner;
}

/** The text of a property's name; `undefined` where it is computed. */
export function propertyName(node: ts.PropertyName): string | undefined {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return node.text;
  if (!ts.isComputedPropertyName(node)) return undefined;
  if (ts.isStringLiteralLike(node.expression)) return node.expression.text;
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  return ts.isIdentifier(expression) && expression.text === 'Symbol' ? WELL_KNOWN[name.text] : undefined;
}

/** Methods that the language calls (ECMAScript 6.1.5.1), as the dialect names them. */
const WELL_KNOWN: Readonly<Record<string, string>> = {
  iterator: '__iterate__',
  asyncIterator: '__iterate__',
  dispose: '__dispose__',
  asyncDispose: '__async_dispose__',
};

/** `a = b`, and with an operator: `a += b`, `a ??= b`. */
export function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** `a = b` without an operator. */
export function isPlainAssignment(node: ts.Node): node is ts.BinaryExpression {
  return isAssignment(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
