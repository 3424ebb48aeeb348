/** What is assigned to: names, properties, elements, and patterns of them. Must not know statements. */
import { ts } from 'ts-morph';
import type { Expression, ObjectTarget, Target } from '../../ir/nodes.ts';
import { missing, nameOf, textOf } from './build.ts';
import { lowerNamed } from './lower-named.ts';
import { type Scope, resolve, resolveTarget } from './scope.ts';
import { isPlainAssignment, propertyName, spanOf } from './spans.ts';

type Property = ObjectTarget['properties'][number];

/** A pattern of a declaration; its names are bound already. */
export function bindingTarget(scope: Scope, node: ts.BindingName): Target {
  const span = spanOf(scope, node);
  if (ts.isIdentifier(node)) return nameOf(span, resolve(scope, node.text));
  if (ts.isArrayBindingPattern(node)) {
    const elements = node.elements.map((each) =>
      ts.isBindingElement(each) ? elementTarget(scope, each) : missing(spanOf(scope, each), 'left out'),
    );
    return { kind: 'sequence-target', ...span, elements };
  }
  const properties: Property[] = [];
  let rest: Target | undefined;
  for (const each of node.elements) {
    if (each.dotDotDotToken) rest = bindingTarget(scope, each.name);
    else properties.push({ key: bindingKey(scope, each), target: withDefault(scope, each) });
  }
  return { kind: 'object-target', ...span, properties, rest };
}

function elementTarget(scope: Scope, node: ts.BindingElement): Target {
  if (node.dotDotDotToken)
    return { kind: 'rest-target', ...spanOf(scope, node), target: bindingTarget(scope, node.name) };
  return withDefault(scope, node);
}

function withDefault(scope: Scope, node: ts.BindingElement): Target {
  const target = bindingTarget(scope, node.name);
  if (!node.initializer) return target;
  const value = lowerNamed(scope, node.initializer, node.name);
  return { kind: 'default-target', ...spanOf(scope, node), target, value };
}

function bindingKey(scope: Scope, node: ts.BindingElement): Expression {
  if (node.propertyName) return keyOf(scope, node.propertyName);
  const text = ts.isIdentifier(node.name) ? node.name.text : '';
  return textOf(spanOf(scope, node.name), text);
}

function keyOf(scope: Scope, name: ts.PropertyName): Expression {
  const text = propertyName(name);
  if (text !== undefined) return textOf(spanOf(scope, name), text);
  return ts.isComputedPropertyName(name)
    ? scope.file.rules.expression(scope, name.expression)
    : textOf(spanOf(scope, name), '');
}

/** An expression on the left of `=`. */
export function assignable(scope: Scope, node: ts.Expression): Target {
  const span = spanOf(scope, node);
  if (ts.isIdentifier(node)) return nameOf(span, resolveTarget(scope, node.text));
  if (ts.isObjectLiteralExpression(node)) return objectTarget(scope, node);
  if (ts.isArrayLiteralExpression(node)) {
    const elements = node.elements.map((each) => assignable(scope, each));
    return { kind: 'sequence-target', ...span, elements };
  }
  if (ts.isSpreadElement(node))
    return { kind: 'rest-target', ...span, target: assignable(scope, node.expression) };
  if (isPlainAssignment(node)) {
    const target = assignable(scope, node.left);
    return { kind: 'default-target', ...span, target, value: scope.file.rules.expression(scope, node.right) };
  }
  const lowered = scope.file.rules.expression(scope, node);
  return lowered.kind === 'attribute' || lowered.kind === 'index' || lowered.kind === 'name'
    ? lowered
    : missing(span, 'something that cannot be assigned to');
}

function objectTarget(scope: Scope, node: ts.ObjectLiteralExpression): Target {
  const properties: Property[] = [];
  let rest: Target | undefined;
  for (const each of node.properties) {
    if (ts.isSpreadAssignment(each)) rest = assignable(scope, each.expression);
    else if (ts.isPropertyAssignment(each))
      properties.push({ key: keyOf(scope, each.name), target: assignable(scope, each.initializer) });
    else if (ts.isShorthandPropertyAssignment(each)) properties.push(shorthand(scope, each));
  }
  return { kind: 'object-target', ...spanOf(scope, node), properties, rest };
}

function shorthand(scope: Scope, node: ts.ShorthandPropertyAssignment): Property {
  const span = spanOf(scope, node.name);
  const key = textOf(span, node.name.text);
  const target = nameOf(span, resolveTarget(scope, node.name.text));
  if (!node.objectAssignmentInitializer) return { key, target };
  const value = scope.file.rules.expression(scope, node.objectAssignmentInitializer);
  return { key, target: { kind: 'default-target', ...spanOf(scope, node), target, value } };
}
