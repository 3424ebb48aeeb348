/** The one language status item: what the server is doing, in words. Must not know how it is done. */
import * as vscode from 'vscode';
import type { SuiteRun } from '../../../server/src/protocol/suites.ts';
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

/** `onResult` gives the runs of event suites: the last one is in the item. */
export function registerStatusItem(
  client: WiretraceClient,
  onResult: vscode.Event<SuiteRun>,
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('wiretrace.status', SELECTOR);
  item.name = 'Wiretrace';
  let status: ServerStatus = { state: 'starting', message: '' };
  let last: SuiteRun | undefined;
  const show = () => {
    const { text, detail, isBusy, isBad } = statusWords(status, last);
    item.text = text;
    item.detail = detail;
    item.busy = isBusy;
    item.severity = isBad ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.command =
      status.state === 'stopped'
        ? { title: 'Restart', command: COMMANDS.restartServer }
        : { title: 'Show Log', command: COMMANDS.showLog };
  };
  show();
  const told = client.onStatus((next) => {
    status = next;
    show();
  });
  const ran = onResult((result) => {
    last = result;
    show();
  });
  return vscode.Disposable.from(item, told, ran);
}
