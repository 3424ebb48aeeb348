/** Object literals. Must not know other expressions. */
import { ts } from 'ts-morph';
import type { Span } from '../../base/span.ts';
import type { Expression, MappingExpression } from '../../ir/nodes.ts';
import { nameOf, textOf } from './build.ts';
import { lowerNamed } from './lower-named.ts';
import { type Scope, resolve } from './scope.ts';
import { propertyName, spanOf } from './spans.ts';

type Entry = MappingExpression['entries'][number];

export function lowerObject(scope: Scope, node: ts.ObjectLiteralExpression, span: Span): Expression {
  const entries = node.properties.map((each) => entryOf(scope, each));
  return { kind: 'mapping', ...span, shape: 'object', entries };
}

function entryOf(scope: Scope, node: ts.ObjectLiteralElementLike): Entry {
  const { rules } = scope.file;
  if (ts.isSpreadAssignment(node)) return { key: undefined, value: rules.expression(scope, node.expression) };
  const key = keyOf(scope, node.name);
  if (ts.isShorthandPropertyAssignment(node)) {
    return { key, value: nameOf(spanOf(scope, node.name), resolve(scope, node.name.text)) };
  }
  if (ts.isPropertyAssignment(node))
    return { key, value: lowerNamed(scope, node.initializer, node.name, 'method') };
  const form = ts.isGetAccessor(node) ? 'getter' : ts.isSetAccessor(node) ? 'setter' : 'method';
  const value = rules.function(scope, node, { form, name: node.name });
  return { key, value: { kind: 'function', ...spanOf(scope, node), function: value } };
}

function keyOf(scope: Scope, name: ts.PropertyName): Expression {
  const text = propertyName(name);
  if (text !== undefined) return textOf(spanOf(scope, name), text);
  return ts.isComputedPropertyName(name)
    ? scope.file.rules.expression(scope, name.expression)
    : textOf(spanOf(scope, name), '');
}
