/** Another setter and the right argument in the place of a call that wires something else. Must not know which check asks. */
import type { ExpressionStatement, IfStatement } from '../../ir/nodes.ts';
import { forEachExpression } from '../../ir/walk.ts';
import type { Run } from '../../engine/run.ts';
import type { HeapObject, Place } from '../../engine/objects.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import { callAt } from '../../wiring/source.ts';
import type { Contract, InjectionPoint } from '../../wiring/types.ts';
import { type Correction, type CorrectionContext, editsIn, textIn } from '../../wiring/correction.ts';
import { fittingObjects } from './dependency.ts';
import { type HandOver, handOver, type Writing, writingAt } from './hand-over.ts';
import { type Reference, referencesTo } from './in-scope.ts';
import { argumentAt } from '../sites.ts';
import { ancestors, insertedAfter, replacedBy, type Standing, standingAt } from './statements.ts';
import { vantageAt } from './vantage.ts';

export interface SetterCall {
  readonly run: Run;
  readonly contract: Contract;
  /** The setter that is called, and the call. */
  readonly called: InjectionPoint;
  readonly place: Place;
  /** Whether the call has to stay, because something uses what it sets. */
  readonly keep: boolean;
  /** What the call hands over: nothing of this is the dependency. */
  readonly given: readonly HeapObject[];
}

/** More ways to name the dependency than this are not tried. */
const MAX_REFERENCES = 3;

export function* setterCorrections(context: CorrectionContext, call: SetterCall): Iterable<Correction> {
  const { run, contract, place } = call;
  const standing = standingAt(place.module, place);
  const writing = standing && writingAt(context, contract, place.module, vantageAt(run, standing, 'before'));
  const receiver = receiverOf(place);
  if (!standing || !writing) return;
  const fitting = fittingObjects(contract, run, (object) => call.given.includes(object));
  const best = fitting.filter(({ score }) => score === fitting[0]?.score);
  const references = notThrough(
    argumentText(call),
    referencesTo(writing.vantage, (atom) => best.some(({ object }) => object === atom)),
  );
  const safe = best.length === 1 && best[0]?.exact === true && !call.keep;
  for (const reference of references.slice(0, MAX_REFERENCES)) {
    const code = handOver(writing, receiver, reference);
    const edits = code && editsFor(writing, call, standing, code);
    if (!edits) continue;
    yield {
      title: `${call.keep ? 'Also call' : 'Call'} ${contract.point.name}() with ${reference.text}${call.keep ? '' : ' instead'}`,
      applicability: safe ? 'safe' : 'needs-review',
      edits: editsIn(place.module, ...edits),
      wires: contract.point.name,
    };
  }
}

/** What the call hands over now. */
function argumentText({ place, called }: SetterCall): string | undefined {
  const argument = argumentAt(place, called);
  return argument && textIn({ module: place.module, start: argument.start, end: argument.end });
}

/** A way through what is handed over now comes last: the code is leaving it behind. */
function notThrough(text: string | undefined, references: readonly Reference[]): readonly Reference[] {
  if (text === undefined) return references;
  const through = references.filter((reference) => reference.text.startsWith(`${text}.`));
  return [...references.filter((reference) => !through.includes(reference)), ...through];
}

export function receiverOf(place: Place): string | undefined {
  const callee = callAt(place)?.callee;
  return callee?.kind === 'attribute'
    ? textIn({ module: place.module, start: callee.object.start, end: callee.object.end })
    : undefined;
}

function editsFor(
  { writer }: Writing,
  call: SetterCall,
  standing: Standing,
  { code, imports }: HandOver,
): readonly TextEdit[] | undefined {
  const { module, statement } = standing;
  if (!isCallStatement(statement, call.place)) return undefined;
  if (call.keep) {
    const edit = insertedAfter(writer, module, statement, code);
    return edit && [edit, ...imports];
  }
  const edit = replacedBy(writer, module, statement, code);
  return edit && [edit, ...imports, ...guardEdits(call, standing)];
}

/** Whether a statement is nothing but the call. */
function isCallStatement(statement: Standing['statement'], place: Place): statement is ExpressionStatement {
  if (statement.kind !== 'expression') return false;
  const { expression } = statement;
  const call = expression.kind === 'await' ? expression.value : expression;
  return call.start === place.start && call.end === place.end;
}

/** The conditions around that ask for the old setter ask for the right one. */
function guardEdits({ called, contract, place }: SetterCall, standing: Standing): readonly TextEdit[] {
  if (called.name === contract.point.name) return [];
  const guards = ancestors(standing).flatMap(({ statement }) => (statement.kind === 'if' ? [statement] : []));
  return guards
    .flatMap((guard) => namedIn(guard, place, called.name))
    .map((start) => ({
      start,
      end: start + called.name.length,
      newText: contract.point.name,
    }));
}

/** Where the test of the branch around a place names a setter, as a text or as an attribute. */
function namedIn(guard: IfStatement, place: Place, name: string): readonly number[] {
  const branch = guard.branches.find(({ body }) =>
    body.some(({ start, end }) => start <= place.start && place.end <= end),
  );
  const found: number[] = [];
  if (!branch) return found;
  const { test } = branch;
  forEachExpression([{ kind: 'expression', expression: test, start: test.start, end: test.end }], (e) => {
    if (e.kind === 'attribute' && e.name === name) found.push(e.nameStart);
    if (e.kind === 'constant' && e.value === name) {
      const at = place.module.text.slice(e.start, e.end).indexOf(name);
      if (at >= 0) found.push(e.start + at);
    }
  });
  return found;
}
