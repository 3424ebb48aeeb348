/** Event suites through the language server: listed, run, explained by findings; and nothing in a workspace that is not trusted. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-protocol/node';
import { WebSocketServer } from 'ws';
import {
  type ListenOutcome,
  SUITE_METHODS,
  type SuiteItem,
  type SuiteOutput,
  type SuiteRun,
} from '../../server/src/protocol/suites.ts';
import { REPOSITORY } from '../support/source-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type FakeEditor, startEditor } from './fake-editor.ts';

const EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];
const SUITE = 'tests/mission_critical/test_websocket_agent_events_suite.py';
const PYTHON = execFileSync(process.execPath, [resolve(REPOSITORY, 'scripts/python-environment.mjs')], {
  encoding: 'utf8',
}).trim();

interface Opened {
  readonly editor: FakeEditor;
  readonly folder: string;
  readonly suite: SuiteItem;
}

async function open(
  initializationOptions: object,
  prepare: (root: string) => void = () => undefined,
): Promise<Opened> {
  const root = temporaryFolder();
  cpSync(join(REPOSITORY, 'examples/chat-backend'), root, { recursive: true });
  prepare(root);
  const editor = await startEditor({ folders: [root], initializationOptions });
  const folder = pathToFileURL(root).toString();
  const [suite] = await editor.request<readonly SuiteItem[]>(SUITE_METHODS.suites, { folder });
  if (!suite) throw new Error('no suite');
  return { editor, folder, suite };
}

it('lists the suite, runs it, and explains what was lost by the finding', async () => {
  const { editor, folder, suite } = await open({ trusted: true });
  expect(suite).toMatchObject({
    name: SUITE,
    command: `python -m pytest ${SUITE}`,
    file: `${folder}/${SUITE}`,
    origin: 'found',
  });
  const params = { run: 'a', folder, suite: suite.id, environment: 'staging', python: PYTHON };
  const run = await editor.request<SuiteRun>(SUITE_METHODS.runSuite, params);
  expect(run).toMatchObject({
    environment: 'staging',
    ending: 'exit status 1',
    evidence: 'observed',
    isCancelled: false,
  });
  expect(run.events.map(({ name, observed }) => [name, observed])).toEqual(
    EVENTS.map((name) => [name, false]),
  );
  for (const { explanations } of run.events)
    expect(
      explanations.map(({ check, location }) => [check, location.uri, location.range.start.line]),
    ).toEqual([['legacy-setter', `${folder}/app/smd.py`, 123]]);
  expect(run.confirmed).toEqual(run.events[0]?.explanations.map(({ finding }) => finding));
  expect(run.contradicted).toEqual([]);
  const file = `${folder}/app/smd.py`;
  await editor.open(file, readFileSync(new URL(file), 'utf8'));
  const report = await editor.diagnostics(file);
  if (report.kind !== 'full') throw new Error('the server says that nothing changed');
  expect(report.items[0]?.relatedInformation?.at(-1)?.message).toBe(
    `the last run of ${SUITE} in staging confirms this: 0/5 events observed`,
  );
  const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: `${folder}/${SUITE}` },
  });
  const resolved = await editor.request<CodeLens>('codeLens/resolve', lenses[0]);
  expect(resolved.command).toEqual({
    title: 'Run event suite · 0/5 observed in staging',
    command: 'wiretrace.runEventSuite',
    arguments: [{ folder, command: suite.command, suite: suite.id }],
  });
  const output = editor.received
    .filter(({ method }) => method === SUITE_METHODS.suiteOutput)
    .map(({ params: said }) => (said as SuiteOutput).text);
  expect(output.join('')).toContain('0/5 events found in staging');
});

it('observes all five once the example is corrected, and marks the calls', async () => {
  const { editor, folder, suite } = await open({ trusted: true }, (root) => {
    execFileSync('git', ['init', '-q'], { cwd: root });
    execFileSync('git', ['apply', 'correction.patch'], { cwd: root });
  });
  const run = await editor.request<SuiteRun>(SUITE_METHODS.runSuite, {
    run: 'a',
    folder,
    suite: suite.id,
    python: PYTHON,
  });
  expect(run.events.map(({ observed }) => observed)).toEqual([true, true, true, true, true]);
  expect(run.tests.map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => 'passed'));
  const injected = run.marks.filter(({ kind }) => kind === 'injection');
  expect(injected.map(({ location, count }) => [location.uri, location.range.start.line, count])).toEqual([
    [`${folder}/app/smd.py`, 125, 1],
  ]);
});

it('runs nothing in a workspace that is not trusted', async () => {
  const { editor, folder, suite } = await open({ trusted: false });
  const run = editor.request<SuiteRun>(SUITE_METHODS.runSuite, {
    run: 'a',
    folder,
    suite: suite.id,
    python: PYTHON,
  });
  await expect(run).rejects.toThrow('the workspace is not trusted, so nothing of it is run');
});

it('listens to a running server', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => {
    server.close();
  });
  server.on('connection', (client) =>
    client.on('message', () => EVENTS.forEach((type) => client.send(JSON.stringify({ type })))),
  );
  await new Promise((done) => server.on('listening', done));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { editor, folder } = await open({ trusted: false });
  const outcome = await editor.request<ListenOutcome>(SUITE_METHODS.listen, {
    run: 'l',
    folder,
    url,
    message: 'hi',
    timeLimitSeconds: 10,
  });
  expect(outcome).toMatchObject({ isComplete: true, missing: [], reason: '' });
  expect(outcome.arrived.map(({ event }) => event)).toEqual(EVENTS);
});
