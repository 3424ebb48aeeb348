/** What the tests do in the editor, and how they look at it. */
import * as vscode from 'vscode';

const PATIENCE_MILLISECONDS = 90_000;
const PAUSE_MILLISECONDS = 50;

/** Waits for something that is not `undefined` (or false); says what was waited for when it does not come. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  throw new Error(`${what}: not within ${PATIENCE_MILLISECONDS / 1000} s`);
}

export function workspaceFile(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(workspaceFile(path));
}

/** Ours; other extensions have their own. */
export function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'wiretrace');
}

export function allDiagnostics(): readonly (readonly [string, readonly vscode.Diagnostic[]])[] {
  return vscode.languages
    .getDiagnostics()
    .map(
      ([uri, list]) =>
        [
          vscode.workspace.asRelativePath(uri, false),
          list.filter(({ source }) => source === 'wiretrace'),
        ] as const,
    )
    .filter(([, list]) => list.length > 0);
}

/** `123:25-123:45`, counted from 0 as the editor does. */
export function rangeText({ start, end }: vscode.Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** What is shown over a place, as Markdown. */
export async function textOfHovers(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
