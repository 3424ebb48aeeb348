/**
 * The analysis of one workspace folder that is being edited: it takes changes, and gives snapshots that never change.
 * Must not know a protocol, a thread or the disk.
 */
import { type CancellationToken, throwIfCancelled } from '../../base/cancellation.ts';
import type { Configuration } from '../../config/configuration.ts';
import { withEditorSettings } from '../../config/editor-settings.ts';
import {
  type ConfigurationProblem,
  type ConfigurationResult,
  readConfiguration,
} from '../../config/read-configuration.ts';
import { isScriptFile } from '../../frontends/typescript/entry-points.ts';
import { excluding } from '../../source/excluding-file-system.ts';
import type { FileSystem } from '../../source/file-system.ts';
import { type FileChange, LiveFileSystem } from '../../source/live-file-system.ts';
import { analyzeWith } from '../analyze.ts';
import type { LibraryModels, Progress } from '../api.ts';
import { afterEdits, type AnalysisMemory, createMemory } from '../memory.ts';
import type { Proof } from '../prove-fix.ts';
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
import { editorFixes } from './editor-fixes.ts';
import {
  areImportedAlike,
  editsSince,
  type Finished,
  loadedBeside,
  movesOf,
  saysTheSame,
  stillHolds,
  weightOf,
} from './finished.ts';
import { nameAlone, textMove, type Unreadable, withUnreadable } from './half-typed.ts';
import { lastParsed, type Parse } from './last-parsed.ts';
import { type LineMove, movedReport } from './moved-lines.ts';
import { placed, snapshotOf } from './snapshot.ts';
import { createTextMoments, type Moment, type TextMoments } from './text-moments.ts';
import { createTextPlaces, type TextPlaces } from './text-places.ts';
import { traceView } from './trace-view.ts';
import { brokenSince, freshNameSince } from './unfinished.ts';

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
  configuration: ConfigurationResult | undefined;
  readonly moments: TextMoments;
  /** What the next analysis begins with; given up where files came or went, or the configuration changed. */
  base: Base | undefined;
  /** The last analyses with their runs, the nearest to the present texts first. */
  kept: readonly Finished[];
  /** What was said, of whole texts: the last one first. */
  seen: readonly Seen[];
  /** The snapshot of the files as they are now, as long as nothing changes. */
  current: Analysis | undefined;
  readonly parse: Parse;
}

interface Base {
  readonly memory: AnalysisMemory;
  readonly texts: Moment;
}

/** What was said of texts. */
interface Seen {
  readonly texts: Moment;
  readonly snapshot: Analysis;
}

/** Snapshots that are kept: undoing and doing again goes back and forth among few. */
const MOST_SEEN = 12;
/** Abstract objects that the runs of the analysis before the last one may hold, to be kept; some hundred bytes each. */
const HEAVIEST = 600_000;

export function createAnalysisHost(options: HostOptions): AnalysisHost {
  const files = new LiveFileSystem(options.open);
  const state: HostState = {
    options,
    files,
    settings: undefined,
    revision: 0,
    configuration: undefined,
    moments: createTextMoments((path) => files.read(path)),
    base: undefined,
    kept: [],
    seen: [],
    current: undefined,
    parse: lastParsed(() => state.base?.memory.scripts.program()),
  };
  return {
    update: (change) => update(state, change),
    refresh: () => refresh(state),
    analyse: (token, onProgress) =>
      state.current?.isDue === false ? state.current : analyse(state, token, onProgress),
    trace: (query, token) => {
      const last = exact(state, token);
      return last && traceView(last.result, query, placesIn(state, last), last.snapshot.revision);
    },
    prepareCalls: (file, position, token) => callsOf(exact(state, token))?.prepare(file, position) ?? [],
    calls: (query, token) => callsOf(exact(state, token))?.edges(query) ?? [],
    fixes: (finding, token) => fixesOf(state, finding, token),
  };
}

/** The last analysis, with the places as they are now: it is made again where something stands in for it. */
function exact(state: HostState, token: CancellationToken): Finished | undefined {
  const [nearest] = state.kept;
  if (!nearest || !state.current || isExact(state, nearest)) return nearest;
  analyse(state, token, undefined);
  return state.kept[0];
}

function isExact({ moments }: HostState, { texts }: Finished): boolean {
  return moments.changedSince(texts).length === 0;
}

