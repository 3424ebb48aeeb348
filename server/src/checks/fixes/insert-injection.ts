/** The injection that nobody makes, where both sides are at hand and everything that serves comes by. Must not know which check asks. */
import type { HeapObject } from '../../engine/objects.ts';
import type { Run } from '../../engine/run.ts';
import type { EnterStep } from '../../engine/steps.ts';
import type { Atom } from '../../engine/values.ts';
import type { ModuleNode } from '../../ir/nodes.ts';
import type { Written } from '../../ir/source-writer.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import { type Correction, type CorrectionContext, editsIn } from '../../wiring/correction.ts';
import type { Evaluation } from '../../wiring/evaluate.ts';
import { servingPlace } from '../../wiring/path.ts';
import { inWorkspace, placeIn } from '../../wiring/source.ts';
import { wasEntered } from '../../wiring/step-index.ts';
import type { Contract, Held } from '../../wiring/types.ts';
import { sitesOf } from '../sites.ts';
import { type Fitting, fittingObjects } from './dependency.ts';
import { type HandOver, handOver, type Writing, writingAt } from './hand-over.ts';
import { importEdits } from './imports.ts';
import { type Reference, referencesTo, takesNothing } from './in-scope.ts';
import { insertedAfter, insertedBefore, type Standing, standingAt } from './statements.ts';
import { vantageAt } from './vantage.ts';

export interface Missing {
  readonly run: Run;
  readonly contract: Contract;
  readonly held: Held;
  readonly evaluation: Evaluation;
}

/** Where an injection could stand. */
export interface Spot {
  readonly standing: Standing;
  readonly where: 'before' | 'behind';
}

/** More places than this are not tried. */
const MAX_SPOTS = 5;

/** The injection itself; where nothing fits, a call of the function that makes it. */
export function* injectionCorrections(context: CorrectionContext, missing: Missing): Iterable<Correction> {
  const { run, contract, held } = missing;
  if (contract.point.kind === 'constructor') return;
  const fitting = fittingObjects(contract, run, (object) => object === held.object);
  const best = fitting.filter(({ score }) => score === fitting[0]?.score);
  for (const spot of spotsFor(run, held.object, best).slice(0, MAX_SPOTS)) {
    const correction = best.length > 0 ? injectionAt(context, missing, spot, best) : undefined;
    if (correction) yield correction;
  }
  yield* helperCorrections(context, missing);
}

function injectionAt(
  context: CorrectionContext,
  { run, contract, held }: Missing,
  spot: Spot,
  best: readonly Fitting[],
): Correction | undefined {
  const writing = writingFor(context, contract, run, spot);
  if (!writing) return undefined;
  const component = componentAt(writing, held.object);
  const [dependency] = referencesTo(writing.vantage, (atom) => best.some(({ object }) => object === atom));
  if (!component || !dependency) return undefined;
  const code = handOver(writing, component.receiver, dependency);
  const edits = code && inserted(writing, spot, code);
  if (!edits) return undefined;
  return {
    title: titleOf(contract, component.receiver, dependency),
    applicability: 'needs-review',
    edits: editsIn(spot.standing.module, ...edits, ...component.imports),
    wires: contract.point.name,
  };
}

function titleOf({ point }: Contract, receiver: string | undefined, dependency: Reference): string {
  const target = receiver === undefined ? point.name : `${receiver}.${point.name}`;
  return point.kind === 'attribute'
    ? `Assign ${dependency.text} to ${target}`
    : `Call ${target}() with ${dependency.text} during startup`;
}

function writingFor(
  context: CorrectionContext,
  contract: Contract,
  run: Run,
  { standing, where }: Spot,
): Writing | undefined {
  return writingAt(context, contract, standing.module, vantageAt(run, standing, where));
}

interface ComponentReference {
  readonly receiver: string | undefined;
  readonly imports: readonly TextEdit[];
}

