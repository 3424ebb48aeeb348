import { cp, mkdtemp, rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProbePlan } from '../../server/src/suite/plan.ts';
import { EVENTS, observed, runIn, states } from './support.ts';

const EXAMPLE = 'examples/chat-backend';
const COMMAND = 'python tests/mission_critical/test_websocket_agent_events_suite.py';

let folder = '';
let corrected = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suite-example-'));
  corrected = join(folder, 'corrected');
  await cp(EXAMPLE, corrected, { recursive: true });
  const patched = spawnSync('git', ['apply', '--unsafe-paths', 'correction.patch'], { cwd: corrected });
  expect(patched.status).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const wrapsOf = (root: string): Pick<ProbePlan, 'functions' | 'classes'> => ({
  functions: [{ file: join(root, 'app/agents/agent_registry.py'), line: 41 }],
  classes: [{ file: join(root, 'app/agents/agent_registry.py'), name: 'AgentRegistry' }],
});

describe('the suite of the example', () => {
  it('observes no event as it is committed, in each environment', async () => {
    const root = join(process.cwd(), EXAMPLE);
    const { result } = await runIn(root, COMMAND, {
      environment: { variable: 'ENVIRONMENT', value: 'staging' },
      wraps: wrapsOf(root),
    });
    expect(observed(result)).toEqual([]);
    for (const { emissions } of result.events)
      expect(emissions.map(({ through, delivered }) => [through, delivered])).toEqual([
        ['AgentRegistry', false],
      ]);
    expect(result.environment).toBe('staging');
    expect(states(result)).toMatchObject({ test_server_is_healthy: 'passed', test_agent_started: 'failed' });
    expect(result.notes).toEqual([]);
  });

  it('observes all five once it is corrected, and says through what', async () => {
    const { result } = await runIn(corrected, COMMAND, { wraps: wrapsOf(corrected) });
    expect(observed(result)).toEqual(EVENTS);
    expect(new Set(Object.values(states(result)))).toEqual(new Set(['passed']));
    expect(result.injections.map(({ component, value, raised }) => ({ component, value, raised }))).toEqual([
      { component: 'AgentRegistry', value: 'WebSocketManager', raised: undefined },
    ]);
    const [started] = result.events;
    expect(started?.emissions.map(({ through, delivered }) => ({ through, delivered }))).toContainEqual({
      through: 'AgentRegistry',
      delivered: true,
    });
  });

  it('ends the same way without the probe', async () => {
    const { result, output } = await runIn(corrected, `env -u PYTHONPATH ${COMMAND}`, {
      environment: { variable: 'ENVIRONMENT', value: 'staging' },
    });
    expect(result.evidence).toBe('tests-only');
    expect(output).toContain('5/5 events found in staging');
    expect(new Set(result.tests.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
  });
});
