/**
 * Commands of the client that the server refers to in lenses and hovers, with their one argument each.
 * Must not know what the client does with them.
 */
import type { Location, Position } from './messages.ts';

export const CLIENT_COMMANDS = {
  /** `TraceArguments`: shows the trace document. */
  traceStartup: 'wiretrace.traceStartup',
  /** `ExplainArguments`: shows the explanation of a finding. */
  explainFinding: 'wiretrace.explainFinding',
  /** `LocationsArguments`: shows places beside the code, as "find references" does. */
  showInjections: 'wiretrace.showInjections',
  /** `SuiteArguments`: runs an event suite in the Testing view. */
  runEventSuite: 'wiretrace.runEventSuite',
  /** `CheckArguments`: shows a check's page, also where there is no network. */
  showCheck: 'wiretrace.showCheck',
} as const;

/** As in `TraceParams`. */
export interface TraceArguments {
  readonly uri: string;
  readonly entryPoint?: string;
  readonly environment?: string;
}

export interface ExplainArguments {
  /** `FindingItem.id`. */
  readonly finding: string;
}

export interface LocationsArguments {
  readonly uri: string;
  readonly position: Position;
  readonly locations: readonly Location[];
}

export interface SuiteArguments {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** `Suite.command`. */
  readonly command: string;
  /** `SuiteItem.id`, where several suites may have the command. */
  readonly suite?: string;
}

export interface CheckArguments {
  /** The check's id: its page is `docs/checks/<id>.md`. */
  readonly check: string;
}
