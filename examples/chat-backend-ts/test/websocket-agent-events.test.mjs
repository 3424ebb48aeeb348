// Mission critical: a chat user sees the agent at work, through five events. Starts the real server in the current ENVIRONMENT, sends one
// chat message over a real WebSocket and collects what arrives until the final answer:   node --test test/websocket-agent-events.test.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CRITICAL_EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];
const ENVIRONMENT = process.env.ENVIRONMENT ?? 'development';
const STARTUP_MILLISECONDS = 30_000;
const ANSWER_MILLISECONDS = 15_000;

let server;
const seen = { health: {}, events: [], answer: '' };

before(async () => {
  server = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(server);
  seen.health = await (await fetch(`http://127.0.0.1:${port}/health`)).json();
  await chatOnce(port, 'How does caching of prompts help?');
  for (const event of CRITICAL_EVENTS) console.log(`${event}: ${seen.events.includes(event) ? 'found' : 'missing'}`);
  const found = CRITICAL_EVENTS.filter((event) => seen.events.includes(event));
  console.log(`${found.length}/${CRITICAL_EVENTS.length} events found in ${ENVIRONMENT}`);
});

after(() => {
  server?.kill();
});

function portOf({ stdout }) {
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(() => reject(new Error(`The server did not start:\n${log}`)), STARTUP_MILLISECONDS);
    stdout.on('data', (data) => {
      log += data;
      const [, port] = /running on http:\/\/127\.0\.0\.1:(\d+)/.exec(log) ?? [];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

function chatOnce(port, text) {
  return new Promise((resolve, reject) => {
    const client = new WebSocket(`ws://127.0.0.1:${port}/ws/mission-critical`);
    const timer = setTimeout(() => reject(new Error('No answer in time')), ANSWER_MILLISECONDS);
    client.on('open', () => client.send(JSON.stringify({ type: 'chat', text })));
    client.on('error', reject);
    client.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type !== 'final_answer') return void seen.events.push(message.type);
      seen.answer = message.payload.answer;
      clearTimeout(timer);
      client.close();
      resolve();
    });
  });
}

test('server_is_healthy', () => assert.deepEqual(seen.health, { status: 'healthy', environment: ENVIRONMENT }));
test('final_answer_arrives', () => assert.match(seen.answer, /saves the tokens/));
for (const event of CRITICAL_EVENTS) test(event, () => assert.ok(seen.events.includes(event)));
test('events_arrive_in_order', () => {
  assert.deepEqual(
    seen.events.filter((event) => CRITICAL_EVENTS.includes(event)),
    CRITICAL_EVENTS,
  );
});
