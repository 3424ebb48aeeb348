/**
 * Finds where string literals end, f-strings with nested quotes (PEP 701) included.
 * Must not know tokens or nodes: works on text and offsets alone, for the lexer and for passing over bodies.
 */
import { endOfLine, skipBlanks, startsStatement } from './lexer-lines.ts';
import type { SourceText } from './parser-state.ts';
import { FORMAT, IS_WORD, RAW } from './tokens.ts';

/** f-strings nested in f-strings; CPython's limit. */
const MAX_FORMAT_NESTING = 150;

/**
 * Offset after the string whose (first) quote is at `quote`; where the closing quote is missing, the end of the line,
 * or `limit` for a triple quote. `source.stringClosed` tells which.
 */
export function skipString(source: SourceText, quote: number, limit: number, flags: number): number {
  const text = source.text;
  const mark = text.charCodeAt(quote);
  source.stringClosed = true;
  if (text.charCodeAt(quote + 1) === mark && text.charCodeAt(quote + 2) === mark) {
    return skipTriple(source, quote, limit, flags);
  }
  if ((flags & FORMAT) !== 0) {
    source.fieldReach = quote;
    const end = skipFormat(source, quote + 1, limit, quote, flags, 0);
    if (end >= 0) return end;
    noteOpenField(source, quote);
    source.stringClosed = false;
    source.unclosedStrings++;
    return endOfLine(text, quote, limit);
  }
  return skipSingle(source, quote, limit);
}

function skipSingle(source: SourceText, quote: number, limit: number): number {
  const text = source.text;
  const mark = text.charCodeAt(quote);
  let i = quote + 1;
  for (; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === mark) return i + 1;
    if (c === 92) {
      i++;
      if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) i++;
    } else if (c === 10 || c === 13) break;
  }
  source.stringClosed = false;
  source.unclosedStrings++;
  return Math.min(i, limit);
}

function skipTriple(source: SourceText, quote: number, limit: number, flags: number): number {
  if (isLone(source, quote)) {
    source.stringClosed = false;
    return afterLone(source.text, quote, limit);
  }
  if ((flags & FORMAT) !== 0) {
    source.fieldReach = quote;
    const end = skipFormat(source, quote + 3, limit, quote, flags, 0);
    if (end >= 0) return end;
    noteOpenField(source, quote);
  }
  const end = closingTriple(source, quote, limit);
  if (end >= 0) return end;
  if (limit === source.text.length && source.unclosedQuote < 0) source.unclosedQuote = quote;
  source.stringClosed = false;
  source.unclosedStrings++;
  return limit;
}

function isLone(source: SourceText, quote: number): boolean {
  return source.loneQuotes.length > 0 && source.loneQuotes.includes(quote);
}

/** A lone quote's text ends with its line, or where the next triple quote begins. */
function afterLone(text: string, quote: number, limit: number): number {
  const end = endOfLine(text, quote, limit);
  const next = text.slice(quote, end).indexOf(text.slice(quote, quote + 3), 3);
  return next < 0 ? end : quote + next;
}

/** Offset after the triple quote that closes the one at `quote`, or -1. */
function closingTriple(source: SourceText, quote: number, limit: number): number {
  const text = source.text;
  const delimiter = text.charCodeAt(quote) === 34 ? '"""' : "'''";
  const content = quote + 3;
  for (let at = content; ; at++) {
    at = text.indexOf(delimiter, at);
    if (at < 0 || at + 3 > limit) return -1;
    if (isLone(source, at)) continue;
    let escapes = 0;
    for (let i = at - 1; i >= content && text.charCodeAt(i) === 92; i--) escapes++;
    if (escapes % 2 === 0) return at + 3;
  }
}

/** Offset after an f-string whose content starts at `i`, or -1 if it or one of its fields does not close. */
function skipFormat(
  source: SourceText,
  start: number,
  limit: number,
  quote: number,
  flags: number,
  nesting: number,
): number {
  const text = source.text;
  const mark = text.charCodeAt(quote);
  const triple = start - quote === 3;
  let i = start;
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (c === mark) {
      if (!triple) return i + 1;
      if (text.charCodeAt(i + 1) === mark && text.charCodeAt(i + 2) === mark) return i + 3;
      i++;
    } else if (c === 92) i = skipEscape(text, i, flags);
    else if (c === 123) {
      if (text.charCodeAt(i + 1) === 123) i += 2;
      else {
        i = skipField(source, i + 1, limit, quote, triple, nesting);
        if (i < 0) return -1;
      }
    } else if (!triple && (c === 10 || c === 13)) return -1;
    else i++;
  }
  return -1;
}

