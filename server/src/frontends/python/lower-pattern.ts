/** Patterns of `match` to the IR (Python reference 8.6.4). Must not know statements. */
import { unreachable } from '../../base/never.ts';
import type { Expression, Pattern } from '../../ir/nodes.ts';
import { lowerExpression } from './lower-expression.ts';
import { bind, privateName, type Scope } from './scope.ts';
import type { Identifier, PatternSyntax } from './syntax.ts';

type Syntax<Kind extends PatternSyntax['kind']> = Extract<PatternSyntax, { kind: Kind }>;

/** The names that a pattern captures become names of the scope. */
export function lowerPattern(scope: Scope, node: PatternSyntax): Pattern {
  const { start, end } = node;
  switch (node.kind) {
    case 'MatchValue':
    case 'MatchSingleton':
      return { kind: 'value', start, end, value: lowerExpression(scope, node.value) };
    case 'MatchSequence':
      return { kind: 'sequence', start, end, elements: lowerPatterns(scope, node.patterns) };
    case 'MatchOr':
      return { kind: 'or', start, end, alternatives: lowerPatterns(scope, node.patterns) };
    case 'MatchStar':
      return { kind: 'rest', start, end, name: captured(scope, node.name) };
    case 'MatchAs':
      return lowerCapture(scope, node);
    case 'MatchMapping':
      return lowerMapping(scope, node);
    case 'MatchClass':
      return lowerClassPattern(scope, node);
    default:
      return unreachable(node);
  }
}

function lowerPatterns(scope: Scope, nodes: readonly PatternSyntax[]): readonly Pattern[] {
  const patterns: Pattern[] = [];
  for (const node of nodes) patterns.push(lowerPattern(scope, node));
  return patterns;
}

/** `pattern as name`, `name`, or `_`, which matches everything and binds nothing. */
function lowerCapture(scope: Scope, node: Syntax<'MatchAs'>): Pattern {
  const { start, end } = node;
  const pattern = node.pattern === undefined ? undefined : lowerPattern(scope, node.pattern);
  const name = captured(scope, node.name);
  if (name === undefined) return pattern ?? { kind: 'any', start, end };
  return { kind: 'capture', start, end, name, pattern };
}

function lowerMapping(scope: Scope, node: Syntax<'MatchMapping'>): Pattern {
  const entries: { readonly key: Expression; readonly pattern: Pattern }[] = [];
  for (const { key, pattern } of node.entries) {
    entries.push({ key: lowerExpression(scope, key), pattern: lowerPattern(scope, pattern) });
  }
  return { kind: 'mapping', start: node.start, end: node.end, entries, rest: captured(scope, node.rest) };
}

function lowerClassPattern(scope: Scope, node: Syntax<'MatchClass'>): Pattern {
  const type = lowerExpression(scope, node.class);
  const positional = lowerPatterns(scope, node.positional);
  const named: { readonly name: string; readonly pattern: Pattern }[] = [];
  for (const { name, pattern } of node.named) {
    named.push({ name: name.name, pattern: lowerPattern(scope, pattern) });
  }
  return { kind: 'class', start: node.start, end: node.end, class: type, positional, named };
}

function captured(scope: Scope, identifier: Identifier | undefined): string | undefined {
  if (identifier === undefined) return undefined;
  const name = privateName(scope, identifier.name);
  bind(scope, name);
  return name;
}
