/**
 * The report: what a dry run has to say, as one JSON document (`wiretrace check --format json`), and nothing beside it.
 * Every reporter, the language server and the tests read this. Must not know how it was found, nor how it is printed.
 *
 * Lines and columns count from 1 (columns in UTF-16 code units). Paths are relative to the root and use `/`.
 */
import type { CheckId, ReportedSeverity } from '../config/checks.ts';

/** The version of this document's shape; it changes when a reader has to change. */
export const REPORT_VERSION = 1;

export interface Report {
  readonly version: typeof REPORT_VERSION;
  /** The analysed folder as it was given; every path in the report is relative to it. `.` for the working folder. */
  readonly root: string;
  /** Where startup begins, in the order of `file`, then `line`. */
  readonly entryPoints: readonly ReportEntryPoint[];
  /** Names of the environments that were run, in the order they were found; empty where the code never looks at one. */
  readonly environments: readonly string[];
  /** Every component with a contract, the wired ones too, in the order of `file`, then `line`. */
  readonly components: readonly ReportComponent[];
  /** One per root cause, in the order of `file`, then place. */
  readonly findings: readonly ReportFinding[];
  /** The critical events of the configuration, or those that the code emits, in the order they are declared. */
  readonly events: readonly ReportEvent[];
  /** What could not be followed, limits that were reached among it, in the order of `file`, then `line`. Not findings. */
  readonly unresolved: readonly ReportUnresolved[];
  readonly stats: ReportStats;
}

/** One line of one file. */
export interface ReportPlace {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Where startup begins. */
export interface ReportEntryPoint extends ReportPlace {
  /** Its sort: `asgi-lifespan`, `asgi-startup`, `main`, `listen`, `nestjs-bootstrap`, `module` ... */
  readonly kind: string;
  /** The function's name; the module's where it is the module that is run. */
  readonly name: string;
}

/** What holds for a contract in one environment, when the application begins to serve. */
export type Verdict =
  /** The right dependency is there on every path. */
  | 'wired'
  /** No path hands it over. */
  | 'never'
  /** Some paths reach serving without it. */
  | 'conditional'
  /** It is handed over after the component was started or used. */
  | 'late'
  /** Only requests hand it over. */
  | 'request-only'
  /** The right setter gets another kind of object, or none. */
  | 'wrong-dependency'
  /** Another setter of the same component is called, which the events do not read. */
  | 'wrong-setter'
  /** Nothing live uses it, so nothing is lost. */
  | 'unused'
  /** It cannot be told; `unresolved` says what could not be followed. */
  | 'unresolved';

/** Where a component is created, and what became of it: the worst where one line creates several. */
export interface ReportInstance extends ReportPlace {
  readonly verdict: Verdict;
}

/** A component with the contract it is held to. A component with two injection points stands here twice. */
export interface ReportComponent extends ReportPlace {
  /** Name of the class, or dotted name of the module. */
  readonly component: string;
  readonly kind: 'class' | 'module';
  readonly injectionPoint: ReportInjectionPoint;
  /** The worst over the environments. */
  readonly verdict: Verdict;
  /** Per environment; the one key is `""` where the code never looks at one. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Where instances of it are created on the way to serving, and by requests that use one without its dependency; empty for a module. */
  readonly instances: readonly ReportInstance[];
  /** Every call or assignment that would inject, reached or not. */
  readonly injections: readonly ReportInjection[];
  /** Critical events that are lost because this component has no dependency to send them through. */
  readonly lostEvents: readonly string[];
}

/** How the dependency is handed over; the place is where the setter, the attribute or the parameter is defined. */
export interface ReportInjectionPoint extends ReportPlace {
  readonly kind: 'setter' | 'attribute' | 'module-setter' | 'constructor';
  /** The setter's, attribute's or parameter's name. */
  readonly name: string;
  /** The attribute or module variable that holds the dependency. */
  readonly attribute: string;
}

export interface ReportInjection extends ReportPlace {
  readonly phase: 'import' | 'startup' | 'request' | 'later';
  /** Whether a dry run comes by, in some environment. */
  readonly reached: boolean;
  /** The conditions on the way to it, outermost first, as they stand in the code or in words ("registry is none"). */
  readonly guards: readonly string[];
}

/** One root cause. What follows from it is in it, not beside it. */
export interface ReportFinding {
  readonly check: CheckId;
  readonly severity: ReportedSeverity;
  /** Component, dependency, place, consequence in events, and what to do; one paragraph of plain text. */
  readonly message: string;
  /** Name of the component as in `components`; `""` where the finding is about none (an event, the configuration). */
  readonly component: string;
  readonly file: string;
  readonly range: ReportRange;
  /** The environments it holds in; empty where the code never looks at one. */
  readonly environments: readonly string[];
  /** The proof, in the order of the dry run. */
  readonly steps: readonly ReportStep[];
  /** Proved fixes, the best first. */
  readonly fixes: readonly ReportFix[];
}

/** From `start` up to, not including, `end`. */
export interface ReportRange {
  readonly start: ReportPosition;
  readonly end: ReportPosition;
}

export interface ReportPosition {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

export type StepKind =
  | 'enter'
  | 'branch'
  | 'skip'
  | 'create'
  | 'write'
  | 'inject'
  | 'emit'
  | 'raise'
  | 'serve';

/** One event of the dry run that is worth showing. */
export interface ReportStep extends ReportPlace {
  readonly kind: StepKind;
  /** What happens here, as a sentence without a full stop. */
  readonly message: string;
  /** What is known after it ("registry.websocket_manager = None"); `""` where nothing needs to be said. */
  readonly state: string;
}

export interface ReportFix {
  /** In the imperative. */
  readonly title: string;
  readonly applicability: 'safe' | 'needs-review';
}

export type EventVerdict = 'deliverable' | 'unwired' | 'unreachable' | 'never-emitted';

export interface ReportEvent {
  readonly name: string;
  /** The worst over the environments. */
  readonly verdict: EventVerdict;
  readonly emitters: readonly ReportEmitter[];
}

export interface ReportEmitter extends ReportPlace {
  /** Whether something that serves comes by. */
  readonly reached: boolean;
  /** Whether it is reached and has the dependency that it sends through, in every environment. What cannot be followed counts as there. */
  readonly wired: boolean;
  /**
   * What it sends through, by the names in the code (`registry.websocket_manager`); `raw socket` where it sends on a client's connection
   * itself, which arrives whatever startup wires.
   */
  readonly through: string;
}

export interface ReportUnresolved extends ReportPlace {
  /** Why it could not be followed, in plain words. */
  readonly reason: string;
}

export interface ReportStats {
  /** Files that the dry run needed, parsed. */
  readonly filesParsed: number;
  /** Files of a known language below the root. */
  readonly filesSeen: number;
  /** Steps of the interpreter over all runs. */
  readonly steps: number;
  /** Wall-clock time, whole milliseconds. */
  readonly milliseconds: number;
  /** Dry runs: entry points times environments. */
  readonly runs: number;
}
