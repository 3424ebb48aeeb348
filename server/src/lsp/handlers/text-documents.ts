/** `textDocument/didOpen`, `didChange`, `didClose`: open buffers win over files. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver/node';
import { noting } from '../handling.ts';
import { type AnalysisEvents, touch } from '../scheduling.ts';
import { locate, type Session } from '../session.ts';

export function registerTextDocuments(session: Session, events: AnalysisEvents): void {
  const { connection, documents, client } = session;
  const tell = (uri: string, text: string | null): void => {
    const located = locate(session, uri);
    if (located) touch(session, events, located.folder, { buffers: [[located.path, text]] });
  };
  connection.onDidOpenTextDocument(
    noting(session, 'didOpen', ({ textDocument }: DidOpenTextDocumentParams) => {
      documents.open(textDocument);
      tell(textDocument.uri, textDocument.text);
    }),
  );
  connection.onDidChangeTextDocument(
    noting(session, 'didChange', ({ textDocument, contentChanges }: DidChangeTextDocumentParams) => {
      const { uri, version } = textDocument;
      const document = documents.change(uri, version, contentChanges, client.encoding);
      if (document) tell(uri, document.text);
      else session.log.warn(`${uri} was changed and is not open`);
    }),
  );
  connection.onDidCloseTextDocument(
    noting(session, 'didClose', ({ textDocument: { uri } }: DidCloseTextDocumentParams) => {
      if (documents.close(uri)) tell(uri, null);
    }),
  );
}
