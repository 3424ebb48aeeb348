/** Reads test results in JUnit XML, as pytest, vitest and node:test write it; cut off or huge files included. Must not know who ran the tests. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Outcome } from './suite.ts';

/** Larger reports are not read: they hold captured output, not results. Bytes. */
export const MAX_JUNIT_BYTES = 64 * 1024 * 1024;
const MAX_MESSAGE = 20_000;

export interface JunitTest {
  /** `CLASSNAME.NAME`, or the name where there is no class. */
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly file?: string;
  readonly line?: number;
  readonly outcome: Outcome;
  readonly seconds: number;
  readonly message: string;
}

export interface JunitReport {
  readonly tests: readonly JunitTest[];
  /** Why it could not be read in full; undefined where it could. */
  readonly problem?: string;
}

/** A report that is cut off gives what it has up to there. Never throws. */
export function readJunit(text: string): JunitReport {
  if (text.trim() === '') return { tests: [], problem: 'the test report is empty' };
  const valid = XMLValidator.validate(text);
  const sound = valid === true ? text : mended(text);
  const problem =
    valid === true ? undefined : `the test report is cut off or damaged at line ${valid.err.line}`;
  try {
    const tests = testsIn(PARSER.parse(sound));
    return problem === undefined ? { tests } : { tests, problem };
  } catch (error) {
    return { tests: [], problem: `the test report cannot be read: ${String(error).split('\n')[0]}` };
  }
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseAttributeValue: false,
  parseTagValue: false,
  // Messages are full of `&lt;`. Entities that a document defines itself are a way to make a small file huge: none is taken.
  htmlEntities: true,
  processEntities: {
    enabled: true,
    maxEntityCount: 0,
    maxTotalExpansions: Number.MAX_SAFE_INTEGER,
    maxExpandedLength: MAX_JUNIT_BYTES,
  },
  isArray: (name) => name === 'testcase' || name === 'testsuite',
});

/** A report that ends in the middle, up to its last whole test. */
function mended(text: string): string {
  const closed = Math.max(text.lastIndexOf('</testcase>') + '</testcase>'.length, lastEmptyTest(text));
  const start = text.indexOf('<testcase');
  return start < 0 || closed <= start
    ? '<testsuite/>'
    : `<testsuite>${text.slice(start, closed)}</testsuite>`;
}

/** Where the last test without content ends; 0 without any. */
function lastEmptyTest(text: string): number {
  let end = 0;
  for (const match of text.matchAll(/<testcase\b[^<>]*\/>/g)) end = match.index + match[0].length;
  return end;
}

function testsIn(node: unknown): JunitTest[] {
  if (!isRecord(node)) return [];
  const tests: JunitTest[] = [];
  for (const [name, value] of Object.entries(node)) {
    if (name === 'testcase') tests.push(...asList(value).filter(isRecord).map(testOf));
    else if (name === 'testsuites' || name === 'testsuite')
      for (const suite of asList(value)) tests.push(...testsIn(suite));
  }
  return tests;
}

function testOf(node: Readonly<Record<string, unknown>>): JunitTest {
  const name = attribute(node, 'name');
  const className = attribute(node, 'classname');
  const file = attribute(node, 'file');
  const line = Number.parseInt(attribute(node, 'line'), 10);
  return {
    id: className === '' ? name : `${className}.${name}`,
    name,
    className,
    ...(file === '' ? {} : { file: file.replaceAll('\\', '/') }),
    // pytest counts from 0 here.
    ...(Number.isNaN(line) ? {} : { line: line + 1 }),
    seconds: Number.parseFloat(attribute(node, 'time')) || 0,
    ...resultOf(node),
  };
}

function resultOf(node: Readonly<Record<string, unknown>>): Pick<JunitTest, 'outcome' | 'message'> {
  for (const [element, outcome] of [
    ['error', 'error'],
    ['failure', 'failed'],
    ['skipped', 'skipped'],
  ] as const) {
    if (!(element in node)) continue;
    return { outcome, message: asList(node[element]).map(messageOf).join('\n').slice(0, MAX_MESSAGE) };
  }
  return { outcome: 'passed', message: '' };
}

function messageOf(node: unknown): string {
  if (typeof node === 'string') return node;
  if (!isRecord(node)) return '';
  const text = node['#text'];
  return typeof text === 'string' && text !== '' ? text : attribute(node, 'message');
}

function attribute(node: Readonly<Record<string, unknown>>, name: string): string {
  const value = node[`@${name}`];
  return typeof value === 'string' ? value : '';
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
