/**
 * The steps of a run as a tree of call frames that a person can walk through, without what tells nothing.
 * Must not know how steps came about or how the tree is printed.
 */
import type { CancellationToken } from '../base/cancellation.ts';
import { throwIfCancelled } from '../base/cancellation.ts';
import { unreachable } from '../base/never.ts';
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { BranchStep, EnterStep, Step, WriteStep } from '../engine/steps.ts';
import type { TraceNode } from './api.ts';
import type { Location, Places } from './places.ts';
import type { ReportEntryPoint, ReportPlace } from './report.ts';
import { branchOf, finished, folded, type TraceBranch } from './trace-folding.ts';
import { causeWords, reasonWords, sourceAt, stateOf, valueWords } from './trace-words.ts';

interface Words {
  /** How the language spells none. */
  readonly none: string;
  readonly places: Places;
  /** Stands for what happens in no file: the server that calls the application. */
  readonly entry: Location;
  /** Steps that call an injection point. */
  readonly injections: ReadonlySet<number>;
}

/** A node without its children. */
type Draft = Omit<TraceNode, 'children'>;

/** The tree of one run; what repeats is folded. */
export function traceNodes(
  run: Run,
  entryPoint: ReportEntryPoint,
  places: Places,
  token: CancellationToken,
  injections: ReadonlySet<number>,
): readonly TraceNode[] {
  const steps = run.startupSteps;
  const words: Words = {
    none: run.machine.dialect.words.none,
    places,
    entry: { ...placeOf(entryPoint), column: 1 },
    injections,
  };
  const pending = new Map<number, TraceBranch[]>();
  for (let index = steps.length - 1; index >= 0; index--) {
    if ((index & 1023) === 0) throwIfCancelled(token);
    const step = steps[index];
    if (!step) continue;
    const children = folded((pending.get(step.id) ?? []).reverse());
    pending.delete(step.id);
    for (const branch of grow(step, children, words).reverse()) {
      const siblings = pending.get(step.parent);
      if (siblings) siblings.push(branch);
      else pending.set(step.parent, [branch]);
    }
  }
  return finished(folded((pending.get(-1) ?? []).reverse()));
}

/** The node of a step; its children in its place where it has no place of its own; nothing where it tells nothing. */
function grow(step: Step, children: readonly TraceBranch[], words: Words): TraceBranch[] {
  if (tellsNothing(step, children)) return [];
  const draft = draftOf(step, words);
  if (!draft) return [...children];
  return [branchOf(draft, children)];
}

function tellsNothing(step: Step, children: readonly TraceBranch[]): boolean {
  if (step.kind === 'import') return children.length === 0;
  if (step.kind === 'write') return isPlainConstant(step) || isPartOfCreation(step);
  if (step.kind === 'create') return step.object.kind !== 'instance' || step.object.class.isModel;
  if (step.kind === 'coroutine') return step.awaited;
  if (step.kind === 'emit') return step.events.length === 0 || step.passedOn || !step.sends;
  return step.kind === 'branch' && step.reason.kind === 'constant' && isForTypesOnly(step);
}

/** `if TYPE_CHECKING:` before imports of names: what they would run matters only where the module is imported for its effects. */
function isForTypesOnly({ place, skipped }: BranchStep): boolean {
  const onlyNames = skipped?.every((statement) => statement.kind === 'import-names') ?? false;
  return onlyNames && sourceAt(place).endsWith('TYPE_CHECKING');
}

/** A module's own constant, logger or table: said once in the source, and nothing to be wired. */
function isPlainConstant(step: WriteStep): boolean {
  if (step.object.kind !== 'module' && step.object.kind !== 'class') return false;
  return step.value.atoms.every(
    (atom) =>
      atom.kind === 'constant' ||
      atom.kind === 'container' ||
      (atom.kind === 'instance' && atom.class.isModel),
  );
}

/** What a record's constructor or a metaclass stores: the line that creates it says it already. */
function isPartOfCreation({ object, place, value }: WriteStep): boolean {
  if (value.atoms.some((atom) => atom.kind === 'none')) return false;
  if (object.kind === 'class')
    return object.node?.start === place.start && object.node.module === place.module;
  return object.kind === 'instance' && samePlace(object.site, place);
}

function samePlace(a: Place, b: Place): boolean {
  return a.module === b.module && a.start === b.start && a.end === b.end;
}

function draftOf(step: Step, { none, places, entry, injections }: Words): Draft | undefined {
  const here = places.locate(step.place);
  switch (step.kind) {
    case 'enter':
      return at(
        here ?? definition(step, places),
        injections.has(step.id) ? 'inject' : 'enter',
        `${shortName(step)}()${inBackground(step)}`,
      );
    case 'import':
      return at(here ?? start(step.module.node?.path), 'enter', `import ${step.module.name}`);
    case 'branch':
      return decided(at(here, 'branch', sourceAt(step.place)), step.truth, reasonWords(step.reason, none));
    case 'create':
      return at(here, 'create', sourceAt(step.place));
    case 'write':
      return stated(at(here, 'write', sourceAt(step.place)), stateOf(step, none));
    case 'raise':
      return stated(
        at(here, 'raise', causeWords(step.cause, none)),
        caughtAt(step.handler && places.locate(step.handler)),
      );
    case 'emit':
      return at(here, 'emit', `${step.events.join(', ')} is emitted: ${sourceAt(step.place)}`);
    case 'coroutine':
      return at(here, 'skip', `${sourceAt(step.place)} is never awaited`);
    case 'start':
      return at(
        here,
        'enter',
        `${valueWords(step.target, none)} is started and may run at any time from here`,
      );
    case 'serve':
      return at(here ?? entry, 'serve', 'the application starts to serve');
    case 'root':
    case 'absent':
      return undefined;
    default:
      return unreachable(step);
  }
}

function placeOf({ file, line }: ReportEntryPoint): ReportPlace {
  return { file, line };
}

function at(place: Location | undefined, kind: Draft['kind'], message: string): Draft | undefined {
  return place && { ...place, kind, message };
}

function decided(
  draft: Draft | undefined,
  truth: 'true' | 'false' | 'open',
  reason: string,
): Draft | undefined {
  if (!draft) return undefined;
  return reason === '' ? { ...draft, decided: truth } : { ...draft, decided: truth, reason };
}

function stated(draft: Draft | undefined, state: string): Draft | undefined {
  return draft && { ...draft, state };
}

function caughtAt(handler: Location | undefined): string {
  return handler ? `caught at ${handler.file}:${handler.line}` : 'nothing catches it';
}

function definition(step: EnterStep, places: Places): Location | undefined {
  const { module, nameSpan } = step.function.node;
  return places.locate({ module, ...nameSpan });
}

function start(file: string | undefined): Location | undefined {
  return file === undefined ? undefined : { file, line: 1, column: 1 };
}

/** Said once, where the frame begins. */
function inBackground(step: EnterStep): string {
  return step.phase === 'background' && step.parent === -1 ? ' in the background' : '';
}

/** `StartupOrchestrator._begin` of `app.smd.StartupOrchestrator._begin`. */
function shortName({ function: target }: EnterStep): string {
  const module = `${target.module.name}.`;
  const name = target.qualifiedName;
  return name.startsWith(module) ? name.slice(module.length) : name;
}
