/** What a run leaves: a test report and the probe's records, read, kept for later, or loaded from an earlier run. Must not know how a run is made. */
import { readJestResults } from './jest-results.ts';
import { judge } from './judge.ts';
import { type JunitReport, MAX_JUNIT_BYTES, readJunit } from './junit.ts';
import { type ProbeRecord, readRecords } from './record.ts';
import type { Suite, SuiteMachine, SuiteResult } from './suite.ts';

/** Of one process; the probe stops at less. */
const MAX_RECORD_BYTES = 32 * 1024 * 1024;
const MAX_RECORDS = 500;
const REPORT = 'junit.xml';
const JEST_REPORT = 'jest.json';
const RECORDS = 'records';

export interface Evidence {
  readonly record: ProbeRecord;
  /** Undefined where there is no report. */
  readonly junit: JunitReport | undefined;
}

/** `folder` holds `junit.xml` or `jest.json`, and `records/*.jsonl`; any may be missing. */
export async function readEvidence(machine: SuiteMachine, folder: string): Promise<Evidence> {
  const record = await readAll(machine, machine.join(folder, RECORDS));
  return { record, junit: await readReport(machine, folder) };
}

/** Copies what `readEvidence` reads. */
export async function saveEvidence(machine: SuiteMachine, from: string, to: string): Promise<void> {
  const names = (await machine.list(machine.join(from, RECORDS))).filter(isRecord);
  for (const path of [[REPORT], [JEST_REPORT], ...names.map((name) => [RECORDS, name])]) {
    const file = await machine.read(machine.join(from, ...path), MAX_JUNIT_BYTES);
    if (file !== undefined) await machine.write(machine.join(to, ...path), file.text);
  }
}

/** The result of an earlier run or of another machine's; undefined where the folder has neither report nor record. */
export async function loadResult(
  machine: SuiteMachine,
  folder: string,
  suite: Suite,
  events: readonly string[],
  root: string,
): Promise<SuiteResult | undefined> {
  const { record, junit } = await readEvidence(machine, folder);
  const [first] = record.lines;
  if (first === undefined && junit === undefined) return undefined;
  const started = first?.time ?? 0;
  const seconds = ((record.lines.at(-1)?.time ?? started) - started) / 1000;
  const judged = judge(record, junit, events, originalRoot(record) ?? root);
  return { suite, environment: '', ending: { kind: 'earlier' }, started, seconds, ...judged };
}

/** Where the application lay when it ran, which may have been on another machine. */
function originalRoot(record: ProbeRecord): string | undefined {
  const root = record.lines.find(({ kind }) => kind === 'start')?.fields['root'];
  return typeof root === 'string' && root !== '' ? root : undefined;
}

function isRecord(name: string): boolean {
  return name.endsWith('.jsonl');
}

async function readAll(machine: SuiteMachine, folder: string): Promise<ProbeRecord> {
  const names = (await machine.list(folder)).filter(isRecord).toSorted();
  const files: { name: string; text: string }[] = [];
  for (const name of names.slice(0, MAX_RECORDS)) {
    const file = await machine.read(machine.join(folder, name), MAX_RECORD_BYTES);
    if (file !== undefined) files.push({ name, text: file.text });
  }
  const record = readRecords(files);
  if (names.length <= MAX_RECORDS) return record;
  const problem = `the run had ${names.length} processes with a record; the first ${MAX_RECORDS} were read`;
  return { ...record, problems: [...record.problems, problem] };
}

async function readReport(machine: SuiteMachine, folder: string): Promise<JunitReport | undefined> {
  const junit = await machine.read(machine.join(folder, REPORT), MAX_JUNIT_BYTES);
  const file = junit ?? (await machine.read(machine.join(folder, JEST_REPORT), MAX_JUNIT_BYTES));
  if (file === undefined) return undefined;
  if (!file.cut) return junit === undefined ? readJestResults(file.text) : readJunit(file.text);
  return {
    tests: [],
    problem: `the test report is larger than ${MAX_JUNIT_BYTES / 1024 / 1024} MB and was not read`,
  };
}
