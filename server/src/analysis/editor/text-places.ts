/**
 * Places of a report as ranges in texts: a report often says only a line, an editor wants the name on it.
 * Must not know what stands there.
 */
import { LineIndex } from '../../base/line-index.ts';
import type { ReportPlace, ReportRange } from '../report.ts';
import type { EditorLocation, EditorRange } from './analysis.ts';

export interface TextPlaces {
  /** The line of a place without its indentation. */
  line(place: ReportPlace): EditorLocation;
  /** The first whole occurrence of a name on the line of a place; the line where the name is not on it. */
  name(place: ReportPlace, name: string): EditorLocation;
  /** From one to zero. */
  range(range: ReportRange): EditorRange;
  /** Text of a file; `undefined` where it cannot be read. */
  text(file: string): string | undefined;
}

/** Every text is read and indexed at most once. */
export function createTextPlaces(read: (file: string) => string | undefined): TextPlaces {
  const texts = new Map<string, { readonly text: string; readonly index: LineIndex } | undefined>();
  const indexed = (file: string) => {
    if (!texts.has(file)) {
      const text = file === '' ? undefined : read(file);
      texts.set(file, text === undefined ? undefined : { text, index: new LineIndex(text) });
    }
    return texts.get(file);
  };
  const lineText = ({ file, line }: ReportPlace): string => {
    const known = indexed(file);
    if (!known) return '';
    const start = known.index.offset({ line: line - 1, character: 0 });
    const end = known.index.offset({ line, character: 0 });
    return known.text.slice(start, end).replace(/[\r\n]+$/, '');
  };
  const whole = (place: ReportPlace): EditorLocation => {
    const text = lineText(place);
    const start = text.length - text.trimStart().length;
    return located(place, start, Math.max(start, text.trimEnd().length));
  };
  return {
    line: whole,
    name: (place, name) => {
      const last = name.slice(name.lastIndexOf('.') + 1);
      const start = wholeWord(lineText(place), last);
      return start < 0 ? whole(place) : located(place, start, start + last.length);
    },
    range: ({ start, end }) => ({
      start: { line: start.line - 1, character: start.column - 1 },
      end: { line: end.line - 1, character: end.column - 1 },
    }),
    text: (file) => indexed(file)?.text,
  };
}

function located({ file, line }: ReportPlace, start: number, end: number): EditorLocation {
  const zero = line - 1;
  return {
    file,
    range: { start: { line: zero, character: start }, end: { line: zero, character: end } },
  };
}

const WORD = /[\p{L}\p{N}_$]/u;

/** Index of a name that is not a part of a longer one; -1 where there is none. */
function wholeWord(text: string, name: string): number {
  if (name === '') return -1;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1];
    const after = text[at + name.length];
    if ((before === undefined || !WORD.test(before)) && (after === undefined || !WORD.test(after))) return at;
  }
  return -1;
}

export function comparePositions(a: EditorRange, b: EditorRange): number {
  return (
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    a.end.line - b.end.line ||
    a.end.character - b.end.character
  );
}

export function holds(range: EditorRange, line: number, character: number): boolean {
  const { start, end } = range;
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  const beforeEnd = line < end.line || (line === end.line && character <= end.character);
  return afterStart && beforeEnd;
}
