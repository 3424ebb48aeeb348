/**
 * The analysis of one workspace folder that is being edited: it takes changes, and gives snapshots that never change.
 * Must not know a protocol, a thread or the disk.
 */
import { type CancellationToken, throwIfCancelled } from '../../base/cancellation.ts';
import { withEditorSettings } from '../../config/editor-settings.ts';
import {
  type ConfigurationProblem,
  type ConfigurationResult,
  readConfiguration,
} from '../../config/read-configuration.ts';
import { type CodeLines, codeLines } from '../../frontends/python/code-lines.ts';
import { createTrials } from '../../engine/trial.ts';
import { lowerPythonModule } from '../../frontends/python/frontend.ts';
import { isScriptFile } from '../../frontends/typescript/entry-points.ts';
import type { ModuleNode } from '../../ir/nodes.ts';
import { excluding } from '../../source/excluding-file-system.ts';
import type { FileSystem } from '../../source/file-system.ts';
import { type FileChange, LiveFileSystem } from '../../source/live-file-system.ts';
import { type AnalysisWithRuns, analyzeWith } from '../analyze.ts';
import type { LibraryModels, Progress } from '../api.ts';
import { type AnalysisMemory, createMemory, forgetFile } from '../memory.ts';
import type { Report } from '../report.ts';
import type {
  Analysis,
  CallEdge,
  CallItem,
  CallQuery,
  EditorFix,
  EditorPosition,
  TraceQuery,
  TraceView,
} from './analysis.ts';
import { type CallTree, callTree } from './call-tree.ts';
import { configurationLinks, suitesOf } from './configuration-view.ts';
import { editorDiagnostics } from './diagnostics.ts';
import { editorFixes } from './editor-fixes.ts';
import { marksOf } from './marks.ts';
import { lineHunks } from './line-hunks.ts';
import { type LineMove, lineMove, movedReport } from './moved-lines.ts';
import { changesNothing, type Watched } from './small-change.ts';
import { createTextPlaces, type TextPlaces } from './text-places.ts';
import { traceView } from './trace-view.ts';

export interface HostOptions {
  /** The folder on the disk as it is at the time of the call. */
  readonly open: () => FileSystem;
  readonly models: LibraryModels;
  readonly clock: () => number;
}

/** What happened since the last analysis. */
export interface HostChange {
  /** Open buffers by path; `null` closes one. */
  readonly buffers?: readonly (readonly [path: string, text: string | null])[];
  readonly files?: readonly FileChange[];
  /** The editor's settings. */
  readonly settings?: unknown;
  /** Nothing that is known counts any more. */
  readonly everything?: boolean;
}

export interface AnalysisHost {
  update(change: HostChange): void;
  /** The snapshot of the files as they are now, where no run is needed for it; at once. */
  refresh(): Analysis | undefined;
  /** @throws CancelledError */
  analyse(token: CancellationToken, onProgress?: (progress: Progress) => void): Analysis;
  /** The following look at the last analysis; `undefined` and nothing where there is none. @throws CancelledError */
  trace(query: TraceQuery, token: CancellationToken): TraceView | undefined;
  prepareCalls(file: string, position: EditorPosition, token: CancellationToken): readonly CallItem[];
  calls(query: CallQuery, token: CancellationToken): readonly CallEdge[];
  fixes(finding: string, token: CancellationToken): readonly EditorFix[];
}

interface HostState {
  readonly options: HostOptions;
  readonly files: LiveFileSystem;
  settings: unknown;
  revision: number;
  /** Given up where files came or went, or the configuration changed. */
  memory: AnalysisMemory | undefined;
  configuration: ConfigurationResult | undefined;
  /** The last analysis; `undefined` while the next one is made, so that not both are kept. */
  last: Finished | undefined;
  /** Files whose texts changed since; `memory` still has what they were. */
  readonly edited: Set<string>;
  /** The snapshot of the files as they are now, as long as nothing changes. */
  current: Analysis | undefined;
}

