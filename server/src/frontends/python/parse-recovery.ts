/** What the parser does where brackets are half-typed. Must not know nodes. */
import { advance } from './lexer.ts';
import { report, reportHere, type Parser } from './parser-state.ts';
import * as T from './tokens.ts';

/** Whether the token ends everything in the current brackets. */
export function endsBracket(kind: number): boolean {
  return kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE || kind === T.NEWLINE || kind === T.EOF;
}

/**
 * Called where a comma or a closing bracket should stand and something else does. Passes over tokens to the next
 * comma. @returns whether another element may follow; if not, the bracket has ended.
 */
export function skipSeparator(p: Parser): boolean {
  if (endsBracket(p.kind)) return false;
  if (beginsNewLine(p)) return closeBrackets(p);
  reportHere(p, 'A comma or a closing bracket is missing here.');
  if (p.skippedAt !== p.start && (p.kind === T.NAME || p.kind === T.STRING || p.kind === T.NUMBER)) {
    p.skippedAt = p.start;
    return true;
  }
  let depth = 0;
  for (;;) {
    if (p.kind === T.LPAR || p.kind === T.LSQB || p.kind === T.LBRACE) depth++;
    else if (depth === 0 && endsBracket(p.kind)) return false;
    else if (p.kind === T.RPAR || p.kind === T.RSQB || p.kind === T.RBRACE) depth--;
    else if (p.kind === T.NEWLINE || p.kind === T.EOF) return false;
    else if (depth === 0 && p.kind === T.COMMA) {
      advance(p);
      return true;
    }
    advance(p);
    if (depth === 0 && beginsNewLine(p)) return closeBrackets(p);
  }
}

/** Whether the token begins a line that is indented no deeper than the statement: the bracket was left open. */
function beginsNewLine(p: Parser): boolean {
  return p.column >= 0 && p.column <= p.indent && !endsBracket(p.kind);
}

/** Ends all brackets before the current token, which then begins a logical line. */
function closeBrackets(p: Parser): false {
  const at = p.start;
  let lineEnd = at;
  while (lineEnd > p.prevEnd) {
    const c = p.text.charCodeAt(lineEnd - 1);
    lineEnd--;
    if (c === 10 || c === 13) break;
  }
  p.kind = T.NEWLINE;
  p.start = p.end = p.prevEnd;
  p.pos = lineEnd + 1;
  p.depth = 0;
  p.atLineStart = true;
  return false;
}

/**
 * Ends the bracket opened at `open` at its closing bracket; with `skip`, passes over its whole content first (the
 * current token is then the opening bracket itself). Any closing bracket closes the innermost one.
 */
export function finishBracket(p: Parser, open: number, skip: boolean): void {
  if (skip) {
    report(p, open, open + 1, 'Brackets nested this deep are not read.');
    passOverContent(p);
  }
  if (p.kind !== T.RPAR && p.kind !== T.RSQB && p.kind !== T.RBRACE) {
    report(p, open, open + 1, 'This bracket is never closed.');
    return;
  }
  if (p.text.charCodeAt(p.start) !== closerOf(p.text.charCodeAt(open))) {
    reportHere(p, 'This bracket closes one of another kind.');
  }
  advance(p);
}

function passOverContent(p: Parser): void {
  let depth = 0;
  while (p.kind !== T.NEWLINE && p.kind !== T.EOF) {
    if (p.kind === T.LPAR || p.kind === T.LSQB || p.kind === T.LBRACE) depth++;
    else if (p.kind === T.RPAR || p.kind === T.RSQB || p.kind === T.RBRACE) {
      if (--depth <= 0) return;
    }
    advance(p);
  }
}

function closerOf(c: number): number {
  return c === 40 ? 41 : c + 2;
}
