/**
 * A person listens to running servers with the packed extension: to that of the example, and to one that wants a token, which is typed
 * once and kept nowhere but in the secret storage. Runs outside of VS Code and drives it through a browser.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { type Person, sitDown, type Visit } from './support/person.ts';

const EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];
const LISTEN = 'Wiretrace: Listen to a Running Server';
const URL_QUESTION = 'URL of the WebSocket';
const MESSAGE_QUESTION = 'Message to send';
const TOAST = '.notifications-toasts .notification-list-item-message';
const TOKEN = 'a-token-that-nobody-guesses';

export async function run(visit: Visit): Promise<void> {
  const me = await sitDown(visit.page, visit.address, visit.folder);
  await me.opens('app/smd.py');
  await me.sees('.monaco-editor .view-line');
  await listenToExample(me, visit);
  await typeTokenOnce(me, visit);
}

async function listenToExample(me: Person, { folder, python, pictures }: Visit): Promise<void> {
  execFileSync('git', ['apply', 'correction.patch'], { cwd: folder });
  const server = spawn(python, ['-m', 'uvicorn', 'app.main:app', '--host', '127.0.0.1', '--port', '0'], {
    cwd: folder,
  });
  try {
    await me.answers(LISTEN, [
      [URL_QUESTION, `ws://127.0.0.1:${await portOf(server)}/ws/someone`],
      [MESSAGE_QUESTION, JSON.stringify({ type: 'chat', text: 'How does caching of prompts help?' })],
    ]);
    await me.sees(TOAST, '5/5 events arrived');
    await me.page.screenshot({ path: join(pictures, 'listening.png') });
    // What the output channel holds cannot be seen here: it goes through a native module that this VS Code is installed without.
    await me.page.getByRole('button', { name: 'Show Events' }).first().click();
    await me.sees('.panel .monaco-editor');
    await me.settles();
  } finally {
    server.kill('SIGKILL');
  }
  await me.runs('Notifications: Clear All Notifications');
  await me.seesNo(TOAST);
}

function portOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const [, port] = /running on http:\/\/127\.0\.0\.1:(\d+)/.exec(log) ?? [];
      if (port !== undefined) resolve(port);
    });
    server.on('exit', () => reject(new Error(log)));
  });
}

/** The second time nothing is asked for, and the server gets the same token. */
async function typeTokenOnce(me: Person, { folder, profile }: Visit): Promise<void> {
  const given: (string | null)[] = [];
  const server = new WebSocketServer({
    ...{ port: 0, host: '127.0.0.1' },
    verifyClient: ({ req }: { req: IncomingMessage }) => {
      const token = new URL(req.url ?? '', 'ws://server').searchParams.get('token');
      given.push(token);
      return token === TOKEN;
    },
  });
  server.on('connection', (socket) => {
    for (const type of EVENTS) socket.send(JSON.stringify({ type }));
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const questions = [
    [URL_QUESTION, `ws://${host}/?token={token}`],
    [MESSAGE_QUESTION, ''],
  ] as const;
  try {
    await me.answers(LISTEN, [...questions, [`Token for ${host}`, TOKEN]]);
    await me.sees(TOAST, '5/5 events arrived');
    assert.deepEqual(given, [TOKEN]);
    await me.runs('Notifications: Clear All Notifications');
    await me.seesNo(TOAST);
    await me.answers(LISTEN, questions);
    await me.sees(TOAST, '5/5 events arrived');
    assert.deepEqual(given, [TOKEN, TOKEN]);
  } finally {
    server.close();
  }
  assert.deepEqual([...filesWithToken(folder), ...filesWithToken(profile)], []);
}

/** Settings, logs, state: nothing that is stored in plain text has it. */
function filesWithToken(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(TOKEN));
}