interface Finished extends AnalysisWithRuns {
  readonly memory: AnalysisMemory;
  readonly snapshot: Analysis;
  readonly problems: readonly ConfigurationProblem[];
  readonly places: TextPlaces;
  calls: CallTree | undefined;
  /** By the id of their finding. */
  readonly fixes: Map<string, readonly EditorFix[]>;
  /** Of files that were edited, as they were. */
  readonly lines: Map<string, CodeLines>;
  watched: Watched | undefined;
}

export function createAnalysisHost(options: HostOptions): AnalysisHost {
  const state: HostState = {
    options,
    files: new LiveFileSystem(options.open),
    settings: undefined,
    revision: 0,
    memory: undefined,
    configuration: undefined,
    last: undefined,
    edited: new Set(),
    current: undefined,
  };
  return {
    update: (change) => update(state, change),
    refresh: () => refresh(state),
    analyse: (token, onProgress) => state.current ?? analyse(state, token, onProgress),
    trace: (query, token) => {
      const last = exact(state, token);
      return last && traceView(last.result, query, last.places, last.snapshot.revision);
    },
    prepareCalls: (file, position, token) => callsOf(exact(state, token))?.prepare(file, position) ?? [],
    calls: (query, token) => callsOf(exact(state, token))?.edges(query) ?? [],
    fixes: (finding, token) => fixesOf(state, exact(state, token), finding, token),
  };
}

/** The last analysis, with the places as they are now: it is made again where a refreshed snapshot stands for it. */
function exact(state: HostState, token: CancellationToken): Finished | undefined {
  if (state.last && state.current && state.edited.size > 0) analyse(state, token, undefined);
  return state.last;
}

/** Nothing where something changed since: the fixes would be those of another text. */
function fixesOf(
  { current, files }: HostState,
  last: Finished | undefined,
  finding: string,
  token: CancellationToken,
): readonly EditorFix[] {
  if (!last || !current) return [];
  const known = last.fixes.get(finding) ?? editorFixes({ ...last, files }, finding, token);
  last.fixes.set(finding, known);
  return known;
}

function callsOf(last: Finished | undefined): CallTree | undefined {
  if (!last) return undefined;
  last.calls ??= callTree(last.runs);
  return last.calls;
}

function update(state: HostState, { buffers = [], files = [], settings, everything }: HostChange): void {
  if (settings !== undefined && JSON.stringify(settings) !== JSON.stringify(state.settings)) {
    state.settings = settings;
    forgetAll(state);
  }
  for (const [path, text] of buffers) {
    const before = state.files.read(path);
    const cameOrWent = state.files.setBuffer(path, text ?? undefined);
    if (cameOrWent) forgetAll(state);
    else if (before !== state.files.read(path)) changed(state, path);
  }
  if (everything === true || filesCameOrWent(state, files)) {
    state.files.refresh();
    forgetAll(state);
    return;
  }
  // Saving a buffer changes the file and not the text that counts.
  for (const { path } of files) if (!state.files.isOpen(path)) changed(state, path);
}

/** Some editors save a file by putting another one in its place: then nothing came or went. */
function filesCameOrWent(state: HostState, files: readonly FileChange[]): boolean {
  if (files.every(({ kind }) => kind === 'changed')) return false;
  const before = files.map(({ path }) => state.files.exists(path));
  state.files.refresh();
  return files.some(({ path }, index) => before[index] !== state.files.exists(path));
}

function forgetAll(state: HostState): void {
  state.current = undefined;
  state.memory = undefined;
  state.configuration = undefined;
}

/** Only code is remembered file by file; what else is read (manifests, deployment files) says how all of it is started. */
function changed(state: HostState, path: string): void {
  const { memory, edited, files } = state;
  if (!memory || !(path.endsWith('.py') || isScriptFile(path))) return forgetAll(state);
  const isKnown = memory.program.hasRead(path) && memory.program.text(path) === files.read(path);
  if (isKnown && !edited.has(path)) return;
  state.current = undefined;
  edited.add(path);
}

