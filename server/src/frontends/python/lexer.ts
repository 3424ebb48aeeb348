/**
 * Reads the next token on demand into the parser's state; no token is ever an object.
 * Must not know the grammar. Rules: Python reference 2 (lexical analysis).
 */
import { scanNumber } from './lexer-numbers.ts';
import { scanOperator } from './lexer-operators.ts';
import { afterNewline, endOfLine, nextColumn } from './lexer-lines.ts';
import { continueBrackets } from './lexer-skip.ts';
import { skipString } from './lexer-strings.ts';
import { report, type Parser } from './parser-state.ts';
import {
  BYTES,
  CHAR_BACKSLASH,
  CHAR_BLANK,
  CHAR_CLASS,
  CHAR_CLOSE,
  CHAR_COMMENT,
  CHAR_DIGIT,
  CHAR_NAME,
  CHAR_NEWLINE,
  CHAR_OPEN,
  CHAR_OPERATOR,
  CHAR_QUOTE,
  EOF,
  FORMAT,
  IS_WORD,
  LBRACE,
  LPAR,
  LSQB,
  NAME,
  NEWLINE,
  RAW,
  RBRACE,
  RPAR,
  RSQB,
  STRING,
  TEMPLATE,
  TRIPLE,
  UNICODE,
  UNKNOWN,
  UNTERMINATED,
  wordKind,
} from './tokens.ts';

/** Moves on to the next token. Past the end it stays at `EOF`, whose indentation is -1. */
export function advance(p: Parser): void {
  p.prevEnd = p.end;
  p.column = -1;
  if (p.atLineStart) startLine(p);
  const text = p.text;
  const limit = p.limit;
  let i = p.pos;
  while (i < limit) {
    const c = text.charCodeAt(i);
    const kind = c < 128 ? (CHAR_CLASS[c] ?? 0) : CHAR_NAME;
    switch (kind) {
      case CHAR_BLANK:
        i++;
        continue;
      case CHAR_NAME:
        return scanName(p, i, c);
      case CHAR_OPERATOR:
        return scanOperator(p, i, c);
      case CHAR_OPEN:
        return scanOpen(p, i, c);
      case CHAR_CLOSE:
        return scanClose(p, i, c);
      case CHAR_QUOTE:
        return scanString(p, i, i, 0);
      case CHAR_DIGIT:
        return scanNumber(p, i);
      case CHAR_COMMENT:
        i = endOfLine(text, i, limit);
        continue;
      case CHAR_NEWLINE:
        if (p.depth === 0) return endLine(p, i);
        i = enterLine(p, i);
        if (i < 0) return;
        continue;
      case CHAR_BACKSLASH:
        i = continueLine(p, i);
        continue;
      default:
        return scanUnknown(p, i);
    }
  }
  endText(p);
}

/** At a line's beginning outside brackets: passes over blank and comment lines and measures the indentation. */
function startLine(p: Parser): void {
  const text = p.text;
  const limit = p.limit;
  let i = p.pos;
  let column = 0;
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (c === 32) column++;
    else if (c === 10 || c === 13) column = 0;
    else if (c === 9 || c === 12) column = nextColumn(c, column);
    else if (c === 35) {
      i = endOfLine(text, i, limit);
      continue;
    } else break;
    i++;
  }
  p.pos = i;
  p.indent = i < limit ? column : -1;
  p.atLineStart = false;
}

/** The end of a logical line. The token is empty, at the end of the one before it: line ends belong to no node. */
function endLine(p: Parser, i: number): void {
  p.kind = NEWLINE;
  p.start = p.end;
  p.pos = afterNewline(p.text, i);
  p.atLineStart = true;
}

/** The end of the text: first the end of its last line, then `EOF` for ever. */
function endText(p: Parser): void {
  p.pos = p.limit;
  p.start = p.end;
  if (p.indent >= 0 && p.kind !== NEWLINE && p.kind !== EOF) {
    p.kind = NEWLINE;
    p.depth = 0;
    p.atLineStart = true;
    return;
  }
  p.kind = EOF;
  p.indent = -1;
}

/** A line end within brackets. @returns the offset to go on at, or -1 where the brackets are taken as closed. */
function enterLine(p: Parser, i: number): number {
  const next = continueBrackets(p.source, i, p.limit, p.indent, p.depth);
  if (next < 0) {
    p.depth = 0;
    endLine(p, i);
    return -1;
  }
  p.column = columnAt(p.text, next, i);
  return next;
}

/** Width of the blanks before `at`, back to the line end at or after `floor`. */
function columnAt(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor) {
    const c = text.charCodeAt(start - 1);
    if (c === 10 || c === 13) break;
    start--;
  }
  let column = 0;
  for (let i = start; i < at; i++) column = nextColumn(text.charCodeAt(i), column);
  return column;
}

