/** The one language status item: what the server is doing, in words. Must not know how it is done. */
import * as vscode from 'vscode';
import type { ServerStatus, WiretraceClient } from '../client.ts';
import { COMMANDS } from '../commands/names.ts';
import { statusWords } from './status-words.ts';

const SELECTOR: vscode.DocumentSelector = [
  { language: 'python' },
  { language: 'typescript' },
  { language: 'typescriptreact' },
  { language: 'javascript' },
  { language: 'javascriptreact' },
  { language: 'wiretrace-trace' },
];

export function registerStatusItem(client: WiretraceClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('wiretrace.status', SELECTOR);
  item.name = 'Wiretrace';
  const show = (status: ServerStatus) => {
    const { text, detail, isBusy, isBad } = statusWords(status);
    item.text = text;
    item.detail = detail;
    item.busy = isBusy;
    item.severity = isBad ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.command =
      status.state === 'stopped'
        ? { title: 'Restart', command: COMMANDS.restartServer }
        : { title: 'Show Log', command: COMMANDS.showLog };
  };
  show({ state: 'starting', message: '' });
  return vscode.Disposable.from(item, client.onStatus(show));
}
