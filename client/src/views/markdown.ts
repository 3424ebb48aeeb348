/** Shows Markdown as a page. Must not know what it says. */
import * as vscode from 'vscode';

/** In the preview; as text where the preview has been turned off. */
export async function showMarkdown(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.window.showTextDocument(uri);
  }
}
