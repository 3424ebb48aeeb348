/** Reads operators and punctuation other than brackets. Must not know the grammar. */
import { scanNumber } from './lexer-numbers.ts';
import type { Parser } from './parser-state.ts';
import {
  AMPERSAND,
  ARROW,
  ASSIGN,
  AT,
  AUGMENTED,
  BAR,
  CARET,
  COLON,
  COMMA,
  DOT,
  DOUBLESLASH,
  DOUBLESTAR,
  ELLIPSIS,
  EQ,
  EXCLAIM,
  GE,
  GT,
  LE,
  LSHIFT,
  LT,
  MINUS,
  NE,
  PERCENT,
  PLUS,
  RSHIFT,
  SEMI,
  SLASH,
  STAR,
  TILDE,
  WALRUS,
} from './tokens.ts';

const EQUALS = 61;

/** Reads the operator that starts at `i` with the character `c`. */
export function scanOperator(p: Parser, i: number, c: number): void {
  const next = i + 1 < p.limit ? p.text.charCodeAt(i + 1) : 0;
  switch (c) {
    case 44:
      return put(p, i, COMMA, 1);
    case 46:
      return scanDot(p, i, next);
    case 61:
      return next === EQUALS ? put(p, i, EQ, 2) : put(p, i, ASSIGN, 1);
    case 58:
      return next === EQUALS ? put(p, i, WALRUS, 2) : put(p, i, COLON, 1);
    case 59:
      return put(p, i, SEMI, 1);
    case 43:
      return augmentable(p, i, PLUS, 1);
    case 45:
      return next === 62 ? put(p, i, ARROW, 2) : augmentable(p, i, MINUS, 1);
    case 42:
      return next === 42 ? augmentable(p, i, DOUBLESTAR, 2) : augmentable(p, i, STAR, 1);
    case 47:
      return next === 47 ? augmentable(p, i, DOUBLESLASH, 2) : augmentable(p, i, SLASH, 1);
    case 37:
      return augmentable(p, i, PERCENT, 1);
    case 64:
      return augmentable(p, i, AT, 1);
    case 38:
      return augmentable(p, i, AMPERSAND, 1);
    case 124:
      return augmentable(p, i, BAR, 1);
    case 94:
      return augmentable(p, i, CARET, 1);
    case 126:
      return put(p, i, TILDE, 1);
    case 33:
      return next === EQUALS ? put(p, i, NE, 2) : put(p, i, EXCLAIM, 1);
    case 60:
      if (next === 60) return augmentable(p, i, LSHIFT, 2);
      if (next === EQUALS) return put(p, i, LE, 2);
      return next === 62 ? put(p, i, NE, 2) : put(p, i, LT, 1);
    default:
      if (next === 62) return augmentable(p, i, RSHIFT, 2);
      return next === EQUALS ? put(p, i, GE, 2) : put(p, i, GT, 1);
  }
}

function put(p: Parser, i: number, kind: number, length: number): void {
  p.kind = kind;
  p.start = i;
  p.end = p.pos = i + length;
}

function augmentable(p: Parser, i: number, kind: number, length: number): void {
  if (i + length < p.limit && p.text.charCodeAt(i + length) === EQUALS)
    put(p, i, kind + AUGMENTED, length + 1);
  else put(p, i, kind, length);
}

function scanDot(p: Parser, i: number, next: number): void {
  if (next >= 48 && next <= 57) return scanNumber(p, i);
  if (next === 46 && i + 2 < p.limit && p.text.charCodeAt(i + 2) === 46) return put(p, i, ELLIPSIS, 3);
  put(p, i, DOT, 1);
}
