/** *Wiretrace: Load Event Suite Result*: shows what `wiretrace events --run --save` kept, of this machine or of CI. */
import * as vscode from 'vscode';
import { textField } from './arguments.ts';
import type { CommandContext } from './register.ts';
import { pickFolder } from './trace-startup.ts';

/** With `{ from }`, the URI of the folder, that one; without, the one that the person chooses. */
export async function loadEventSuiteResult(
  { client, testing }: CommandContext,
  argument: unknown,
): Promise<void> {
  const given = textField(argument, 'from');
  const folder = await pickFolder('The result belongs to which folder?');
  if (!folder) return;
  const from = given ?? (await chosenFolder());
  if (!from) return;
  const result = await client.suites.load({ folder: folder.uri.toString(), from });
  if (!result) {
    void vscode.window.showWarningMessage(
      'This folder has neither junit.xml nor records: it is not what "wiretrace events --run --save" writes.',
    );
    return;
  }
  testing.showLoaded(folder, result);
  await vscode.commands.executeCommand('workbench.view.testing.focus');
}

async function chosenFolder(): Promise<string | undefined> {
  const folders = await vscode.window.showOpenDialog({
    ...{ canSelectFolders: true, canSelectFiles: false, canSelectMany: false, openLabel: 'Load' },
    title: 'Folder with junit.xml and records',
  });
  return folders?.[0]?.toString();
}
