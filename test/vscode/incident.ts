/** The incident of the example, from squiggle to correction, in a real editor. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { diagnosticsOf, eventually, open, rangeText, workspaceFile } from './support/editor.ts';
import { runMocha } from './support/run-mocha.ts';
import { watchSpawned } from './support/spawned.ts';

const FILE = 'app/smd.py';
const spawned = watchSpawned();

export function run(): Promise<void> {
  return runMocha(() => {
    describe('the incident', () => {
      it('is underlined at the wrong call, and nowhere else', async () => {
        await open(FILE);
        const [diagnostic] = await eventually('a diagnostic', () => {
          const list = diagnosticsOf(workspaceFile(FILE));
          return list.length > 0 && list;
        });
        assert.ok(diagnostic);
        assert.equal(rangeText(diagnostic.range), '123:25-123:45');
        assert.deepEqual(spawned.byExtension, ['fork server.cjs']);
        assert.ok(readFileSync(workspaceFile(FILE).fsPath, 'utf8').includes('set_websocket_bridge'));
        assert.equal(vscode.workspace.isTrusted, true);
      });
    });
  });
}