/** The snapshot as it is now, where code only moved since the last analysis; `undefined` where startup has to be run again. */
function refresh(state: HostState): Analysis | undefined {
  const { last, memory, edited, files } = state;
  if (state.current) return state.current;
  if (!last || last.memory !== memory) return undefined;
  const moves = new Map<string, LineMove>();
  for (const path of edited) {
    const move = moveOf(last, path, files.read(path));
    if (!move) return undefined;
    moves.set(path, move);
  }
  const places = createTextPlaces((file) =>
    edited.has(file) ? files.read(file) : readIn(state, memory, file),
  );
  state.revision++;
  state.current = {
    ...last.snapshot,
    revision: state.revision,
    ...placed(movedReport(last.snapshot.report, moves), last.problems, places),
  };
  return state.current;
}

/** How the lines of a file moved since the last analysis; `undefined` where its code says something else, or it cannot be told. */
function moveOf(last: Finished, path: string, now: string | undefined): LineMove | undefined {
  const { program } = last.memory;
  const text = program.hasRead(path) ? program.text(path) : undefined;
  const before = text === undefined ? undefined : program.node(path);
  // What is broken is read in ways that comments and empty lines may change.
  if (!before || now === undefined || before.problems.length > 0) return undefined;
  if (program.definesOnly(path) !== program.textDefinesOnly(now)) return undefined;
  const oldLines = last.lines.get(path) ?? codeLines(before.text);
  last.lines.set(path, oldLines);
  const newLines = codeLines(now);
  const hunks = lineHunks(oldLines.texts, newLines.texts);
  if (hunks.length > 0) {
    last.watched ??= watchedOf(last);
    const after = lowerPythonModule(path, now);
    if (!changesNothing(last.watched, { before, after, oldLines, newLines, hunks })) return undefined;
  }
  return lineMove(oldLines, newLines, hunks);
}

function watchedOf({ runs, matters }: Finished): Watched {
  const modules = new Set<ModuleNode>();
  for (const { machine } of runs)
    for (const { node, isModel } of machine.loaded.values()) if (node && !isModel) modules.add(node);
  return { trials: runs.map(createTrials), modules: [...modules], matters };
}

function readIn({ files }: HostState, { program }: AnalysisMemory, file: string): string | undefined {
  return file.endsWith('.py') ? program.text(file) : files.read(file);
}

function analyse(
  state: HostState,
  token: CancellationToken,
  onProgress: ((progress: Progress) => void) | undefined,
): Analysis {
  throwIfCancelled(token);
  state.last = undefined;
  const { models, clock } = state.options;
  state.configuration ??= readConfiguration(state.files);
  const read = state.configuration;
  const { configuration, notices } = withEditorSettings(read.configuration, state.settings);
  state.memory ??= createMemory(excluding(state.files, configuration.exclude), models, configuration);
  const { memory, edited } = state;
  for (const path of edited) forgetFile(memory, path);
  edited.clear();
  const watched = state.files.openPaths();
  const analysed = analyzeWith(memory, {
    fileSystem: memory.program.fileSystem,
    configuration,
    target: '',
    entryPoints: [],
    environments: [],
    models,
    token,
    clock,
    watches: (path) => watched.has(path),
    ...(onProgress && { onProgress }),
  });
  const places = createTextPlaces((file) => readIn(state, memory, file));
  state.revision++;
  const { problems } = read;
  const told = [...problems.map(({ file, message }) => `${file}: ${message}`), ...read.notices, ...notices];
  const snapshot: Analysis = {
    revision: state.revision,
    ...placed(analysed.result.report, problems, places),
    suites: suitesOf(configuration, state.files, places),
    links: configurationLinks(configuration, state.files, places),
    configurationFile: configuration.file ?? problems[0]?.file,
    isConfigurationSound: problems.length === 0,
    notices: told,
    settings: JSON.stringify({ ...configuration, places: undefined }, null, 2),
  };
  const kept = { calls: undefined, fixes: new Map(), lines: new Map(), watched: undefined };
  state.last = { ...analysed, memory, snapshot, problems, places, ...kept };
  state.current = snapshot;
  return snapshot;
}

/** What of a snapshot depends on where things stand. */
function placed(
  report: Report,
  problems: readonly ConfigurationProblem[],
  places: TextPlaces,
): Pick<Analysis, 'report' | 'diagnostics' | 'marks'> {
  return {
    report,
    diagnostics: editorDiagnostics(report, problems, places),
    marks: marksOf(report, places),
  };
}
