/** Suites of JavaScript with the real probe, real Node processes and the real ws. */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SUITE_MACHINE } from '../../server/src/platform/suite-machine.ts';
import { EVENTS, observed, runIn, states, suiteOf, writeFiles } from './support.ts';

const PACKAGES = resolve(import.meta.dirname, '../../node_modules');

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'suite-node-'));
  await symlink(PACKAGES, join(root, 'node_modules'), 'dir');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const MODULE_SERVER = "import { WebSocketServer } from 'ws';\n";
const COMMON_SERVER = "const { WebSocketServer } = require('ws');\n";

/** Sends `events` and `done` to each client, and prints its port. */
const serving = (events: readonly string[]): string => `
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () => console.log(server.address().port));
server.on('connection', (socket) => {
  for (const type of ${JSON.stringify([...events, 'done'])}) socket.send(JSON.stringify({ type, payload: {} }));
});
`;

/** Starts a server and gives what a client gets of it. `clientClass` is what the client is made with. */
const collecting = (server: string, client = "import { WebSocket } from 'ws';"): string => `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
${client}
export const seen = [];
const server = spawn(process.execPath, ['${server}'], { stdio: ['ignore', 'pipe', 'inherit'] });
const [port] = await once(server.stdout, 'data');
const socket = new WebSocket('ws://127.0.0.1:' + String(port).trim());
await new Promise((done) => {
  socket.onmessage = ({ data }) => {
    const { type } = JSON.parse(data);
    seen.push(type);
    if (type === 'done') done();
  };
});
export { socket };
export const end = () => (socket.close(), server.kill());
`;

const EACH_EVENT = `
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { end, seen } from './collect.mjs';
after(end);
for (const event of ${JSON.stringify(EVENTS)}) test(event, () => assert.ok(seen.includes(event)));
`;

const TEST_SCRIPT = '{"scripts": {"test": "node --test all.test.mjs"}}';

describe('a server in a process of its own', () => {
  it.each([
    ['server.mjs', MODULE_SERVER],
    ['server.cjs', COMMON_SERVER],
  ])('sends all five from %s', async (name, start) => {
    writeFiles(root, {
      'package.json': TEST_SCRIPT,
      [name]: start + serving(EVENTS),
      'collect.mjs': collecting(name),
      'all.test.mjs': EACH_EVENT,
    });
    const { result } = await runIn(root, 'npm test');
    expect(result.notes).toEqual([]);
    expect(result.ending).toEqual({ kind: 'exited', status: 0 });
    expect(observed(result)).toEqual(EVENTS);
    expect(result.events.map(({ received, sent }) => [received, sent])).toEqual(EVENTS.map(() => [1, 1]));
    expect(result.events[0]?.emissions[0]?.stack[0]).toEqual({ file: name, line: 5 });
    expect(states(result)).toEqual(Object.fromEntries(EVENTS.map((event) => [event, 'passed'])));
  });

  it('sends none', async () => {
    writeFiles(root, {
      'package.json': TEST_SCRIPT,
      'server.mjs': MODULE_SERVER + serving([]),
      'collect.mjs': collecting('server.mjs'),
      'all.test.mjs': EACH_EVENT,
    });
    const { result } = await runIn(root, 'npm test');
    expect(result.evidence).toBe('observed');
    expect(result.ending).toEqual({ kind: 'exited', status: 1 });
    expect(observed(result)).toEqual([]);
    expect(states(result)).toEqual(Object.fromEntries(EVENTS.map((event) => [event, 'failed'])));
  });

  it("has a client of Node's own", async () => {
    writeFiles(root, {
      'server.mjs': MODULE_SERVER + serving(EVENTS),
      'collect.mjs': collecting('server.mjs', ''),
      'run.mjs': "import { end } from './collect.mjs';\nend();\n",
    });
    const { result } = await runIn(root, 'node --experimental-websocket run.mjs');
    expect(result.events.map(({ received }) => received)).toEqual(EVENTS.map(() => 1));
    expect(result.notes).toEqual([
      'the test runner of this run gave no results that can be read, so only events were observed',
    ]);
  });
});

describe('what a suite says is not what happened', () => {
  it('a test that makes up its event, even on a real connection', async () => {
    writeFiles(root, {
      'server.mjs': MODULE_SERVER + serving([]),
      'collect.mjs': collecting('server.mjs'),
      'all.test.mjs': `
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { end, seen, socket } from './collect.mjs';
after(end);
test('agent_started arrives', () => {
  socket.emit('message', Buffer.from('{"type": "agent_started"}'), false);
  assert.ok(seen.includes('agent_started'));
});
`,
    });
    const { result } = await runIn(root, 'node --test all.test.mjs');
    expect(result.ending).toEqual({ kind: 'exited', status: 0 });
    expect(states(result)).toEqual({ 'agent_started arrives': 'not-observed' });
    expect(observed(result)).toEqual([]);
  });

  it('an exit status of 0 with failures', async () => {
    writeFiles(root, {
      'spec.cjs':
        "describe('events', () => {\n  it('agent_started', () => { throw new Error('no event'); });\n  it('rest', () => {});\n});\n",
    });
    const { result } = await runIn(root, 'node node_modules/mocha/bin/mocha.js spec.cjs || true');
    expect(result.ending).toEqual({ kind: 'exited', status: 0 });
    expect(states(result)).toEqual({ agent_started: 'failed', rest: 'passed' });
    expect(result.tests.map(({ id, file, events }) => [id, file, events])).toEqual([
      ['spec.cjs::events::agent_started', 'spec.cjs', ['agent_started']],
      ['spec.cjs::events::rest', 'spec.cjs', []],
    ]);
    expect(result.notes).toEqual([]);
  });

  it('a suite of vitest with a title for an event that never came', async () => {
    writeFiles(root, {
      'package.json': '{"type": "module", "scripts": {"test": "vitest run"}}',
      'a.test.ts':
        "import { expect, it } from 'vitest';\nit('agent_started', () => expect(1).toBe(1));\nit('rest', () => expect(1).toBe(2));\n",
    });
    const { result } = await runIn(root, 'npm test');
    expect(result.ending).toEqual({ kind: 'exited', status: 1 });
    expect(states(result)).toEqual({ agent_started: 'not-observed', rest: 'failed' });
  });
});

it('leaves the options of Node that are set, and is loaded from a folder with a space in it', async () => {
  const machine = { ...SUITE_MACHINE, temporaryFolder: () => mkdtemp(join(tmpdir(), 'suite node-')) };
  writeFiles(root, { 'set.cjs': 'globalThis.set = 7;', 'run.cjs': 'console.log("set", globalThis.set);' });
  const suite = suiteOf('node run.cjs', { variables: { NODE_OPTIONS: '--require=./set.cjs' } });
  const { result, output } = await runIn(root, '', { machine, suite });
  expect(output).toContain('set 7');
  expect(result.evidence).toBe('observed');
});
