/** *Wiretrace: Trace Startup*: shows the dry run of the startup that belongs to a place. Must not know how it is drawn. */
import * as vscode from 'vscode';
import type { TraceParams } from '../../../server/src/protocol/messages.ts';
import { textField } from './arguments.ts';
import type { CommandContext } from './register.ts';

/** With `TraceArguments` that startup; without, the one that the cursor or the workspace is about. */
export async function traceStartup({ traces }: CommandContext, argument: unknown): Promise<void> {
  const params = given(argument) ?? atCursor() ?? (await inFolder());
  if (!params) return;
  await traces.show(params);
}

function given(argument: unknown): TraceParams | undefined {
  const uri = textField(argument, 'uri');
  if (uri === undefined) return undefined;
  const entryPoint = textField(argument, 'entryPoint');
  const environment = textField(argument, 'environment');
  return { uri, ...(entryPoint ? { entryPoint } : {}), ...(environment ? { environment } : {}) };
}

function atCursor(): TraceParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !vscode.workspace.getWorkspaceFolder(editor.document.uri)) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

async function inFolder(): Promise<TraceParams | undefined> {
  const folder = await pickFolder('Trace the startup of which folder?');
  return folder && { uri: folder.uri.toString() };
}

/** The only folder, or the one that the person chooses; says what to do where there is none. */
export async function pickFolder(placeHolder: string): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick({ placeHolder });
  if (folders.length === 0)
    void vscode.window.showInformationMessage(
      'Open the folder of an application first; Wiretrace looks at folders.',
    );
  return folders[0];
}
