/** The diagnostics of files as the client gets them, and whether they are those it has. Must not know when they are asked for. */
import type { Diagnostic } from 'vscode-languageserver/node';
import { type Folder, locate, type Session } from './session.ts';
import { diagnosticToClient, type ToClient, toClient } from './to-protocol.ts';
import { normalUri, uriBelow } from './uris.ts';

export interface Reported {
  readonly items: Diagnostic[];
  /** Equal for equal items. */
  readonly resultId: string;
}

/** Of a file of the workspace; nothing for any other. */
export function reportedOn(session: Session, uri: string, to: ToClient = toClient(session)): Reported {
  const located = locate(session, uri);
  if (!located || !isInScope(session, located.folder, uri)) return { items: [], resultId: NOTHING };
  const { folder, path } = located;
  const found = folder.analysis?.diagnostics.get(path) ?? [];
  const items = found.map((diagnostic) => diagnosticToClient(session, to, folder, uri, diagnostic));
  return { items, resultId: items.length === 0 ? NOTHING : resultIdOf(items) };
}

const NOTHING = '0';

/** URIs of all files with diagnostics, as the client spells those that are open. */
export function filesWithDiagnostics(session: Session): readonly string[] {
  const found = new Set<string>();
  for (const folder of session.folders.values()) {
    for (const path of folder.analysis?.diagnostics.keys() ?? []) {
      const uri = uriBelow(folder.uri, path);
      if (locate(session, uri)?.folder === folder && isInScope(session, folder, uri))
        found.add(session.documents.get(uri)?.uri ?? uri);
    }
  }
  return [...found];
}

function isInScope(session: Session, folder: Folder, uri: string): boolean {
  return folder.settings.diagnosticScope !== 'openFiles' || session.documents.get(uri) !== undefined;
}

function resultIdOf(items: readonly Diagnostic[]): string {
  const text = JSON.stringify(items);
  // Two of them: 64 bits, so that two results are not taken for one.
  return fnv(text, 0x811c9dc5) + fnv(text, 0x01234567);
}

function fnv(text: string, start: number): string {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Notes what the client has now; says whether it had something else. */
export function noteGiven(session: Session, uri: string, { resultId }: Reported): boolean {
  const key = normalUri(uri);
  const before = session.given.get(key) ?? NOTHING;
  if (resultId === NOTHING) session.given.delete(key);
  else session.given.set(key, resultId);
  return before !== resultId;
}

/** Whether the client has something else than what holds now. */
export function isStale(session: Session, uri: string, { resultId }: Reported): boolean {
  return (session.given.get(normalUri(uri)) ?? NOTHING) !== resultId;
}
