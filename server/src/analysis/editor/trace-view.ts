/** One startup in one environment as a document with links. Must not know how steps came about. */
import type { AnalysisResult, TraceRun } from '../api.ts';
import { traceLines } from '../trace-text.ts';
import type { EditorLocation, TraceQuery, TraceView, TraceViewLink } from './analysis.ts';
import { entryPointId } from './finding-id.ts';
import type { TextPlaces } from './text-places.ts';

/** `undefined` where nothing starts, or nothing starts as it was asked. */
export function traceView(
  { report, trace }: AnalysisResult,
  query: TraceQuery,
  places: TextPlaces,
  revision: number,
): TraceView | undefined {
  const chosen = startOf(trace.runs, query);
  if (!chosen) return undefined;
  const id = entryPointId(chosen.entryPoint);
  const runs = trace.runs.filter(({ entryPoint }) => entryPointId(entryPoint) === id);
  const environments = runs.map(({ environment }) => environment);
  const troubled = report.findings.flatMap((finding) => finding.environments);
  const wanted = query.environment ?? environments.find((name) => troubled.includes(name));
  const run = runs.find(({ environment }) => environment === wanted) ?? runs[0];
  if (!run || (query.environment !== undefined && run.environment !== query.environment)) return undefined;
  const lines = traceLines(run, (path) => path);
  return {
    entryPoint: { id, point: run.entryPoint, place: places.name(run.entryPoint, run.entryPoint.name) },
    environment: run.environment,
    environments,
    text: `${lines.map(({ text }) => text).join('\n')}\n`,
    links: lines.map(
      ({ start, end, target }, line): TraceViewLink => ({
        line,
        startColumn: start,
        endColumn: end,
        target: pointAt(target, places),
      }),
    ),
    revision,
  };
}

/** The entry point that was asked for, else the one above the line in the file, else any in the file, else the first. */
function startOf(runs: readonly TraceRun[], query: TraceQuery): TraceRun | undefined {
  const { entryPoint, file, line } = query;
  if (entryPoint !== undefined) return runs.find((run) => entryPointId(run.entryPoint) === entryPoint);
  const here = runs.filter((run) => run.entryPoint.file === file);
  const above = line === undefined ? undefined : here.filter((run) => run.entryPoint.line - 1 <= line).at(-1);
  return above ?? here[0] ?? runs[0];
}

/** From the column to the end of the line. */
function pointAt(
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: number },
  places: TextPlaces,
): EditorLocation {
  const { range } = places.line({ file, line });
  const start = { line: line - 1, character: column - 1 };
  return { file, range: { start, end: range.end.character > start.character ? range.end : start } };
}
