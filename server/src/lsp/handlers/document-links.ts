/** `textDocument/documentLink`: paths in the configuration lead to their files. */
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver/node';
import { answering } from '../handling.ts';
import { settled } from '../scheduling.ts';
import { locate, type Session } from '../session.ts';
import { toClient } from '../to-protocol.ts';
import { uriBelow } from '../uris.ts';

export function registerDocumentLinks(session: Session): void {
  session.connection.onDocumentLinks(
    answering<DocumentLinkParams, DocumentLink[] | null>(
      session,
      'document links',
      null,
      async ({ textDocument: { uri } }, token) => {
        const located = locate(session, uri);
        if (!located) return null;
        const { folder, path } = located;
        await settled(folder, token);
        const to = toClient(session);
        return (folder.analysis?.links ?? [])
          .filter(({ file }) => file === path)
          .map(({ range, target }) => ({
            range: to.range(uri, range),
            target: uriBelow(folder.uri, target),
          }));
      },
    ),
  );
}
