/**
 * One analysis as an editor reads it: plain data that can be sent between threads, and that never changes.
 * Lines and characters count from zero here, in UTF-16 code units; paths are relative to the root. Must not know a protocol.
 */
import type { CheckId, ReportedSeverity } from '../../config/checks.ts';
import type { Report, ReportComponent, ReportEntryPoint, ReportEvent } from '../report.ts';

export interface EditorPosition {
  readonly line: number;
  readonly character: number;
}

/** Half-open. */
export interface EditorRange {
  readonly start: EditorPosition;
  readonly end: EditorPosition;
}

export interface EditorLocation {
  readonly file: string;
  readonly range: EditorRange;
}

export interface Analysis {
  /** Counts the analyses of its host. */
  readonly revision: number;
  /** Stands in for an analysis of the texts as they are, which is due once they are left alone for a while. */
  readonly isDue: boolean;
  readonly report: Report;
  /** By file, in the order of their places. */
  readonly diagnostics: ReadonlyMap<string, readonly EditorDiagnostic[]>;
  /** By file: what is known of names in it, in the order of their places. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly suites: readonly EditorSuite[];
  /** Paths in the configuration that are files. */
  readonly links: readonly ConfigurationLink[];
  /** The file that the configuration stands in. */
  readonly configurationFile: string | undefined;
  /** Where it is not, defaults stand for it. */
  readonly isConfigurationSound: boolean;
  /** What a person should know though nothing is found: a broken configuration, sources of it that are passed over. */
  readonly notices: readonly string[];
  /** The settings in force, as text for people. */
  readonly settings: string;
}

export interface EditorDiagnostic {
  /** Of a finding: `FindingItem.id`; the same in every analysis as long as check, file, component and message stay. */
  readonly id: string;
  readonly range: EditorRange;
  readonly severity: ReportedSeverity;
  /** `invalid-configuration` for what is wrong with the configuration itself. */
  readonly code: CheckId | 'invalid-configuration';
  readonly message: string;
  /** The code that is marked never runs. */
  readonly isUnreachable: boolean;
  /** The proof, in the order of the dry run. */
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace extends EditorLocation {
  /** `3/6 an AgentRegistry is created`. */
  readonly message: string;
}

/** A name that something is known of. */
export type Mark =
  /** A class or module that needs something handed over. */
  | (MarkBase & { readonly kind: 'component'; readonly component: ReportComponent })
  /** Where a setter, an attribute or a parameter is defined through which it is handed over. */
  | (MarkBase & { readonly kind: 'injection-point'; readonly component: ReportComponent })
  /** A call or an assignment that would hand it over. */
  | (MarkBase & {
      readonly kind: 'injection';
      readonly component: ReportComponent;
      readonly injection: ReportComponent['injections'][number];
    })
  /** Where an instance is created. */
  | (MarkBase & { readonly kind: 'instance'; readonly component: ReportComponent })
  | (MarkBase & {
      readonly kind: 'emitter';
      readonly event: ReportEvent;
      readonly emitter: ReportEvent['emitters'][number];
    })
  | (MarkBase & { readonly kind: 'entry-point'; readonly id: string; readonly entryPoint: ReportEntryPoint });

interface MarkBase {
  readonly range: EditorRange;
}

export interface EditorSuite {
  readonly command: string;
  readonly place: EditorLocation | undefined;
  /** The file that the command runs, where it is one of the workspace. */
  readonly file: string | undefined;
}

export interface ConfigurationLink extends EditorLocation {
  /** The file that is meant. */
  readonly target: string;
}

/** What is asked of the trace. What is left out is chosen. */
export interface TraceQuery {
  /** A file of the workspace: the entry point that stands in it is preferred. */
  readonly file: string | undefined;
  /** Zero-based: the entry point nearest above is preferred. */
  readonly line: number | undefined;
  /** Of a mark of kind `entry-point`. */
  readonly entryPoint: string | undefined;
  readonly environment: string | undefined;
}

/** The trace of one startup in one environment, as a document. */
export interface TraceView {
  readonly entryPoint: {
    readonly id: string;
    readonly point: ReportEntryPoint;
    readonly place: EditorLocation;
  };
  readonly environment: string;
  /** All environments of the entry point, this one among them. */
  readonly environments: readonly string[];
  readonly text: string;
  readonly links: readonly TraceViewLink[];
  readonly revision: number;
}

export interface TraceViewLink {
  /** Zero-based line of the text. */
  readonly line: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly target: EditorLocation;
}

/** A function that startup enters. */
export interface CallItem {
  readonly name: string;
  /** Where it is defined, else where it is called. */
  readonly place: EditorLocation;
}

export interface CallEdge {
  readonly item: CallItem;
  /** Where the calls stand; in the caller's file. */
  readonly calls: readonly EditorRange[];
  /** Names of the environments in which startup comes by. */
  readonly environments: readonly string[];
}

/** What is asked about calls along startup. */
export interface CallQuery {
  readonly kind: 'incoming' | 'outgoing';
  readonly file: string;
  readonly position: EditorPosition;
}

/** A proved fix of a finding. */
export interface EditorFix {
  readonly title: string;
  readonly isSafe: boolean;
  /** What it does: correct the code, silence the finding, or write something into the configuration. */
  readonly kind: 'correction' | 'suppression' | 'configuration';
  readonly edits: readonly EditorFixEdit[];
}

export interface EditorFixEdit extends EditorLocation {
  readonly newText: string;
  /** Whether the file is not there yet. */
  readonly isNew: boolean;
}
