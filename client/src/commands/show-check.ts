/** Shows the page of a check, which comes with the extension: it can be read without a network. */
import * as vscode from 'vscode';
import { showMarkdown } from '../views/markdown.ts';
import { textField } from './arguments.ts';
import type { CommandContext } from './register.ts';

/** With `CheckArguments`. */
export async function showCheck({ context }: CommandContext, argument: unknown): Promise<void> {
  const check = textField(argument, 'check');
  // Only a plain name becomes part of a path.
  const page = check !== undefined && /^[a-z]+(-[a-z]+)*$/.test(check) ? `${check}.md` : 'README.md';
  await showMarkdown(vscode.Uri.joinPath(context.extensionUri, 'docs', 'checks', page));
}
