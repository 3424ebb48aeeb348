/**
 * What an event suite is, what a run of it gives, and what both need of the machine. Types only, all plain data that can
 * travel as JSON. Must not know a process, a protocol or a terminal.
 *
 * Paths of the application are relative to its root, with `/`; lines count from 1; times are milliseconds since 1970.
 */
import type { CheckId } from '../config/checks.ts';

/** A command that shows the critical events flowing. */
export interface Suite {
  /** The same as long as command and folder stay. */
  readonly id: string;
  /** What a person calls it: the file, the script of a manifest, else the command. */
  readonly name: string;
  /** As the shell takes it; `python` is the chosen interpreter. */
  readonly command: string;
  /** Working folder; `''` is the root. */
  readonly folder: string;
  /** Set for the command on top of the environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly timeLimitSeconds: number;
  /** The test file it runs, where it is one. */
  readonly file?: string;
  readonly origin: 'configuration' | 'found';
}

/** How a test ended, as its runner says. */
export type Outcome = 'passed' | 'failed' | 'error' | 'skipped';

/** What is shown for a test: the runner's word, unless it passed without the event it is about. */
export type TestState = Outcome | 'not-observed';

export interface TestResult {
  /** As the runner names it. */
  readonly id: string;
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly outcome: Outcome;
  readonly state: TestState;
  readonly seconds: number;
  readonly message: string;
  /** Critical events the test is about. */
  readonly events: readonly string[];
}

/** Where a call was made: frames of the application, the innermost first. */
export type Stack = readonly { readonly file: string; readonly line: number }[];

/** What happened to one critical event during a run. */
export interface EventObservation {
  readonly name: string;
  /** Taken by a client from its connection; or, where no client can be seen, handed to a connection by a server. */
  readonly observed: boolean;
  readonly received: number;
  readonly sent: number;
  /** Calls of functions that emit it. */
  readonly emissions: readonly EmissionRecord[];
  /** Time of the first observation. */
  readonly first?: number;
  /** Findings of the dry run that explain why it was not observed. */
  readonly explanations: readonly Explanation[];
}

export interface EmissionRecord {
  /** Class of the object it went through; `''` for a function. */
  readonly through: string;
  readonly function: string;
  readonly delivered: boolean;
  readonly stack: Stack;
  readonly time: number;
}

export interface InjectionRecord {
  readonly component: string;
  readonly function: string;
  /** Class of what was handed over; `None` where it was nothing. */
  readonly value: string;
  /** Class of the exception it ended with. */
  readonly raised?: string;
  readonly stack: Stack;
  /** Where the function is defined. */
  readonly definition: { readonly file: string; readonly line: number };
  readonly time: number;
}

/** A finding, as far as a reader needs it to go there. */
export interface Explanation {
  readonly check: CheckId;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** How the command itself ended. */
export type Ending =
  | { readonly kind: 'exited'; readonly status: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'time-limit'; readonly seconds: number }
  | { readonly kind: 'cancelled' }
  /** A debugger ran it; how the command ended is not known. */
  | { readonly kind: 'debugged' }
  /** The result was loaded; how the command ended is not known. */
  | { readonly kind: 'earlier' }
  | { readonly kind: 'not-started'; readonly reason: string };

export interface SuiteResult {
  readonly suite: Suite;
  /** `''` where none was chosen. */
  readonly environment: string;
  readonly ending: Ending;
  /** When it was started. */
  readonly started: number;
  readonly seconds: number;
  /**
   * `observed`: the probe was loaded, so `events` say what happened. `tests-only`: it was not, so nothing is known beyond the tests.
   */
  readonly evidence: 'observed' | 'tests-only';
  /** In the order of the configuration. */
  readonly events: readonly EventObservation[];
  readonly tests: readonly TestResult[];
  readonly injections: readonly InjectionRecord[];
  /** What a person has to know to trust the result: limits reached, files cut off, a probe that did not load. */
  readonly notes: readonly string[];
}

/** What the run of a suite asks of the machine. */
export interface SuiteMachine {
  /** Makes a folder outside of the workspace for one run; absolute path. */
  temporaryFolder(): Promise<string>;
  remove(folder: string): Promise<void>;
  write(path: string, text: string): Promise<void>;
  /** Text of a file, at most `limit` bytes of it; undefined where there is none. */
  read(path: string, limit: number): Promise<{ readonly text: string; readonly cut: boolean } | undefined>;
  list(folder: string): Promise<readonly string[]>;
  readonly join: (...parts: readonly string[]) => string;
  /** The environment a command inherits. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Between the folders of PATH. */
  readonly pathDelimiter: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  start(command: Command): RunningCommand;
}

export interface Command {
  readonly line: string;
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly onOutput: (text: string) => void;
}

export interface RunningCommand {
  readonly ended: Promise<Ending>;
  /** Ends it and all that it started; resolves when nothing of it is left. */
  stop(): Promise<void>;
}
