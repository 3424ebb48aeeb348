/** What the last analysis knows about a place in a file. Must not know how it is shown. */
import type { Position } from 'vscode-languageserver/node';
import type { EditorDiagnostic, Mark } from '../analysis/editor/analysis.ts';
import { findingId } from '../analysis/editor/finding-id.ts';
import type { ReportFinding } from '../analysis/report.ts';
import { positionFromClient } from './from-protocol.ts';
import type { MarkdownContext } from './markdown.ts';
import { type Folder, locate, type Session } from './session.ts';
import { uriBelow } from './uris.ts';

export interface Located {
  readonly folder: Folder;
  readonly path: string;
  readonly marks: readonly Mark[];
  readonly diagnostics: readonly EditorDiagnostic[];
}

/** What stands at a position; `undefined` outside of the workspace, and before the first analysis. */
export function knownAt(session: Session, uri: string, position: Position): Located | undefined {
  const located = locate(session, uri);
  if (!located?.folder.analysis) return undefined;
  const { folder, path } = located;
  const { line, character } = positionFromClient(session, uri, position);
  const at = ({ range: { start, end } }: { readonly range: Mark['range'] }): boolean =>
    (start.line < line || (start.line === line && start.character <= character)) &&
    (end.line > line || (end.line === line && end.character >= character));
  return {
    folder,
    path,
    marks: folder.analysis?.marks.get(path)?.filter(at) ?? [],
    diagnostics: folder.analysis?.diagnostics.get(path)?.filter(at) ?? [],
  };
}

export function findingOf(
  session: Session,
  id: string,
): { readonly folder: Folder; readonly finding: ReportFinding } | undefined {
  for (const folder of session.folders.values()) {
    const finding = folder.analysis?.report.findings.find((each) => findingId(each) === id);
    if (finding) return { folder, finding };
  }
  return undefined;
}

export function markdownContext(session: Session, folder: Folder): MarkdownContext {
  return { commands: session.client.commands, uri: (file) => uriBelow(folder.uri, file) };
}