/** After a backslash of an f-string at `i`: a brace is left to open a field, except that of `\N{...}`. */
function skipEscape(text: string, i: number, flags: number): number {
  const next = text.charCodeAt(i + 1);
  if (next === 123) return i + 1;
  if (next === 78 && text.charCodeAt(i + 2) === 123 && (flags & RAW) === 0) {
    for (let j = i + 3; j < i + 100; j++) {
      const c = text.charCodeAt(j);
      if (c === 125) return j + 1;
      if (!(c === 32 || c === 45 || (c < 128 && IS_WORD[c] === 1))) break;
    }
  }
  return next === 13 && text.charCodeAt(i + 2) === 10 ? i + 3 : i + 2;
}

/**
 * Offset after the `}` of the replacement field whose content starts at `start`, or -1 if it does not close.
 * `quote` is the enclosing string's; a field of a `triple` string may always span lines.
 */
export function skipField(
  source: SourceText,
  start: number,
  limit: number,
  quote: number,
  triple: boolean,
  nesting: number,
): number {
  if (nesting > MAX_FORMAT_NESTING) return -1;
  const text = source.text;
  let depth = 0;
  let i = start;
  while (i < limit) {
    const c = text.charCodeAt(i);
    switch (c) {
      case 34:
      case 39:
        i = skipNestedString(source, i, limit, nesting);
        if (i < 0) return -1;
        continue;
      case 40:
      case 91:
      case 123:
        depth++;
        break;
      case 41:
      case 93:
        depth--;
        break;
      case 125:
        if (depth <= 0) return i + 1;
        depth--;
        break;
      case 58:
        if (depth > 0) break;
        return skipFormatSpec(source, i + 1, limit, quote, triple, nesting);
      case 35:
        i = endOfLine(text, i, limit);
        continue;
      case 10:
      case 13:
        if (!mayContinue(source, i, limit)) return -1;
        break;
    }
    i++;
  }
  return -1;
}

/** Whether a field that reached the line end at `i` may go on: not where one was seen to run away, nor at a statement. */
function mayContinue(source: SourceText, i: number, limit: number): boolean {
  if (i >= source.openFieldFrom && i < source.openFieldUntil) return false;
  const text = source.text;
  source.fieldReach = i + 1;
  return !startsStatement(text, skipBlanks(text, i + 1, limit), limit);
}

/** The f-string at `quote` does not close: no other one in the lines that were tried needs to try them again. */
function noteOpenField(source: SourceText, quote: number): void {
  if (source.fieldReach <= quote) return;
  source.work += source.fieldReach - quote;
  source.openFieldFrom = quote;
  source.openFieldUntil = source.fieldReach;
}

function skipNestedString(source: SourceText, i: number, limit: number, nesting: number): number {
  const text = source.text;
  const flags = prefixBefore(text, i);
  const mark = text.charCodeAt(i);
  const triple = text.charCodeAt(i + 1) === mark && text.charCodeAt(i + 2) === mark;
  if ((flags & FORMAT) !== 0) {
    return skipFormat(source, triple ? i + 3 : i + 1, limit, i, flags, nesting + 1);
  }
  if (triple) return closingTriple(source, i, limit);
  const end = skipSingle(source, i, limit);
  if (source.stringClosed) return end;
  source.stringClosed = true;
  return -1;
}

/** Offset after the `}` that ends a format spec starting at `start`, or -1. */
function skipFormatSpec(
  source: SourceText,
  start: number,
  limit: number,
  quote: number,
  triple: boolean,
  nesting: number,
): number {
  const text = source.text;
  const mark = text.charCodeAt(quote);
  let i = start;
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (c === 125) return i + 1;
    if (c === 123) {
      i = skipField(source, i + 1, limit, quote, triple, nesting + 1);
      if (i < 0) return -1;
      continue;
    }
    if (c === mark && (!triple || (text.charCodeAt(i + 1) === mark && text.charCodeAt(i + 2) === mark)))
      return -1;
    if (!triple && (c === 10 || c === 13)) return -1;
    i += c === 92 && text.charCodeAt(i + 1) === mark ? 2 : 1;
  }
  return -1;
}

/** The string prefix's flags that end just before the quote at `quote`: only `FORMAT` and `RAW` matter here. */
export function prefixBefore(text: string, quote: number): number {
  const first = quote > 0 ? text.charCodeAt(quote - 1) | 32 : 0;
  const isFormat = first === 102 || first === 116;
  if (!isFormat && first !== 114) return 0;
  const before = quote > 1 ? text.charCodeAt(quote - 2) : 32;
  if (!isWord(before)) return isFormat ? FORMAT : RAW;
  const second = before | 32;
  const other = isFormat ? second === 114 : second === 102 || second === 116;
  if (!other || (quote > 2 && isWord(text.charCodeAt(quote - 3)))) return 0;
  return FORMAT | RAW;
}

function isWord(c: number): boolean {
  return c >= 128 || IS_WORD[c] === 1;
}
