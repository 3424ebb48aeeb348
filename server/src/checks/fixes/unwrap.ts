/** An injection leaves the branch that only some environments take. Must not know which check asks. */
import type { Place } from '../../engine/objects.ts';
import { outdentedLines } from '../../source/layout.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import { type Correction, type CorrectionContext, editsIn } from '../../wiring/correction.ts';
import type { Contract } from '../../wiring/types.ts';
import {
  ancestors,
  insertedAfter,
  replacedBy,
  type Standing,
  standingAt,
  withoutLines,
} from './statements.ts';

export function* unwrapCorrections(
  context: CorrectionContext,
  contract: Contract,
  place: Place,
): Iterable<Correction> {
  const standing = standingAt(place.module, place);
  const around = standing && ancestors(standing).find(({ statement }) => statement.kind === 'if');
  const edits = standing && around && edited(context, standing, around);
  if (!edits) return;
  yield {
    title: 'Inject in every environment',
    applicability: 'needs-review',
    edits: editsIn(place.module, ...edits),
    wires: contract.point.name,
  };
}

/** Behind the condition; in the place of it where nothing else is in there. */
function edited(
  context: CorrectionContext,
  standing: Standing,
  around: Standing,
): readonly TextEdit[] | undefined {
  const { module, statement, block } = standing;
  const writer = context.writerOf(module);
  const { statement: condition } = around;
  if (!writer || condition.kind !== 'if') return undefined;
  const code = [{ kind: 'lines', lines: outdentedLines(module.text, statement) } as const];
  const [only, ...more] = condition.branches;
  const isAlone = only && more.length === 0 && condition.otherwise.length === 0 && only.body.length === 1;
  if (isAlone && only.body[0] === statement) {
    const edit = replacedBy(writer, module, condition, code);
    return edit && [edit];
  }
  const removed = block.length > 1 ? withoutLines(module, statement) : undefined;
  const added = insertedAfter(writer, module, condition, code);
  // The last statement of the condition ends where the condition does: both edits would meet there.
  if (!removed || !added || removed.end > added.start) return undefined;
  return [removed, added];
}
