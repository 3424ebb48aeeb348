/** Folders that come and go, files that change on the disk, settings that change: all without a restart. */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver/node';
import type {
  DidChangeConfigurationParams,
  DidChangeWatchedFilesParams,
  WorkspaceFolder,
} from 'vscode-languageserver/node';
import type { FileChange } from '../../source/live-file-system.ts';
import { describe, noting } from '../handling.ts';
import { isRecord } from '../parameters.ts';
import { type AnalysisEvents, DISK_PAUSE, everything, touch } from '../scheduling.ts';
import { call, type Folder, locate, type Session } from '../session.ts';
import { filePathOf, normalUri } from '../uris.ts';

/** Code, and what says how it is started and configured. */
const WATCHED = [
  '**/*.py',
  '**/*.pyi',
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
  '**/*.{toml,cfg,ini}',
  '**/{wiretrace,package,tsconfig}*.json',
  '**/requirements*.txt',
  '**/.env*',
  '**/{Dockerfile,Procfile,Makefile}*',
  '**/*.{yml,yaml,sh}',
];

export function registerWorkspace(session: Session, events: AnalysisEvents): void {
  const { connection } = session;
  connection.onDidChangeWatchedFiles(
    noting(session, 'watched files', ({ changes }: DidChangeWatchedFilesParams) =>
      filesChanged(session, events, changes),
    ),
  );
  connection.onDidChangeConfiguration(
    noting(session, 'configuration', async ({ settings }: DidChangeConfigurationParams) => {
      const sent: unknown = settings;
      const section = isRecord(sent) ? sent.wiretrace : undefined;
      await Promise.all(
        [...session.folders.values()].map((folder) => configure(session, events, folder, section)),
      );
    }),
  );
}

/** Once the client is ready: what it is to tell, and the settings of the first folders. */
export async function startWorkspace(session: Session, events: AnalysisEvents): Promise<void> {
  const { connection, client } = session;
  // Only now: the library asks the client for it at once, and before `initialized` that is against the protocol.
  if (client.workspaceFolders)
    connection.workspace.onDidChangeWorkspaceFolders(
      noting(session, 'workspace folders', async ({ added, removed }) => {
        for (const { uri } of removed) removeFolder(session, events, uri);
        await Promise.all(added.map((folder) => addFolder(session, events, folder)));
      }),
    );
  try {
    if (client.watchesFiles)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: WATCHED.map((globPattern) => ({ globPattern })),
      });
    if (client.watchesConfiguration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'wiretrace' });
  } catch (error) {
    session.log.warn(`the client does not tell of changes: ${describe(error)}`);
  }
  const first = [...session.folders.values()];
  await Promise.all(
    first.map((folder) => configure(session, events, folder, session.client.options.settings)),
  );
}

/** One change per file, the last one; each folder is told once of all of its files. */
function filesChanged(
  session: Session,
  events: AnalysisEvents,
  changes: DidChangeWatchedFilesParams['changes'],
): void {
  const byFolder = new Map<Folder, Map<string, FileChange>>();
  for (const { uri, type } of changes) {
    const located = typeof uri === 'string' ? locate(session, uri) : undefined;
    if (!located) continue;
    const { folder, path } = located;
    const known = byFolder.get(folder) ?? new Map<string, FileChange>();
    known.set(path, { path, kind: kindOf(type, known.get(path)) });
    byFolder.set(folder, known);
  }
  for (const [folder, files] of byFolder)
    touch(session, events, folder, { files: [...files.values()] }, DISK_PAUSE);
}

/** What comes and goes, or goes and comes, is more than changed: the folder is looked at again. */
function kindOf(type: FileChangeType, before: FileChange | undefined): FileChange['kind'] {
  if (type === FileChangeType.Changed) return before?.kind ?? 'changed';
  return type === FileChangeType.Deleted ? 'deleted' : 'created';
}

async function addFolder(session: Session, events: AnalysisEvents, added: WorkspaceFolder): Promise<void> {
  const folder = openFolder(session, added);
  // Files of an outer folder may belong to this one from now on.
  if (folder) await configure(session, events, folder, session.client.options.settings);
}

/** Makes a folder known; it is analysed once it is configured. `undefined` where it is known already, or is none. */
export function openFolder(session: Session, { uri, name }: WorkspaceFolder): Folder | undefined {
  const root = filePathOf(uri);
  const key = normalUri(uri);
  if (root === undefined) session.log.warn(`${uri} is no folder on a disk: it is not analysed`);
  if (root === undefined || session.folders.has(key)) return undefined;
  const folder: Folder = {
    uri,
    name,
    root,
    settings: session.client.options.settings ?? {},
    isConfigured: false,
    analysis: undefined,
    pending: [],
    isDirty: true,
    isStopped: false,
    failure: '',
    duration: 0,
    lastRun: undefined,
    running: undefined,
    idle: undefined,
    timer: undefined,
    waiting: new Set(),
    isClosed: false,
  };
  session.folders.set(key, folder);
  return folder;
}

function removeFolder(session: Session, events: AnalysisEvents, uri: string): void {
  const folder = session.folders.get(normalUri(uri));
  if (!folder) return;
  session.folders.delete(normalUri(uri));
  folder.isClosed = true;
  folder.running?.cancel();
  folder.idle?.cancel();
  clearTimeout(folder.timer);
  for (const wake of folder.waiting) wake();
  call(session, 'close', { root: folder.root }).catch((error: unknown) => session.log.warn(describe(error)));
  events.onSettled(folder);
}

/** Asks for the folder's settings, where the client can be asked, and has it analysed with them. */
async function configure(
  session: Session,
  events: AnalysisEvents,
  folder: Folder,
  sent: unknown,
): Promise<void> {
  const settings = session.client.configuration ? await askedSettings(session, folder) : sent;
  if (folder.isClosed) return;
  const before = JSON.stringify(folder.settings);
  // Every part is looked at before it is used: `withEditorSettings` passes over what is not sound.
  if (isRecord(settings)) folder.settings = settings;
  const isNew = !folder.isConfigured;
  folder.isConfigured = true;
  if (!isNew && before === JSON.stringify(folder.settings)) return;
  touch(session, events, folder, isNew ? everything(session, folder) : { settings: folder.settings }, 0);
}

async function askedSettings(session: Session, { uri }: Folder): Promise<unknown> {
  try {
    const answer: unknown = await session.connection.workspace.getConfiguration({
      scopeUri: uri,
      section: 'wiretrace',
    });
    return answer;
  } catch (error) {
    session.log.warn(`the client does not give its settings: ${describe(error)}`);
    return undefined;
  }
}
