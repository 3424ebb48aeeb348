/** Fixes as one edit of the protocol. Must not know how they were proved. */
import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { EditorFix, EditorFixEdit } from '../analysis/editor/analysis.ts';
import type { Folder, Session } from './session.ts';
import { type ToClient, toClient } from './to-protocol.ts';
import { uriBelow } from './uris.ts';

/** All edits of some fixes; the client keeps them from an open buffer that was changed meanwhile, where it can. */
export function workspaceEdit(session: Session, folder: Folder, fixes: readonly EditorFix[]): WorkspaceEdit {
  const to = toClient(session);
  const byFile = new Map<string, EditorFixEdit[]>();
  for (const edit of fixes.flatMap(({ edits }) => edits)) {
    const known = byFile.get(edit.file);
    if (known) known.push(edit);
    else byFile.set(edit.file, [edit]);
  }
  if (!session.client.documentChanges) {
    const changes = [...byFile].map(([file, edits]) => {
      const uri = uriBelow(folder.uri, file);
      return [uri, edits.map((edit) => textEdit(to, uri, edit))] as const;
    });
    return { changes: Object.fromEntries(changes) };
  }
  const documentChanges = [...byFile].flatMap(([file, edits]): (CreateFile | TextDocumentEdit)[] => {
    const open = session.documents.get(uriBelow(folder.uri, file));
    const uri = open?.uri ?? uriBelow(folder.uri, file);
    const change: TextDocumentEdit = {
      textDocument: { uri, version: open?.version ?? null },
      edits: edits.map((edit) => textEdit(to, uri, edit)),
    };
    const isNew = edits.some((edit) => edit.isNew);
    return isNew ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change];
  });
  return { documentChanges };
}

function textEdit(to: ToClient, uri: string, { range, newText }: EditorFixEdit): TextEdit {
  return { range: to.range(uri, range), newText };
}
