/** The connection to the language server: how it is started, asked, stopped, and begun anew. Must not know what is shown. */
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { CLIENT_COMMANDS } from '../../server/src/protocol/commands.ts';
import {
  type DebugInformation,
  type Explanation,
  type ExplainParams,
  type InitializationOptions,
  METHODS,
  type Overview,
  type Status,
  type TraceDocument,
  type TraceParams,
  type TrustParams,
} from '../../server/src/protocol/messages.ts';
import { COMMANDS } from './commands/names.ts';
import { FORGIVEN, restartPolicy } from './crash-policy.ts';
import { createSuiteRequests, type SuiteRequests } from './suite/requests.ts';

/** What the rest of the extension sees of the server. Requests are rejected while it does not run. */
export interface WiretraceClient {
  readonly log: vscode.LogOutputChannel;
  readonly onStatus: vscode.Event<ServerStatus>;
  /** Fires when another analysis is finished: what was asked before may be out of date. */
  readonly onAnalysed: vscode.Event<number>;
  start(): Promise<void>;
  /** Also begins a server again that gave up. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  grantTrust(): void;
  trace(params: TraceParams, token?: vscode.CancellationToken): Promise<TraceDocument | null>;
  explain(params: ExplainParams, token?: vscode.CancellationToken): Promise<Explanation | null>;
  readonly suites: SuiteRequests;
  overview(): Promise<Overview>;
  debugInformation(): Promise<DebugInformation>;
}

/** The server's own status, and the states in which it can say nothing. */
export type ServerStatus = Status | { readonly state: 'starting' | 'stopped'; readonly message: string };

/** More broken messages than this in a row, and the connection is given up. */
const MAX_TRANSPORT_ERRORS = 3;

const LANGUAGES = ['python', 'typescript', 'typescriptreact', 'javascript', 'javascriptreact'];

export function createClient(context: vscode.ExtensionContext): WiretraceClient {
  const log = vscode.window.createOutputChannel('Wiretrace', { log: true });
  const statusEmitter = new vscode.EventEmitter<ServerStatus>();
  const analysedEmitter = new vscode.EventEmitter<number>();
  const language = new LanguageClient('wiretrace', 'Wiretrace', serverOptions(context), clientOptions(log));
  context.subscriptions.push(statusEmitter, analysedEmitter);
  let revision = -1;
  language.onNotification(METHODS.status, (status: Status) => {
    statusEmitter.fire(status);
    if (status.revision === revision) return;
    revision = status.revision;
    analysedEmitter.fire(revision);
  });
  language.onDidChangeState(({ newState }) => {
    if (newState === State.Running) return;
    revision = -1;
    statusEmitter.fire(stateWithoutServer(newState));
  });
  return {
    log,
    onStatus: statusEmitter.event,
    onAnalysed: analysedEmitter.event,
    start: () => language.start(),
    restart: () => (language.needsStart() ? language.start() : language.restart()),
    stop: () => (language.needsStop() ? language.stop() : Promise.resolve()),
    grantTrust: () => {
      const params: TrustParams = { trusted: true };
      void language.sendNotification(METHODS.trust, params);
    },
    trace: (params, token) => ask<TraceDocument | null>(language, METHODS.trace, params, token),
    explain: (params, token) => ask<Explanation | null>(language, METHODS.explain, params, token),
    suites: createSuiteRequests(language),
    overview: () => language.sendRequest<Overview>(METHODS.overview, {}),
    debugInformation: () => language.sendRequest<DebugInformation>(METHODS.debugInformation),
  };
}

/** An `undefined` token would be sent as a second parameter. */
function ask<R>(
  language: LanguageClient,
  method: string,
  params: object,
  token: vscode.CancellationToken | undefined,
): Promise<R> {
  return token ? language.sendRequest<R>(method, params, token) : language.sendRequest<R>(method, params);
}

function stateWithoutServer(state: State): ServerStatus {
  return state === State.Starting
    ? { state: 'starting', message: '' }
    : { state: 'stopped', message: 'The server does not run, so nothing is checked.' };
}

/** The server never runs in the workspace's folder: nothing there is picked up by accident. */
function serverOptions(context: vscode.ExtensionContext): ServerOptions {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const server = { module, transport: TransportKind.ipc, options: { cwd: context.extensionUri.fsPath } };
  return { run: server, debug: { ...server, options: { ...server.options, execArgv: ['--inspect=6009'] } } };
}

function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [
      ...LANGUAGES.map((language) => ({ scheme: 'file', language })),
      { scheme: 'file', pattern: '**/{wiretrace.json,pyproject.toml,package.json}' },
    ],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Asked anew at every start, a restart after trust was given too.
    initializationOptions: (): InitializationOptions => ({
      trusted: vscode.workspace.isTrusted,
      commands: Object.values(CLIENT_COMMANDS),
    }),
    errorHandler: errorHandler(),
    markdown: { isTrusted: { enabledCommands: Object.values(CLIENT_COMMANDS) } },
  };
}

/** A server that ends is begun again, unless it keeps ending. */
function errorHandler(): ErrorHandler {
  const mayRestart = restartPolicy(Date.now);
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= MAX_TRANSPORT_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed: () => {
      if (mayRestart()) return { action: CloseAction.Restart };
      void offerRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function offerRestart(): Promise<void> {
  const message = `Wiretrace's server ended ${FORGIVEN + 1} times within three minutes. Nothing is checked until you restart it.`;
  const choice = await vscode.window.showErrorMessage(message, 'Restart', 'Show Log');
  if (choice === 'Restart') await vscode.commands.executeCommand(COMMANDS.restartServer);
  if (choice === 'Show Log') await vscode.commands.executeCommand(COMMANDS.showLog);
}
