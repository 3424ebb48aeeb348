/**
 * What one analysis leaves for the next one of the same workspace: modules, start points and runs that an edit did not touch.
 * Must not know who edits.
 */
import type { Configuration } from '../config/configuration.ts';
import type { Environment } from '../engine/machine.ts';
import type { Run } from '../engine/run.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import type { FileSystem } from '../source/file-system.ts';
import { mayHoldComponents } from '../wiring/relevance.ts';
import type { LibraryModels } from './api.ts';
import { Program } from './program.ts';
import { ScriptProgram } from './script-program.ts';
import type { StartPoint } from './start-point.ts';

/** A run, and the files that it asked for: it stays what it is as long as they do. */
export interface RememberedRun {
  readonly run: Run;
  readonly files: ReadonlySet<string>;
}

/** The modules of the other language; made when a file of it has to be read, where that can be read at all. */
export interface Scripts {
  readonly program: () => ScriptProgram | undefined;
  /** Files that were read. */
  readonly filesParsed: () => number;
  /** The same after the texts of some files have changed. */
  readonly after: (changed: ReadonlySet<string>) => Scripts;
  /** The same for the workspace with some texts laid over its files. */
  readonly over: (fileSystem: FileSystem, changed: ReadonlySet<string>) => Scripts;
}

export interface AnalysisMemory {
  readonly program: Program;
  readonly scripts: Scripts;
  /** By `runKey`. */
  readonly runs: Map<string, RememberedRun>;
}

export function createMemory(
  fileSystem: FileSystem,
  models: LibraryModels,
  configuration: Configuration,
): AnalysisMemory {
  return {
    program: new Program(fileSystem, models.python, mayHoldComponents(configuration)),
    scripts: scriptsOf(fileSystem, models),
    runs: new Map(),
  };
}

function scriptsOf(fileSystem: FileSystem, models: LibraryModels, known?: ScriptProgram): Scripts {
  let program = known;
  return {
    program: () => (program ??= models.typescript && new ScriptProgram(fileSystem, models.typescript())),
    filesParsed: () => program?.filesParsed ?? 0,
    after: (changed) => scriptsOf(fileSystem, models, program?.after(changed)),
    over: (other, changed) => scriptsOf(other, models, program?.over(other, changed)),
  };
}

/** The memory after the texts of files that are still there have changed; the first one stays what it is. */
export function afterEdits(memory: AnalysisMemory, changed: ReadonlySet<string>): AnalysisMemory {
  const { program, scripts, runs } = memory;
  const kept = [...runs].filter(([, { files }]) => [...changed].every((path) => !files.has(path)));
  return { program: program.after(changed), scripts: scripts.after(changed), runs: new Map(kept) };
}

/** The module of a source file; `undefined` for files of no known language. */
export function moduleIn({ program, scripts }: AnalysisMemory, path: string): ModuleNode | undefined {
  if (/\.pyi?$/.test(path)) return program.node(path);
  return /\.[cm]?[jt]sx?$/.test(path) ? scripts.program()?.node(path) : undefined;
}

/** Equal for runs that start the same way. */
export function runKey({ entry, roots }: StartPoint, environment: Environment): string {
  const { name, variables, neverSet } = environment;
  return JSON.stringify([entry, roots.first, roots.further, name, [...variables], neverSet !== undefined]);
}

/**
 * The memory of the same workspace with some texts laid over its files; the first one stays what it is. Runs are kept where they
 * asked for no changed file, and where nothing but texts of files that were there before is different.
 */
export function forkMemory(
  memory: AnalysisMemory,
  fileSystem: FileSystem,
  changed: ReadonlySet<string>,
  configuration: Configuration,
): AnalysisMemory {
  const program = memory.program.over(fileSystem, changed, mayHoldComponents(configuration));
  const onlyTexts = [...changed].every((path) => memory.program.fileSystem.exists(path));
  const kept = [...memory.runs].filter(
    ([, { files }]) => onlyTexts && [...changed].every((path) => !files.has(path)),
  );
  return { program, scripts: memory.scripts.over(fileSystem, changed), runs: new Map(kept) };
}