/** Nothing where something changed since, or cannot be read: the fixes would be those of another text. */
function fixesOf(state: HostState, finding: string, token: CancellationToken): readonly EditorFix[] {
  if (!state.current || brokenSince(state, state.seen[0]?.texts).length > 0) return [];
  const last = exact(state, token);
  if (!last) return [];
  const known = last.fixes.get(finding);
  if (known) return known;
  const proved = last.proofs.length;
  const fixes = editorFixes({ ...last, files: state.files, places: placesIn(state, last) }, finding, token);
  last.fixes.set(finding, fixes);
  expect(state, last, last.proofs.slice(proved));
  return fixes;
}

/** What will be said once a fix is applied is known from its proof. */
function expect(state: HostState, last: Finished, proofs: readonly Proof[]): void {
  const { files, moments, seen } = state;
  const expected = proofs.flatMap(({ texts, report }): Seen[] => {
    if (![...texts.keys()].every((path) => files.exists(path))) return [];
    for (const path of texts.keys()) moments.note(path, files.read(path));
    const known = placesIn(state, last);
    const places = createTextPlaces((file) => texts.get(file) ?? known.text(file));
    const snapshot = { ...last.snapshot, ...placed(report, problemsOf(state), places) };
    return [{ texts: new Map([...moments.now(), ...texts]), snapshot }];
  });
  state.seen = [...seen.slice(0, 1), ...expected, ...seen.slice(1)].slice(0, MOST_SEEN);
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
    else if (before !== state.files.read(path)) changed(state, path, before);
  }
  if (everything === true || filesCameOrWent(state, files)) {
    state.files.refresh();
    forgetAll(state);
    return;
  }
  // Saving a buffer changes the file and not the text that counts.
  for (const { path } of files) if (!state.files.isOpen(path)) changed(state, path, knownText(state, path));
}

function knownText({ base }: HostState, path: string): string | undefined {
  return base?.memory.program.hasRead(path) === true ? base.memory.program.text(path) : undefined;
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
  state.base = undefined;
  state.kept = [];
  state.seen = [];
  state.moments.clear();
  state.configuration = undefined;
}

/** Only code is remembered file by file; what else is read (manifests, deployment files) says how all of it is started. */
function changed(state: HostState, path: string, before: string | undefined): void {
  if (!state.base || !(path.endsWith('.py') || isScriptFile(path))) return forgetAll(state);
  state.moments.note(path, before);
  state.current = undefined;
}

/** The snapshot as it is now, where no run is needed for it; `undefined` where startup has to be run again. */
function refresh(state: HostState): Analysis | undefined {
  if (state.current || !state.base) return state.current;
  const { kept, moments } = state;
  const same = kept.find((each) => isExact(state, each));
  if (same) return show(state, choose(state, same).snapshot);
  const seen = state.seen.find(({ texts }) => moments.changedSince(texts).length === 0);
  if (seen) return show(state, { ...seen.snapshot, isDue: true });
  const edited = kept.flatMap((finished) => {
    const edits = editsSince(finished, moments.changedSince(finished.texts), (path) =>
      state.files.read(path),
    );
    return edits ? [{ finished, edits }] : [];
  });
  const broken = edited.some(({ edits }) => saysTheSame(edits))
    ? []
    : brokenSince(state, state.seen[0]?.texts);
  if (broken.length > 0) return standing(state, broken);
  const found = edited.find(
    ({ finished, edits }) => areImportedAlike(finished, edits) && stillHolds(finished, edits, state.parse),
  );
  if (found) return show(state, moved(state, choose(state, found.finished), movesOf(found.edits)));
  const typed = edited.flatMap(({ edits }) => (edits.length === 1 ? edits : [])).find(nameAlone);
  const unfinished = (typed && nameAlone(typed)) ?? freshSince(state);
  return unfinished && standing(state, [unfinished]);
}

/** Where a name is used that came since something was last said of whole texts, and that nobody else knows. */
function freshSince(state: HostState): Unreadable | undefined {
  const [nearest] = state.kept;
  const [last] = state.seen;
  return nearest && last && freshNameSince(state, last.texts, (path) => loadedBeside(nearest, path));
}

