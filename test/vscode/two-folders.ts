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

/** In a browser the file that names the folders may be read after extensions have been started: the folders come later, by themselves. */
async function fileIn(folder: string, path: string): Promise<vscode.Uri> {
  const { uri } = await eventually(`the folder ${folder}`, () =>
    vscode.workspace.workspaceFolders?.find(({ name }) => name === folder),
  );
  return vscode.Uri.joinPath(uri, path);
}

export function run(): Promise<void> {
  return runMocha(() => {
    describe('two folders', () => {
      it('have the findings of both, from one server', async () => {
        for (const [folder, path] of FILES) await vscode.window.showTextDocument(await fileIn(folder, path));
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
          await vscode.window.showTextDocument(await fileIn(folder, path));
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
