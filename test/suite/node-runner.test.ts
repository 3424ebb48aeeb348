import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SUITE_MACHINE } from '../../server/src/platform/suite-machine.ts';
import { readJestResults } from '../../server/src/suite/jest-results.ts';
import { optionWord, reportingOf, type Reporting } from '../../server/src/suite/node-runner.ts';
import { suiteOf, writeFiles } from './support.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'runner-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

function asked(command: string, script = ''): Promise<Reporting> {
  writeFiles(root, { 'package.json': JSON.stringify({ scripts: { test: script, 'test:e2e': script } }) });
  return reportingOf(SUITE_MACHINE, suiteOf(command, { variables: { NODE_OPTIONS: '' } }), root, '/run');
}

const VITEST = '--reporter=default --reporter=junit --outputFile.junit=/run/junit.xml';
const JEST = '--json --outputFile=/run/jest.json';

describe('how a runner is asked for its results', () => {
  it.each([
    ['npm test', 'vitest run', `npm test -- ${VITEST}`],
    ['npm run test:e2e', 'cross-env NODE_ENV=test vitest', `npm run test:e2e -- ${VITEST}`],
    ['pnpm test', 'vitest run test/events', `pnpm test ${VITEST}`],
    ['npx vitest run', '', `npx vitest run ${VITEST}`],
    ['npm test', 'jest --ci', `npm test -- ${JEST}`],
    ['yarn test', 'node --experimental-vm-modules node_modules/jest/bin/jest.js', `yarn test ${JEST}`],
  ])('%s, which runs %j', async (command, script, line) => {
    expect(await asked(command, script)).toEqual({ line, nodeOptions: [] });
  });

  it.each([
    ['npm test', 'tsc && vitest run'],
    ['npm test', 'vitest watch'],
    ['npm test', 'vitest run --reporter=json'],
    ['npm test', 'vitest run | tee log'],
    ['npm test', 'jest --ci -- events'],
    ['npm test', 'node scripts/test.mjs'],
    ['npm test', 'node --test --test-reporter=tap'],
    ['npm test -- --bail', 'vitest run'],
    ['npm run other', 'vitest run'],
    ['python suite.py', ''],
  ])('%s, which runs %j, is left alone', async (command, script) => {
    expect(await asked(command, script)).toEqual({ line: command, nodeOptions: [] });
  });

  it('asks Node itself by its options', async () => {
    expect(await asked('npm test', 'node --import tsx --test test/*.mjs')).toEqual({
      line: 'npm test',
      nodeOptions: [
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=junit',
        '--test-reporter-destination=/run/junit.xml',
      ],
    });
  });

  it('writes paths as NODE_OPTIONS takes them', () => {
    expect(optionWord('/run/a.cjs')).toBe('/run/a.cjs');
    expect(optionWord(String.raw`C:\Run "1"\a.cjs`)).toBe(String.raw`"C:\\Run \"1\"\\a.cjs"`);
  });
});

describe('results of jest', () => {
  it('are read, with a file that could not be loaded', () => {
    const text = JSON.stringify({
      testResults: [
        {
          name: '/app/a.test.js',
          status: 'failed',
          assertionResults: [
            { fullName: 'events agent_started', status: 'passed', duration: 5, failureMessages: [] },
            { fullName: 'events b', status: 'failed', duration: null, failureMessages: ['no event'] },
            { fullName: 'events c', status: 'pending', failureMessages: [] },
          ],
        },
        { name: '/app/b.test.js', status: 'failed', message: 'SyntaxError', assertionResults: [] },
      ],
    });
    const { tests, problem } = readJestResults(text);
    expect(problem).toBeUndefined();
    expect(
      tests.map(({ name, file, outcome, seconds, message }) => [name, file, outcome, seconds, message]),
    ).toEqual([
      ['events agent_started', '/app/a.test.js', 'passed', 0.005, ''],
      ['events b', '/app/a.test.js', 'failed', 0, 'no event'],
      ['events c', '/app/a.test.js', 'skipped', 0, ''],
      ['/app/b.test.js', '/app/b.test.js', 'error', 0, 'SyntaxError'],
    ]);
  });

  it('are cut off', () => {
    expect(readJestResults('{"testResults": [')).toEqual({
      tests: [],
      problem: 'the results of jest are cut off or damaged',
    });
  });
});
