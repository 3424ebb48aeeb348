/** Listening to the real server of the example: as it is committed, and corrected. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { connectWebSocket } from '../../server/src/platform/web-socket.ts';
import { listen } from '../../server/src/suite/listen.ts';
import { EVENTS, PYTHON } from './support.ts';

let root = '';
let server: ChildProcess | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'listen-'));
  await cp('examples/chat-backend', root, { recursive: true });
});
afterEach(async () => {
  server?.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

/** Starts the server in `root`; gives its port once it serves. */
function serve(): Promise<string> {
  const child = spawn(PYTHON, ['-m', 'uvicorn', 'app.main:app', '--host', '127.0.0.1', '--port', '0'], {
    cwd: root,
  });
  server = child;
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const [, port] = /running on http:\/\/127\.0\.0\.1:(\d+)/.exec(log) ?? [];
      if (port !== undefined) resolve(port);
    });
    child.on('exit', () => reject(new Error(log)));
  });
}

it.each([
  [true, 'complete', EVENTS],
  [false, 'time-limit', []],
])('corrected: %s', async (isCorrected, ending, expected) => {
  if (isCorrected) expect(spawnSync('git', ['apply', 'correction.patch'], { cwd: root }).status).toBe(0);
  const heard: string[] = [];
  const result = await listen({
    url: `ws://127.0.0.1:${await serve()}/ws/someone`,
    message: JSON.stringify({ type: 'chat', text: 'How does caching of prompts help?' }),
    events: EVENTS,
    timeLimitSeconds: isCorrected ? 20 : 3,
    cancellation: NEVER_CANCELLED,
    connect: connectWebSocket,
    now: Date.now,
    onEvent: ({ event }) => heard.push(event),
  });
  expect([result.ending, heard]).toEqual([ending, expected]);
});
