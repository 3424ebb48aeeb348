/**
 * String literals: adjacent ones joined, escapes decoded, and the replacement fields of f-strings and t-strings
 * parsed (Python reference 2.4.1 to 2.4.3; PEP 701, PEP 750). Must not know statements.
 */
import { advance } from './lexer.ts';
import { skipField } from './lexer-strings.ts';
import { MAX_NESTING, report, type Parser } from './parser-state.ts';
import { decodeString } from './strings-escapes.ts';
import type { ExpressionSyntax } from './syntax.ts';
import {
  ASSIGN,
  BYTES,
  COLON,
  EXCLAIM,
  FORMAT,
  NAME,
  RAW,
  RBRACE,
  STRING,
  TEMPLATE,
  TRIPLE,
  UNTERMINATED,
  WALRUS,
} from './tokens.ts';

/** What is collected while the parts of one literal are joined: constant text not yet in a part, and the parts. */
interface Pieces {
  readonly parts: ExpressionSyntax[];
  text: string;
  /** Where the pending text began; -1 for none. */
  start: number;
  end: number;
}

/** The content of one string token. */
interface Content {
  readonly start: number;
  readonly end: number;
  /** Offset of the opening quote. */
  readonly quote: number;
  readonly flags: number;
}

/** One or more adjacent string tokens. */
export function parseStrings(p: Parser): ExpressionSyntax {
  const start = p.start;
  let flags = p.flags;
  if ((flags & FORMAT) !== 0) return parseJoined(p, start, '', -1);
  let value = (flags & BYTES) === 0 ? plainText(p) : '';
  advance(p);
  while (p.kind === STRING) {
    if ((p.flags & FORMAT) !== 0) return parseJoined(p, start, value, p.prevEnd);
    if (((flags ^ p.flags) & BYTES) !== 0) report(p, p.start, p.end, 'Bytes and text cannot be joined.');
    flags |= p.flags;
    if ((flags & BYTES) === 0) value += plainText(p);
    advance(p);
  }
  const isBytes = (flags & BYTES) !== 0;
  return {
    kind: 'Constant',
    start,
    end: p.prevEnd,
    type: isBytes ? 'bytes' : 'string',
    value: isBytes ? null : value,
  };
}

function plainText(p: Parser): string {
  const content = contentOf(p);
  return decodeString(p.text, content.start, content.end, (p.flags & RAW) !== 0);
}

/** Content of the current string token. */
function contentOf(p: Parser): Content {
  const flags = p.flags;
  let quote = p.start;
  while (p.text.charCodeAt(quote) !== 34 && p.text.charCodeAt(quote) !== 39) quote++;
  const width = (flags & TRIPLE) !== 0 ? 3 : 1;
  const start = Math.min(quote + width, p.end);
  const end = (flags & UNTERMINATED) !== 0 ? p.end : p.end - width;
  return { start, end: Math.max(start, end), quote, flags };
}

/** Literals of which at least one is an f-string or t-string; `before` is the text of plain ones already read. */
function parseJoined(p: Parser, start: number, before: string, beforeEnd: number): ExpressionSyntax {
  const pieces: Pieces = { parts: [], text: before, start: beforeEnd < 0 ? -1 : start, end: beforeEnd };
  let template = false;
  while (p.kind === STRING) {
    const content = contentOf(p);
    if ((p.flags & FORMAT) === 0) addText(pieces, plainText(p), p.start, p.end);
    else {
      template ||= (p.flags & TEMPLATE) !== 0;
      parseContent(p, content, pieces);
    }
    advance(p);
  }
  flush(pieces);
  return { kind: 'JoinedStr', start, end: p.prevEnd, parts: pieces.parts, template };
}

function addText(pieces: Pieces, text: string, start: number, end: number): void {
  if (text === '') return;
  if (pieces.start < 0) pieces.start = start;
  pieces.text += text;
  pieces.end = end;
}

function flush(pieces: Pieces): void {
  if (pieces.start >= 0 && pieces.text !== '') {
    const { start, end, text } = pieces;
    pieces.parts.push({ kind: 'Constant', start, end, type: 'string', value: text });
  }
  pieces.text = '';
  pieces.start = -1;
}

