/** What the server says it can do. Must not know how it does it. */
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver/node';
import type { ServerCapabilities } from 'vscode-languageserver/node';
import type { ClientFacts } from './client-facts.ts';

export const FIX_ALL = 'source.fixAll.wiretrace';

export function serverCapabilities(client: ClientFacts): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'wiretrace',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
    hoverProvider: true,
    definitionProvider: true,
    implementationProvider: true,
    callHierarchyProvider: true,
    codeLensProvider: { resolveProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
    documentLinkProvider: { resolveProvider: false },
    foldingRangeProvider: true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
    },
  };
}
