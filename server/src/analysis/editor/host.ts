/**
 * The analysis of one workspace folder that is being edited: it takes changes, and gives snapshots that never change.
 * Must not know a protocol, a thread or the disk.
 */
import { type CancellationToken, throwIfCancelled } from '../../base/cancellation.ts';
import { withEditorSettings } from '../../config/editor-settings.ts';
import { type ConfigurationResult, readConfiguration } from '../../config/read-configuration.ts';
import { excluding } from '../../source/excluding-file-system.ts';
import type { FileSystem } from '../../source/file-system.ts';
import { type FileChange, LiveFileSystem } from '../../source/live-file-system.ts';
import { type AnalysisWithRuns, analyzeWith } from '../analyze.ts';
import type { LibraryModels, Progress } from '../api.ts';
import { type AnalysisMemory, createMemory, forgetFile } from '../memory.ts';
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
  /** @throws CancelledError */
  analyse(token: CancellationToken, onProgress?: (progress: Progress) => void): Analysis;
  /** The following look at the last analysis; `undefined` and nothing where there is none. */
  trace(query: TraceQuery): TraceView | undefined;
  prepareCalls(file: string, position: EditorPosition): readonly CallItem[];
  calls(query: CallQuery): readonly CallEdge[];
  /** @throws CancelledError */
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
  last: Finished | undefined;
  /** The snapshot of `last`, as long as nothing changed since. */
  current: Analysis | undefined;
}

interface Finished extends AnalysisWithRuns {
  readonly revision: number;
  readonly places: TextPlaces;
  calls: CallTree | undefined;
  /** By the id of their finding. */
  readonly fixes: Map<string, readonly EditorFix[]>;
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
    current: undefined,
  };
  return {
    update: (change) => update(state, change),
    analyse: (token, onProgress) => analyse(state, token, onProgress),
    trace: (query) =>
      state.last && traceView(state.last.result, query, state.last.places, state.last.revision),
    prepareCalls: (file, position) => callsOf(state)?.prepare(file, position) ?? [],
    calls: (query) => callsOf(state)?.edges(query) ?? [],
    fixes: (finding, token) => fixesOf(state, finding, token),
  };
}

/** Nothing where something changed since: the fixes would be those of another text. */
function fixesOf(
  { last, current, files }: HostState,
  finding: string,
  token: CancellationToken,
): readonly EditorFix[] {
  if (!last || !current) return [];
  const known = last.fixes.get(finding) ?? editorFixes({ ...last, files }, finding, token);
  last.fixes.set(finding, known);
  return known;
}

function callsOf({ last }: HostState): CallTree | undefined {
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
  if (everything === true || files.some(({ kind }) => kind !== 'changed')) {
    state.files.refresh();
    forgetAll(state);
  } else for (const { path } of files) changed(state, path);
}

function forgetAll(state: HostState): void {
  state.current = undefined;
  state.memory = undefined;
  state.configuration = undefined;
}

/** Only code is remembered file by file; what else is read (manifests, deployment files) says how all of it is started. */
function changed(state: HostState, path: string): void {
  const { memory } = state;
  if (!memory || !path.endsWith('.py')) return forgetAll(state);
  // Saving a buffer changes the file and not the text.
  if (memory.program.hasRead(path) && memory.program.text(path) === state.files.read(path)) return;
  state.current = undefined;
  forgetFile(memory, path);
}

function analyse(
  state: HostState,
  token: CancellationToken,
  onProgress: ((progress: Progress) => void) | undefined,
): Analysis {
  throwIfCancelled(token);
  if (state.current) return state.current;
  // Its runs would be kept beside the new ones.
  state.last = undefined;
  const { models, clock } = state.options;
  state.configuration ??= readConfiguration(state.files);
  const read = state.configuration;
  const { configuration, notices } = withEditorSettings(read.configuration, state.settings);
  state.memory ??= createMemory(excluding(state.files, configuration.exclude), models, configuration);
  const { memory } = state;
  const analysed = analyzeWith(memory, {
    fileSystem: memory.program.fileSystem,
    configuration,
    target: '',
    entryPoints: [],
    environments: [],
    models,
    token,
    clock,
    ...(onProgress && { onProgress }),
  });
  const places = createTextPlaces((file) =>
    file.endsWith('.py') ? memory.program.text(file) : state.files.read(file),
  );
  state.revision++;
  state.last = { ...analysed, revision: state.revision, places, calls: undefined, fixes: new Map() };
  const { report } = analysed.result;
  state.current = {
    revision: state.revision,
    report,
    diagnostics: editorDiagnostics(report, read.problems, places),
    marks: marksOf(report, places),
    suites: suitesOf(configuration, state.files, places),
    links: configurationLinks(configuration, state.files, places),
    configurationFile: configuration.file ?? read.problems[0]?.file,
    notices: [
      ...read.problems.map(({ file, message }) => `${file}: ${message}`),
      ...read.notices,
      ...notices,
    ],
    settings: settingsText({ ...configuration, places: undefined }),
  };
  return state.current;
}

function settingsText(settings: object): string {
  return JSON.stringify(settings, null, 2);
}
