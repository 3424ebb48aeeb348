/**
 * Types, as far as they name what a value is: names and unions of them stay, everything else is left out. They are never evaluated by
 * themselves. Must not know statements.
 */
import { ts } from 'ts-morph';
import type { Expression } from '../../ir/nodes.ts';
import { attributeOf, nameOf } from './build.ts';
import { type Scope, resolve } from './scope.ts';
import { spanOf } from './spans.ts';

/** Builtin types by the class that their values have. */
const KEYWORDS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.StringKeyword]: 'String',
  [ts.SyntaxKind.NumberKeyword]: 'Number',
  [ts.SyntaxKind.BigIntKeyword]: 'Number',
  [ts.SyntaxKind.BooleanKeyword]: 'Boolean',
  [ts.SyntaxKind.ArrayType]: 'Array',
  [ts.SyntaxKind.TupleType]: 'Array',
  [ts.SyntaxKind.FunctionType]: 'Function',
  [ts.SyntaxKind.TemplateLiteralType]: 'String',
};

export function lowerType(scope: Scope, node: ts.TypeNode | undefined): Expression | undefined {
  if (!node) return undefined;
  const span = spanOf(scope, node);
  const keyword = KEYWORDS[node.kind];
  if (keyword !== undefined) return nameOf(span, keyword);
  if (ts.isTypeReferenceNode(node)) return reference(scope, node);
  if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) return union(scope, node);
  if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return lowerType(scope, node.type);
  if (ts.isLiteralTypeNode(node)) return literal(scope, node);
  if (ts.isImportTypeNode(node) && node.qualifier) return entity(scope, node.qualifier);
  return undefined;
}

function reference(scope: Scope, node: ts.TypeReferenceNode): Expression {
  const name = entity(scope, node.typeName);
  const [first, ...others] = (node.typeArguments ?? []).flatMap((each) => lowerType(scope, each) ?? []);
  if (!first) return name;
  const span = spanOf(scope, node);
  const index: Expression =
    others.length === 0
      ? first
      : { kind: 'sequence', start: first.start, end: span.end, type: 'tuple', elements: [first, ...others] };
  return { kind: 'index', ...span, object: name, index, optional: false };
}

function entity(scope: Scope, node: ts.EntityName): Expression {
  const span = spanOf(scope, node);
  if (ts.isIdentifier(node)) return nameOf(span, resolve(scope, node.text));
  return attributeOf(span, entity(scope, node.left), node.right.text, node.right.getStart(scope.file.source));
}

function union(scope: Scope, node: ts.UnionOrIntersectionTypeNode): Expression | undefined {
  const [first, ...others] = node.types.flatMap((each) => lowerType(scope, each) ?? []);
  if (!first || others.length === 0) return first;
  const rest = others.map((operand) => ({ operator: '|', operand }) as const);
  return { kind: 'binary', ...spanOf(scope, node), first, rest };
}

function literal(scope: Scope, node: ts.LiteralTypeNode): Expression | undefined {
  const span = spanOf(scope, node);
  if (node.literal.kind === ts.SyntaxKind.NullKeyword)
    return { kind: 'constant', ...span, type: 'none', value: null };
  return ts.isStringLiteral(node.literal) ? nameOf(span, 'String') : undefined;
}
