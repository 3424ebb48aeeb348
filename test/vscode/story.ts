/** The whole story in a real editor: the suite observes 0/5, the quick fix is applied, the suite observes 5/5. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SuiteRun } from '../../server/src/protocol/suites.ts';
import { diagnosticsOf, eventually, open, workspaceFile } from './support/editor.ts';
import { runMocha } from './support/run-mocha.ts';

const FILE = 'app/smd.py';
const EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];
const FIX = 'Call set_websocket_manager() with self.app.state.websocket_manager instead';
const SUITE_MILLISECONDS = 120_000;

export function run(): Promise<void> {
  return runMocha(() => {
    describe('the event suite', () => {
      it('observes 0/5, each event explained by the finding', async function () {
        this.timeout(SUITE_MILLISECONDS);
        await open(FILE);
        await eventually('the finding', () => diagnosticsOf(workspaceFile(FILE)).length === 1);
        const result = await runFromPalette();
        assert.deepEqual(observed(result), []);
        for (const { explanations } of result.events)
          assert.deepEqual(
            explanations.map(({ check, location }) => [check, location.range.start.line]),
            [['legacy-setter', 123]],
          );
        assert.equal(result.confirmed.length, 1);
      });

      it('observes 5/5 after the quick fix', async function () {
        this.timeout(SUITE_MILLISECONDS);
        const { document } = await open(FILE);
        const [diagnostic] = diagnosticsOf(document.uri);
        assert.ok(diagnostic);
        const fix = await eventually('the quick fix', () => quickFix(document.uri, diagnostic.range));
        assert.ok(fix.edit, 'the fix has an edit');
        assert.ok(await vscode.workspace.applyEdit(fix.edit));
        await document.save();
        await eventually('no finding', () => diagnosticsOf(document.uri).length === 0);
        const result = await runFromPalette();
        assert.deepEqual(observed(result), EVENTS);
        assert.deepEqual(new Set(result.tests.map(({ state }) => state)), new Set(['passed']));
      });
    });
  });
}

/** As the command in the palette does it; the result is what the extension tells others. */
async function runFromPalette(): Promise<SuiteRun> {
  const extension = vscode.extensions.getExtension<{ onEventSuiteResult: vscode.Event<SuiteRun> }>(
    'wiretrace.wiretrace',
  );
  assert.ok(extension);
  const { onEventSuiteResult } = await extension.activate();
  const result = new Promise<SuiteRun>((resolve) => {
    const subscription = onEventSuiteResult((run) => {
      subscription.dispose();
      resolve(run);
    });
  });
  await vscode.commands.executeCommand('wiretrace.runEventSuite');
  return result;
}

function observed({ events }: SuiteRun): readonly string[] {
  return events.filter((event) => event.observed).map(({ name }) => name);
}

async function quickFix(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction | undefined> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind,
    10,
  );
  return actions.find(({ title, edit }) => title === FIX && edit !== undefined);
}
