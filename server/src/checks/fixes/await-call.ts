/** A call that is not awaited is. Must not know which check asks. */
import type { Place } from '../../engine/objects.ts';
import { type Correction, type CorrectionContext, editsIn, textIn } from '../../wiring/correction.ts';
import { around } from '../../wiring/source.ts';
import type { Contract } from '../../wiring/types.ts';

/** Only in a function that may wait. */
export function* awaitCorrections(
  context: CorrectionContext,
  contract: Contract,
  place: Place,
): Iterable<Correction> {
  const writer = context.writerOf(place.module);
  if (!writer || around(place.module, place.start).function?.isAsync !== true) return;
  yield {
    title: `Await ${textIn(place).replaceAll(/\s+/g, ' ')}`,
    applicability: 'safe',
    edits: editsIn(place.module, ...writer.awaited(place.module.text, place)),
    wires: contract.point.name,
  };
}
