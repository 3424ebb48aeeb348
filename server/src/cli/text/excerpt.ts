/** A stretch of source with carets under it. Must not know why it is shown. */
import type { ReportRange } from '../../analysis/report.ts';
import { printable } from './printable.ts';
import type { Paint, Style } from './style.ts';

/** The first line of the range with carets; none where the file cannot be read. A longer range ends in dots. */
export function excerpt(style: Style, file: string, range: ReportRange, paint: Paint): readonly string[] {
  const { start, end } = range;
  const source = style.sourceLine(file, start.line);
  if (source === undefined) return [];
  const isLong = end.line > start.line;
  const stop = isLong ? source.length + 1 : Math.min(end.column, source.length + 1);
  const before = printable(source.slice(0, start.column - 1));
  const marked = printable(source.slice(start.column - 1, stop - 1));
  const carets = '^'.repeat(Math.max(1, displayWidth(marked))) + (isLong ? '...' : '');
  const gutter = ' '.repeat(String(start.line).length);
  return [
    `${style.dim(`${start.line} |`)} ${printable(source)}`,
    `${style.dim(`${gutter} |`)} ${' '.repeat(displayWidth(before))}${paint(carets)}`,
  ];
}

/** A line of source on its own, without the space in front of it. */
export function sourceOf(style: Style, file: string, line: number): readonly string[] {
  const source = style.sourceLine(file, line)?.trim();
  return source ? [`${style.dim('|')} ${printable(source)}`] : [];
}

/** East Asian wide and emoji characters take two columns, combining marks none (Unicode Standard Annex 11, roughly). */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const COMBINING = /\p{Mark}|\u200d|\ufe0f/u;

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (COMBINING.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
