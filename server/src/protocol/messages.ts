/**
 * What client and server say to each other beyond the Language Server Protocol: method names and plain JSON types.
 * The client may import nothing else of the server. Must not know how either side is built.
 *
 * Positions are LSP positions: zero-based, in the position encoding that was negotiated (UTF-16 unless the client offers another).
 * Paths never travel: files are URIs, as texts.
 */

/** Methods of the messages below, each with its direction. */
export const METHODS = {
  /** Server to client, a notification with `Status`: sent whenever something in it changed. */
  status: 'wiretrace/status',
  /** Request, `TraceParams` to `TraceDocument | null`; `null` where nothing is started from there. */
  trace: 'wiretrace/trace',
  /** Request, `ExplainParams` to `Explanation | null`; `null` where nothing is known about the place. */
  explain: 'wiretrace/explain',
  /** Request, `OverviewParams` to `Overview`: all that views show. Ask again when `Status.revision` changed. */
  overview: 'wiretrace/overview',
  /** Request without parameters to `DebugInformation`. */
  debugInformation: 'wiretrace/debugInformation',
  /** Request, `AnalyseParams` to `null`: forgets what is known and analyses now; answered when it is done. */
  analyse: 'wiretrace/analyse',
  /** Client to server, a notification with `TrustParams`: the person trusts the workspace now. */
  trust: 'wiretrace/trust',
} as const;

/** `initializationOptions` of the `initialize` request. Everything may be left out. */
export interface InitializationOptions {
  /** Whether the person trusts the workspace; without it, it is not trusted. */
  readonly trusted?: boolean;
  /** The section `wiretrace` of the settings, for clients that do not answer `workspace/configuration`. */
  readonly settings?: EditorSettings;
  /** Commands that the client provides; links and lenses are made only for these. Without it, all of `CLIENT_COMMANDS`. */
  readonly commands?: readonly string[];
}

/** The section `wiretrace` of the settings, as far as the server reads it. What is not sound is passed over and said in the log. */
export interface EditorSettings {
  readonly exclude?: readonly string[];
  readonly vocabulary?: readonly string[];
  readonly checks?: Readonly<Record<string, string>>;
  readonly diagnosticScope?: 'workspace' | 'openFiles';
  readonly codeLens?: { readonly enabled?: boolean };
}

