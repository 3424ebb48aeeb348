/** Beside the Python extension and the Python Debugger: the chosen interpreter is used, suites are debugged, and run on each save. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, open, workspaceFile } from './support/editor.ts';
import { runMocha } from './support/run-mocha.ts';
import { nextResult, observed, resultOf } from './support/suite-results.ts';

const EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];
const RUN_SUITE = 'tests/run_suite.py';
const SUITE_MILLISECONDS = 120_000;

export function run(): Promise<void> {
  return runMocha(() => {
    describe('a suite', () => {
      chosen();
      debugged();
      onSave();
    });
  });
}

function chosen(): void {
  it('runs with the interpreter that the Python extension has chosen, whatever is configured', async function () {
    this.timeout(SUITE_MILLISECONDS);
    await open('app/smd.py');
    const result = await resultOf('wiretrace.runEventSuite');
    assert.deepEqual(observed(result), EVENTS);
    assert.deepEqual(whatRan(), { prefix: workspaceFile('chosen').fsPath, debugger: false });
  });
}

function debugged(): void {
  it('stops at a breakpoint under the debugger, and is observed', async function () {
    this.timeout(SUITE_MILLISECONDS);
    const { document } = await open(RUN_SUITE);
    const line = document.getText().split('\n').indexOf('import pytest');
    const place = new vscode.Location(document.uri, new vscode.Position(line, 0));
    const breakpoint = new vscode.SourceBreakpoint(place);
    vscode.debug.addBreakpoints([breakpoint]);
    const { result } = await nextResult();
    const ended = vscode.commands.executeCommand('testing.debugAll');
    const frame = await eventually('the breakpoint', () => {
      const item = vscode.debug.activeStackItem;
      return item instanceof vscode.DebugStackFrame ? item : undefined;
    });
    assert.equal(frame.session.type, 'debugpy');
    const { stackFrames } = (await frame.session.customRequest('stackTrace', {
      threadId: frame.threadId,
    })) as { readonly stackFrames: readonly { readonly name: string; readonly line: number }[] };
    assert.deepEqual([stackFrames[0]?.name, stackFrames[0]?.line], ['<module>', line + 1]);
    vscode.debug.removeBreakpoints([breakpoint]);
    await vscode.commands.executeCommand('workbench.action.debug.continue');
    const run = await result;
    await ended;
    assert.deepEqual(observed(run), EVENTS);
    assert.equal(run.ending, 'debugged');
    assert.deepEqual(whatRan(), { prefix: workspaceFile('chosen').fsPath, debugger: true });
  });
}

function onSave(): void {
  it('runs again on each save once that is asked for, and no longer once it is not', async function () {
    this.timeout(SUITE_MILLISECONDS);
    await vscode.commands.executeCommand('workbench.view.testing.focus');
    await startContinuousRun();
    assert.deepEqual(observed(await onceSaved()), EVENTS);
    assert.deepEqual(observed(await onceSaved()), EVENTS);
    await vscode.commands.executeCommand('testing.stopContinuousRun');
    rmSync(workspaceFile('ran.json').fsPath);
    await saveAgain();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    assert.equal(existsSync(workspaceFile('ran.json').fsPath), false);
  });
}

/** It asks which of the profiles are meant; the first one is *Run*. */
async function startContinuousRun(): Promise<void> {
  const started = vscode.commands.executeCommand('testing.startContinuousRun');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await started;
}

async function onceSaved(): ReturnType<typeof resultOf> {
  const { result } = await nextResult();
  await saveAgain();
  return result;
}

async function saveAgain(): Promise<void> {
  const editor = await open('app/smd.py');
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# edited\n'));
  assert.ok(await editor.document.save());
}

/** What the suite wrote down of itself. */
function whatRan(): unknown {
  return JSON.parse(readFileSync(workspaceFile('ran.json').fsPath, 'utf8'));
}
