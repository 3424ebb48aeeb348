/** A statement goes behind another one. Must not know which check asks. */
import { contains } from '../../base/span.ts';
import type { Place } from '../../engine/objects.ts';
import { lineEnd, outdentedLines } from '../../source/layout.ts';
import { type Correction, type CorrectionContext, editsIn } from '../../wiring/correction.ts';
import { around } from '../../wiring/source.ts';
import type { Contract } from '../../wiring/types.ts';
import { hasOwnLines, insertedAfter, type Standing, standingAt, withoutLines } from './statements.ts';

export interface Move {
  readonly contract: Contract;
  /** The injection: the whole call, or the target of the assignment. */
  readonly place: Place;
  /** What it has to stand behind, in the same function. */
  readonly behind: Place;
  /** What the injection is made on: a statement in between that names it may use it. */
  readonly receiver: string | undefined;
}

export function* moveCorrections(context: CorrectionContext, move: Move): Iterable<Correction> {
  const { contract, place, behind, receiver } = move;
  const { module } = place;
  const standing = standingAt(module, place);
  const anchor = standing && anchorOf(standing, behind);
  const writer = context.writerOf(module);
  if (!standing || anchor === undefined || !writer || !hasOwnLines(module, standing.statement)) return;
  const target = standing.block[anchor];
  const removed = withoutLines(module, standing.statement);
  if (!target || !removed || standing.block.length < 2) return;
  const lines = outdentedLines(module.text, standing.statement);
  const inserted = insertedAfter(writer, module, target, [{ kind: 'lines', lines }]);
  if (!inserted) return;
  const between = module.text.slice(lineEnd(module.text, standing.statement.end), target.end);
  yield {
    title: `Move the injection behind line ${lineOf(module.text, target.start)}`,
    applicability: isFree(between, receiver) ? 'safe' : 'needs-review',
    edits: editsIn(module, removed, inserted),
    wires: contract.point.name,
  };
}

/** The statement in the same block that the other place is in, further down. */
function anchorOf({ module, block, index }: Standing, behind: Place): number | undefined {
  if (behind.module !== module) return undefined;
  if (around(module, behind.start).block !== around(module, block[index]?.start ?? 0).block) return undefined;
  const anchor = block.findIndex((statement) => contains(statement, behind));
  return anchor > index ? anchor : undefined;
}

function isFree(between: string, receiver: string | undefined): boolean {
  const name = receiver === undefined ? undefined : /(\w+)$/.exec(receiver)?.[1];
  return name !== undefined && !new RegExp(`\\b${name}\\b`).test(between);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
