/** Another value of a setting. Must not know which check asks. */
import { LineIndex } from '../../base/line-index.ts';
import type { Correction, CorrectionContext } from '../../wiring/correction.ts';
import type { FilePlace } from '../../wiring/types.ts';

/** Nothing where the file does not have the value at that place, as where a format writes texts in another way. */
export function* settingCorrections(
  context: CorrectionContext,
  place: FilePlace,
  old: string,
  values: readonly string[],
): Iterable<Correction> {
  const text = context.read(place.file);
  if (text === undefined) return;
  const { line, column } = place.start;
  const start = new LineIndex(text).offset({ line: line - 1, character: column - 1 });
  const end = start + old.length + 2;
  if (text.slice(start + 1, end - 1) !== old || text[start] !== text[end - 1]) return;
  const quote = text[start] ?? '"';
  for (const value of values) {
    yield {
      title: `Change it to ${value}`,
      applicability: 'needs-review',
      edits: new Map([[place.file, [{ start, end, newText: quote + value + quote }]]]),
      wires: undefined,
    };
  }
}
