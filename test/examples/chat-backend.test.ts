/** The chat backend really has the incident, and its correction really cures it: the real server, a real client. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSuite } from './suite-run.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/chat-backend');
const PREPARE = join(ROOT, 'scripts/python-environment.mjs');
const SUITE = 'tests/mission_critical/test_websocket_agent_events_suite.py';
const NOT_COPIED = new Set(['__pycache__', '.pytest_cache', '.venv']);
const PREPARE_MILLISECONDS = 300_000;

const EVENT_TESTS = [
  'test_agent_started',
  'test_agent_thinking',
  'test_tool_executing',
  'test_tool_completed',
  'test_agent_completed',
  'test_events_arrive_in_order',
];
const HEALTHY = { test_server_is_healthy: 'passed', test_final_answer_arrives: 'passed' };

let python = '';
let folder = '';

beforeAll(async () => {
  python = execFileSync(process.execPath, [PREPARE], { encoding: 'utf8' }).trim();
  folder = await mkdtemp(join(tmpdir(), 'wiretrace-chat-backend-'));
}, PREPARE_MILLISECONDS);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('chat-backend as committed', () => {
  it.each(['development', 'staging', 'production'])(
    'is healthy, answers, and delivers 0/5 events in %s',
    async (environment) => {
      const run = await runSuite(python, EXAMPLE, SUITE, environment);
      expect(run.outcomes, run.output).toEqual({ ...HEALTHY, ...eventOutcomes('failed') });
      expect(run.total).toBe(`0/5 events found in ${environment}`);
      expect(run.output).toContain('agent_thinking: missing');
      expect(run.status).toBe(1);
      expect(run.leftOver).toBe(false);
    },
  );
});

describe('chat-backend with its correction', () => {
  let corrected = '';

  beforeAll(async () => {
    corrected = await copyOfExample('corrected');
    execFileSync('git', ['apply', 'correction.patch'], { cwd: corrected });
  });

  it.each(['development', 'staging', 'production'])('delivers 5/5 events in %s', async (environment) => {
    const run = await runSuite(python, corrected, SUITE, environment);
    expect(run.outcomes, run.output).toEqual({ ...HEALTHY, ...eventOutcomes('passed') });
    expect(run.total).toBe(`5/5 events found in ${environment}`);
    expect(run.output).toContain('agent_thinking: found');
    expect(run.status).toBe(0);
    expect(run.leftOver).toBe(false);
  });

  it('replaces the legacy setter and is otherwise the committed file', async () => {
    execFileSync('git', ['apply', '--reverse', '--check', 'correction.patch'], { cwd: corrected });
    const text = await readFile(join(corrected, 'app/smd.py'), 'utf8');
    expect(text).not.toContain('set_websocket_bridge');
    expect(text.split('registry.set_websocket_manager(websocket_manager)')).toHaveLength(2);
  });
});

describe('scripts/python-environment.mjs', () => {
  it('says what is missing when the interpreter does not start', () => {
    const env = { ...process.env, PYTHON: 'no-such-python' };
    const run = spawnSync(process.execPath, [PREPARE], { encoding: 'utf8', env });
    expect(run.stderr).toBe(
      'The examples need Python 3.9 or newer, but `no-such-python` does not start. ' +
        'Install Python, or name an interpreter in the variable PYTHON.\n',
    );
    expect(run.status).toBe(1);
  });

  it('answers from its stamp, without Python or network, once the environment is there', () => {
    const env = { PATH: '', HOME: folder };
    const run = spawnSync(process.execPath, [PREPARE], { encoding: 'utf8', env });
    expect(run).toMatchObject({ status: 0, stdout: `${python}\n`, stderr: '' });
  });
});

function eventOutcomes(outcome: 'passed' | 'failed'): Record<string, string> {
  return Object.fromEntries(EVENT_TESTS.map((name) => [name, outcome]));
}

async function copyOfExample(name: string): Promise<string> {
  const target = join(folder, name);
  await cp(EXAMPLE, target, { recursive: true, filter: (path) => !NOT_COPIED.has(basename(path)) });
  return target;
}
