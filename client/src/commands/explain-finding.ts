/** *Wiretrace: Explain Finding*: all that is known about a finding, or about the line under the cursor. */
import * as vscode from 'vscode';
import type { ExplainParams } from '../../../server/src/protocol/messages.ts';
import { textField } from './arguments.ts';
import type { CommandContext } from './register.ts';

/** With `ExplainArguments` that finding; without, what stands at the cursor. */
export async function explainFinding({ explanations }: CommandContext, argument: unknown): Promise<void> {
  const finding = textField(argument, 'finding');
  const params = finding === undefined ? atCursor() : { finding };
  if (!params) {
    void vscode.window.showInformationMessage('Open the file with the finding, and put the cursor on it.');
    return;
  }
  await explanations.show(params);
}

function atCursor(): ExplainParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== 'file') return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
