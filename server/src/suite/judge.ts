/**
 * From what was recorded and what the tests say to a result: an event counts where it was seen to arrive, a test passes
 * only if the events it is about were. Must not know how either was obtained.
 */
import type { JunitReport, JunitTest } from './junit.ts';
import {
  numberField,
  placeField,
  type ProbeLine,
  type ProbeRecord,
  stackField,
  textField,
  textsField,
} from './record.ts';
import type { EventObservation, InjectionRecord, Outcome, Stack, TestResult } from './suite.ts';

export interface Judged {
  readonly evidence: 'observed' | 'tests-only';
  readonly events: readonly EventObservation[];
  readonly tests: readonly TestResult[];
  readonly injections: readonly InjectionRecord[];
  readonly notes: readonly string[];
}

/** `root` is absolute, as the probe saw it; paths below it become relative. */
export function judge(
  record: ProbeRecord,
  junit: JunitReport | undefined,
  events: readonly string[],
  root: string,
): Judged {
  const relative = relativeTo(root);
  const seen = record.lines.some(({ kind }) => kind === 'start');
  const observations = events.map((name) => observationOf(record.lines, name, relative));
  const observed = new Set(observations.filter((event) => event.observed).map(({ name }) => name));
  return {
    evidence: seen ? 'observed' : 'tests-only',
    events: observations,
    tests: testsOf(record.lines, junit, events, relative).map((test) => judged(test, seen, observed)),
    injections: record.lines
      .filter(({ kind }) => kind === 'injection')
      .map((line) => injectionOf(line, relative)),
    notes: notesOf(record, junit, seen),
  };
}

type Relative = (path: string) => string;

