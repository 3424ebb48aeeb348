/** `textDocument/diagnostic` and `workspace/diagnostic`: the client fetches; a workspace that is as it was is held until it changes. */
import type {
  CancellationToken,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { answering } from '../handling.ts';
import { filesWithDiagnostics, noteGiven, reportedOn } from '../reported.ts';
import { isSettled, settled } from '../scheduling.ts';
import { locate, type Session } from '../session.ts';
import { toClient } from '../to-protocol.ts';
import { normalUri } from '../uris.ts';

export function registerDiagnostics(session: Session): void {
  const { diagnostics } = session.connection.languages;
  if (!session.client.pullsDiagnostics) return;
  const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
  diagnostics.on(
    answering(session, 'diagnostic', nothing, (parameters: DocumentDiagnosticParams, token) =>
      ofDocument(session, parameters, token),
    ),
  );
  diagnostics.onWorkspace(
    answering(
      session,
      'workspace diagnostic',
      { items: [] },
      (parameters: WorkspaceDiagnosticParams, token) => ofWorkspace(session, parameters, token),
    ),
  );
}

/** Waits for the analysis of the text as it is. */
async function ofDocument(
  session: Session,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const located = locate(session, uri);
  if (located) await settled(located.folder, token);
  const reported = reportedOn(session, uri);
  noteGiven(session, uri, reported);
  const { items, resultId } = reported;
  return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
}

async function ofWorkspace(
  session: Session,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const known = new Map(previousResultIds.map(({ uri, value }) => [normalUri(uri), { uri, value }] as const));
  for (;;) {
    if (token.isCancellationRequested) return { items: [] };
    if ([...session.folders.values()].every(isSettled)) {
      const items = changedReports(session, known);
      if (items.some(({ kind }) => kind === 'full')) return { items };
    }
    await nextChange(session, token);
  }
}

/** All files that have diagnostics or had some. */
function changedReports(
  session: Session,
  known: ReadonlyMap<string, { readonly uri: string; readonly value: string }>,
): WorkspaceDocumentDiagnosticReport[] {
  const to = toClient(session);
  const uris = new Map(filesWithDiagnostics(session).map((uri) => [normalUri(uri), uri]));
  for (const [key, { uri }] of known) if (!uris.has(key)) uris.set(key, uri);
  return [...uris].flatMap(([key, uri]): WorkspaceDocumentDiagnosticReport[] => {
    const { items, resultId } = reportedOn(session, uri, to);
    const version = session.documents.get(uri)?.version ?? null;
    const before = known.get(key)?.value;
    if (before === resultId) return [{ kind: 'unchanged', uri, resultId, version }];
    return [{ kind: 'full', uri, resultId, items, version }];
  });
}

async function nextChange({ changes }: Session, token: CancellationToken): Promise<void> {
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      changes.delete(wake);
      subscription.dispose();
      resolve();
    };
    const subscription = token.onCancellationRequested(wake);
    changes.add(wake);
  });
}
