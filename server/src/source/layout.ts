/** How a text is laid out around a place: its lines, its indentation, its line endings. Must not know any language. */
import type { Span } from '../base/span.ts';

/** What new code has to look like to fit in. */
export interface Layout {
  /** What the lines around begin with. */
  readonly indentation: string;
  /** One level deeper. */
  readonly unit: string;
  readonly newline: string;
}

export function layoutAt(text: string, offset: number): Layout {
  return { indentation: indentationAt(text, offset), unit: unitOf(text), newline: newlineOf(text) };
}

/** Whether nothing but blanks stands before a place in its line. */
export function beginsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** Before the line's ending. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** Behind the line's ending; the end of the text in its last line. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (text.startsWith('\r\n', end)) return end + 2;
  return Math.min(text.length, end + 1);
}

function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), lineEnd(text, offset)))?.[0] ?? '';
}

function newlineOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The indentation of the first indented line that is not a continuation of a comment; four blanks where there is none. */
function unitOf(text: string): string {
  return /(?:^|[\r\n])(\t| {2,8})(?=[^\s*#])/.exec(text)?.[1] ?? '    ';
}

/** Lines of a stretch of text, each without the indentation that its first line has. */
export function outdentedLines(text: string, span: Span): readonly string[] {
  const indentation = indentationAt(text, span.start);
  return text
    .slice(span.start, span.end)
    .split(/\r\n|\n|\r/)
    .map((line, index) =>
      index > 0 && line.startsWith(indentation) ? line.slice(indentation.length) : line,
    );
}
