/**
 * An analysis that is kept with its runs, and what an edit leaves of it: places that move, small changes that need no run.
 * Must not know who edits, nor how many analyses are kept.
 */
import { type CodeLines, codeLines } from '../../frontends/python/code-lines.ts';
import { startsOf } from '../../frontends/python/entry-points.ts';
import type { Span } from '../../base/span.ts';
import { createTrials } from '../../engine/trial.ts';
import type { ModuleNode } from '../../ir/nodes.ts';
import type { AnalysisWithRuns } from '../analyze.ts';
import type { AnalysisMemory } from '../memory.ts';
import type { Program } from '../program.ts';
import { createModuleLookup } from '../workspace-modules.ts';
import type { Analysis, EditorFix } from './analysis.ts';
import type { CallTree } from './call-tree.ts';
import type { Parse } from './last-parsed.ts';
import { lineHunks } from './line-hunks.ts';
import { areLinesKept, type LineMove, lineMove, linesNamed } from './moved-lines.ts';
import { changesNothing, type SmallChange, type Watched } from './small-change.ts';
import type { Moment } from './text-moments.ts';

export interface Finished extends AnalysisWithRuns {
  /** Of this analysis alone: what comes later has another one. */
  readonly memory: AnalysisMemory;
  readonly texts: Moment;
  readonly snapshot: Analysis;
  calls: CallTree | undefined;
  /** By the id of their finding. */
  readonly fixes: Map<string, readonly EditorFix[]>;
  /** Of files that were edited, as they were. */
  readonly lines: Map<string, CodeLines>;
  /** By file, the lines that the report names. */
  readonly named: Map<string, ReadonlySet<number>>;
  watched: Watched | undefined;
}

/** How one file changed since an analysis. */
export interface FileEdit extends Omit<SmallChange, 'after'> {
  readonly path: string;
  readonly now: string;
}

/** How files changed since an analysis; `undefined` where that is too much to tell what follows from it. */
export function editsSince(
  finished: Finished,
  paths: readonly string[],
  read: (path: string) => string | undefined,
): readonly FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const path of paths) {
    const edit = editOf(finished, path, read(path));
    if (!edit) return undefined;
    edits.push(edit);
  }
  return edits;
}

function editOf({ memory, lines }: Finished, path: string, now: string | undefined): FileEdit | undefined {
  const { program } = memory;
  const text = program.hasRead(path) ? program.text(path) : undefined;
  const before = text === undefined ? undefined : program.node(path);
  // What is broken is read in ways that comments and empty lines may change.
  if (!before || now === undefined || before.problems.length > 0) return undefined;
  const oldLines = lines.get(path) ?? codeLines(before.text);
  lines.set(path, oldLines);
  const newLines = codeLines(now);
  const hunks = lineHunks(oldLines.texts, newLines.texts);
  return { path, now, before, oldLines, newLines, hunks };
}

/** Whether only comments and empty lines came and went. */
export function saysTheSame(edits: readonly FileEdit[]): boolean {
  return edits.every(({ hunks }) => hunks.length === 0);
}

/** Whether everything that the analysis says holds after the edits, and needs no run. */
export function stillHolds(finished: Finished, edits: readonly FileEdit[], parse: Parse): boolean {
  return edits.every((edit) => {
    if (edit.hunks.length === 0) return true;
    const after = parse(edit.path, edit.now);
    finished.watched ??= watchedOf(finished);
    return (
      after !== undefined &&
      arePlacesKept(finished, edit) &&
      changesNothing(finished.watched, { ...edit, after }) &&
      areStartedAlike(finished.memory.program, edit.before, after)
    );
  });
}

/** Whether the lines that the report names stay as they are: within one, a place could be another one. */
function arePlacesKept(
  { named, snapshot }: Finished,
  { path, oldLines, newLines, hunks }: FileEdit,
): boolean {
  const lines = named.get(path) ?? linesNamed(snapshot.report, path);
  named.set(path, lines);
  return areLinesKept(lines, oldLines, newLines, hunks);
}

/** Whether a file tells of the same entry points: they are read from its text, so that no run sees them come and go. */
function areStartedAlike(program: Program, before: ModuleNode, after: ModuleNode): boolean {
  const lookup = createModuleLookup(program);
  const told = (module: ModuleNode): string =>
    JSON.stringify(startsOf(module, lookup), (key, value: unknown) => {
      if (key === 'span') return lineOf(module, value as Span);
      return key === 'start' || key === 'end' ? undefined : value;
    });
  return told(before) === told(after);
}

/** Where something stands, in words that stay when it moves. */
function lineOf({ text }: ModuleNode, { start }: Span): string {
  return text
    .slice(start, start + MOST_SHOWN)
    .split('\n', 1)
    .join('');
}

const MOST_SHOWN = 200;

/** Whether the files are still run when they were: how a module is imported hangs on all of its text. */
export function areImportedAlike({ memory }: Finished, edits: readonly FileEdit[]): boolean {
  const { program } = memory;
  return edits.every(({ path, now }) => program.definesOnly(path) === program.textDefinesOnly(now));
}

export function movesOf(edits: readonly FileEdit[]): ReadonlyMap<string, LineMove> {
  return new Map(
    edits.map(({ path, oldLines, newLines, hunks }) => [path, lineMove(oldLines, newLines, hunks)]),
  );
}

function watchedOf({ runs, matters }: Finished): Watched {
  const modules = new Set<ModuleNode>();
  for (const { machine } of runs)
    for (const { node, isModel } of machine.loaded.values()) if (node && !isModel) modules.add(node);
  return { trials: runs.map(createTrials), modules: [...modules], matters };
}

/** Modules that its runs loaded, models among them, but for those of a file. */
export function loadedBeside({ runs }: Finished, path: string): readonly ModuleNode[] {
  const modules = new Set<ModuleNode>();
  for (const { machine } of runs)
    for (const { node } of machine.loaded.values()) if (node && node.path !== path) modules.add(node);
  return [...modules];
}

/** Abstract objects that its runs hold, but for those that another analysis holds too. */
export function weightOf({ runs }: Finished, other: Finished | undefined): number {
  const shared = new Set(other?.runs.map(({ machine }) => machine));
  return runs.reduce((sum, { machine }) => sum + (shared.has(machine) ? 0 : machine.nextId), 0);
}
