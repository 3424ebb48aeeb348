/** Calls: plain ones, `new`, `super(...)`, and those that import a module. Must not know other expressions. */
import { ts } from 'ts-morph';
import type { Span } from '../../base/span.ts';
import type { Argument, Expression } from '../../ir/nodes.ts';
import { argumentOf, attributeOf, callOf, nameOf, textOf } from './build.ts';
import { thunk } from './lower-function.ts';
import { type Scope, isBound } from './scope.ts';
import { isOptional, spanOf, unwrapped } from './spans.ts';

export function lowerCall(scope: Scope, node: ts.CallExpression, span: Span): Expression {
  const { rules } = scope.file;
  const callee = node.expression;
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return dynamicImport(scope, node, span);
  if (isRequire(scope, callee) && node.arguments.length > 0) return required(scope, node, span, 'exports');
  const args = argumentsOf(scope, node.arguments);
  if (callee.kind === ts.SyntaxKind.SuperKeyword) {
    const at = spanOf(scope, callee);
    const target = attributeOf(at, rules.expression(scope, callee), 'constructor');
    return { kind: 'call', ...span, callee: target, args, optional: false, construct: false };
  }
  const target = handledImport(scope, node) ?? rules.expression(scope, callee);
  return { kind: 'call', ...span, callee: target, args, optional: isOptional(node), construct: false };
}

export function lowerNew(scope: Scope, node: ts.NewExpression, span: Span): Expression {
  const callee = scope.file.rules.expression(scope, node.expression);
  const args = argumentsOf(scope, node.arguments);
  return { kind: 'call', ...span, callee, args, optional: false, construct: true };
}

/** The tag is called with the constant parts and the values. */
export function lowerTagged(scope: Scope, node: ts.TaggedTemplateExpression, span: Span): Expression {
  const { rules } = scope.file;
  const { template } = node;
  const values = ts.isTemplateExpression(template)
    ? template.templateSpans.map((each) => each.expression)
    : [];
  const head = ts.isTemplateExpression(template) ? template.head : template;
  const texts: Expression = {
    kind: 'sequence',
    ...spanOf(scope, template),
    type: 'list',
    elements: [textOf(spanOf(scope, head), head.text)],
  };
  return callOf(span, rules.expression(scope, node.tag), [
    texts,
    ...values.map((value) => rules.expression(scope, value)),
  ]);
}

function argumentsOf(scope: Scope, nodes: readonly ts.Expression[] | undefined): readonly Argument[] {
  const { rules } = scope.file;
  return (nodes ?? []).map((node) =>
    ts.isSpreadElement(node)
      ? argumentOf(rules.expression(scope, node.expression), 'sequence')
      : argumentOf(rules.expression(scope, node)),
  );
}

/** The module system's own `require`, or one that `createRequire` made. */
function isRequire(scope: Scope, callee: ts.Expression): boolean {
  if (!ts.isIdentifier(callee) || callee.text !== 'require') return false;
  return !isBound(scope, 'require') || scope.file.source.text.includes('createRequire');
}

function required(
  scope: Scope,
  node: ts.CallExpression,
  { start, end }: Span,
  gives: 'exports' | 'names',
): Expression {
  const [argument] = node.arguments;
  const module = argument ? scope.file.rules.expression(scope, argument) : textOf({ start, end }, '');
  // Node.js documentation, "Errors": `require` and `import()` say differently that there is no such module.
  const error = gives === 'names' ? { error: '__ImportNotFound' } : {};
  return { kind: 'import', start, end, module, gives, ...error };
}

/** `import(x)` is a promise of the module's names (ECMAScript 13.3.10). */
function dynamicImport(scope: Scope, node: ts.CallExpression, span: Span): Expression {
  const names = required(scope, node, span, 'names');
  return callOf(span, attributeOf(span, nameOf(span, 'Promise'), 'resolve'), [names]);
}

/** What is called in `import(x).catch(f)` and `import(x).then(f, g)`: there the promise says that the import failed. */
function handledImport(scope: Scope, node: ts.CallExpression): Expression | undefined {
  const access = node.expression;
  if (!ts.isPropertyAccessExpression(access)) return undefined;
  const { name } = access;
  if (name.text !== 'catch' && (name.text !== 'then' || node.arguments.length < 2)) return undefined;
  const call = unwrapped(access.expression);
  if (!ts.isCallExpression(call) || call.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  const span = spanOf(scope, call);
  const load = thunk(scope, span, (inner) => required(inner, call, span, 'names'));
  const made: Expression = { kind: 'function', ...span, function: load };
  const promise = callOf(span, attributeOf(span, nameOf(span, 'Promise'), '__import'), [made]);
  return attributeOf(spanOf(scope, access), promise, name.text, name.getStart(scope.file.source));
}
