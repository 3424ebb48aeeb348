/**
 * Which entry points an analysis starts from: those that were asked for, else the configuration's, else those that are found.
 * Must not know how a run works.
 */
import { LineIndex } from '../base/line-index.ts';
import type { EntryProblem } from '../checks/unresolved-entry-point.ts';
import { sortOf } from '../frontends/python/entry-points.ts';
import { isScriptFile } from '../frontends/typescript/entry-points.ts';
import type { AnalysisRequest } from './api.ts';
import {
  type Candidate,
  type CandidateFinder,
  candidatesIn,
  createFinder,
  functionIn,
  namedIn,
} from './candidates.ts';
import { discover, distinct } from './discover.ts';
import type { AnalysisMemory } from './memory.ts';
import type { Program } from './program.ts';
import { foundScripts, namedScripts } from './script-start-points.ts';
import { sourceRootsOf } from './source-roots.ts';
import type { NamedEntry, StartPoint } from './start-point.ts';

export interface StartPoints {
  readonly points: readonly StartPoint[];
  readonly problems: readonly EntryProblem[];
  /** What was left out, in words. */
  readonly limits: readonly string[];
  /** Files of a known language below the root. */
  readonly filesSeen: number;
}

interface Resolved {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly EntryProblem[];
}

export function selectStartPoints(request: AnalysisRequest, memory: AnalysisMemory): StartPoints {
  const { program } = memory;
  const files = request.fileSystem.walk('');
  const filesSeen = files.filter((file) => file.endsWith('.py') || isScriptFile(file)).length;
  const finder = createFinder(program);
  const named = namedEntries(request);
  if (named.length > 0) {
    const scripts = namedScripts(request, memory, named);
    const resolved = named
      .filter(({ written }) => !isScriptFile(written))
      .map((entry) => resolveNamed(finder, entry));
    const points = startPoints(request, program, distinct(resolved.flatMap(({ candidates }) => candidates)));
    const problems = [...resolved.flatMap((each) => each.problems), ...scripts.problems];
    return { points: [...points, ...scripts.points], problems, limits: [], filesSeen };
  }
  const { candidates, limits } = discover(finder, below(files, request.target), request.token);
  const scripts = foundScripts(request, memory, below(files, request.target));
  const isMissing =
    candidates.length === 0 && scripts.length === 0 && request.configuration.contracts.length > 0;
  const problems: readonly EntryProblem[] = isMissing ? [{ kind: 'none-found' }] : [];
  const points = [...startPoints(request, program, candidates), ...scripts];
  return { points, problems, limits, filesSeen };
}

function below(files: readonly string[], folder: string): readonly string[] {
  return folder === '' ? files : files.filter((file) => file.startsWith(`${folder}/`));
}

function namedEntries(request: AnalysisRequest): readonly NamedEntry[] {
  const { entryPoints, target, configuration, fileSystem } = request;
  if (entryPoints.length > 0) return entryPoints.map((written) => ({ written, index: -1, isTarget: true }));
  if (target !== '' && !fileSystem.isDirectory(target)) {
    return [{ written: target, index: -1, isTarget: true }];
  }
  return configuration.entryPoints.map((written, index) => ({ written, index, isTarget: false }));
}

function resolveNamed(finder: CandidateFinder, { written, index, isTarget }: NamedEntry): Resolved {
  const [, path = written, name] = /^(.*?)(?::([A-Za-z_]\w*))?$/.exec(written) ?? [];
  const file = path.replace(/^(?:\.\/)+/, '');
  const missing: Resolved = { candidates: [], problems: [{ kind: 'missing', index, value: written }] };
  if (finder.program.node(file) === undefined) return missing;
  if (name !== undefined) {
    const candidates = nameIn(finder, file, name);
    return candidates.length > 0 ? { candidates, problems: [] } : missing;
  }
  const candidates = ofFile(finder, file);
  if (candidates.length > 0) return { candidates, problems: [] };
  if (isTarget) return { candidates: [wholeFile(file)], problems: [] };
  return { candidates: [], problems: [{ kind: 'starts-nothing', index, value: written }] };
}

function nameIn(finder: CandidateFinder, file: string, name: string): readonly Candidate[] {
  const node = finder.program.node(file);
  const sort = node && sortOf(node, name, finder.lookup);
  if (!sort) return [];
  const candidate =
    sort === 'function' ? functionIn(finder, file, name) : namedIn(finder, file, name, sort === 'factory');
  return candidate ? [candidate] : [];
}

/** The file's program or its applications; else its `main()`. */
function ofFile(finder: CandidateFinder, file: string): readonly Candidate[] {
  const found = candidatesIn(finder, file);
  const serving = found.filter(({ reason }) => reason !== 'program');
  if (serving.length > 0) return serving;
  if (found.length > 0) return found;
  return ['lifespan', 'main', 'create_app', 'startup']
    .flatMap((name) => nameIn(finder, file, name))
    .slice(0, 1);
}

function wholeFile(file: string): Candidate {
  return {
    file,
    serve: undefined,
    call: undefined,
    asMain: true,
    span: undefined,
    kind: 'module',
    name: undefined,
    reason: 'program',
    root: undefined,
  };
}

function startPoints(
  request: AnalysisRequest,
  program: Program,
  candidates: readonly Candidate[],
): readonly StartPoint[] {
  return candidates.map((candidate) => startPoint(request, program, candidate));
}

function startPoint({ configuration }: AnalysisRequest, program: Program, candidate: Candidate): StartPoint {
  const { file, serve, call, asMain, span, kind, name, root } = candidate;
  const roots = sourceRootsOf({
    program,
    file,
    configured: configuration.sourceRoots,
    stated: root,
    isScript: asMain,
  });
  const text = program.node(file)?.text ?? '';
  const line = new LineIndex(text).lineAt(span?.start ?? 0) + 1;
  return {
    file,
    entry: { module: roots.module, asMain, serve, call },
    roots,
    report: { file, line, kind, name: name ?? roots.module },
    isScript: false,
  };
}
