/** What the command line asks of the machine and of the analysis. Must not know Node: `platform/` and tests provide it. */
import type { AnalysisRequest, Analyze, CallGraph, LibraryModels } from '../analysis/api.ts';
import type { FixAllOptions, FixAllResult } from '../analysis/fix-all.ts';
import type { FileSystem } from '../source/file-system.ts';
import type { Connect } from '../suite/listen.ts';
import type { SuiteMachine } from '../suite/suite.ts';

export interface CommandLineHost {
  readonly out: Output;
  /** For people only: notices, errors, progress. Never part of a result. */
  readonly err: Output;
  readonly folders: Folders;
  readonly analyze: Analyze;
  readonly fixAll: (request: AnalysisRequest, options: FixAllOptions) => FixAllResult;
  readonly callGraph: CallGraph;
  readonly models: LibraryModels;
  readonly suites: SuiteHost;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** Of the product. */
  readonly version: string;
}

/** What runs of event suites need. */
export interface SuiteHost {
  readonly machine: SuiteMachine;
  /** The probe's files: names and texts. */
  readonly probe: Readonly<Record<string, string>>;
  readonly connect: Connect;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly hasColors: boolean;
  /** Columns of the terminal; 0 where there is none. */
  readonly width: number;
}

/** Absolute paths, with `/` on every system. */
export interface Folders {
  readonly workingFolder: string;
  /** Absolute form of a path as a person gave it. */
  resolve(path: string): string;
  kindOf(path: string): 'file' | 'folder' | 'missing';
  open(folder: string): FileSystem;
  /**
   * Writes a file below a folder, whole or not at all and in its own encoding, if it still holds `before` (absent: if it is new).
   * Gives the reason where nothing was written.
   */
  save(
    folder: string,
    path: string,
    change: { readonly before: string | undefined; readonly after: string },
  ): string | undefined;
}
