/** A workspace of two folders, one application in Python and one in TypeScript, checked by one server. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allDiagnostics, eventually, rangeText } from './support/editor.ts';
import { runMocha } from './support/run-mocha.ts';
import { watchSpawned } from './support/spawned.ts';

const FILES = [
  ['chat-backend', 'app/smd.py'],
  ['chat-backend-ts', 'src/startup.ts'],
] as const;
const spawned = watchSpawned();

const SECONDS_FOR_FOLDERS = 10;

/**
 * VS Code in a browser may look for the folders of a workspace in its cache, which is empty, at the moment in which their file
 * has been read; it then takes them for complete and never has any (`createMultiFolderWorkspace` in its configurationService.ts).
 * A person would add them.
 */
async function addMissingFolders(): Promise<void> {
  const deadline = Date.now() + SECONDS_FOR_FOLDERS * 1000;
  const isOpen = () => vscode.workspace.workspaceFolders?.length === FILES.length;
  while (!isOpen() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  const { workspaceFile } = vscode.workspace;
  if (isOpen() || !workspaceFile) return;
  const changed = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
  const added = FILES.map(([folder]) => ({ uri: vscode.Uri.joinPath(workspaceFile, '..', folder) }));
  assert.ok(vscode.workspace.updateWorkspaceFolders(0, 0, ...added), 'the folders could not be added');
  await changed;
}

function fileIn(folder: string, path: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder);
  assert.ok(found, `${folder} is not open in ${String(vscode.workspace.workspaceFile)}`);
  return vscode.Uri.joinPath(found.uri, path);
}

export function run(): Promise<void> {
  return runMocha(() => {
    describe('two folders', () => {
      before(addMissingFolders);

      it('have the findings of both, from one server', async () => {
        for (const [folder, path] of FILES) await vscode.window.showTextDocument(fileIn(folder, path));
        await eventually('two findings', () => allDiagnostics().length === 2);
        assert.deepEqual(
          allDiagnostics()
            .map(([path, list]) => [path, list.map(({ range }) => rangeText(range))])
            .sort(),
          [
            ['app/smd.py', ['123:25-123:45']],
            ['src/startup.ts', ['44:13-44:31']],
          ],
        );
        assert.deepEqual(spawned.byExtension, ['fork server.cjs']);
      });

      it('are traced each from its own file', async () => {
        for (const [folder, path] of FILES) {
          await vscode.window.showTextDocument(fileIn(folder, path));
          await vscode.commands.executeCommand('wiretrace.traceStartup');
          const document = vscode.window.activeTextEditor?.document;
          assert.equal(document?.languageId, 'wiretrace-trace');
          const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
            'vscode.executeLinkProvider',
            document.uri,
          );
          const target = links[0]?.target;
          assert.ok(target);
          assert.equal(vscode.workspace.getWorkspaceFolder(target)?.name, folder);
        }
      });
    });
  });
}
