/**
 * The façade: from a folder to a report. Entry points, environments, dry runs, checks, in this order.
 * Must not know a protocol, a terminal or the disk.
 */
import { NEVER_CANCELLED, throwIfCancelled } from '../base/cancellation.ts';
import { type Checked, checkRuns } from '../checks/check-runs.ts';
import type { EntryProblem } from '../checks/unresolved-entry-point.ts';
import type { Environment, ModuleSource } from '../engine/machine.ts';
import type { Run } from '../engine/run.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import { runStartup } from '../engine/run.ts';
import { eventNames } from '../wiring/event-names.ts';
import { vocabularyOf } from '../wiring/vocabulary.ts';
import type { AnalysisRequest, AnalysisResult, Analyze, TraceNode, TraceRun } from './api.ts';
import { byPlace, reportComponents, reportEvents, reportFindings } from './build-report.ts';
import { type Matters, mattersOf } from './matters.ts';
import { type AnalysisMemory, createMemory, runKey } from './memory.ts';
import { environmentFileValues } from './environment-files.ts';
import type { EnvironmentRuns } from './environments.ts';
import { alternativesOf, type FixSource, fixesOf } from './fixes.ts';
import type { Proof, Rerun } from './prove-fix.ts';
import { runEnvironments } from './environments.ts';
import { modulesNaming } from './naming-files.ts';
import type { Places } from './places.ts';
import { createPlaces } from './places.ts';
import { moduleSource, type Program } from './program.ts';
import type { Report, ReportEntryPoint } from './report.ts';
import { REPORT_VERSION } from './report.ts';
import { scriptModules } from './script-program.ts';
import type { StartPoint } from './start-point.ts';
import type { StartPoints } from './start-points.ts';
import { selectStartPoints } from './start-points.ts';
import { startOfRun } from './start-of-run.ts';
import { traceNodes } from './trace-tree.ts';
import { unresolvedEntries } from './unresolved.ts';

/** One analysis: what all its parts share. */
interface Session {
  readonly request: AnalysisRequest;
  readonly memory: AnalysisMemory;
  readonly program: Program;
  readonly places: Places;
}

interface StartedPoint {
  readonly point: ReportEntryPoint;
  readonly environments: EnvironmentRuns<Run>;
}

export const analyze: Analyze = (request) =>
  analyzeWith(createMemory(request.fileSystem, request.models, request.configuration), request).result;

/** A result with the runs that it comes from, for what else may be asked about them. */
export interface AnalysisWithRuns {
  readonly result: AnalysisResult;
  readonly runs: readonly Run[];
  /** What proofs of its fixes have shown so far. */
  readonly proofs: readonly Proof[];
  /** Whether what is said may hang on a name in the code, or on a text. */
  readonly matters: Matters;
}

/** The same with what an earlier analysis of the same files and the same configuration left. */
export function analyzeWith(memory: AnalysisMemory, request: AnalysisRequest): AnalysisWithRuns {
  const started = request.clock();
  throwIfCancelled(request.token);
  const { program } = memory;
  const session: Session = { request, memory, program, places: createPlaces() };
  progress(session, 'discover', request.target, 0, 0);
  const selected = selectStartPoints(request, memory);
  const points = selected.points.map((point, index) =>
    runPoint(session, point, index, selected.points.length),
  );
  const checked = checkAll(session, points, selected.problems);
  const findings = reportFindings(checked.findings, session.places);
  const built = buildReport(session, points, checked, selected, [...findings.keys()]);
  const report = withTime(built, request.clock() - started);
  const runs = runsOf(points);
  const proofs: Proof[] = [];
  const onProved = (proof: Proof): void => void proofs.push(proof);
  const source: FixSource = { memory, request, report, runs, findings, onProved, again: runAgain };
  const result: AnalysisResult = {
    report,
    trace: { runs: points.flatMap((point) => traceRuns(session, point, checked)) },
    fixesFor: (finding, token, allowance) => fixesOf(source, finding, token, allowance),
    alternativesFor: (finding) => alternativesOf(source, finding),
  };
  return { result, runs, proofs, matters: mattersOf(request.configuration, checked.asked) };
}

export function runAgain(memory: AnalysisMemory, request: AnalysisRequest): Rerun {
  const { result, runs } = analyzeWith(memory, request);
  return {
    report: result.report,
    served: (environment) => runs.every((run) => run.environment.name !== environment || run.served),
  };
}

function progress(
  session: Session,
  stage: 'discover' | 'run' | 'check',
  subject: string,
  done: number,
  total: number,
): void {
  session.request.onProgress?.({ stage, subject, done, total });
}

