/** *Wiretrace: Copy Debug Information*: what a report of a mistake needs, as text on the clipboard. */
import * as vscode from 'vscode';
import type { CommandContext } from './register.ts';

export async function copyDebugInformation({ context, client }: CommandContext): Promise<void> {
  const server = await client.debugInformation().then(
    ({ text }) => text,
    (error: unknown) => `The server gave no answer: ${String(error)}`,
  );
  await vscode.env.clipboard.writeText(`${editorInformation(context)}\n\n${server}\n`);
  void vscode.window.showInformationMessage(
    'The debug information is on the clipboard. It names folders and files; look at it before you send it.',
  );
}

function editorInformation({ extension }: vscode.ExtensionContext): string {
  const { version } = extension.packageJSON as { readonly version: string };
  const place = vscode.env.uiKind === vscode.UIKind.Web ? 'in a browser' : 'on the desktop';
  const remote = vscode.env.remoteName ? `, remote ${vscode.env.remoteName}` : '';
  return [
    `Wiretrace ${version}`,
    `${vscode.env.appName} ${vscode.version} ${place}${remote}`,
    `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    `Workspace: ${vscode.workspace.isTrusted ? 'trusted' : 'not trusted'}, ${vscode.workspace.workspaceFolders?.length ?? 0} folders`,
  ].join('\n');
}
