/**
 * The façade's interface: what every consumer (command line, language server, tests) asks for and what it is given.
 * Types only, in editor terms. Must not know a protocol, a terminal or the disk.
 */
import type { CancellationToken } from '../base/cancellation.ts';
import type { Dialect } from '../ir/dialect.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import type { Configuration } from '../config/configuration.ts';
import type { FileSystem } from '../source/file-system.ts';
import type { Fix } from './fix.ts';
import type { Report, ReportEntryPoint, ReportFinding, ReportPlace, StepKind } from './report.ts';

/** @throws CancelledError once the token is cancelled. Broken sources are data, never an exception. */
export type Analyze = (request: AnalysisRequest) => AnalysisResult;

/** The call graph of the program that starts at `file`: dotted caller to dotted callees, every node a key. */
export type CallGraph = (request: CallGraphRequest) => Readonly<Record<string, readonly string[]>>;

export interface AnalysisRequest {
  /** Rooted at the analysed folder. */
  readonly fileSystem: FileSystem;
  readonly configuration: Configuration;
  /** Path below the root that is looked at: `''` for all of it; a file is itself the entry point. */
  readonly target: string;
  /** Only these entry points, `FILE` or `FILE:NAME`; empty: the configuration's, else those that are found. */
  readonly entryPoints: readonly string[];
  /** Only these environments; empty: all that the code and the configuration name. */
  readonly environments: readonly string[];
  readonly models: LibraryModels;
  readonly token: CancellationToken;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** Files, by path, that are being edited: runs keep what is needed to try small changes of them. */
  readonly watches?: (path: string) => boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export interface CallGraphRequest {
  readonly fileSystem: FileSystem;
  readonly models: LibraryModels;
  /** Path of the file that is run, below the root. Names are dotted from its folder. */
  readonly file: string;
  readonly token: CancellationToken;
}

/** Library models, by the dotted name of the library's module: text in the modelled language. */
export interface LibraryModels {
  readonly python: ReadonlyMap<string, string>;
  /** Loads what reads JavaScript and TypeScript, with the models of its libraries; called when the first such file has to be read. */
  readonly typescript?: () => TypeScriptSupport;
}

/** What is needed for one more language, as a part that is loaded by itself. */
export interface TypeScriptSupport {
  readonly dialect: Dialect;
  /** `definesFields` as the resolver says; a field without a value is set to none where it is left out. */
  readonly lower: (path: string, text: string, definesFields?: boolean) => ModuleNode;
  readonly createResolver: (fileSystem: FileSystem) => ModuleResolver;
  readonly models: ReadonlyMap<string, string>;
}

/** Finds the files that imports mean. */
export interface ModuleResolver {
  /** Path of the file that `specifier` means in `importer`; `undefined` for a library and for what does not exist. */
  resolve(specifier: string, importer: string): string | undefined;
  /** Whether a field without a value is set to none when an object is made, also where a base class has set it. */
  definesFields(file: string): boolean;
  /** Whether `specifier` means a source file of the workspace that is not there, and that nothing makes later. */
  isMissing(specifier: string, importer: string): boolean;
}

export interface AnalysisResult {
  readonly report: Report;
  readonly trace: TraceTree;
  /**
   * Proved fixes of a finding of this very report, the best first. Each is proved when it is asked for, which costs about as much
   * as an analysis; what the analysis used is kept for it as long as the result is. Nothing for a finding of another report.
   * @throws CancelledError once the token is cancelled
   */
  readonly fixesFor: (
    finding: ReportFinding,
    token: CancellationToken,
    allowance?: FixAllowance,
  ) => Iterable<Fix>;
  /** What may be done instead of correcting: silence the finding, declare its contract. Cheap: nothing is run for it. */
  readonly alternativesFor: (finding: ReportFinding) => readonly Fix[];
}

/** How many corrections may still be tried; counted down. */
export interface FixAllowance {
  left: number;
}

export interface Progress {
  readonly stage: 'discover' | 'run' | 'check' | 'fix';
  /** What is being looked at: a file, an entry point with its environment. */
  readonly subject: string;
  /** Parts done, and parts in all; `total` is 0 while it is unknown. */
  readonly done: number;
  readonly total: number;
}

/** The whole dry run, for people who want to walk through it. */
export interface TraceTree {
  /** One per entry point and environment, in the order they were run. */
  readonly runs: readonly TraceRun[];
}

export interface TraceRun {
  readonly entryPoint: ReportEntryPoint;
  /** `''` where the code never looks at an environment. */
  readonly environment: string;
  /** Made when they are first looked at. */
  readonly nodes: readonly TraceNode[];
}

/** A step, or a call frame: then `children` are its steps in the order they happen. Lines and columns count from 1. */
export interface TraceNode extends ReportPlace {
  readonly kind: StepKind;
  /** What happens here, as a sentence without a full stop. */
  readonly message: string;
  readonly column: number;
  /** What is known after it ("registry.websocket_manager = None"). */
  readonly state?: string;
  /** Of a guard: which way it goes; an open one goes both. */
  readonly decided?: 'true' | 'false' | 'open';
  /** Why the guard is decided, or why it is open. */
  readonly reason?: string;
  readonly children: readonly TraceNode[];
}