function relativeTo(root: string): Relative {
  const start = `${root.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  return (path) => {
    const plain = path.replaceAll('\\', '/');
    return plain.startsWith(start) ? plain.slice(start.length) : plain;
  };
}

/**
 * What a client took from its connection is proof. Where no client library was seen at work (a browser, another program), a message that
 * a server handed to a connection is the best there is.
 */
function observationOf(lines: readonly ProbeLine[], name: string, relative: Relative): EventObservation {
  const about = lines.filter((line) => textField(line, 'event') === name);
  const received = about.filter(({ kind }) => kind === 'received');
  const sent = about.filter(({ kind }) => kind === 'sent');
  const late = new Set(
    about.filter(({ kind }) => kind === 'delivered').map((line) => numberField(line, 'number')),
  );
  const clientSeen = lines.some(({ kind }) => kind === 'client');
  const proof = clientSeen ? received : sent;
  const [first] = proof;
  return {
    name,
    observed: proof.length > 0,
    received: received.length,
    sent: sent.length,
    emissions: about
      // A message that was sent by no class of the plan shows by itself that it was emitted.
      .filter(({ kind, fields }) => kind === 'emission' || (kind === 'sent' && fields['emission'] === null))
      .map((line) => ({
        through: textField(line, 'through'),
        function: textField(line, 'function'),
        delivered:
          line.kind === 'sent' || line.fields['delivered'] === true || late.has(numberField(line, 'number')),
        stack: stackOf(line, relative),
        time: line.time,
      })),
    ...(first === undefined ? {} : { first: first.time }),
    explanations: [],
  };
}

function stackOf(line: ProbeLine, relative: Relative): Stack {
  return stackField(line).map(([file, row]) => ({ file: relative(file), line: row }));
}

function injectionOf(line: ProbeLine, relative: Relative): InjectionRecord {
  const [file, row] = placeField(line, 'definition');
  const raised = textField(line, 'raised');
  return {
    component: textField(line, 'component'),
    function: textField(line, 'function'),
    value: textField(line, 'value'),
    ...(raised === '' ? {} : { raised }),
    stack: stackOf(line, relative),
    definition: { file: relative(file), line: row },
    time: line.time,
  };
}

type PlainTest = Omit<TestResult, 'state'>;

/** What the runner wrote, with what the probe knows of each test; without a report, what the probe saw. */
function testsOf(
  lines: readonly ProbeLine[],
  junit: JunitReport | undefined,
  events: readonly string[],
  relative: Relative,
): readonly PlainTest[] {
  const collected = new Map(
    lines.filter(({ kind }) => kind === 'collected').map((line) => [textField(line, 'id'), line]),
  );
  if (junit !== undefined && junit.tests.length > 0) {
    const byKey = new Map([...collected].map(([id, line]) => [junitKey(id), { id, line }]));
    return junit.tests.map((test) => fromJunit(test, byKey.get(test.id), events, relative));
  }
  return lines.filter(({ kind }) => kind === 'outcome').map((line) => fromProbe(line, collected, relative));
}

/** pytest writes `tests/a.py::Class::test[x]` as class name `tests.a.Class` and name `test[x]`. */
function junitKey(id: string): string {
  const [path = '', ...names] = id.split('::');
  const name = names.pop() ?? '';
  return [path.replace(/\.py$/, '').replaceAll('/', '.'), ...names, name].join('.');
}

function fromJunit(
  test: JunitTest,
  known: { readonly id: string; readonly line: ProbeLine } | undefined,
  events: readonly string[],
  relative: Relative,
): PlainTest {
  const { id, name, outcome, seconds, message } = test;
  if (known !== undefined)
    return {
      id: known.id,
      name,
      ...placeOf(known.line, relative),
      outcome,
      seconds,
      message,
      events: textsField(known.line, 'events'),
    };
  const place = {
    ...(test.file === undefined ? {} : { file: relative(test.file) }),
    ...(test.line === undefined ? {} : { line: test.line }),
  };
  // The probe sees no body of a test of JavaScript; its title says what it is about.
  const named = events.filter((event) => name.includes(event));
  return { id, name, ...place, outcome, seconds, message, events: named };
}

function placeOf(line: ProbeLine, relative: Relative): { file?: string; line?: number } {
  const file = relative(textField(line, 'file'));
  const row = numberField(line, 'line');
  return { ...(file === '' ? {} : { file }), ...(row === 0 ? {} : { line: row }) };
}

function fromProbe(
  line: ProbeLine,
  collected: ReadonlyMap<string, ProbeLine>,
  relative: Relative,
): PlainTest {
  const id = textField(line, 'id');
  const known = collected.get(id);
  const failed = line.fields['when'] === 'call' ? 'failed' : 'error';
  const word = textField(line, 'outcome');
  const outcome: Outcome = word === 'failed' ? failed : word === 'skipped' ? 'skipped' : 'passed';
  return {
    id,
    name: id.split('::').at(-1) ?? id,
    ...(known === undefined ? {} : placeOf(known, relative)),
    outcome,
    seconds: numberField(line, 'seconds'),
    message: textField(line, 'message'),
    events: known === undefined ? [] : textsField(known, 'events'),
  };
}

/** A test that passes although its event never came has shown nothing. */
function judged(test: PlainTest, seen: boolean, observed: ReadonlySet<string>): TestResult {
  const missing = seen && test.outcome === 'passed' && test.events.some((event) => !observed.has(event));
  return { ...test, state: missing ? 'not-observed' : test.outcome };
}

function notesOf(record: ProbeRecord, junit: JunitReport | undefined, seen: boolean): readonly string[] {
  const notes = [...record.problems];
  if (!seen)
    notes.push(
      'no process of this run loaded the probe, so only the results of the tests are known, not what was observed',
    );
  if (isOfNodeAlone(record) && junit === undefined && !record.lines.some(({ kind }) => kind === 'outcome'))
    notes.push('the test runner of this run gave no results that can be read, so only events were observed');
  if (record.lines.some(({ kind }) => kind === 'limit'))
    notes.push('a process recorded more than fits; what it did afterwards is not known');
  for (const line of record.lines)
    if (line.kind === 'fault')
      notes.push(`the probe failed at ${textField(line, 'where')}: ${textField(line, 'message')}`);
  if (junit?.problem !== undefined) notes.push(junit.problem);
  return [...new Set(notes)];
}

function isOfNodeAlone(record: ProbeRecord): boolean {
  const starts = record.lines.filter(({ kind }) => kind === 'start');
  return starts.length > 0 && starts.every(({ fields }) => 'node' in fields);
}
