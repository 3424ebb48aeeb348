/** Subscripts and slices (Python reference 6.3.2, 6.3.3). Must not know statements. */
import { advance } from './lexer.ts';
import { finishBracket, skipSeparator } from './parse-recovery.ts';
import { MAX_NESTING, missing, type Parser } from './parser-state.ts';
import type { ExpressionSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** `value[...]` from the opening bracket on; several indices make a tuple without parentheses. */
export function parseSubscript(p: Parser, start: number, value: ExpressionSyntax): ExpressionSyntax {
  const open = p.start;
  if (p.nesting >= MAX_NESTING) {
    const index = missing(p, 'Brackets nested this deep are not read.');
    finishBracket(p, open, true);
    return { kind: 'Subscript', start, end: p.prevEnd, value, index };
  }
  p.nesting++;
  advance(p);
  const index = parseIndex(p);
  finishBracket(p, open, false);
  p.nesting--;
  return { kind: 'Subscript', start, end: p.prevEnd, value, index };
}

function parseIndex(p: Parser): ExpressionSyntax {
  const start = p.start;
  if (p.kind === T.RSQB) return missing(p, 'An index is missing.');
  const first = parseSlice(p);
  if (p.kind === T.RSQB && first.kind !== 'Starred') return first;
  const elements = [first];
  let commas = first.kind === 'Starred';
  while (p.kind !== T.RSQB) {
    if (p.kind === T.COMMA) {
      commas = true;
      advance(p);
    } else if (!skipSeparator(p)) break;
    if (p.kind === T.RSQB) break;
    elements.push(parseSlice(p));
  }
  return commas ? { kind: 'Tuple', start, end: p.prevEnd, elements } : first;
}

function parseSlice(p: Parser): ExpressionSyntax {
  const start = p.start;
  if (p.kind !== T.COLON) {
    const value = p.grammar.element(p);
    if (p.kind !== T.COLON) return value;
    return sliceFrom(p, start, value);
  }
  return sliceFrom(p, start, undefined);
}

function sliceFrom(p: Parser, start: number, lower: ExpressionSyntax | undefined): ExpressionSyntax {
  advance(p);
  const upper = bound(p);
  let step: ExpressionSyntax | undefined;
  if (p.kind === T.COLON) {
    advance(p);
    step = bound(p);
  }
  return { kind: 'Slice', start, end: p.prevEnd, lower, upper, step };
}

function bound(p: Parser): ExpressionSyntax | undefined {
  if (p.kind === T.COLON || p.kind === T.COMMA || p.kind === T.RSQB) return undefined;
  return p.grammar.expression(p);
}
