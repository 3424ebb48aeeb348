/** Runs event suites as a person does, and gives what the extension tells others of their results. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SuiteRun } from '../../../server/src/protocol/suites.ts';

/** The result of the next run. */
export async function nextResult(): Promise<{ readonly result: Promise<SuiteRun> }> {
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
  return { result };
}

/** What a command that runs or loads a suite leads to. */
export async function resultOf(command: string, argument?: object): Promise<SuiteRun> {
  const { result } = await nextResult();
  await vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]));
  return result;
}

export function observed({ events }: SuiteRun): readonly string[] {
  return events.filter((event) => event.observed).map(({ name }) => name);
}
