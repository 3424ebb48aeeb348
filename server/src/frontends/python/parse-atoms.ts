/** Atoms: names, literals and brackets (Python reference 6.2). Must not know statements. */
import { advance } from './lexer.ts';
import { numberValue } from './lexer-numbers.ts';
import { parseBraces, parseBrackets, parseParentheses } from './parse-brackets.ts';
import { missing, nameText, reportHere, type Parser } from './parser-state.ts';
import { parseStrings } from './strings.ts';
import type { ExpressionSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** An atom; where none begins, a `Missing` that consumes nothing but characters of no meaning. */
export function parseAtom(p: Parser): ExpressionSyntax {
  const start = p.start;
  switch (p.kind) {
    case T.NAME: {
      const name = nameText(p);
      advance(p);
      return { kind: 'Name', start, end: p.prevEnd, name };
    }
    case T.STRING:
      return parseStrings(p);
    case T.NUMBER: {
      const value = numberValue(p.text, start, p.end);
      return constant(p, 'number', value);
    }
    case T.LPAR:
      return parseParentheses(p);
    case T.LSQB:
      return parseBrackets(p);
    case T.LBRACE:
      return parseBraces(p);
    case T.NONE:
      return constant(p, 'none', null);
    case T.TRUE:
      return constant(p, 'boolean', true);
    case T.FALSE:
      return constant(p, 'boolean', false);
    case T.ELLIPSIS:
      return constant(p, 'ellipsis', null);
    case T.UNKNOWN:
      return parseUnknown(p);
    case T.LAMBDA:
      reportHere(p, 'A lambda needs parentheses here.');
      return p.grammar.expression(p);
    default:
      return missing(p, 'An expression is missing here.');
  }
}

function constant(
  p: Parser,
  type: 'none' | 'boolean' | 'number' | 'ellipsis',
  value: number | boolean | null,
): ExpressionSyntax {
  const start = p.start;
  advance(p);
  return { kind: 'Constant', start, end: p.prevEnd, type, value };
}

function parseUnknown(p: Parser): ExpressionSyntax {
  reportHere(p, 'This character has no meaning in Python.');
  while (p.kind === T.UNKNOWN) advance(p);
  return p.kind === T.NAME || p.kind === T.NUMBER
    ? parseAtom(p)
    : missing(p, 'An expression is missing here.');
}
