/** Joins the parts of the language server on one connection. Must not know Node. */
import { type Connection, createConnection } from 'vscode-languageserver/node';
import type { InitializeParams, InitializeResult, WorkspaceFolder } from 'vscode-languageserver/node';
import { serverCapabilities } from './capabilities.ts';
import { clientFacts } from './client-facts.ts';
import { createDocuments } from './documents.ts';
import { registerAnalyse } from './handlers/analyse.ts';
import { registerCallHierarchy } from './handlers/call-hierarchy.ts';
import { registerCodeActions } from './handlers/code-actions.ts';
import { registerCodeLens } from './handlers/code-lens.ts';
import { registerDebugInformation } from './handlers/debug-information.ts';
import { registerDefinition } from './handlers/definition.ts';
import { registerDiagnostics } from './handlers/diagnostics.ts';
import { registerDocumentLinks } from './handlers/document-links.ts';
import { registerExplain } from './handlers/explain.ts';
import { registerFolding } from './handlers/folding.ts';
import { registerHover } from './handlers/hover.ts';
import { registerListen } from './handlers/listen.ts';
import { registerOverview } from './handlers/overview.ts';
import { registerSuites } from './handlers/suites.ts';
import { registerTextDocuments } from './handlers/text-documents.ts';
import { registerTrace } from './handlers/trace.ts';
import { openFolder, registerWorkspace, startWorkspace } from './handlers/workspace.ts';
import { describe, noting } from './handling.ts';
import { guardedReader } from './life-cycle.ts';
import { createLog } from './log.ts';
import { publishing } from './publishing.ts';
import type { AnalysisEvents } from './scheduling.ts';
import type { ServerHost } from './server-host.ts';
import type { Session } from './session.ts';
import { createStatusSender } from './status.ts';

/** Listens until the client says goodbye. */
export function startServer(host: ServerHost): void {
  const log = createLog(() => opened);
  const reader = guardedReader({ reader: host.reader, writer: host.writer, log: (text) => log.warn(text) });
  const opened = createConnection(reader, host.writer);
  host.onStrayError((error) => log.error(`nobody caught this: ${describe(error)}`));
  opened.onInitialize((parameters) => {
    const session = newSession(opened, host, parameters, log);
    const sendStatus = createStatusSender(session);
    const events = publishing(session, sendStatus);
    registerAll(session, events, sendStatus);
    for (const folder of foldersOf(parameters)) openFolder(session, folder);
    opened.onInitialized(
      noting(session, 'initialized', async () => {
        sendStatus();
        await startWorkspace(session, events);
        sendStatus();
      }),
    );
    opened.onShutdown(async () => {
      for (const folder of session.folders.values()) {
        folder.isClosed = true;
        folder.running?.cancel();
        folder.idle?.cancel();
        clearTimeout(folder.timer);
        for (const wake of folder.waiting) wake();
      }
      await host.analysis.close().catch((error: unknown) => log.warn(describe(error)));
    });
    const result: InitializeResult = {
      capabilities: serverCapabilities(session.client),
      serverInfo: { name: 'wiretrace', version: host.version },
    };
    return result;
  });
  opened.listen();
}

function newSession(
  connection: Connection,
  host: ServerHost,
  parameters: InitializeParams,
  log: Session['log'],
): Session {
  const client = clientFacts(parameters);
  return {
    connection,
    host,
    client,
    documents: createDocuments(),
    folders: new Map(),
    log,
    given: new Map(),
    isTrusted: client.options.trusted === true,
    revision: 0,
    changes: new Set(),
  };
}

function registerAll(session: Session, events: AnalysisEvents, sendStatus: () => void): void {
  registerTextDocuments(session, events);
  registerWorkspace(session, events);
  registerDiagnostics(session);
  registerHover(session);
  registerSuites(session, events);
  registerListen(session);
  registerDefinition(session);
  registerCodeLens(session);
  registerCodeActions(session);
  registerCallHierarchy(session);
  registerDocumentLinks(session);
  registerFolding(session);
  registerTrace(session);
  registerExplain(session);
  registerOverview(session);
  registerDebugInformation(session);
  registerAnalyse(session, events, sendStatus);
}

/** Older clients name one folder. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly WorkspaceFolder[] {
  if (workspaceFolders) return workspaceFolders;
  if (!rootUri) return [];
  return [{ uri: rootUri, name: decodeURIComponent(rootUri.split('/').at(-1) ?? rootUri) }];
}
