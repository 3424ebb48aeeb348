/**
 * A report whose code only moved: what it says stays, where it says it is followed line by line.
 * Must not know any field of a report beyond how places are written.
 */
import type { CodeLines } from '../../frontends/python/code-lines.ts';
import type { Report } from '../report.ts';
import type { Hunk } from './line-hunks.ts';

/** Lines of one file, from one, as they were to as they are. */
export type LineMove = (line: number) => number;

/** Of a file whose lines of code are the same but for some hunks; within those, lines follow in order. */
export function lineMove(before: CodeLines, after: CodeLines, hunks: readonly Hunk[]): LineMove {
  const { numbers } = before;
  return (line) => {
    const index = lastAtOrBefore(numbers, line);
    if (index < 0) return line;
    return (after.numbers[movedIndex(hunks, index)] ?? 0) + (line - (numbers[index] ?? 0));
  };
}

/** Whether lines of code, by their numbers, say after the hunks what they said before, at the places they move to. */
export function areLinesKept(
  lines: ReadonlySet<number>,
  before: CodeLines,
  after: CodeLines,
  hunks: readonly Hunk[],
): boolean {
  return hunks.every(({ from, to }) => {
    for (let index = from; index < to; index++) {
      const isNamed = lines.has(before.numbers[index] ?? 0);
      if (isNamed && before.texts[index] !== after.texts[movedIndex(hunks, index)]) return false;
    }
    return true;
  });
}

/** Lines of a file that a report names. */
export function linesNamed(report: Report, file: string): ReadonlySet<number> {
  const lines = new Set<number>();
  const note = (line: number): number => {
    lines.add(line);
    return line;
  };
  movedReport(report, new Map([[file, note]]));
  return lines;
}

/** The index of a line of code after the hunks: of one that is gone, of the line that stands in its place, or before it. */
function movedIndex(hunks: readonly Hunk[], index: number): number {
  let shift = 0;
  for (const { from, to, otherFrom, otherTo } of hunks) {
    if (index < from) break;
    if (index < to) return Math.max(0, Math.min(otherFrom + (index - from), otherTo - 1));
    shift = otherTo - to;
  }
  return index + shift;
}

function lastAtOrBefore(numbers: readonly number[], line: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Columns stay: only whole lines move. */
export function movedReport(report: Report, moves: ReadonlyMap<string, LineMove>): Report {
  if (moves.size === 0) return report;
  const texts = [...moves].map(([file, move]): TextMove => ({ pattern: placeIn(file), move }));
  // The same fields with other numbers and texts in them.
  return moved(report, undefined, { moves, texts }) as Report;
}

interface TextMove {
  /** The file's path with a line behind it, as messages name places. */
  readonly pattern: RegExp;
  readonly move: LineMove;
}

interface Moves {
  readonly moves: ReadonlyMap<string, LineMove>;
  readonly texts: readonly TextMove[];
}

/** @param move of the file that the value around it names. */
function moved(value: unknown, move: LineMove | undefined, all: Moves): unknown {
  if (typeof value === 'string') return movedText(value, all.texts);
  if (Array.isArray(value)) return value.map((item: unknown) => moved(item, move, all));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value) as [string, unknown][];
  const file = entries.find(([key]) => key === 'file')?.[1];
  const inner = typeof file === 'string' ? all.moves.get(file) : move;
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key,
      key === 'line' && typeof item === 'number' && inner ? inner(item) : moved(item, inner, all),
    ]),
  );
}

function movedText(text: string, moves: readonly TextMove[]): string {
  return moves.reduce(
    (current, { pattern, move }) =>
      current.replace(pattern, (_all, path: string, line: string) => path + String(move(Number(line)))),
    text,
  );
}

function placeIn(file: string): RegExp {
  return new RegExp(`((?<![\\w/.-])${file.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}:)(\\d+)`, 'g');
}
