import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENTS, observed, runIn, states } from './support.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/chat-backend-ts');
const STAGING = { variable: 'ENVIRONMENT', value: 'staging' };

let folder = '';
let corrected = '';
beforeAll(async () => {
  execFileSync(process.execPath, [join(ROOT, 'scripts/node-environment.mjs')]);
  folder = await mkdtemp(join(tmpdir(), 'suite-example-node-'));
  corrected = join(folder, 'corrected');
  await cp(EXAMPLE, corrected, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  await symlink(join(EXAMPLE, 'node_modules'), join(corrected, 'node_modules'), 'dir');
  execFileSync('git', ['apply', 'correction.patch'], { cwd: corrected });
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the suite of the TypeScript example', () => {
  it('observes no event as it is committed', async () => {
    const { result } = await runIn(EXAMPLE, 'npm test', { environment: STAGING });
    expect(result.evidence).toBe('observed');
    expect(result.ending).toEqual({ kind: 'exited', status: 1 });
    expect(observed(result)).toEqual([]);
    expect(states(result)).toMatchObject({ server_is_healthy: 'passed', agent_started: 'failed' });
    expect(result.notes).toEqual([]);
  });

  it('observes all five once it is corrected, sent by the lines of its sources', async () => {
    const file = join(corrected, 'src/agents/agent-registry.ts');
    const wraps = { functions: [{ file, line: 30, name: 'setWebSocketManager' }], classes: [] };
    const { result } = await runIn(corrected, 'npm test', { environment: STAGING, wraps });
    expect(observed(result)).toEqual(EVENTS);
    expect(result.injections.map(({ component, value, stack }) => [component, value, stack[0]])).toEqual([
      ['AgentRegistry', 'WebSocketManager', { file: 'src/startup.ts', line: 45 }],
    ]);
    expect(new Set(Object.values(states(result)))).toEqual(new Set(['passed']));
    expect(result.events[0]?.emissions[0]?.stack.slice(0, 2)).toEqual([
      { file: 'src/websocket/manager.ts', line: 32 },
      { file: 'src/agents/agent-registry.ts', line: 41 },
    ]);
  });
});