/** Runs one entry point in each of its environments. */
function runPoint(session: Session, start: StartPoint, index: number, total: number): StartedPoint {
  const { request, program, memory } = session;
  const asked: AskedFiles = { paths: new Set() };
  const used = recording(asked);
  const modules =
    modulesOf(memory, start, used) ?? moduleSource(program, start.roots.first, start.roots.further, used);
  const events = eventNames(request.configuration.events).rules;
  const isRelevant = vocabularyOf(request.configuration.vocabulary).speaks;
  const run = (environment: Environment): Run => {
    progress(session, 'run', `${start.file} in ${environment.name}`, index, total);
    throwIfCancelled(request.token);
    const key = runKey(start, environment);
    const known = memory.runs.get(key);
    if (known) return known.run;
    asked.paths = new Set();
    const { token, watches } = request;
    const options = { modules, environment, token, isRelevant, events, ...(watches && { watches }) };
    const done = runStartup(start.entry, options);
    memory.runs.set(key, { run: done, files: asked.paths });
    return done;
  };
  const environments = runEnvironments<Run>({
    run,
    traceOf: ({ trace }) => trace,
    hasFailed: ({ failures }) => failures.length > 0,
    configured: request.configuration.environments,
    requested: request.environments,
    fileValues: (variable) => environmentFileValues(request.fileSystem, start.file, variable),
  });
  const named = environments.runs.map(({ name, run: done }) => ({ name, run: withName(done, name) }));
  const first = named[0]?.run;
  return {
    point: first ? startOfRun(start, first, session.places) : start.report,
    environments: { ...environments, runs: named },
  };
}

/** The files that the run which is being made has asked for so far. */
interface AskedFiles {
  paths: Set<string>;
}

/** Made here and not where it is passed on: a run keeps it, and with it all that stands around it, such as the runs of an analysis long gone. */
function recording(asked: AskedFiles): (path: string) => void {
  return (path) => void asked.paths.add(path);
}

/** The modules of a script; `undefined` for a program of the other language. */
function modulesOf(
  memory: AnalysisMemory,
  start: StartPoint,
  used: (path: string) => void,
): ModuleSource | undefined {
  const scripts = start.isScript ? memory.scripts.program() : undefined;
  return scripts && scriptModules(scripts, used);
}

/** The run under the name that is reported: none where the code never looks at an environment. */
function withName(run: Run, name: string): Run {
  return run.environment.name === name ? run : { ...run, environment: { ...run.environment, name } };
}

function checkAll(
  session: Session,
  points: readonly StartedPoint[],
  entryProblems: readonly EntryProblem[],
): Checked {
  const runs = runsOf(points);
  const { configuration, token } = session.request;
  progress(session, 'check', '', 0, runs.length);
  const { fileSystem } = session.request;
  const elsewhere = (texts: readonly string[]): readonly ModuleNode[] =>
    modulesNaming(session.program, fileSystem, texts);
  return checkRuns({ runs, configuration, entryProblems, token, elsewhere });
}

function runsOf(points: readonly StartedPoint[]): readonly Run[] {
  return points.flatMap(({ environments }) => environments.runs.map(({ run }) => run));
}

function buildReport(
  session: Session,
  points: readonly StartedPoint[],
  checked: Checked,
  selected: StartPoints,
  findings: Report['findings'],
): Report {
  const { places, program } = session;
  const runs = runsOf(points);
  const names = points.flatMap(({ environments }) => environments.runs.map(({ name }) => name));
  const entryPoints = points.map(({ point }) => point).toSorted(byPlace);
  return {
    version: REPORT_VERSION,
    root: '.',
    entryPoints,
    environments: [...new Set(names)].filter((name) => name !== ''),
    components: reportComponents(checked.components, places),
    findings,
    events: reportEvents(checked.events, places),
    unresolved: points.length === 0 ? [] : unresolvedOf(session, points, selected.limits),
    stats: {
      filesParsed: program.filesParsed + session.memory.scripts.filesParsed(),
      filesSeen: selected.filesSeen,
      steps: runs.reduce((sum, run) => sum + run.machine.work, 0),
      milliseconds: 0,
      runs: runs.length,
    },
  };
}

function unresolvedOf(
  session: Session,
  points: readonly StartedPoint[],
  left: readonly string[],
): Report['unresolved'] {
  const limits = [...left, ...points.flatMap(({ environments }) => environments.limits)];
  const start = points[0]?.point ?? { file: '', line: 1 };
  return unresolvedEntries({ runs: runsOf(points), places: session.places, limits, start });
}

/** The nodes are made when they are first looked at: most readers want only the report. */
function traceRuns(
  { places }: Session,
  { point, environments }: StartedPoint,
  { injections }: Checked,
): readonly TraceRun[] {
  return environments.runs.map(({ name, run }) => {
    let nodes: readonly TraceNode[] | undefined;
    return {
      entryPoint: point,
      environment: name,
      get nodes() {
        nodes ??= traceNodes(run, point, places, NEVER_CANCELLED, injections.get(run) ?? new Set());
        return nodes;
      },
    };
  });
}

function withTime(report: Report, milliseconds: number): Report {
  return { ...report, stats: { ...report.stats, milliseconds: Math.round(milliseconds) } };
}