/** What the injection is made on; a module's function may be imported alone. */
function componentAt(
  { context, vantage, contract }: Writing,
  object: Held['object'],
): ComponentReference | undefined {
  const wanted = (atom: Atom): boolean => atom === object;
  const reference = referencesTo(vantage, wanted).find(({ imported }) => !imported);
  if (reference) return { receiver: reference.text, imports: [] };
  if (object.kind !== 'module') return undefined;
  if (object === vantage.module) return { receiver: undefined, imports: [] };
  const imports = importEdits(context, vantage.node, { name: contract.point.name, from: object });
  return imports && { receiver: undefined, imports };
}

function inserted(
  { writer }: Writing,
  { standing, where }: Spot,
  { code, imports }: HandOver,
): readonly TextEdit[] | undefined {
  const insert = where === 'before' ? insertedBefore : insertedAfter;
  const edit = insert(writer, standing.module, standing.statement, code);
  return edit && [edit, ...imports];
}

// --------------------------------------------------------------------- places

/** Behind the creation of either side, at the end of what the server calls, before serving. */
function spotsFor(run: Run, component: HeapObject, dependencies: readonly Fitting[]): readonly Spot[] {
  const spots: Spot[] = [];
  const sites = [component, ...dependencies.map(({ object }) => object)];
  for (const object of sites) {
    const standing =
      object.kind === 'instance' && inWorkspace(object.site)
        ? standingAt(object.site.module, object.site)
        : undefined;
    if (standing && standing.statement.kind !== 'return') spots.push({ standing, where: 'behind' });
  }
  return [...spots, ...startupSpots(run)];
}

/** Where all that startup does is done. */
export function startupSpots(run: Run): readonly Spot[] {
  const handlers = run.trace.steps.filter(isStartupHandler).flatMap(({ function: { node } }): Spot[] => {
    const last = node.body().block.at(-1);
    const standing = last && standingAt(node.module, last);
    if (!standing) return [];
    return [{ standing, where: last.kind === 'return' ? 'before' : 'behind' }];
  });
  const serving = servingPlace(run);
  const standing = serving && standingAt(serving.module, serving);
  const before: readonly Spot[] = standing ? [{ standing, where: 'before' }] : [];
  return [...before, ...handlers, ...(serving ? endOfModule(serving.module) : [])];
}

/** Behind all that a module defines, before the block that runs it. */
function endOfModule(module: ModuleNode): readonly Spot[] {
  const last = module.body.at(-1);
  const standing = last && standingAt(module, last);
  return standing ? [{ standing, where: last.kind === 'if' ? 'before' : 'behind' }] : [];
}

/** What the server calls before it serves, up to its end. */
function isStartupHandler(step: Run['trace']['steps'][number]): step is EnterStep {
  return (
    step.kind === 'enter' &&
    step.phase === 'startup' &&
    !inWorkspace(step.place) &&
    inWorkspace(placeIn(step.function.node.module, step.function.node)) &&
    step.function.owner === undefined &&
    !step.function.node.body().isGenerator
  );
}

// -------------------------------------------------------------------- helpers

/** A function of the application makes the injection, and startup never calls it. */
function* helperCorrections(context: CorrectionContext, missing: Missing): Iterable<Correction> {
  const { run, contract, evaluation } = missing;
  for (const { function: fn } of sitesOf(evaluation, contract, contract.point)) {
    if (!fn || fn.form !== 'declaration' || !takesNothing(fn) || wasEntered(run, fn)) continue;
    for (const spot of startupSpots(run)) {
      const writing = writingFor(context, contract, run, spot);
      if (!writing || (fn.isAsync && writing.vantage.function?.isAsync !== true)) continue;
      const wanted = (atom: Atom): boolean => atom.kind === 'function' && atom.node === fn;
      const reference = referencesTo(writing.vantage, wanted)[0];
      if (!reference) continue;
      const { imported } = reference;
      const imports = imported ? importEdits(context, writing.vantage.node, imported) : [];
      if (!imports) continue;
      const call: Written = { kind: 'expression', text: `${fn.isAsync ? 'await ' : ''}${reference.text}()` };
      const edits = inserted(writing, spot, { code: [call], imports });
      if (!edits) continue;
      yield {
        title: `Call ${reference.text}() before the application serves`,
        applicability: 'needs-review',
        edits: editsIn(spot.standing.module, ...edits),
        wires: contract.point.name,
      };
    }
  }
}
