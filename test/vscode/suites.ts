/** Event suites in a real editor: in an environment, ended while they hang, loaded from an earlier run. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import * as vscode from 'vscode';
import { eventually, open, workspaceFile } from './support/editor.ts';
import { runMocha } from './support/run-mocha.ts';
import { observed, resultOf } from './support/suite-results.ts';

const EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];
const SUITE = 'python tests/mission_critical/test_websocket_agent_events_suite.py';
const SUITE_MILLISECONDS = 120_000;

export function run(): Promise<void> {
  return runMocha(() => {
    describe('event suites', () => {
      it('run in the environment that is asked for', async function () {
        this.timeout(SUITE_MILLISECONDS);
        await open('app/smd.py');
        const result = await resultOf('wiretrace.runEventSuiteInEnvironment', {
          environment: 'staging',
          folder: folder(),
          command: SUITE,
        });
        assert.equal(result.environment, 'staging');
        assert.deepEqual(observed(result), EVENTS);
        assert.equal(result.name, 'events');
      });

      it('are ended with all that they started when the run is cancelled', async function () {
        this.timeout(SUITE_MILLISECONDS);
        const running = workspaceFile('running').fsPath;
        const ended = vscode.commands.executeCommand('wiretrace.runEventSuite', {
          folder: folder(),
          command: 'python hang.py',
        });
        await eventually('the suite', () => existsSync(running) && readFileSync(running, 'utf8') !== '');
        const pid = Number(readFileSync(running, 'utf8'));
        assert.ok(isAlive(pid));
        await vscode.commands.executeCommand('testing.cancelRun');
        await ended;
        await eventually('its end', () => !isAlive(pid));
      });

      it('of an earlier run are shown', async () => {
        const result = await resultOf('wiretrace.loadEventSuiteResult', {
          from: workspaceFile('earlier').toString(),
        });
        assert.deepEqual(observed(result), ['agent_started']);
        assert.equal(result.ending, 'an earlier run');
      });
    });
  });
}

function folder(): string {
  return vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? '';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
