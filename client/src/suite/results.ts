/** Puts what a run has shown into the Testing view: an event counts where it was observed, a test where its event was. Must not know how it was run. */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS } from '../../../server/src/protocol/commands.ts';
import type { EventRun, RunExplanation, SuiteRun, TestRun } from '../../../server/src/protocol/suites.ts';
import { eventItem, type Items, testItem } from './items.ts';

export function showResult(
  items: Items,
  run: vscode.TestRun,
  suite: vscode.TestItem,
  result: SuiteRun,
): void {
  for (const event of result.events) showEvent(run, suite, event, result);
  for (const test of result.tests) showTest(items, run, suite, test);
  for (const note of result.notes) run.appendOutput(`\r\nnote: ${note}\r\n`, undefined, suite);
  run.appendOutput(`\r\n${summary(result)}\r\n`, undefined, suite);
}

/** `0/5 events observed in staging (exit status 1, 1.9 s)`. */
export function summary(result: SuiteRun): string {
  const where = result.environment === '' ? '' : ` in ${result.environment}`;
  return `${countWords(result)}${where} (${result.ending}, ${result.seconds.toFixed(1)} s)`;
}

function countWords({ events, evidence }: SuiteRun): string {
  if (evidence === 'tests-only') return 'events not observed: the probe was not loaded';
  return `${events.filter(({ observed }) => observed).length}/${events.length} events observed`;
}

function showEvent(
  run: vscode.TestRun,
  suite: vscode.TestItem,
  event: EventRun,
  { evidence, isCancelled }: SuiteRun,
): void {
  const item = eventItem(suite, event.name);
  if (!item) return;
  if (event.observed) run.passed(item);
  else if (evidence === 'tests-only' || isCancelled) run.skipped(item);
  else run.failed(item, eventMessages(event));
}

/** One message per finding that explains it, at the place of that finding, so that one click leads there. */
function eventMessages(event: EventRun): vscode.TestMessage[] {
  const detail = event.detail === '' ? '' : ` (${event.detail})`;
  if (event.explanations.length === 0)
    return [
      new vscode.TestMessage(
        `${event.name} was not observed${detail}. The dry run of startup knows no reason for it.`,
      ),
    ];
  return event.explanations.map((explanation) => {
    const message = new vscode.TestMessage(explanationText(event.name, detail, explanation));
    message.location = locationOf(explanation.location);
    return message;
  });
}

function explanationText(
  name: string,
  detail: string,
  { finding, check, message }: RunExplanation,
): vscode.MarkdownString {
  const text = new vscode.MarkdownString(undefined, true);
  text.isTrusted = { enabledCommands: [CLIENT_COMMANDS.explainFinding] };
  text.appendText(`${name} was not observed${detail}: ${check}. ${message}`);
  if (finding !== '') {
    const argument = encodeURIComponent(JSON.stringify([{ finding }]));
    text.appendMarkdown(`\n\n[Explain this finding](command:${CLIENT_COMMANDS.explainFinding}?${argument})`);
  }
  return text;
}

function showTest(items: Items, run: vscode.TestRun, suite: vscode.TestItem, test: TestRun): void {
  const item = testItem(items, suite, test);
  const milliseconds = test.seconds * 1000;
  switch (test.state) {
    case 'passed':
      run.passed(item, milliseconds);
      return;
    case 'skipped':
      run.skipped(item);
      return;
    case 'error':
      run.errored(item, messageAt(test, test.message), milliseconds);
      return;
    case 'failed':
      run.failed(item, messageAt(test, test.message), milliseconds);
      return;
    case 'not-observed':
      run.failed(
        item,
        messageAt(
          test,
          `Not observed: the test passed, although ${test.events.join(', ')} did not all arrive.`,
        ),
        milliseconds,
      );
  }
}

function messageAt({ location }: TestRun, text: string): vscode.TestMessage {
  const message = new vscode.TestMessage(text === '' ? 'The runner gives no reason.' : text);
  if (location !== null) message.location = locationOf(location);
  return message;
}

function locationOf({ uri, range: { start, end } }: RunExplanation['location']): vscode.Location {
  return new vscode.Location(
    vscode.Uri.parse(uri),
    new vscode.Range(start.line, start.character, end.line, end.character),
  );
}
