/** The whole story of an example in a real editor: the squiggle, the suite observes 0/5, the quick fix is applied, the suite observes 5/5. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allDiagnostics, diagnosticsOf, eventually, open, rangeText, workspaceFile } from './editor.ts';
import { runMocha } from './run-mocha.ts';
import { observed, resultOf } from './suite-results.ts';

const EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];
const SUITE_MILLISECONDS = 120_000;

/** What differs between the examples; lines as an editor shows them. */
export interface Story {
  /** Where the finding is. */
  readonly file: string;
  /** As `rangeText`. */
  readonly range: string;
  /** `N/ALL FILE:LINE` of the steps that lead there. */
  readonly steps: readonly string[];
  readonly fix: string;
  /** The file of the suite. */
  readonly suite: string;
  /** `FILE:LINE` of each injecting call that is observed once the fix is applied. */
  readonly injections: readonly string[];
  /** The file of the setter that is meant, which has a lens. */
  readonly setter: string;
}

export function tell(story: Story): Promise<void> {
  return runMocha(() => {
    describe('the event suite', () => {
      underlined(story);
      broken(story);
      mended(story);
    });
  });
}

function underlined({ file, range, steps }: Story): void {
  it('has its reason underlined, with the way of startup to it in order', async () => {
    await open(file);
    const diagnostic = await eventually('the finding', () => diagnosticsOf(workspaceFile(file))[0]);
    assert.equal(rangeText(diagnostic.range), range);
    assert.deepEqual(
      diagnostic.relatedInformation?.map(({ location, message }) => `${step(message)} ${placeOf(location)}`),
      steps,
    );
    assert.deepEqual(
      allDiagnostics().map(([path, list]) => [path, list.length]),
      [[file, 1]],
    );
  });
}

function broken({ file, range, suite, setter }: Story): void {
  it('observes 0/5, each event explained by the finding', async function () {
    this.timeout(SUITE_MILLISECONDS);
    await eventually('its lens', async () => (await lensesOf(suite)).includes('Run event suite'));
    const result = await resultOf('wiretrace.runEventSuite');
    assert.deepEqual(observed(result), []);
    const line = Number(range.slice(0, range.indexOf(':')));
    for (const { explanations } of result.events)
      assert.deepEqual(
        explanations.map(({ check, location }) => [check, location.uri, location.range.start.line]),
        [['legacy-setter', workspaceFile(file).toString(), line]],
      );
    assert.equal(result.confirmed.length, 1);
    assert.deepEqual(result.contradicted, []);
    await eventually('the result in its lens', async () =>
      (await lensesOf(suite)).includes('Run event suite · 0/5 observed'),
    );
    assert.match((await lensesOf(setter)).join('\n'), /another setter is called/);
    const confirmed = await eventually('the word of the run at the finding', () =>
      diagnosticsOf(workspaceFile(file))[0]?.relatedInformation?.find(({ message }) =>
        message.startsWith('the last run'),
      ),
    );
    assert.match(confirmed.message, /confirms this: 0\/5 events observed$/);
  });
}

function mended({ file, fix, suite, injections, setter }: Story): void {
  it('observes 5/5 after the quick fix', async function () {
    this.timeout(SUITE_MILLISECONDS);
    const { document } = await open(file);
    const [diagnostic] = diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    const action = await eventually('the quick fix', () => quickFix(document.uri, diagnostic.range, fix));
    assert.ok(action.edit, 'the fix has an edit');
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await document.save();
    await eventually('no finding', () => diagnosticsOf(document.uri).length === 0);
    const result = await resultOf('wiretrace.runEventSuite');
    assert.deepEqual(observed(result), EVENTS);
    assert.deepEqual(new Set(result.tests.map(({ state }) => state)), new Set(['passed']));
    assert.deepEqual(
      result.marks
        .filter(({ kind }) => kind === 'injection')
        .map(({ location, count }) => [placeOf(location), count]),
      injections.map((place) => [place, 1]),
    );
    await eventually('the result in its lens', async () =>
      (await lensesOf(suite)).includes('Run event suite · 5/5 observed'),
    );
    assert.match((await lensesOf(setter)).join('\n'), /startup comes by 1 · wired/);
  });
}

function step(message: string): string {
  return message.split(' ')[0] ?? '';
}

interface Place {
  readonly uri: vscode.Uri | string;
  readonly range: { readonly start: { readonly line: number } };
}

function placeOf({ uri, range }: Place): string {
  const file = typeof uri === 'string' ? vscode.Uri.parse(uri) : uri;
  return `${vscode.workspace.asRelativePath(file, false)}:${range.start.line + 1}`;
}

async function lensesOf(file: string): Promise<readonly string[]> {
  await open(file);
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    workspaceFile(file),
    10,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

async function quickFix(
  uri: vscode.Uri,
  range: vscode.Range,
  wanted: string,
): Promise<vscode.CodeAction | undefined> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind,
    10,
  );
  return actions.find(({ title, edit }) => title === wanted && edit !== undefined);
}
