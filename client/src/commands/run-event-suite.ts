/** *Wiretrace: Run Event Suite* and *... in Environment*: runs suites as the Testing view does. Must not know how. */
import * as vscode from 'vscode';
import type { Testing } from '../suite/testing.ts';
import { textField } from './arguments.ts';
import type { CommandContext } from './register.ts';

/** With `SuiteArguments` that suite; without, the only one, or the one that the person chooses. */
export async function runEventSuite({ testing }: CommandContext, argument: unknown): Promise<void> {
  const suite = await chosenSuite(testing, argument);
  if (suite) await runShown(testing, suite, undefined);
}

/** With `{ environment }` in that one; without, in the one that the person chooses. */
export async function runEventSuiteInEnvironment(
  { testing }: CommandContext,
  argument: unknown,
): Promise<void> {
  const environment = textField(argument, 'environment') ?? (await chosenEnvironment(testing));
  const suite = environment === undefined ? undefined : await chosenSuite(testing, argument);
  if (suite) await runShown(testing, suite, environment);
}

async function chosenEnvironment(testing: Testing): Promise<string | undefined> {
  const environments = await testing.environments();
  if (environments.length > 0)
    return vscode.window.showQuickPick(environments, { placeHolder: 'Run the suite in which environment?' });
  void vscode.window.showInformationMessage(
    'Startup never looks at an environment, so there is none to choose.',
  );
  return undefined;
}

async function runShown(
  testing: Testing,
  suite: vscode.TestItem,
  environment: string | undefined,
): Promise<void> {
  await vscode.commands.executeCommand('workbench.view.testing.focus');
  await testing.run([suite], environment);
}

async function chosenSuite(testing: Testing, argument: unknown): Promise<vscode.TestItem | undefined> {
  const suites = await testing.suites();
  const command = textField(argument, 'command');
  const folder = textField(argument, 'folder');
  const id = textField(argument, 'suite');
  const asked = suites.find((item) => {
    const meaning = testing.meaningOf(item);
    if (meaning?.kind !== 'suite' || meaning.folder !== folder) return false;
    return id === undefined ? meaning.suite.command === command : meaning.suite.id === id;
  });
  if (asked) return asked;
  if (suites.length === 0) {
    void vscode.window.showInformationMessage(
      'No event suite was found: no test names a critical event. Declare one under "suites" in wiretrace.json.',
    );
    return undefined;
  }
  if (suites.length === 1) return suites[0];
  const picks = suites.map((item) => ({ label: item.label, description: item.description ?? '', item }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: 'Run which event suite?' }))?.item;
}
