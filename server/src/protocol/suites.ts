/**
 * What client and server say to each other about event suites and running servers. Same rules as in `messages.ts`:
 * plain JSON, files as URIs, nothing of how either side is built.
 *
 * The server runs suites only in a workspace that is trusted, and only when it is asked to.
 */
import type { Location } from './messages.ts';

export const SUITE_METHODS = {
  /** Request, `SuitesParams` to `SuiteItem[]`: those of the configuration first, then those that were found. */
  suites: 'wiretrace/suites',
  /** Request, `RunSuiteParams` to `SuiteRun`; cancelling the request ends the suite with all that it started. */
  runSuite: 'wiretrace/runSuite',
  /** Server to client, a notification with `SuiteOutput`, while a suite runs. */
  suiteOutput: 'wiretrace/suiteOutput',
  /** Request, `RunSuiteParams` to `PreparedSuite`: for a client that starts the suite itself, under a debugger. */
  prepareSuite: 'wiretrace/prepareSuite',
  /** Request, `FinishSuiteParams` to `SuiteRun`: what a suite that the client started has shown. */
  finishSuite: 'wiretrace/finishSuite',
  /** Request, `LoadRunParams` to `SuiteRun | null`; `null` where the folder holds no run. */
  loadRun: 'wiretrace/loadRun',
  /** Request, `ListenParams` to `ListenOutcome`; cancelling the request ends it. */
  listen: 'wiretrace/listen',
  /** Server to client, a notification with `ArrivalParams`: an event came for the first time. */
  arrival: 'wiretrace/arrival',
} as const;

export interface SuitesParams {
  /** URI of the workspace folder. */
  readonly folder: string;
}

export interface SuiteItem {
  /** The same as long as command and working folder stay. */
  readonly id: string;
  readonly name: string;
  readonly command: string;
  /** URI of the file that it runs. */
  readonly file: string | null;
  readonly origin: 'configuration' | 'found';
  /** The critical events that it is asked about, in their order. */
  readonly events: readonly string[];
}

export interface RunSuiteParams {
  /** The client's name for this run; its output comes under it. */
  readonly run: string;
  /** URI of the workspace folder. */
  readonly folder: string;
  /** `SuiteItem.id`. */
  readonly suite: string;
  /** Without it, whatever the variables of the machine say. */
  readonly environment?: string;
  /** Path of the interpreter that the editor knows; without it, a `.venv` of the project, the configured one, or `python`. */
  readonly python?: string;
}

export interface SuiteOutput {
  readonly run: string;
  readonly text: string;
}

export interface PreparedSuite {
  /** Words of the command; the first is the interpreter where the suite runs one. */
  readonly command: string;
  /** Path of the working folder. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly python: string | null;
}

export interface FinishSuiteParams {
  readonly run: string;
}

export interface LoadRunParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** URI of the folder with `junit.xml` and `records/`. */
  readonly from: string;
}

export type TestState = 'passed' | 'failed' | 'error' | 'skipped' | 'not-observed';

/** What a run of a suite has shown. */
export interface SuiteRun {
  readonly suite: string;
  readonly name: string;
  /** `''` where none was chosen. */
  readonly environment: string;
  /** How the command ended, in words. */
  readonly ending: string;
  readonly isCancelled: boolean;
  readonly seconds: number;
  /** `tests-only`: the probe was not loaded; nothing is known of the events. */
  readonly evidence: 'observed' | 'tests-only';
  readonly events: readonly EventRun[];
  readonly tests: readonly TestRun[];
  /** What a person has to know to trust the result. */
  readonly notes: readonly string[];
  /** Places that the run came by: calls that emit, calls that inject. */
  readonly marks: readonly RunMark[];
  /** `FindingItem.id` of findings that the run confirms, and of those that it speaks against. */
  readonly confirmed: readonly string[];
  readonly contradicted: readonly string[];
}

export interface EventRun {
  readonly name: string;
  readonly observed: boolean;
  /** How often it was received, or how far it came, in words. */
  readonly detail: string;
  readonly explanations: readonly RunExplanation[];
}

/** The finding that says why an event was lost. */
export interface RunExplanation {
  /** `FindingItem.id`. */
  readonly finding: string;
  readonly check: string;
  readonly message: string;
  readonly location: Location;
}

export interface TestRun {
  readonly id: string;
  readonly name: string;
  readonly location: Location | null;
  readonly state: TestState;
  readonly message: string;
  readonly seconds: number;
  readonly events: readonly string[];
}

export interface RunMark {
  readonly location: Location;
  readonly kind: 'emission' | 'injection';
  readonly count: number;
}

export interface ListenParams {
  readonly run: string;
  /** URI of a workspace folder: its configuration names the events. */
  readonly folder: string | null;
  readonly url: string;
  readonly message?: string;
  /** From the editor's secret storage; never logged. */
  readonly token?: string;
  readonly timeLimitSeconds: number;
}

export interface ArrivalParams {
  readonly run: string;
  readonly event: string;
  /** Since the connection was open. */
  readonly seconds: number;
}

export interface ListenOutcome {
  readonly isComplete: boolean;
  readonly arrived: readonly { readonly event: string; readonly seconds: number }[];
  readonly missing: readonly string[];
  /** One line; `''` where all arrived. */
  readonly reason: string;
}
