/** Runs of event suites, suites and live checks as text. Must not know how they came about. */
import type { Report } from '../../analysis/report.ts';
import { confirmationOf } from '../../suite/explain.ts';
import type { ListenResult } from '../../suite/listen.ts';
import type { Suite, SuiteResult, TestResult, TestState } from '../../suite/suite.ts';
import { endingWords, eventWords } from '../../suite/words.ts';
import { columnWidths, counted } from './layout.ts';
import { printable } from './printable.ts';
import type { Paint, Style } from './style.ts';

/** Which suites there are, and how to run them. */
export function suiteList(style: Style, suites: readonly Suite[]): string {
  if (suites.length === 0)
    return 'No event suite was found: no test names a critical event. Declare one under "suites" in the configuration.\n';
  const lines = suites.map(({ name, command, folder, origin }) => {
    const where = folder === '' ? '' : ` in ${folder}`;
    const from = origin === 'configuration' ? 'configuration' : 'found';
    return `  ${style.bold(printable(name))} ${style.dim(`(${from})`)}\n    ${printable(command)}${where}`;
  });
  return `${style.bold('Event suites')}\n${lines.join('\n')}\n\nRun them with --run.\n`;
}

/** `report`: of the dry run, whose findings the run confirms or speaks against. */
export function suiteResult(style: Style, result: SuiteResult, report: Report): string {
  const blocks = [
    [headLine(style, result)],
    eventRows(style, result),
    testLines(style, result.tests),
    findingLines(style, result, report),
    noteLines(style, result),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function headLine(
  style: Style,
  { suite, environment, events, tests, ending, seconds, evidence }: SuiteResult,
): string {
  const observed = events.filter((event) => event.observed).length;
  const passed = tests.filter(({ state }) => state === 'passed').length;
  const total =
    evidence === 'observed' ? `${observed}/${events.length} events observed` : 'events not observed';
  const paint = evidence === 'observed' && observed === events.length ? style.green : style.red;
  const place = environment === '' ? '' : ` in ${printable(environment)}`;
  const rest = [
    `${passed} of ${counted(tests.length, 'test')} passed`,
    endingWords(ending),
    `${seconds.toFixed(1)} s`,
  ];
  return `${style.bold(printable(suite.name))}${place}: ${paint(total)} ${style.dim(`(${rest.join(', ')})`)}`;
}

function eventRows(style: Style, { events, started }: SuiteResult): readonly string[] {
  const rows = events.map((event) => [
    printable(event.name),
    event.observed ? 'observed' : 'not observed',
    eventWords(event, started),
  ]);
  const widths = columnWidths(rows);
  return rows.map((row, index) => {
    const paint = events[index]?.observed === true ? style.green : style.red;
    const [name = '', state = '', rest = ''] = row;
    const line =
      `  ${name.padEnd(widths[0] ?? 0)}  ${paint(state.padEnd(widths[1] ?? 0))}  ${rest}`.trimEnd();
    const reasons = (events[index]?.explanations ?? []).map(
      ({ check, file, line: at, column }) =>
        `      ${style.dim('because of')} ${check} ${style.file(file)}:${at}:${column}`,
    );
    return [line, ...reasons].join('\n');
  });
}

function testLines(style: Style, tests: readonly TestResult[]): readonly string[] {
  const shown = tests.filter(({ state }) => state !== 'passed');
  return shown.map((test) => {
    const place =
      test.file === undefined ? '' : ` ${style.dim(`${style.file(test.file)}:${test.line ?? 1}`)}`;
    return `  ${statePaint(style, test.state)(stateWords(test.state))} ${printable(test.name)}${place}${reason(test)}`;
  });
}

function stateWords(state: TestState): string {
  return state === 'not-observed' ? 'not observed' : state;
}

function statePaint(style: Style, state: TestState): Paint {
  return state === 'skipped' ? style.dim : state === 'not-observed' ? style.yellow : style.red;
}

/** Characters; the whole message is in the JSON. */
const MAX_REASON = 160;

function reason({ state, events, message }: TestResult): string {
  if (state === 'not-observed') return `: passed, although ${events.join(', ')} did not all arrive`;
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  // pytest marks what went wrong; what stands before it is the test's own text.
  const first = lines.find((line) => line.startsWith('E ')) ?? lines[0] ?? '';
  return first === '' ? '' : `: ${printable(first.replace(/^E\s+/, '').trim().slice(0, MAX_REASON))}`;
}

function findingLines(style: Style, result: SuiteResult, report: Report): readonly string[] {
  return report.findings.flatMap((finding) => {
    const word = confirmationOf(finding, report, result);
    if (word === 'not-shown') return [];
    const { line, column } = finding.range.start;
    const said = word === 'confirmed' ? 'confirmed by this run' : 'this run speaks against it';
    return [`  ${finding.check} ${style.file(finding.file)}:${line}:${column}: ${said}`];
  });
}

function noteLines(style: Style, { notes }: SuiteResult): readonly string[] {
  return notes.map((note) => `  ${style.yellow('note')} ${printable(note)}`);
}

export function listenResult(style: Style, result: ListenResult, events: readonly string[]): string {
  const arrived = result.arrivals.length;
  const paint = arrived === events.length ? style.green : style.red;
  const missing = events.filter((event) => !result.arrivals.some((arrival) => arrival.event === event));
  const rest = [
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(result.reason === '' ? [] : [printable(result.reason)]),
  ];
  return `${paint(`${arrived}/${events.length} events arrived`)}${rest.length > 0 ? `; ${rest.join('; ')}` : ''}\n`;
}
