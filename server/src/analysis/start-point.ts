/** Where a run begins. Types only; must not know how entry points are found. */
import type { EntryPoint } from '../engine/run.ts';
import type { ReportEntryPoint } from './report.ts';
import type { SourceRoots } from './source-roots.ts';

/** Where a run begins, and how its modules are found. */
export interface StartPoint {
  readonly file: string;
  readonly entry: EntryPoint;
  readonly roots: SourceRoots;
  readonly report: ReportEntryPoint;
  /** Whether it is a program of JavaScript or TypeScript. */
  readonly isScript: boolean;
}

/** What was asked for by name. */
export interface NamedEntry {
  readonly written: string;
  /** Its place in the configuration's list; -1 on the command line. */
  readonly index: number;
  /** Whether the file itself is the wish: then it is run, whatever is in it. */
  readonly isTarget: boolean;
}