/** A backslash joins two physical lines (Python reference 2.1.5). */
function continueLine(p: Parser, i: number): number {
  const next = p.text.charCodeAt(i + 1);
  if (i + 1 < p.limit && (next === 10 || next === 13)) return afterNewline(p.text, i + 1);
  report(p, i, i + 1, 'A backslash continues a line only at its end.');
  return i + 1;
}

function scanName(p: Parser, start: number, first: number): void {
  const text = p.text;
  const limit = p.limit;
  let i = start;
  let c = first;
  while (c < 128 && IS_WORD[c] === 1) {
    i++;
    c = i < limit ? text.charCodeAt(i) : 0;
  }
  if (c >= 128) return scanUnicodeName(p, start, i);
  if ((c === 34 || c === 39) && i - start <= 2) {
    const flags = prefixFlags(text, start, i);
    if (flags >= 0) return scanString(p, start, i, flags);
  }
  p.kind = wordKind(text, start, i);
  p.start = start;
  p.end = p.pos = i;
  p.flags = 0;
}

const NAME_START = /^[\p{XID_Start}_]/u;
const NAME_PART = /^\p{XID_Continue}/u;

/** A name with characters beyond ASCII, the first of which is at `i`. */
function scanUnicodeName(p: Parser, start: number, i: number): void {
  while (i < p.limit) {
    const c = p.text.codePointAt(i) ?? 0;
    const character = String.fromCodePoint(c);
    if (!(i === start ? NAME_START : NAME_PART).test(character)) break;
    i += character.length;
  }
  if (i === start) return scanUnknown(p, start);
  p.kind = NAME;
  p.start = start;
  p.end = p.pos = i;
  p.flags = UNICODE;
}

/** A character that begins no token, such as NUL, `$` or a typographic quote. */
function scanUnknown(p: Parser, i: number): void {
  const c = p.text.codePointAt(i) ?? 0;
  p.kind = UNKNOWN;
  p.start = i;
  p.end = p.pos = Math.min(i + (c > 0xffff ? 2 : 1), p.limit);
}

/** Flags of the string prefix `[start, end)`, or -1 if it is none. */
function prefixFlags(text: string, start: number, end: number): number {
  let flags = 0;
  let letters = '';
  for (let i = start; i < end; i++) letters += String.fromCharCode(text.charCodeAt(i) | 32);
  switch (letters) {
    case 'r':
      flags = RAW;
      break;
    case 'b':
      flags = BYTES;
      break;
    case 'u':
      break;
    case 'f':
      flags = FORMAT;
      break;
    case 't':
      flags = FORMAT | TEMPLATE;
      break;
    case 'br':
    case 'rb':
      flags = BYTES | RAW;
      break;
    case 'fr':
    case 'rf':
      flags = FORMAT | RAW;
      break;
    case 'tr':
    case 'rt':
      flags = FORMAT | TEMPLATE | RAW;
      break;
    default:
      return -1;
  }
  return flags;
}

function scanString(p: Parser, start: number, quote: number, flags: number): void {
  const text = p.text;
  const mark = text.charCodeAt(quote);
  const end = skipString(p.source, quote, p.limit, flags);
  if (text.charCodeAt(quote + 1) === mark && text.charCodeAt(quote + 2) === mark) flags |= TRIPLE;
  if (!p.source.stringClosed) {
    flags |= UNTERMINATED;
    report(p, start, end, 'This string has no closing quote.');
  }
  p.kind = STRING;
  p.start = start;
  p.end = p.pos = end;
  p.flags = flags;
}

function scanOpen(p: Parser, i: number, c: number): void {
  p.kind = c === 40 ? LPAR : c === 91 ? LSQB : LBRACE;
  p.start = i;
  p.end = p.pos = i + 1;
  p.depth++;
}

function scanClose(p: Parser, i: number, c: number): void {
  p.kind = c === 41 ? RPAR : c === 93 ? RSQB : RBRACE;
  p.start = i;
  p.end = p.pos = i + 1;
  if (p.depth > 0) p.depth--;
}

/** The first character of the next token that is no blank, without moving on; for soft keywords. */
export function peekChar(p: Parser): number {
  let i = p.pos;
  while (i < p.limit) {
    const c = p.text.charCodeAt(i);
    if (c === 92 && (p.text.charCodeAt(i + 1) === 10 || p.text.charCodeAt(i + 1) === 13)) {
      i = afterNewline(p.text, i + 1);
    } else if (c === 32 || c === 9 || c === 12) i++;
    else return c;
  }
  return -1;
}
