/** Expressions of JavaScript and TypeScript to the program; types are left out. Must not know statements. */
import { ts } from 'ts-morph';
import type { Span } from '../../base/span.ts';
import type { Expression, UnaryExpression } from '../../ir/nodes.ts';
import { attributeOf, callOf, missing, nameOf, numberOf, textOf, undefinedAt } from './build.ts';
import { lowerCall, lowerNew, lowerTagged } from './lower-call.ts';
import { lowerObject } from './lower-object.ts';
import { lowerAssignment, lowerBinary } from './lower-operators.ts';
import { assignable } from './lower-target.ts';
import { type Scope, isBound, resolve } from './scope.ts';
import { isAssignment, isOptional, spanOf } from './spans.ts';

export function lowerExpression(scope: Scope, node: ts.Expression): Expression {
  const span = spanOf(scope, node);
  return lowerPrimary(scope, node, span) ?? lowerCompound(scope, node, span);
}

function lowerPrimary(scope: Scope, node: ts.Expression, span: Span): Expression | undefined {
  if (ts.isIdentifier(node)) return identifier(scope, node, span);
  if (ts.isStringLiteralLike(node)) return textOf(span, node.text);
  if (ts.isNumericLiteral(node)) return numberOf(span, Number(node.text));
  switch (node.kind) {
    case ts.SyntaxKind.ThisKeyword:
      return nameOf(span, 'this');
    case ts.SyntaxKind.SuperKeyword:
      return { kind: 'super', ...span, type: undefined, instance: undefined };
    case ts.SyntaxKind.NullKeyword:
      return { kind: 'constant', ...span, type: 'none', value: null };
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
      return {
        kind: 'constant',
        ...span,
        type: 'boolean',
        value: node.kind === ts.SyntaxKind.TrueKeyword,
      };
    case ts.SyntaxKind.BigIntLiteral:
      return numberOf(span, Number.parseInt(node.getText(scope.file.source), 10));
    case ts.SyntaxKind.RegularExpressionLiteral:
      return callOf(span, nameOf(span, 'RegExp'), [textOf(span, node.getText(scope.file.source))]);
    case ts.SyntaxKind.OmittedExpression:
      return undefinedAt(span);
    default:
      return undefined;
  }
}

function identifier(scope: Scope, node: ts.Identifier, span: Span): Expression {
  if (node.text === 'undefined' && !isBound(scope, 'undefined')) return undefinedAt(span);
  const file = isBound(scope, node.text) ? undefined : ownPlace(scope, node.text, span);
  if (file) return file;
  if (node.text === '') return missing(span, 'a name is missing');
  return nameOf(span, resolve(scope, node.text));
}

/** What a file knows about itself: where it stands, below the root. */
function ownPlace(scope: Scope, name: string, span: Span): Expression | undefined {
  const { path } = scope.file.module;
  if (name === '__filename') return textOf(span, `/${path}`);
  if (name === '__dirname') return textOf(span, `/${path.slice(0, Math.max(0, path.lastIndexOf('/')))}`);
  return name === 'require' ? missing(span, 'require is handed on') : undefined;
}

/** `import.meta`. */
function ownMeta(scope: Scope, span: Span): Expression {
  const file = `/${scope.file.module.path}`;
  const entry = (key: string, value: Expression) => ({ key: textOf(span, key), value });
  const isMain: Expression = {
    kind: 'compare',
    ...span,
    first: callOf(span, nameOf(span, '__main_path'), []),
    rest: [{ operator: 'identical', operand: textOf(span, file) }],
  };
  const entries = [
    entry('url', textOf(span, `file://${file}`)),
    entry('filename', textOf(span, file)),
    entry('dirname', textOf(span, file.slice(0, Math.max(1, file.lastIndexOf('/'))))),
    entry('main', isMain),
    entry('env', missing(span, 'the environment of a build')),
  ];
  return { kind: 'mapping', ...span, shape: 'object', entries };
}

function lowerCompound(scope: Scope, node: ts.Expression, span: Span): Expression {
  if (ts.isPropertyAccessExpression(node)) return property(scope, node, span);
  if (ts.isCallExpression(node)) return lowerCall(scope, node, span);
  if (ts.isElementAccessExpression(node)) return element(scope, node, span);
  if (ts.isArrowFunction(node)) return functionValue(scope, node, 'lambda', span);
  if (ts.isFunctionExpression(node)) return functionValue(scope, node, 'declaration', span);
  if (ts.isObjectLiteralExpression(node)) return lowerObject(scope, node, span);
  if (ts.isBinaryExpression(node))
    return isAssignment(node) ? lowerAssignment(scope, node, span) : lowerBinary(scope, node, span);
  if (ts.isArrayLiteralExpression(node)) return list(scope, node, span);
  if (ts.isAwaitExpression(node))
    return { kind: 'await', ...span, value: lowerExpression(scope, node.expression) };
  if (ts.isNewExpression(node)) return lowerNew(scope, node, span);
  if (ts.isConditionalExpression(node)) {
    const test = lowerExpression(scope, node.condition);
    const then = lowerExpression(scope, node.whenTrue);
    return { kind: 'conditional', ...span, test, then, otherwise: lowerExpression(scope, node.whenFalse) };
  }
  if (ts.isTemplateExpression(node)) return template(scope, node, span);
  if (ts.isTaggedTemplateExpression(node)) return lowerTagged(scope, node, span);
  if (ts.isClassExpression(node)) return classValue(scope, node, span);
  return lowerWrapped(scope, node, span);
}