/** The literal text and the fields of one f-string. */
function parseContent(p: Parser, content: Content, pieces: Pieces): void {
  const text = p.text;
  const raw = (content.flags & RAW) !== 0;
  let literal = content.start;
  let i = literal;
  while (i < content.end) {
    const c = text.charCodeAt(i);
    if (c === 92 && !raw) i = afterEscape(text, i, content.end);
    else if (c !== 123 && c !== 125) i++;
    else if (text.charCodeAt(i + 1) === c && i + 1 < content.end) {
      addText(pieces, decodeString(text, literal, i + 1, raw), literal, i + 2);
      literal = i = i + 2;
    } else {
      addText(pieces, decodeString(text, literal, i, raw), literal, i);
      if (c === 123) i = parseField(p, i + 1, content, pieces);
      else report(p, i, ++i, 'A single } stands for nothing; write }}.');
      literal = i;
    }
  }
  addText(pieces, decodeString(text, literal, content.end, raw), literal, content.end);
}

/** After a backslash: `\N{...}` is no field, and a brace after any other backslash is one. */
function afterEscape(text: string, i: number, limit: number): number {
  const next = text.charCodeAt(i + 1);
  if (next === 123 || next === 125) return i + 1;
  if (next === 78 && text.charCodeAt(i + 2) === 123) {
    const close = text.indexOf('}', i + 3);
    if (close >= 0 && close < limit) return close + 1;
  }
  return i + 2;
}

/** The lexer's place, to return to after a field. */
interface Place {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  readonly prevEnd: number;
  readonly pos: number;
  readonly flags: number;
  readonly limit: number;
  readonly depth: number;
  readonly indent: number;
  readonly column: number;
  readonly atLineStart: boolean;
}

function placeOf(p: Parser): Place {
  const { kind, start, end, prevEnd, pos, flags, limit, depth, indent, column, atLineStart } = p;
  return { kind, start, end, prevEnd, pos, flags, limit, depth, indent, column, atLineStart };
}

/** One replacement field from after its `{`. @returns the offset after its `}`. */
function parseField(p: Parser, start: number, content: Content, pieces: Pieces): number {
  if (p.nesting >= MAX_NESTING) {
    report(p, start, start, 'Fields nested this deep are not read.');
    return content.end;
  }
  const place = placeOf(p);
  p.nesting++;
  p.pos = p.end = p.prevEnd = start;
  p.limit = content.end;
  p.depth = 1;
  p.indent = -2;
  p.atLineStart = false;
  advance(p);
  const value = p.grammar.expressionList(p);
  const end = endField(p, start, value, content, pieces);
  p.nesting--;
  Object.assign(p, place);
  return end;
}

/** After a field's expression: `=`, `!r`, `:spec`, `}`. */
function endField(
  p: Parser,
  start: number,
  value: ExpressionSyntax,
  content: Content,
  pieces: Pieces,
): number {
  if (p.kind === ASSIGN) {
    let shown = p.end;
    while (shown < content.end && p.text.charCodeAt(shown) === 32) shown++;
    addText(pieces, p.text.slice(start, shown), start, shown);
    advance(p);
  }
  flush(pieces);
  pieces.parts.push(value);
  if (p.kind === EXCLAIM) {
    advance(p);
    if (p.kind === NAME) advance(p);
    else report(p, p.start, p.end, 'A conversion is !s, !r or !a.');
  }
  if (p.kind === COLON || p.kind === WALRUS) return parseSpec(p, p.start + 1, content, pieces);
  if (p.kind === RBRACE) return p.end;
  report(
    p,
    Math.min(p.start, content.end),
    Math.min(p.end, content.end),
    'This field of the f-string does not end here.',
  );
  const end = skipField(p.source, start, content.end, content.quote, (content.flags & TRIPLE) !== 0, 0);
  p.source.stringClosed = true;
  return end < 0 ? content.end : end;
}

/** A format spec from after its colon: only its fields matter. @returns the offset after the closing `}`. */
function parseSpec(p: Parser, start: number, content: Content, pieces: Pieces): number {
  let i = start;
  while (i < content.end) {
    const c = p.text.charCodeAt(i);
    if (c === 125) return i + 1;
    if (c === 123) i = parseField(p, i + 1, content, pieces);
    else i++;
  }
  report(p, content.end, content.end, 'This field of the f-string is never closed.');
  return content.end;
}
