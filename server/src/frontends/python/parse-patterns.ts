/** Patterns of `case` (Python reference 8.6.4). Must not know statements. */
import { advance } from './lexer.ts';
import { endsBracket, finishBracket, skipSeparator } from './parse-recovery.ts';
import { identifier, MAX_NESTING, missing, missingIdentifier, type Parser } from './parser-state.ts';
import type { ExpressionSyntax, Identifier, PatternSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** Level of `+`: what a number pattern may be, `-1` and `1 + 2j` included. */
const ARITHMETIC = 9;

/** What follows `case`: a pattern, or several with commas, which make a sequence without brackets. */
export function parsePatterns(p: Parser): PatternSyntax {
  const start = p.start;
  const first = parsePattern(p);
  if (p.kind !== T.COMMA) return first.kind === 'MatchStar' ? sequence(p, start, [first]) : first;
  const patterns = [first];
  while (p.kind === T.COMMA) {
    advance(p);
    if (p.kind === T.COLON || p.kind === T.IF) break;
    patterns.push(parsePattern(p));
  }
  return sequence(p, start, patterns);
}

function sequence(p: Parser, start: number, patterns: readonly PatternSyntax[]): PatternSyntax {
  return { kind: 'MatchSequence', start, end: p.prevEnd, patterns };
}

/** `*rest`, or alternatives with `|` and an optional `as name`. */
function parsePattern(p: Parser): PatternSyntax {
  const start = p.start;
  if (p.kind === T.STAR) {
    advance(p);
    const name = capture(p);
    return { kind: 'MatchStar', start, end: p.prevEnd, name };
  }
  const pattern = parseAlternatives(p);
  if (p.kind !== T.AS) return pattern;
  advance(p);
  const name = takeName(p, 'A name is missing after as.');
  return { kind: 'MatchAs', start, end: p.prevEnd, pattern, name };
}

function parseAlternatives(p: Parser): PatternSyntax {
  const start = p.start;
  const first = parseClosed(p);
  if (p.kind !== T.BAR) return first;
  const patterns = [first];
  while (p.kind === T.BAR) {
    advance(p);
    patterns.push(parseClosed(p));
  }
  return { kind: 'MatchOr', start, end: p.prevEnd, patterns };
}

function parseClosed(p: Parser): PatternSyntax {
  const start = p.start;
  switch (p.kind) {
    case T.NAME:
      return parseNamePattern(p);
    case T.LPAR:
      return bracketed(p, T.RPAR);
    case T.LSQB:
      return bracketed(p, T.RSQB);
    case T.LBRACE:
      return bracketed(p, T.RBRACE);
    case T.NONE:
    case T.TRUE:
    case T.FALSE: {
      const value = p.grammar.operators(p, ARITHMETIC);
      return { kind: 'MatchSingleton', start, end: p.prevEnd, value };
    }
    case T.NUMBER:
    case T.STRING:
    case T.MINUS: {
      const value = p.grammar.operators(p, ARITHMETIC);
      return { kind: 'MatchValue', start, end: p.prevEnd, value };
    }
    default: {
      const value = missing(p, 'A pattern is missing here.');
      return { kind: 'MatchValue', start: value.start, end: value.end, value };
    }
  }
}

/** Reads what the opening bracket at hand begins, one level deeper. */
function bracketed(p: Parser, closer: number): PatternSyntax {
  const open = p.start;
  if (p.nesting >= MAX_NESTING) {
    const value = missing(p, 'Patterns nested this deep are not read.');
    finishBracket(p, open, true);
    return { kind: 'MatchValue', start: value.start, end: value.end, value };
  }
  p.nesting++;
  advance(p);
  const result = closer === T.RBRACE ? parseMapping(p, open) : parseSequence(p, open, closer);
  p.nesting--;
  return result;
}

/** `[...]` and `(...)` are sequences; `(pattern)` without a comma is just the pattern. */
function parseSequence(p: Parser, open: number, closer: number): PatternSyntax {
  const patterns: PatternSyntax[] = [];
  let commas = false;
  while (p.kind !== closer) {
    patterns.push(parsePattern(p));
    if (p.kind === T.COMMA) {
      commas = true;
      advance(p);
    } else if (p.kind !== closer && !skipSeparator(p)) break;
  }
  finishBracket(p, open, false);
  const only = patterns[0];
  if (
    closer === T.RPAR &&
    !commas &&
    patterns.length === 1 &&
    only !== undefined &&
    only.kind !== 'MatchStar'
  ) {
    return only;
  }
  return { kind: 'MatchSequence', start: open, end: p.prevEnd, patterns };
}

function parseMapping(p: Parser, open: number): PatternSyntax {
  const entries: { key: ExpressionSyntax; pattern: PatternSyntax }[] = [];
  let rest: Identifier | undefined;
  while (p.kind !== T.RBRACE) {
    if (p.kind === T.DOUBLESTAR) {
      advance(p);
      rest = takeName(p, 'A name is missing after **.');
    } else entries.push(parseEntry(p));
    if (p.kind === T.COMMA) advance(p);
    else if (p.kind !== T.RBRACE && !skipSeparator(p)) break;
  }
  finishBracket(p, open, false);
  return { kind: 'MatchMapping', start: open, end: p.prevEnd, entries, rest };
}

function parseEntry(p: Parser): { key: ExpressionSyntax; pattern: PatternSyntax } {
  const key = p.grammar.operators(p, ARITHMETIC);
  if (p.kind === T.COLON) {
    advance(p);
    return { key, pattern: parsePattern(p) };
  }
  const value = missing(p, 'A colon and a pattern are missing here.');
  return { key, pattern: { kind: 'MatchValue', start: value.start, end: value.end, value } };
}

/** A capture, `_`, a dotted value, or a class pattern. */
function parseNamePattern(p: Parser): PatternSyntax {
  const start = p.start;
  const first = identifier(p);
  advance(p);
  if (p.kind !== T.DOT && p.kind !== T.LPAR) {
    const name = first.name === '_' ? undefined : first;
    return { kind: 'MatchAs', start, end: first.end, pattern: undefined, name };
  }
  let value: ExpressionSyntax = { kind: 'Name', start, end: first.end, name: first.name };
  for (let links = 0; p.kind === T.DOT; links++) {
    advance(p);
    const attribute = takeName(p, 'A name is missing after the dot.');
    if (links < MAX_NESTING) value = { kind: 'Attribute', start, end: p.prevEnd, value, attribute };
  }
  if (p.kind === T.LPAR) return classPattern(p, start, value);
  return { kind: 'MatchValue', start, end: p.prevEnd, value };
}

function classPattern(p: Parser, start: number, type: ExpressionSyntax): PatternSyntax {
  const open = p.start;
  const positional: PatternSyntax[] = [];
  const named: { name: Identifier; pattern: PatternSyntax }[] = [];
  if (p.nesting >= MAX_NESTING) finishBracket(p, open, true);
  else {
    p.nesting++;
    advance(p);
    while (p.kind !== T.RPAR) {
      parseClassArgument(p, positional, named);
      if (p.kind === T.COMMA) advance(p);
      else if (p.kind !== T.RPAR && !skipSeparator(p)) break;
    }
    finishBracket(p, open, false);
    p.nesting--;
  }
  return { kind: 'MatchClass', start, end: p.prevEnd, class: type, positional, named };
}

function parseClassArgument(
  p: Parser,
  positional: PatternSyntax[],
  named: { name: Identifier; pattern: PatternSyntax }[],
): void {
  const pattern = parsePattern(p);
  if (p.kind !== T.ASSIGN) {
    positional.push(pattern);
    return;
  }
  advance(p);
  const value = parsePattern(p);
  if (pattern.kind !== 'MatchAs') return;
  const name = pattern.name ?? { start: pattern.start, end: pattern.end, name: '_' };
  named.push({ name, pattern: value });
}

/** The name of `*rest`; `_` is none. */
function capture(p: Parser): Identifier | undefined {
  if (endsBracket(p.kind)) return missingIdentifier(p, 'A name is missing after *.');
  const name = takeName(p, 'A name is missing after *.');
  return name.name === '_' ? undefined : name;
}

function takeName(p: Parser, message: string): Identifier {
  if (p.kind !== T.NAME) return missingIdentifier(p, message);
  const name = identifier(p);
  advance(p);
  return name;
}
