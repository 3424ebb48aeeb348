/** Runs of suites as the client gets them. Must not know how a suite is run. */
import type { EditorLocation } from '../analysis/editor/analysis.ts';
import { findingId } from '../analysis/editor/finding-id.ts';
import type { Report, ReportFinding } from '../analysis/report.ts';
import type { EventRun, RunMark, SuiteRun, TestRun } from '../protocol/suites.ts';
import { confirmationOf } from '../suite/explain.ts';
import type { EventObservation, Explanation, Stack, SuiteResult, TestResult } from '../suite/suite.ts';
import { endingWords, eventWords } from '../suite/words.ts';
import type { Folder } from './session.ts';
import type { ToClient } from './to-protocol.ts';

export function runToClient(to: ToClient, folder: Folder, result: SuiteResult): SuiteRun {
  const report = folder.analysis?.report;
  const confirmations = (report?.findings ?? []).map((finding) => ({
    id: findingId(finding),
    word: report === undefined ? 'not-shown' : confirmationOf(finding, report, result),
  }));
  return {
    suite: result.suite.id,
    name: result.suite.name,
    environment: result.environment,
    ending: endingWords(result.ending),
    isCancelled: result.ending.kind === 'cancelled',
    seconds: result.seconds,
    evidence: result.evidence,
    events: result.events.map((event) => eventToClient(to, folder, event, result.started)),
    tests: result.tests.map((test) => testToClient(to, folder, test)),
    notes: result.notes,
    marks: marksToClient(to, folder, result),
    confirmed: confirmations.filter(({ word }) => word === 'confirmed').map(({ id }) => id),
    contradicted: confirmations.filter(({ word }) => word === 'contradicted').map(({ id }) => id),
  };
}

function eventToClient(to: ToClient, folder: Folder, event: EventObservation, started: number): EventRun {
  return {
    name: event.name,
    observed: event.observed,
    detail: eventWords(event, started),
    explanations: event.explanations.map((explanation) => ({
      finding: findingOf(folder.analysis?.report, explanation),
      check: explanation.check,
      message: explanation.message,
      location: to.location(folder, startOfLine(explanation.file, explanation.line)),
    })),
  };
}

function findingOf(report: Report | undefined, { check, file, line, column }: Explanation): string {
  const isThis = (finding: ReportFinding): boolean =>
    finding.check === check &&
    finding.file === file &&
    finding.range.start.line === line &&
    finding.range.start.column === column;
  const finding = report?.findings.find(isThis);
  return finding === undefined ? '' : findingId(finding);
}

function testToClient(to: ToClient, folder: Folder, test: TestResult): TestRun {
  const { id, name, file, line, state, message, seconds, events } = test;
  return {
    ...{ id, name, state, message, seconds, events },
    location: file === undefined ? null : to.location(folder, startOfLine(file, line ?? 1)),
  };
}

/** `line` from 1. */
function startOfLine(file: string, line: number): EditorLocation {
  const start = { line: line - 1, character: 0 };
  return { file, range: { start, end: start } };
}

/** Each place of the application that a run came by with an event or an injection, and how often. */
function marksToClient(to: ToClient, folder: Folder, result: SuiteResult): readonly RunMark[] {
  const counts = new Map<string, { file: string; line: number; kind: RunMark['kind']; count: number }>();
  const add = (kind: RunMark['kind'], stack: Stack): void => {
    for (const { file, line } of stack) {
      const key = `${kind}:${file}:${line}`;
      const known = counts.get(key) ?? { file, line, kind, count: 0 };
      known.count++;
      counts.set(key, known);
    }
  };
  for (const { emissions } of result.events) for (const { stack } of emissions) add('emission', stack);
  for (const { stack } of result.injections) add('injection', stack.slice(0, 1));
  return [...counts.values()].map(({ file, line, kind, count }) => ({
    location: to.location(folder, startOfLine(file, line)),
    kind,
    count,
  }));
}
