/** *Wiretrace: Listen to a Running Server*: which critical events arrive, in their order. Must not know how a connection is made. */
import * as vscode from 'vscode';
import type { ListenOutcome } from '../../../server/src/protocol/suites.ts';
import type { CommandContext } from './register.ts';

const URL_KEY = 'wiretrace.listen.url';
const MESSAGE_KEY = 'wiretrace.listen.message';
const TIME_LIMIT_SECONDS = 120;

let output: vscode.OutputChannel | undefined;
let count = 0;

export async function listenToServer(command: CommandContext): Promise<void> {
  const { context } = command;
  const url = await vscode.window.showInputBox({
    title: 'Listen to a Running Server (1/2)',
    prompt: 'URL of the WebSocket; {token} in it stands for the token, which is asked for once',
    value: context.workspaceState.get(URL_KEY, 'ws://localhost:8000/ws'),
    validateInput: (text) => (/^wss?:\/\//.test(text) ? undefined : 'It has to start with ws:// or wss://'),
  });
  if (url === undefined) return;
  const message = await vscode.window.showInputBox({
    title: 'Listen to a Running Server (2/2)',
    prompt: 'Message to send once connected; leave it empty to only listen',
    value: context.workspaceState.get(MESSAGE_KEY, ''),
  });
  if (message === undefined) return;
  if (url.includes('{token}') && !(await hasToken(context, hostOf(url)))) return;
  await context.workspaceState.update(URL_KEY, url);
  await context.workspaceState.update(MESSAGE_KEY, message);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Listening to ${url}`, cancellable: true },
    (progress, token) => hear(command, url, message, progress, token),
  );
}

/** The token of one host is kept in the editor's secret storage, and nowhere else. */
export async function storeToken({ context }: CommandContext): Promise<void> {
  const url: string = context.workspaceState.get(URL_KEY, '');
  const host = await vscode.window.showInputBox({
    title: 'Store a Token',
    prompt: 'For which host?',
    value: hostOf(url),
  });
  if (!host) return;
  await askToken(context, host);
}

/** Asks for one where none is stored; false where the person gives none. */
async function hasToken(context: vscode.ExtensionContext, host: string): Promise<boolean> {
  const known = await context.secrets.get(secretKey(host));
  return known !== undefined || (await askToken(context, host));
}

/** Whether there is one afterwards. */
async function askToken({ secrets }: vscode.ExtensionContext, host: string): Promise<boolean> {
  const token = await vscode.window.showInputBox({
    title: 'Store a Token',
    prompt: `Token for ${host}; leave it empty to forget it`,
    password: true,
    ignoreFocusOut: true,
  });
  if (token === undefined) return false;
  if (token === '') await secrets.delete(secretKey(host));
  else await secrets.store(secretKey(host), token);
  return token !== '';
}

function secretKey(host: string): string {
  return `wiretrace.token.${host}`;
}

function hostOf(url: string): string {
  try {
    return new URL(url.replaceAll('{token}', 'x')).host;
  } catch {
    return '';
  }
}

async function hear(
  { client, context }: CommandContext,
  url: string,
  message: string,
  progress: vscode.Progress<{ message: string }>,
  token: vscode.CancellationToken,
): Promise<void> {
  output ??= vscode.window.createOutputChannel('Wiretrace Events');
  const channel = output;
  channel.appendLine(`Listening to ${url}`);
  const run = `listen-${++count}`;
  const secret = await context.secrets.get(secretKey(hostOf(url)));
  const heard: string[] = [];
  const arrivals = client.suites.onArrival(run, ({ event, seconds }) => {
    heard.push(event);
    channel.appendLine(`${seconds.toFixed(3).padStart(8)} s  ${event}`);
    progress.report({ message: `${heard.length}: ${event}` });
  });
  try {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? null;
    const outcome = await client.suites.listen(
      {
        ...{ run, folder, url, timeLimitSeconds: TIME_LIMIT_SECONDS },
        ...(message === '' ? {} : { message }),
        ...(secret === undefined ? {} : { token: secret }),
      },
      token,
    );
    if (outcome) tell(channel, outcome);
  } catch (error) {
    if (!token.isCancellationRequested) throw error;
  } finally {
    arrivals.dispose();
  }
}

function tell(channel: vscode.OutputChannel, outcome: ListenOutcome): void {
  const line = outcomeWords(outcome);
  channel.appendLine(line);
  const show = outcome.isComplete ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  void show(line, 'Show Events').then((choice) => {
    if (choice !== undefined) channel.show();
  });
}

export function outcomeWords({ arrived, missing, reason }: ListenOutcome): string {
  const all = arrived.length + missing.length;
  const rest = [
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(reason === '' ? [] : [reason]),
  ];
  return `${arrived.length}/${all} events arrived${rest.length > 0 ? `; ${rest.join('; ')}` : ''}`;
}
