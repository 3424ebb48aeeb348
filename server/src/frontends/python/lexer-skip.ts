/**
 * Passes over logical lines, bracketed stretches and whole function bodies without reading their tokens.
 * Must not know nodes. Brackets recover here: a line that can only begin a statement closes what is open.
 */
import { afterNewline, endOfLine, nextColumn, skipBlanks, startsStatement, word } from './lexer-lines.ts';
import { prefixBefore, skipString } from './lexer-strings.ts';
import type { BodyExtent, SourceText } from './parser-state.ts';
import { IS_STRUCTURE } from './tokens.ts';

/** The next line with code, and its indentation. */
interface LinePlace {
  start: number;
  at: number;
  column: number;
}

/**
 * Offset of the next code within brackets after the line end at `newline`, or -1 where the brackets are taken as
 * closed: before a statement, or at a line indented no deeper than the statement (`indent`) if the brackets
 * (`depth` of them) do not close before the next statement anyway.
 */
export function continueBrackets(
  source: SourceText,
  newline: number,
  limit: number,
  indent: number,
  depth: number,
): number {
  const text = source.text;
  let i = newline;
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
  if (i >= limit) return i;
  if (startsStatement(text, i, limit)) return -1;
  if (column > indent || isCloser(text.charCodeAt(i))) return i;
  return bracketsClose(source, i, limit, depth) ? i : -1;
}

function isCloser(c: number): boolean {
  return c === 41 || c === 93 || c === 125;
}

/** Whether `depth` brackets open at `i` all close before the next statement; each stretch is looked at once. */
function bracketsClose(source: SourceText, i: number, limit: number, depth: number): boolean {
  if (i >= source.trustedFrom && i < source.trustedUntil) return true;
  if (i >= source.damagedFrom && i < source.damagedUntil) return false;
  const end = skipBrackets(source, i, limit, depth);
  source.work += (end < 0 ? ~end : end) - i;
  if (end >= 0) {
    source.trustedFrom = i;
    source.trustedUntil = end;
    return true;
  }
  source.damagedFrom = i;
  source.damagedUntil = ~end;
  return false;
}

/**
 * Offset after the bracket that closes the last of `depth` brackets open at `i`; where a statement or `limit` comes
 * first, the complement (`~`) of its offset.
 */
export function skipBrackets(source: SourceText, i: number, limit: number, depth: number): number {
  const text = source.text;
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (c >= 128 || IS_STRUCTURE[c] === 0) {
      i++;
      continue;
    }
    if (c === 34 || c === 39) i = skipString(source, i, limit, prefixBefore(text, i));
    else if (c === 35) i = endOfLine(text, i, limit);
    else if (c === 92) i += 2;
    else if (c === 10 || c === 13) {
      const next = continueBrackets(source, i, limit, -1, depth);
      if (next < 0) return ~i;
      i = next;
    } else {
      i++;
      if (!isCloser(c)) depth++;
      else if (--depth <= 0) return i;
    }
  }
  return ~limit;
}

/**
 * Passes over the logical line whose code starts at `i`, of a statement indented by `indent`.
 * @returns the offset of the line end (or `limit`); `source.codeEnd` is the end of its last token.
 */
export function skipLogicalLine(source: SourceText, i: number, limit: number, indent: number): number {
  const text = source.text;
  let depth = 0;
  let lineStart = i;
  source.codeEnd = i;
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (c >= 128 || IS_STRUCTURE[c] === 0) {
      i++;
      continue;
    }
    if (c === 34 || c === 39) {
      i = skipString(source, i, limit, prefixBefore(text, i));
      source.codeEnd = lineStart = i;
    } else if (c === 10 || c === 13) {
      if (depth === 0) break;
      const next = continueBrackets(source, i, limit, indent, depth);
      if (next < 0) break;
      noteCode(source, lineStart, i);
      i = lineStart = next;
    } else if (c === 35) {
      noteCode(source, lineStart, i);
      i = lineStart = endOfLine(text, i, limit);
    } else if (c === 92) {
      const next = text.charCodeAt(i + 1);
      if (next === 10 || next === 13) {
        noteCode(source, lineStart, i);
        i = lineStart = afterNewline(text, i + 1);
      } else i++;
    } else {
      if (!isCloser(c)) depth++;
      else if (depth > 0) depth--;
      i++;
    }
  }
  if (i > limit) i = limit;
  noteCode(source, lineStart, i);
  return i;
}

/** Keeps the end of the code in `[start, end)` as the end of the last token, unless there is none. */
function noteCode(source: SourceText, start: number, end: number): void {
  const text = source.text;
  while (end > start) {
    const c = text.charCodeAt(end - 1);
    if (c !== 32 && c !== 9 && c !== 12) break;
    end--;
  }
  if (end > start) source.codeEnd = end;
}

/**
 * Extent of the block that follows the line end at `newline`: all lines indented deeper than `indent`. The blocks of
 * functions within are noted in `source.bodies`, so that reading nested functions passes over nothing twice.
 */
export function skipBlock(source: SourceText, newline: number, limit: number, indent: number): BodyExtent {
  const text = source.text;
  const open: OpenFunction[] = [];
  const line: LinePlace = { start: newline, at: newline, column: 0 };
  let codeEnd = -1;
  for (;;) {
    nextCodeLine(text, line, limit);
    if (open.length > 0) closeFunctions(source, open, line, codeEnd);
    if (line.column <= indent) return { limit: line.start, codeEnd };
    const c = text.charCodeAt(line.at);
    if ((c === 100 || c === 97) && startsFunction(text, line.at)) {
      open.push({ at: line.at, column: line.column });
    }
    line.at = skipLogicalLine(source, line.at, limit, line.column);
    codeEnd = source.codeEnd;
  }
}

interface OpenFunction {
  readonly at: number;
  readonly column: number;
}

/** Functions that the line's indentation has left are noted. */
function closeFunctions(source: SourceText, open: OpenFunction[], line: LinePlace, codeEnd: number): void {
  let last = open[open.length - 1];
  while (last !== undefined && last.column >= line.column) {
    source.bodies.set(last.at, { limit: line.start, codeEnd });
    open.pop();
    last = open[open.length - 1];
  }
}

function startsFunction(text: string, i: number): boolean {
  if (text.charCodeAt(i) === 100) return word(text, i, 'def');
  return word(text, i, 'async') && word(text, skipBlanks(text, i + 5, text.length), 'def');
}

/** Moves from the line end at `line.at` to the next line with code; at the end of the text its column is -1. */
function nextCodeLine(text: string, line: LinePlace, limit: number): void {
  let i = line.at;
  let start = i;
  let column = 0;
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (c === 32) {
      column++;
      i++;
    } else if (c === 10 || c === 13) {
      i = start = afterNewline(text, i);
      column = 0;
    } else if (c === 9 || c === 12) {
      column = nextColumn(c, column);
      i++;
    } else if (c === 35) {
      i = endOfLine(text, i, limit);
    } else break;
  }
  line.column = i < limit ? column : -1;
  line.start = i < limit ? start : limit;
  line.at = i;
}
