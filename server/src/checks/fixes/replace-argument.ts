/** The right object in the place of the one that an injection hands over. Must not know which check asks. */
import type { HeapObject, Place } from '../../engine/objects.ts';
import type { Run } from '../../engine/run.ts';
import type { Expression, FunctionNode } from '../../ir/nodes.ts';
import {
  type Correction,
  type CorrectionContext,
  editsIn,
  replaced,
  textIn,
} from '../../wiring/correction.ts';
import { constructorsOf } from '../../wiring/classes.ts';
import { neededType } from '../../wiring/dependency.ts';
import { placeIn } from '../../wiring/source.ts';
import type { Contract } from '../../wiring/types.ts';
import { type Fitting, fittingObjects } from './dependency.ts';
import { handOver, type Writing, writingAt } from './hand-over.ts';
import { importEdits } from './imports.ts';
import { type Reference, referencesTo } from './in-scope.ts';
import { receiverOf } from './replace-setter.ts';
import { replacedBy, type Standing, standingAt } from './statements.ts';
import { nameAt, vantageAt } from './vantage.ts';

export interface Handing {
  readonly run: Run;
  readonly contract: Contract;
  /** The whole call, or the target of the assignment. */
  readonly place: Place;
  readonly argument: Expression;
  /** Objects that it must not be. */
  readonly excluded: readonly HeapObject[];
}

/** More ways to name the dependency than this are not tried. */
const MAX_REFERENCES = 3;

export function* replacementCorrections(context: CorrectionContext, handing: Handing): Iterable<Correction> {
  const { run, contract, place, argument } = handing;
  const standing = standingAt(place.module, place);
  const writing = standing && writingAt(context, contract, place.module, vantageAt(run, standing, 'before'));
  if (!standing || !writing) return;
  yield* createdCorrections(writing, handing);
  const fitting = fittingObjects(contract, run, (object) => handing.excluded.includes(object));
  const best: readonly Fitting[] = fitting.filter(({ score }) => score === fitting[0]?.score);
  const references = referencesTo(writing.vantage, (atom) => best.some(({ object }) => object === atom));
  const old = textIn(placeIn(place.module, argument));
  for (const reference of references.filter(({ text }) => text !== old).slice(0, MAX_REFERENCES)) {
    const edits = reference.certain
      ? simple(context, handing, reference)
      : (guarded(writing, handing, standing, reference) ?? simple(context, handing, reference));
    if (!edits) continue;
    yield {
      title: `Hand over ${reference.text} instead of ${old}`,
      applicability: 'needs-review',
      edits,
      wires: contract.point.name,
    };
  }
}

/** An instance of the class that is needed, in the place of the class itself or of an instance of another one. */
function* createdCorrections(writing: Writing, { contract, place, argument }: Handing): Iterable<Correction> {
  const needed = neededType(contract);
  if (needed === undefined) return;
  const { vantage, writer } = writing;
  const [type] = nameAt(vantage, needed).atoms;
  const isClass = argument.kind === 'name' && argument.name === needed;
  if (type?.kind !== 'class' || !(isClass || argument.kind === 'call')) return;
  if (!constructorsOf(vantage.run, type).every((node) => takesOnlyReceiver(node))) return;
  const text = writer.construct(needed, '');
  yield {
    title: `Hand over ${text} instead of ${textIn(placeIn(place.module, argument))}`,
    applicability: 'needs-review',
    edits: editsIn(place.module, replaced(argument, text)),
    wires: contract.point.name,
  };
}

function takesOnlyReceiver({ parameters, module }: FunctionNode): boolean {
  const own = parameters.slice(module.dialect.receiver === 'first-parameter' ? 1 : 0);
  return own.every(
    ({ kind, defaultValue }) => defaultValue !== undefined || kind === 'rest' || kind === 'named-rest',
  );
}

function simple(
  context: CorrectionContext,
  { place, argument }: Handing,
  { text, imported }: Reference,
): Correction['edits'] | undefined {
  const added = imported ? importEdits(context, place.module, imported) : [];
  return added && editsIn(place.module, replaced(argument, text), ...added);
}

/** With the branch that fails startup, where the statement is nothing but the call. */
function guarded(
  writing: Writing,
  { place }: Handing,
  { statement, module }: Standing,
  reference: Reference,
): Correction['edits'] | undefined {
  // The statement may end with a semicolon.
  const alone = statement.kind === 'expression' ? statement.expression : undefined;
  if (alone?.start !== place.start || alone.end !== place.end) return undefined;
  const code = handOver(writing, receiverOf(place), reference);
  const edit = code && replacedBy(writing.writer, module, statement, code.code);
  return edit && editsIn(module, edit, ...code.imports);
}

/** The same injection, and startup fails where what it hands over is none. */
export function* guardedCorrections(context: CorrectionContext, handing: Handing): Iterable<Correction> {
  const { run, contract, place, argument } = handing;
  const standing = standingAt(place.module, place);
  const writing = standing && writingAt(context, contract, place.module, vantageAt(run, standing, 'before'));
  if (!standing || !writing) return;
  const text = textIn(placeIn(place.module, argument));
  const edits = guarded(writing, handing, standing, {
    text,
    certain: false,
    imported: undefined,
    objects: [],
  });
  if (!edits) return;
  yield {
    title: `Fail startup when ${text} is ${run.machine.dialect.words.none}`,
    applicability: 'needs-review',
    edits,
    wires: contract.point.name,
  };
}
