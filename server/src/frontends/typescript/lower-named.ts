/**
 * Values that get the name of what they are given to: `const f = () => {}` (ECMAScript 8.4 "Function Name Inference").
 * Must not know what else stands in an expression.
 */
import { ts } from 'ts-morph';
import type { Expression } from '../../ir/nodes.ts';
import type { Scope } from './scope.ts';
import { spanOf, unwrapped } from './spans.ts';

/** @param form what a `function` becomes there: a method of an object literal has a receiver. */
export function lowerNamed(
  scope: Scope,
  node: ts.Expression,
  name: ts.Node,
  form: 'declaration' | 'method' = 'declaration',
): Expression {
  const inner = unwrapped(node);
  const { rules } = scope.file;
  if (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) {
    const naming = {
      form: ts.isArrowFunction(inner) ? 'declaration' : form,
      name: inner.name ?? name,
    } as const;
    return { kind: 'function', ...spanOf(scope, inner), function: rules.function(scope, inner, naming) };
  }
  if (ts.isClassExpression(inner)) {
    return { kind: 'class', ...spanOf(scope, inner), class: rules.class(scope, inner, name).node };
  }
  return rules.expression(scope, node);
}
