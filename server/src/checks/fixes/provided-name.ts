/** The name that is provided in the place of one that is not. Must not know which check asks. */
import type { Place } from '../../engine/objects.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import type { Correction } from '../../wiring/correction.ts';
import { around } from '../../wiring/source.ts';
import { renamed } from './broken-path.ts';

/** In every function that looks for the old name. */
export function* providedNameCorrections(
  places: readonly Place[],
  old: string,
  name: string,
): Iterable<Correction> {
  const edits = new Map<string, readonly TextEdit[]>();
  for (const place of places) {
    const known = edits.get(place.module.path) ?? [];
    const added = renamed(around(place.module, place.start).block, place, old, name);
    const fresh = added.filter(({ start }) => !known.some((edit) => edit.start === start));
    edits.set(place.module.path, [...known, ...fresh]);
  }
  yield {
    title: `Use ${name}, which is provided, instead of ${old}`,
    applicability: 'needs-review',
    edits,
    wires: undefined,
  };
}
