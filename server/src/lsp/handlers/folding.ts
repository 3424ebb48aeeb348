/** `textDocument/foldingRange` of trace documents: what is called folds under its call. */
import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver/node';
import { answering } from '../handling.ts';
import type { Session } from '../session.ts';

const TRACE_LANGUAGE = 'wiretrace-trace';

export function registerFolding(session: Session): void {
  session.connection.onFoldingRanges(
    answering<FoldingRangeParams, FoldingRange[] | null>(session, 'folding', null, ({ textDocument }) => {
      const document = session.documents.get(textDocument.uri);
      return document?.languageId === TRACE_LANGUAGE ? foldingByIndentation(document.text) : null;
    }),
  );
}

/** Every line folds what follows it and is indented deeper. */
export function foldingByIndentation(text: string): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const open: { readonly line: number; readonly indent: number }[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  let last = -1;
  const close = (indent: number): void => {
    for (let top = open.at(-1); top && top.indent >= indent; top = open.at(-1)) {
      open.pop();
      if (last > top.line) ranges.push({ startLine: top.line, endLine: last });
    }
  };
  for (const [line, content] of lines.entries()) {
    if (content.trim() === '') continue;
    const indent = content.length - content.trimStart().length;
    close(indent);
    open.push({ line, indent });
    last = line;
  }
  close(0);
  return ranges.sort((a, b) => a.startLine - b.startLine);
}