export interface Status {
  /**
   * `ready`: the findings are those of the files as they are now. `analysing`: an analysis is under way.
   * `degraded`: something failed, `message` says what; the findings are the last ones.
   * `restricted`: as `ready`, in a workspace that is not trusted: everything is analysed and nothing is run.
   */
  readonly state: 'ready' | 'analysing' | 'degraded' | 'restricted';
  readonly findings: number;
  readonly entryPoints: number;
  /** One sentence for the status item's detail; `''` where there is nothing to add. */
  readonly message: string;
  /** Critical events that can reach their clients, of all critical events; absent where none are known. */
  readonly events?: { readonly deliverable: number; readonly critical: number };
  /** Counts finished analyses. */
  readonly revision: number;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** A startup in one environment. What is left out is chosen: the first entry point, the first environment with a finding. */
export interface TraceParams {
  /** A file of the workspace folder, or the folder itself; the entry point that stands in it is preferred. */
  readonly uri: string;
  /** Where the person is in that file: the entry point nearest above is preferred. */
  readonly position?: Position;
  /** `EntryPoint.id`. */
  readonly entryPoint?: string;
  readonly environment?: string;
}

export interface TraceDocument {
  readonly title: string;
  /** In the language `wiretrace-trace`; it folds by indentation. */
  readonly text: string;
  readonly links: readonly TraceLink[];
  readonly entryPoint: EntryPoint;
  /** `''` where the code never looks at an environment. */
  readonly environment: string;
  /** All environments of this entry point, this one among them. */
  readonly environments: readonly string[];
  /** Which analysis it shows, as in `Status.revision`. */
  readonly revision: number;
}

/** The place at the end of a line of the trace. */
export interface TraceLink {
  /** Zero-based line of the text. */
  readonly line: number;
  /** Zero-based, in UTF-16 code units. */
  readonly startColumn: number;
  /** Exclusive. */
  readonly endColumn: number;
  readonly target: Location;
}

/** Either what stands at a place, or one finding. */
export type ExplainParams =
  | { readonly uri: string; readonly position: Position }
  /** `FindingItem.id`. */
  | { readonly finding: string };

export interface Explanation {
  readonly title: string;
  readonly markdown: string;
}

export interface OverviewParams {
  /** URI of one workspace folder; without it, all of them. */
  readonly folder?: string;
}

export interface Overview {
  readonly folders: readonly FolderOverview[];
  /** As in `Status.revision`. */
  readonly revision: number;
}

export interface FolderOverview {
  /** URI of the folder. */
  readonly uri: string;
  readonly name: string;
  readonly entryPoints: readonly EntryPoint[];
  readonly environments: readonly string[];
  readonly components: readonly ComponentItem[];
  readonly findings: readonly FindingItem[];
  readonly events: readonly EventItem[];
  readonly suites: readonly Suite[];
}

export interface EntryPoint {
  /** The same in every analysis, as long as file and name stay. */
  readonly id: string;
  readonly name: string;
  /** Its sort: `asgi-lifespan`, `main`, `module` ... */
  readonly kind: string;
  readonly location: Location;
}

/** What holds for a component in one environment when the application begins to serve. */
export type Verdict =
  | 'wired'
  | 'never'
  | 'conditional'
  | 'late'
  | 'request-only'
  | 'wrong-dependency'
  | 'wrong-setter'
  | 'unused'
  | 'unresolved';

export interface ComponentItem {
  readonly name: string;
  readonly kind: 'class' | 'module';
  readonly location: Location;
  readonly injectionPoint: { readonly name: string; readonly attribute: string; readonly location: Location };
  readonly verdict: Verdict;
  /** One key, `''`, where the code never looks at an environment. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly injections: readonly InjectionItem[];
  readonly lostEvents: readonly string[];
  /** `FindingItem.id` of what is found about it. */
  readonly findings: readonly string[];
}

export interface InjectionItem {
  readonly location: Location;
  readonly phase: 'import' | 'startup' | 'request' | 'later';
  readonly reached: boolean;
  /** The conditions on the way to it, outermost first. */
  readonly guards: readonly string[];
}

export interface FindingItem {
  /** The same in every analysis, as long as check, file, component and message stay. */
  readonly id: string;
  readonly check: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly component: string;
  readonly location: Location;
  readonly environments: readonly string[];
  readonly steps: readonly StepItem[];
}

export interface StepItem {
  readonly kind: 'enter' | 'branch' | 'skip' | 'create' | 'write' | 'inject' | 'emit' | 'raise' | 'serve';
  readonly message: string;
  /** What is known after it; `''` where nothing needs to be said. */
  readonly state: string;
  readonly location: Location;
}

export interface EventItem {
  readonly name: string;
  readonly verdict: 'deliverable' | 'unwired' | 'unreachable' | 'never-emitted';
  readonly emitters: readonly {
    readonly location: Location;
    readonly reached: boolean;
    readonly wired: boolean;
  }[];
}

/** A suite of the configuration. It is run by the client, in a trusted workspace, when a person asks for it. */
export interface Suite {
  readonly command: string;
  /** Where the command stands in the configuration. */
  readonly location: Location | null;
  /** The file that the command runs, where it is one of the workspace. */
  readonly file: string | null;
}

export interface DebugInformation {
  /** Plain text, made to be pasted into an issue. */
  readonly text: string;
}

export interface AnalyseParams {
  /** URI of one workspace folder; without it, all of them. */
  readonly folder?: string;
}

export interface TrustParams {
  readonly trusted: boolean;
}
