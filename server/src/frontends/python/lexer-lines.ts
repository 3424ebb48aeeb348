/**
 * Lines: where they end, how far they are indented, and which ones can only begin a statement.
 * Must not know tokens or nodes.
 */
import { IS_WORD } from './tokens.ts';

/** Offset of the next `\n` or `\r` at or after `i`, or `limit`. */
export function endOfLine(text: string, i: number, limit: number): number {
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) return i;
    i++;
  }
  return limit;
}

/** Offset after the line end at `i`: `\n`, `\r\n` or `\r`. */
export function afterNewline(text: string, i: number): number {
  return text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
}

/** The column after the blank `c` at `column`: tabs stop at every eighth column, a form feed starts again. */
export function nextColumn(c: number, column: number): number {
  if (c === 32) return column + 1;
  return c === 9 ? (column | 7) + 1 : 0;
}

/**
 * Whether what stands at `i`, first on its line, begins a statement and cannot stand within brackets.
 * `from` must be followed by `import`, `async` by `def` or `with`, `else` by a colon, `@` by a definition below it.
 */
export function startsStatement(text: string, i: number, limit: number): boolean {
  switch (text.charCodeAt(i)) {
    case 64:
      return startsDecorator(text, i, limit);
    case 97:
      return word(text, i, 'assert') || startsAsync(text, i);
    case 98:
      return word(text, i, 'break');
    case 99:
      return word(text, i, 'class') || word(text, i, 'continue');
    case 100:
      return word(text, i, 'def') || word(text, i, 'del');
    case 101:
      return word(text, i, 'elif') || word(text, i, 'except') || startsElse(text, i, limit);
    case 102:
      return word(text, i, 'finally') || startsFrom(text, i, limit);
    case 103:
      return word(text, i, 'global');
    case 105:
      return word(text, i, 'import');
    case 110:
      return word(text, i, 'nonlocal');
    case 112:
      return word(text, i, 'pass');
    case 114:
      return word(text, i, 'return') || word(text, i, 'raise');
    case 116:
      return word(text, i, 'try');
    case 119:
      return word(text, i, 'while') || word(text, i, 'with');
    default:
      return false;
  }
}

/** Whether the whole word `expected` stands at `i`. */
export function word(text: string, i: number, expected: string): boolean {
  if (!text.startsWith(expected, i)) return false;
  const after = i + expected.length;
  if (after >= text.length) return true;
  const c = text.charCodeAt(after);
  return c < 128 && IS_WORD[c] === 0;
}

/** Offset of the first character at or after `i` that is no space or tab. */
export function skipBlanks(text: string, i: number, limit: number): number {
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (c !== 32 && c !== 9 && c !== 12) break;
    i++;
  }
  return i;
}

function startsAsync(text: string, i: number): boolean {
  if (!word(text, i, 'async')) return false;
  const next = skipBlanks(text, i + 5, text.length);
  return word(text, next, 'def') || word(text, next, 'with');
}

function startsElse(text: string, i: number, limit: number): boolean {
  return word(text, i, 'else') && text.charCodeAt(skipBlanks(text, i + 4, limit)) === 58;
}

/** `from`, dots and names, `import`; within brackets only `yield from` has the word. */
function startsFrom(text: string, i: number, limit: number): boolean {
  if (!word(text, i, 'from')) return false;
  let next = skipBlanks(text, i + 4, limit);
  while (next < limit) {
    const c = text.charCodeAt(next);
    if (c !== 46 && c < 128 && IS_WORD[c] === 0) break;
    next++;
  }
  return word(text, skipBlanks(text, next, limit), 'import');
}

/** `@name` where the next line goes on with a definition or another decorator; else it may be an operator. */
function startsDecorator(text: string, i: number, limit: number): boolean {
  const c = text.charCodeAt(i + 1);
  if (c < 128 && IS_WORD[c] === 0) return false;
  const end = endOfLine(text, i, limit);
  if (end >= limit) return false;
  const next = skipBlanks(text, afterNewline(text, end), limit);
  return (
    text.charCodeAt(next) === 64 ||
    word(text, next, 'def') ||
    word(text, next, 'class') ||
    startsAsync(text, next)
  );
}
