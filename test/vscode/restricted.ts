/**
 * A workspace that nobody trusts, full of files that want to be run: its findings are those of any other workspace, nothing but our
 * server is started, and nothing is written.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as vscode from 'vscode';
import {
  allDiagnostics,
  diagnosticsOf,
  eventually,
  open,
  rangeText,
  workspaceFile,
} from './support/editor.ts';
import { runMocha } from './support/run-mocha.ts';
import { watchSpawned } from './support/spawned.ts';

const spawned = watchSpawned();
const root = workspaceFile('').fsPath;
const before = snapshot(root);

/** Path, size, time and text of every file below a folder. */
function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${relative(folder, file)} ${statSync(file).mtimeMs} ${readFileSync(file, 'latin1')}`);
}

async function visitEverything(): Promise<void> {
  await open('server.ts');
  const editor = await open('app/smd.py');
  const { uri } = editor.document;
  const place = new vscode.Position(123, 30);
  editor.selection = new vscode.Selection(place, place);
  const range = new vscode.Range(place, place);
  await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, place);
  await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, undefined, 100);
  await vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
  await vscode.commands.executeCommand('wiretrace.traceStartup');
  await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand('wiretrace.explainFinding');
}

export function run(): Promise<void> {
  return runMocha(() => {
    describe('a workspace that is not trusted', () => {
      it('has the same findings', async () => {
        assert.equal(vscode.workspace.isTrusted, false);
        await open('app/smd.py');
        const file = workspaceFile('app/smd.py');
        await eventually('a finding', () => diagnosticsOf(file).length > 0);
        assert.deepEqual(
          allDiagnostics().map(([path, list]) => [path, list.map(({ range }) => rangeText(range))]),
          [['app/smd.py', ['123:25-123:45']]],
        );
      });

      it('starts no process but the server, and writes nothing', async () => {
        await visitEverything();
        assert.deepEqual(spawned.byExtension, ['fork server.cjs']);
        assert.deepEqual(spawned.byServer(), []);
        assert.deepEqual(readdirSync(join(root, '..', 'traces')), []);
        assert.deepEqual(snapshot(root), before);
      });
    });
  });
}
