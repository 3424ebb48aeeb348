/** A small editor over the built server in a process of its own: real pipes, real frames. `npm test` builds it first. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type CancellationToken,
  CancellationTokenSource,
  createMessageConnection,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type InitializeResult,
  type MessageConnection,
  ResponseError,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Status } from '../../server/src/protocol/messages.ts';
import { REPOSITORY } from '../support/source-tree.ts';

export const SERVER = join(REPOSITORY, 'dist/server.cjs');

export interface EditorOptions {
  /** Folders of the workspace. */
  readonly folders: readonly string[];
  readonly capabilities?: object;
  readonly initializationOptions?: object;
  /** Another bundle than the built one. */
  readonly server?: string;
  /** Answers of `workspace/configuration`, by the folder's URI. */
  readonly settings?: (uri: string) => unknown;
}

export interface FakeEditor {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly capabilities: ServerCapabilities;
  /** All that the server notified or asked, by method. */
  readonly received: { readonly method: string; readonly params: unknown }[];
  readonly statuses: () => readonly Status[];
  /** What the server said on standard error. */
  readonly errors: () => string;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, text: string): Promise<void>;
  /** Fetches a file's diagnostics, as they are after all edits. */
  diagnostics(uri: string): Promise<DocumentDiagnosticReport>;
  request<R>(method: string, params: unknown, token?: CancellationToken): Promise<R>;
  cancellation(): CancellationTokenSource;
  notify(method: string, params: unknown): Promise<void>;
  /** Waits until the server sent a message of a method that fits. */
  until(method: string, fits?: (params: never) => boolean): Promise<unknown>;
}

/** What VS Code can do, as far as it matters here. */
export const VSCODE = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: {
    diagnostic: {
      relatedDocumentSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { resolveSupport: { properties: ['edit'] } },
  },
};

export function uriOf(...path: readonly string[]): string {
  return pathToFileURL(join(...path)).toString();
}

/** Starts the server's process; it is ended with the test. */
export function startProcess(server = SERVER): ChildProcess {
  if (!existsSync(SERVER)) throw new Error('dist/server.cjs is missing; npm run build makes it');
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** An editor that has said `initialized`. */
export async function startEditor(options: EditorOptions): Promise<FakeEditor> {
  const editor = connect(startProcess(options.server), options);
  const { capabilities } = await editor.request<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? VSCODE,
    initializationOptions: options.initializationOptions ?? { trusted: true },
    workspaceFolders: options.folders.map((folder) => ({
      uri: uriOf(folder),
      name: folder.split('/').at(-1),
    })),
  });
  await editor.notify('initialized', {});
  return { ...editor, capabilities };
}

function connect(child: ChildProcess, { settings }: EditorOptions): FakeEditor {
  if (!child.stdout || !child.stdin) throw new Error('the server has no pipes');
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const received: { method: string; params: unknown }[] = [];
  const waiting = new Set<() => void>();
  const note = (method: string, params: unknown): void => {
    received.push({ method, params });
    for (const wake of waiting) wake();
  };
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  connection.onNotification((method, params) => note(method, params));
  connection.onUnhandledProgress((progress) => note('$/progress', progress));
  let isInitialized = false;
  connection.onRequest((method, params) => {
    note(method, params);
    // As VS Code does: nothing may be asked of it before it has said that it is ready.
    if (!isInitialized) throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
    if (method !== 'workspace/configuration') return null;
    const { items } = params as unknown as { items: { scopeUri: string }[] };
    return items.map(({ scopeUri }) => settings?.(scopeUri) ?? {});
  });
  connection.listen();
  const versions = new Map<string, number>();
  const request = <R>(method: string, params: unknown, token?: CancellationToken): Promise<R> =>
    token ? connection.sendRequest(method, params, token) : connection.sendRequest(method, params);
  const notify = (method: string, params: unknown): Promise<void> => {
    isInitialized ||= method === 'initialized';
    return connection.sendNotification(method, params);
  };
  const next = (uri: string): number => {
    versions.set(uri, (versions.get(uri) ?? 0) + 1);
    return versions.get(uri) ?? 0;
  };
  return {
    connection,
    process: child,
    capabilities: {},
    received,
    statuses: () =>
      received.filter(({ method }) => method === 'wiretrace/status').map(({ params }) => params as Status),
    errors: () => errors,
    open: (uri, text, languageId = 'python') =>
      notify('textDocument/didOpen', { textDocument: { uri, languageId, version: next(uri), text } }),
    change: (uri, text) =>
      notify('textDocument/didChange', {
        textDocument: { uri, version: next(uri) },
        contentChanges: [{ text }],
      }),
    diagnostics: (uri) => request('textDocument/diagnostic', { textDocument: { uri } }),
    request,
    cancellation: () => new CancellationTokenSource(),
    notify,
    until: async (method, fits = () => true) => {
      for (;;) {
        const found = received.find((each) => each.method === method && fits(each.params as never));
        if (found) return found.params;
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
  };
}