/** Puts an analysis that is kept in the place of the last one. */
function choose(state: HostState, nearest: Finished): Finished {
  state.kept = [nearest, ...state.kept.filter((each) => each !== nearest)];
  state.base = nearest;
  return nearest;
}

/** Gives a snapshot out, and remembers it by the texts. */
function show(state: HostState, snapshot: Analysis): Analysis {
  const shown = numbered(state, snapshot);
  const texts = state.moments.now();
  const others = state.seen.filter((each) => state.moments.changedSince(each.texts).length > 0);
  state.seen = [{ texts, snapshot: shown }, ...others].slice(0, MOST_SEEN);
  return shown;
}

function numbered(state: HostState, snapshot: Analysis): Analysis {
  state.revision++;
  state.current = { ...snapshot, revision: state.revision };
  return state.current;
}

function moved(state: HostState, last: Finished, moves: ReadonlyMap<string, LineMove>): Analysis {
  const report = movedReport(last.snapshot.report, moves);
  return { ...last.snapshot, ...placed(report, problemsOf(state), placesIn(state, last)), isDue: false };
}

/** What was last said of whole texts, at its places now. It is not remembered: the next text is held against whole ones. */
function standing(state: HostState, broken: readonly Unreadable[]): Analysis | undefined {
  const { moments, files, seen, kept } = state;
  const [last] = seen;
  const [nearest] = kept;
  if (!last || !nearest) return undefined;
  const moves = new Map<string, LineMove>();
  for (const path of moments.changedSince(last.texts)) {
    const before = moments.textAt(last.texts, path);
    const now = files.read(path);
    if (before === undefined || now === undefined) return undefined;
    moves.set(path, textMove(before, now));
  }
  const report = withUnreadable(movedReport(last.snapshot.report, moves), broken);
  const told = broken.map(
    ({ file, line }) => `${file}:${line} cannot be read yet: what was found before it was typed stands`,
  );
  return numbered(state, {
    ...last.snapshot,
    ...placed(report, problemsOf(state), placesIn(state, nearest)),
    notices: [...last.snapshot.notices, ...told],
    isDue: true,
  });
}
/** Texts as they are now where they changed since an analysis, else as it read them. */
function placesIn({ files, moments }: HostState, { memory, texts }: Base): TextPlaces {
  const edited = new Set(moments.changedSince(texts));
  return createTextPlaces((file) =>
    file.endsWith('.py') && !edited.has(file) ? memory.program.text(file) : files.read(file),
  );
}

function problemsOf({ configuration }: HostState): readonly ConfigurationProblem[] {
  return configuration?.problems ?? [];
}

/** What is known when an analysis begins: the modules and runs that no edit touched. */
function begin(state: HostState, configuration: Configuration): Base {
  const { base, moments, files, options } = state;
  const texts = moments.now();
  if (base) {
    const edited = new Set(moments.changedSince(base.texts));
    state.base = { memory: edited.size === 0 ? base.memory : afterEdits(base.memory, edited), texts };
  } else {
    const fileSystem = excluding(files, configuration.exclude);
    state.base = { memory: createMemory(fileSystem, options.models, configuration), texts };
  }
  return state.base;
}

/** Besides the new one, the nearest analysis stays: taking the edit back is the likeliest edit. Others are given up before the run. */
function keepNearest(state: HostState): void {
  state.kept = state.kept.slice(0, 1).filter((each) => weightOf(each, undefined) <= HEAVIEST);
}

function analyse(
  state: HostState,
  token: CancellationToken,
  onProgress: ((progress: Progress) => void) | undefined,
): Analysis {
  throwIfCancelled(token);
  state.configuration ??= readConfiguration(state.files);
  const { configuration, notices } = withEditorSettings(state.configuration.configuration, state.settings);
  const { memory, texts } = begin(state, configuration);
  keepNearest(state);
  const watched = state.files.openPaths();
  const { models, clock } = state.options;
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
  const places = placesIn(state, { memory, texts });
  const { report } = analysed.result;
  const told = [...state.configuration.notices, ...notices];
  const parts = { report, configuration, problems: problemsOf(state), notices: told };
  const snapshot = show(state, snapshotOf(parts, state.files, places));
  const own = { calls: undefined, fixes: new Map(), lines: new Map(), named: new Map(), watched: undefined };
  state.kept = [{ ...analysed, memory, texts, snapshot, ...own }, ...state.kept];
  return snapshot;
}