/** What only wraps an expression, and operators before and behind one. */
function lowerWrapped(scope: Scope, node: ts.Expression, span: Span): Expression {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isExpressionWithTypeArguments(node)
  )
    return lowerExpression(scope, node.expression);
  if (ts.isPrefixUnaryExpression(node)) return prefix(scope, node, span);
  if (ts.isPostfixUnaryExpression(node)) return step(scope, node.operand, node.operator, span);
  if (ts.isTypeOfExpression(node)) return unary(scope, 'typeof', node.expression, span);
  if (ts.isVoidExpression(node)) return unary(scope, 'void', node.expression, span);
  if (ts.isDeleteExpression(node)) return unary(scope, 'void', node.expression, span);
  if (ts.isSpreadElement(node))
    return { kind: 'spread', ...span, value: lowerExpression(scope, node.expression) };
  if (ts.isYieldExpression(node)) {
    scope.owner.isGenerator = true;
    const value = node.expression && lowerExpression(scope, node.expression);
    return { kind: 'yield', ...span, value, delegate: node.asteriskToken !== undefined };
  }
  if (ts.isPrivateIdentifier(node)) return textOf(span, node.text);
  if (ts.isMetaProperty(node))
    return node.keywordToken === ts.SyntaxKind.ImportKeyword
      ? ownMeta(scope, span)
      : missing(span, 'new.target is not followed');
  return missing(span, 'an expression that is not followed');
}

function property(scope: Scope, node: ts.PropertyAccessExpression, span: Span): Expression {
  const nameStart = node.name.getStart(scope.file.source);
  // `require.main === module` asks whether this file is the program.
  const isRequire =
    ts.isIdentifier(node.expression) && node.expression.text === 'require' && !isBound(scope, 'require');
  if (isRequire && node.name.text === 'main') return callOf(span, nameOf(span, '__main_module'), []);
  const object = lowerExpression(scope, node.expression);
  return { ...attributeOf(span, object, node.name.text, nameStart), optional: isOptional(node) };
}

/** `object["name"]` is `object.name`. */
function element(scope: Scope, node: ts.ElementAccessExpression, span: Span): Expression {
  const object = lowerExpression(scope, node.expression);
  const key = node.argumentExpression;
  const optional = isOptional(node);
  if (ts.isStringLiteralLike(key)) {
    const nameStart = key.getStart(scope.file.source);
    return { ...attributeOf(span, object, key.text, nameStart), optional };
  }
  return { kind: 'index', ...span, object, index: lowerExpression(scope, key), optional };
}

function functionValue(
  scope: Scope,
  node: ts.ArrowFunction | ts.FunctionExpression,
  form: 'lambda' | 'declaration',
  span: Span,
): Expression {
  return { kind: 'function', ...span, function: scope.file.rules.function(scope, node, { form }) };
}

/** A class with static fields is filled once it has a name. */
function classValue(scope: Scope, node: ts.ClassExpression, span: Span): Expression {
  return { kind: 'class', ...span, class: scope.file.rules.class(scope, node, undefined).node };
}

function list(scope: Scope, node: ts.ArrayLiteralExpression, span: Span): Expression {
  const elements = node.elements.map((each) => lowerExpression(scope, each));
  return { kind: 'sequence', ...span, type: 'list', elements };
}

function template(scope: Scope, node: ts.TemplateExpression, span: Span): Expression {
  const parts: Expression[] = [textOf(spanOf(scope, node.head), node.head.text)];
  for (const { expression, literal } of node.templateSpans) {
    parts.push(lowerExpression(scope, expression));
    parts.push(textOf(spanOf(scope, literal), literal.text));
  }
  return { kind: 'template', ...span, parts };
}

const PREFIXES: Partial<Record<ts.SyntaxKind, UnaryExpression['operator']>> = {
  [ts.SyntaxKind.ExclamationToken]: 'not',
  [ts.SyntaxKind.MinusToken]: 'negate',
  [ts.SyntaxKind.PlusToken]: 'plus',
  [ts.SyntaxKind.TildeToken]: 'invert',
};

function prefix(scope: Scope, node: ts.PrefixUnaryExpression, span: Span): Expression {
  const operator = PREFIXES[node.operator];
  return operator
    ? unary(scope, operator, node.operand, span)
    : step(scope, node.operand, node.operator, span);
}

function unary(
  scope: Scope,
  operator: UnaryExpression['operator'],
  operand: ts.Expression,
  span: Span,
): Expression {
  return { kind: 'unary', ...span, operator, operand: lowerExpression(scope, operand) };
}

/** `x++` and `--x`; the value before and after are not told apart. */
function step(scope: Scope, operand: ts.Expression, operator: ts.SyntaxKind, span: Span): Expression {
  const first = lowerExpression(scope, operand);
  const sign = operator === ts.SyntaxKind.MinusMinusToken ? '-' : '+';
  const one = numberOf({ start: span.end, end: span.end }, 1);
  const value: Expression = { kind: 'binary', ...span, first, rest: [{ operator: sign, operand: one }] };
  return { kind: 'bind', ...span, target: assignable(scope, operand), value };
}
