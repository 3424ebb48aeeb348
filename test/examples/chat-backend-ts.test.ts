/** The TypeScript chat backend really has the incident, its correction cures it, and the dry run says the same of both. */
import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Report } from '../../server/src/analysis/report.ts';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { readConfiguration } from '../../server/src/config/read-configuration.ts';
import { typescript } from '../../server/src/main-typescript.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { openFolders } from '../../server/src/platform/folders.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/chat-backend-ts');
const PREPARE = join(ROOT, 'scripts/node-environment.mjs');
const ENVIRONMENTS = ['development', 'staging', 'production'];
const PREPARE_MILLISECONDS = 300_000;

let folder = '';
let corrected = '';

beforeAll(async () => {
  execFileSync(process.execPath, [PREPARE], { encoding: 'utf8' });
  folder = await mkdtemp(join(tmpdir(), 'wiretrace-chat-backend-ts-'));
  corrected = join(folder, 'corrected');
  await cp(EXAMPLE, corrected, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  await symlink(join(EXAMPLE, 'node_modules'), join(corrected, 'node_modules'), 'dir');
  execFileSync('git', ['apply', 'correction.patch'], { cwd: corrected });
}, PREPARE_MILLISECONDS);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('chat-backend-ts as committed', () => {
  it.each(ENVIRONMENTS)('is healthy, answers, and delivers 0/5 events in %s', async (environment) => {
    const run = await runSuite(EXAMPLE, environment);
    expect(run.output).toContain(`0/5 events found in ${environment}`);
    expect(run.passed, run.output).toEqual(['server_is_healthy', 'final_answer_arrives']);
    expect(run.status).toBe(1);
  });

  it('is reported with its root cause in every environment', () => {
    const report = reportOn(EXAMPLE);
    expect(report.findings.map(({ check, file, component }) => ({ check, file, component }))).toEqual([
      { check: 'legacy-setter', file: 'src/startup.ts', component: 'AgentRegistry' },
    ]);
    expect(report.findings[0]?.environments).toEqual(ENVIRONMENTS);
    expect(report.events.map(({ verdict }) => verdict)).toEqual(Array(5).fill('unwired'));
  });
});

describe('chat-backend-ts with its correction', () => {
  it('delivers 5/5 events', async () => {
    const run = await runSuite(corrected, 'staging');
    expect(run.output).toContain('5/5 events found in staging');
    expect(run.status, run.output).toBe(0);
  });

  it('is wired', () => {
    const report = reportOn(corrected);
    expect(report.findings).toEqual([]);
    expect(report.events.map(({ verdict }) => verdict)).toEqual(Array(5).fill('deliverable'));
  });
});

function reportOn(path: string): Report {
  const fileSystem = openFolders(path).open(path);
  return analyze({
    fileSystem,
    configuration: readConfiguration(fileSystem).configuration,
    target: '',
    entryPoints: [],
    environments: [],
    models: { python: PYTHON_MODELS, typescript: () => typescript },
    token: NEVER_CANCELLED,
    clock: () => 0,
  }).report;
}

interface SuiteRun {
  readonly status: number | null;
  readonly output: string;
  /** Names of the tests that passed, in order. */
  readonly passed: readonly string[];
}

function runSuite(cwd: string, environment: string): Promise<SuiteRun> {
  const test = spawn(
    process.execPath,
    ['--test', '--test-reporter=tap', 'test/websocket-agent-events.test.mjs'],
    {
      cwd,
      env: { ...process.env, ENVIRONMENT: environment, NODE_OPTIONS: '' },
    },
  );
  let output = '';
  test.stdout.on('data', (data: Buffer) => (output += data.toString()));
  test.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((done) => {
    test.on('close', (status) => {
      done({
        status,
        output,
        passed: [...output.matchAll(/^ *ok \d+ - (\S+)/gm)].map(([, name = '']) => name),
      });
    });
  });
}
