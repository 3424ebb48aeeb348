/**
 * The lines of a text that say something to Python, without their comments: two texts with the same ones are the same program,
 * only in other places. Must not know what is done with them. Rules: Python reference 2.1 (line structure).
 */
import { advance } from './lexer.ts';
import { GRAMMAR } from './parser.ts';
import { createParser, createSource, type Parser } from './parser-state.ts';
import { EOF, NEWLINE } from './tokens.ts';

export interface CodeLines {
  /** From its first column to the end of its code. */
  readonly texts: readonly string[];
  /** From one, in ascending order. */
  readonly numbers: readonly number[];
}

/** What is known of a line when all its tokens were seen. */
interface Line {
  /** Offset behind its last token; -1 without one. */
  codeEnd: number;
  /** Whether a token goes on in the next line: all of it counts, and its end as well. */
  isOpen: boolean;
  /** Whether a bracket is open at its end: a comment there stands in the middle of an expression. */
  isInBrackets: boolean;
}

/** Comments count where they speak to us (`wiretrace:`) or stand within brackets. */
export function codeLines(text: string): CodeLines {
  const starts = lineStarts(text);
  const lines = linesOf(text, starts);
  const texts: string[] = [];
  const numbers: number[] = [];
  for (const [index, line] of lines.entries()) {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? text.length;
    const code = line.isOpen ? text.slice(start, end) : codeOf(text, start, end, line);
    if (code === '') continue;
    texts.push(code);
    numbers.push(index + 1);
  }
  return { texts, numbers };
}

function codeOf(text: string, start: number, end: number, { codeEnd, isInBrackets }: Line): string {
  const from = Math.max(start, codeEnd);
  const hash = text.slice(from, end).indexOf('#');
  const whole = text.slice(start, end).trimEnd();
  if (hash < 0) return whole;
  const comment = text.slice(from + hash, end);
  if (isInBrackets || comment.includes('wiretrace:')) return whole;
  return text.slice(start, from + hash).trimEnd();
}

function linesOf(text: string, starts: readonly number[]): readonly Line[] {
  const lines = starts.map((): Line => ({ codeEnd: -1, isOpen: false, isInBrackets: false }));
  const p: Parser = createParser(
    createSource(text, []),
    GRAMMAR,
    text.charCodeAt(0) === 0xfeff ? 1 : 0,
    text.length,
  );
  p.atLineStart = true;
  let at = 0;
  let depth = 0;
  for (advance(p); p.kind !== EOF; advance(p)) {
    if (p.kind === NEWLINE) continue;
    for (; (starts[at + 1] ?? Number.POSITIVE_INFINITY) <= p.start; at++) close(lines[at], depth);
    for (; (starts[at + 1] ?? Number.POSITIVE_INFINITY) < p.end; at++) open(lines[at]);
    const line = lines[at];
    if (line) line.codeEnd = p.end;
    depth = p.depth;
  }
  for (; at < lines.length; at++) close(lines[at], depth);
  return lines;
}

function close(line: Line | undefined, depth: number): void {
  if (line) line.isInBrackets = depth > 0;
}

function open(line: Line | undefined): void {
  if (line) line.isOpen = true;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}
