/** Edits of one text: applying them, and where things stand afterwards. Must not know files, languages or editors. */
import type { Span } from '../base/span.ts';

/** Puts `newText` in the place of `[start, end)`; an empty span inserts. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** In the order of the text; `undefined` where two of them touch the same text, so that their order would matter. */
export function inTextOrder(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const clash = sorted.some((edit, index) => {
    const next = sorted[index + 1];
    if (!next) return false;
    return (
      next.start < edit.end || (next.start === edit.start && (next.end === edit.end || edit.start < edit.end))
    );
  });
  return clash ? undefined : sorted;
}

/** The text after all edits, whose places are those of the text before any. @throws RangeError where they overlap or lie outside the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of ordered(text, edits)) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

function ordered(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = inTextOrder(edits);
  if (!sorted) throw new RangeError('edits overlap');
  if (sorted.some(({ start, end }) => start < 0 || end < start || end > text.length))
    throw new RangeError('an edit lies outside the text');
  return sorted;
}

/**
 * Where a place of the old text is in the new one. What stood behind an insertion moves with the text behind it; what was
 * replaced is at the beginning of what took its place.
 */
export function shiftedOffset(offset: number, edits: readonly TextEdit[]): number {
  let moved = offset;
  for (const { start, end, newText } of edits) {
    if (end <= offset) moved += newText.length - (end - start);
    else if (start < offset) moved -= offset - start;
  }
  return moved;
}

/** The edits that turn the new text back into the old one. @throws RangeError as `applyEdits` does. */
export function inverseEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let delta = 0;
  return ordered(text, edits).map(({ start, end, newText }) => {
    const from = start + delta;
    delta += newText.length - (end - start);
    return { start: from, end: from + newText.length, newText: text.slice(start, end) };
  });
}
