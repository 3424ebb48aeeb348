/** Reads test results as `jest --json` writes them. Must not know who ran the tests. */
import type { JunitReport, JunitTest } from './junit.ts';
import type { Outcome } from './suite.ts';

const MAX_MESSAGE = 20_000;

/** Never throws. */
export function readJestResults(text: string): JunitReport {
  try {
    const { testResults } = JSON.parse(text) as { readonly testResults?: unknown };
    return { tests: records(testResults).flatMap(testsOfFile) };
  } catch {
    return { tests: [], problem: 'the results of jest are cut off or damaged' };
  }
}

type Fields = Readonly<Record<string, unknown>>;

function records(value: unknown): readonly Fields[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is Fields => typeof item === 'object' && item !== null);
}

/** A file that cannot be loaded has no tests; it is told as one that ended in an error. */
function testsOfFile(result: Fields): readonly JunitTest[] {
  const file = text(result['name']).replaceAll('\\', '/');
  const tests = records(result['assertionResults']).map((test) => testOf(test, file));
  if (tests.length > 0 || result['status'] !== 'failed') return tests;
  const message = text(result['message']).slice(0, MAX_MESSAGE);
  return [{ id: file, name: file, className: '', file, outcome: 'error', seconds: 0, message }];
}

const OUTCOMES: Readonly<Record<string, Outcome>> = { passed: 'passed', failed: 'failed' };

function testOf(test: Fields, file: string): JunitTest {
  const name = text(test['fullName']) || text(test['title']);
  const messages = Array.isArray(test['failureMessages']) ? test['failureMessages'].map(text) : [];
  return {
    id: `${file}.${name}`,
    name,
    className: file,
    file,
    outcome: OUTCOMES[text(test['status'])] ?? 'skipped',
    seconds: typeof test['duration'] === 'number' ? test['duration'] / 1000 : 0,
    message: messages.join('\n').slice(0, MAX_MESSAGE),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
