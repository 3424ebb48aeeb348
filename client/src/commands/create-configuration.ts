/** *Wiretrace: Create Configuration*: a `wiretrace.json` with what was found, to be changed where it was found wrong. */
import * as vscode from 'vscode';
import { configurationText } from '../configuration-text.ts';
import type { CommandContext } from './register.ts';
import { pickFolder } from './trace-startup.ts';

/** Opens the file where it exists already; never overwrites one. */
export async function createConfiguration({ client }: CommandContext): Promise<void> {
  const folder = await pickFolder('Create a configuration in which folder?');
  if (!folder) return;
  const file = vscode.Uri.joinPath(folder.uri, 'wiretrace.json');
  if (!(await exists(file))) {
    const overview = await client.overview();
    const found = overview.folders.find(
      ({ uri }) => vscode.Uri.parse(uri).toString() === folder.uri.toString(),
    );
    const text = configurationText(
      (found?.entryPoints ?? []).map(({ location }) => relativePath(location.uri)),
      (found?.events ?? []).map(({ name }) => name),
    );
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
  await vscode.window.showTextDocument(file);
}

function relativePath(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false);
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
