/** What all handlers share: the connection, the client, open buffers, folders, and what was last said. Must not know any handler. */
import type { Connection } from 'vscode-languageserver/node';
import type { AnalysisCalls, CallName, CallParameters, CallResult } from '../analysis/editor/service.ts';
import type { Analysis } from '../analysis/editor/analysis.ts';
import type { HostChange } from '../analysis/editor/host.ts';
import type { EditorSettings } from '../protocol/messages.ts';
import type { SuiteResult } from '../suite/suite.ts';
import type { ClientFacts } from './client-facts.ts';
import type { Documents } from './documents.ts';
import type { CallOptions, ServerHost } from './server-host.ts';
import { filePathOf, pathBelow } from './uris.ts';

export interface Session {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly client: ClientFacts;
  readonly documents: Documents;
  /** By normal URI. */
  readonly folders: Map<string, Folder>;
  readonly log: ServerLog;
  /** Diagnostics that were last given for a file, by its normal URI. */
  readonly given: Map<string, string>;
  isTrusted: boolean;
  /** Finished analyses of all folders. */
  revision: number;
  /** Ends every wait for the next analysis. */
  readonly changes: Set<() => void>;
}

/** A folder of the workspace. */
export interface Folder {
  readonly uri: string;
  readonly name: string;
  /** Absolute. */
  readonly root: string;
  settings: EditorSettings;
  /** Whether the client was asked for its settings: nothing is analysed before. */
  isConfigured: boolean;
  analysis: Analysis | undefined;
  /** Changes that the analysis has not been told yet. */
  pending: HostChange[];
  /** Whether something changed since `analysis` began. */
  isDirty: boolean;
  /** Whether a person stopped the analysis: it goes on with the next change. */
  isStopped: boolean;
  /** Why the last analysis failed; `''` where it did not. */
  failure: string;
  /** Milliseconds that the last analysis took. */
  duration: number;
  /** What the last run of an event suite has shown. */
  lastRun: SuiteResult | undefined;
  running: { cancel: () => void } | undefined;
  /** The analysis that is due once the texts are left alone; nobody waits for it. */
  idle: { cancel: () => void } | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly waiting: Set<() => void>;
  isClosed: boolean;
}

export interface ServerLog {
  info(message: string): void;
  warn(message: string): void;
  /** Is kept for the debug information. */
  error(message: string): void;
  readonly errors: readonly string[];
}

/** The innermost folder that a file lies in, with its path there. */
export function locate(
  session: Session,
  uri: string,
): { readonly folder: Folder; readonly path: string } | undefined {
  let best: { readonly folder: Folder; readonly path: string } | undefined;
  for (const folder of session.folders.values()) {
    const path = pathBelow(folder.uri, uri);
    if (path !== undefined && (!best || path.length < best.path.length)) best = { folder, path };
  }
  return best;
}

/** Text of a file as the editor has it, else as it lies on the disk. */
export function textOf(session: Session, uri: string): string | undefined {
  const open = session.documents.get(uri);
  if (open) return open.text;
  const path = filePathOf(uri);
  return path === undefined ? undefined : session.host.readText(path);
}

/** A call of the analysis, in its thread. */
export function call<N extends CallName>(
  session: Session,
  name: N,
  parameters: CallParameters<N>,
  options?: CallOptions,
): Promise<CallResult<N>> {
  // The other side answers with what `AnalysisCalls` says.
  return session.host.analysis.call(name, parameters, options) as Promise<ReturnType<AnalysisCalls[N]>>;
}
