/** *Wiretrace: Load Event Suite Result*: shows what `wiretrace events --run --save` kept, of this machine or of CI. */
import * as vscode from 'vscode';
import type { CommandContext } from './register.ts';
import { pickFolder } from './trace-startup.ts';

export async function loadEventSuiteResult({ client, testing }: CommandContext): Promise<void> {
  const folder = await pickFolder('The result belongs to which folder?');
  if (!folder) return;
  const options: vscode.OpenDialogOptions = {
    ...{ canSelectFolders: true, canSelectFiles: false, canSelectMany: false, openLabel: 'Load' },
    title: 'Folder with junit.xml and records',
  };
  const [from] = (await vscode.window.showOpenDialog(options)) ?? [];
  if (!from) return;
  const result = await client.suites.load({ folder: folder.uri.toString(), from: from.toString() });
  if (!result) {
    void vscode.window.showWarningMessage(
      'This folder has neither junit.xml nor records: it is not what "wiretrace events --run --save" writes.',
    );
    return;
  }
  testing.showLoaded(folder, result);
  await vscode.commands.executeCommand('workbench.view.testing.focus');
}
