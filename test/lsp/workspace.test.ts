/** Folders, files on the disk, settings, progress, trust and clients of all sorts, over a real process. */
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { expect, it } from 'vitest';
import type { DebugInformation, Status } from '../../server/src/protocol/messages.ts';
import { REPOSITORY } from '../support/source-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type FakeEditor, SERVER, startEditor, uriOf, VSCODE } from './fake-editor.ts';

/** A registry that is never given its manager. */
const BROKEN = `from fastapi import FastAPI

class Registry:
    def __init__(self):
        self.websocket_manager = None

    def set_websocket_manager(self, manager):
        self.websocket_manager = manager

    def notify(self):
        self.websocket_manager.send("agent_started")

app = FastAPI()
app.state.registry = Registry()

@app.get("/")
def root():
    app.state.registry.notify()
`;
const WIRED = BROKEN.replace(
  '\n@app.get',
  '\n\nclass Manager:\n    def send(self, event):\n        pass\n\napp.state.registry.set_websocket_manager(Manager())\n\n@app.get',
);

async function codesOf(editor: FakeEditor, uri: string): Promise<readonly unknown[]> {
  const report = await editor.diagnostics(uri);
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [report.kind];
}

it('analyses each folder with its own settings, and folders that are added and removed later', async () => {
  const [one, two, three] = [1, 2, 3].map(() => temporaryFolder({ 'main.py': BROKEN }));
  if (!one || !two || !three) throw new Error('folders are missing');
  let quiet = uriOf(two);
  const settings = (uri: string) => (uri === quiet ? { checks: { 'never-injected': 'off' } } : {});
  const editor = await startEditor({ folders: [one, two], settings });
  const main = (folder: string) => uriOf(folder, 'main.py');
  expect(await codesOf(editor, main(one))).toEqual(['never-injected']);
  expect(await codesOf(editor, main(two))).toEqual([]);
  expect(await codesOf(editor, main(three))).toEqual([]);
  const change = (added: readonly string[], removed: readonly string[]) =>
    editor.notify('workspace/didChangeWorkspaceFolders', {
      event: {
        added: added.map((folder) => ({ uri: uriOf(folder), name: 'added' })),
        removed: removed.map((folder) => ({ uri: uriOf(folder), name: 'removed' })),
      },
    });
  await change([three], [one]);
  await editor.until('wiretrace/status', ({ revision, findings }: Status) => revision >= 3 && findings === 1);
  expect(await codesOf(editor, main(three))).toEqual(['never-injected']);
  expect(await codesOf(editor, main(one))).toEqual([]);
  quiet = uriOf(three);
  await editor.notify('workspace/didChangeConfiguration', { settings: null });
  await editor.until('wiretrace/status', ({ revision }: Status) => revision >= 5);
  expect([await codesOf(editor, main(two)), await codesOf(editor, main(three))]).toEqual([
    ['never-injected'],
    [],
  ]);
});

it('follows files on the disk: ten thousand events are one analysis, and the last state counts', async () => {
  const folder = temporaryFolder({ 'main.py': BROKEN });
  const editor = await startEditor({ folders: [folder] });
  const uri = uriOf(folder, 'main.py');
  expect(await codesOf(editor, uri)).toEqual(['never-injected']);
  await editor.until('wiretrace/status', ({ state }: Status) => state === 'ready');
  const before = editor.statuses().at(-1)?.revision ?? 0;
  writeFileSync(join(folder, 'main.py'), WIRED);
  const events = Array.from({ length: 1000 }, (_, index) => ({
    uri: index === 500 ? uri : uriOf(folder, `generated/file_${index}.py`),
    type: (index % 3) + 1,
  }));
  for (let storm = 0; storm < 10; storm++)
    await editor.notify('workspace/didChangeWatchedFiles', { changes: events });
  expect(await codesOf(editor, uri)).toEqual([]);
  const after = (await editor.until(
    'wiretrace/status',
    ({ findings, state }: Status) => state === 'ready' && findings === 0,
  )) as Status;
  expect(after.revision).toBe(before + 1);
  rmSync(join(folder, 'main.py'));
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
  await editor.until(
    'wiretrace/status',
    ({ entryPoints, state }: Status) => state === 'ready' && entryPoints === 0,
  );
});

it('sends diagnostics to clients that do not fetch them, and never both', async () => {
  const folder = temporaryFolder({ 'main.py': BROKEN });
  const editor = await startEditor({ folders: [folder], capabilities: {} });
  expect(editor.capabilities.diagnosticProvider).toBeUndefined();
  const uri = uriOf(folder, 'main.py');
  const published = (fits: (diagnostics: readonly Diagnostic[]) => boolean) =>
    editor.until('textDocument/publishDiagnostics', (sent: PublishDiagnosticsParams) =>
      fits(sent.diagnostics),
    );
  expect(await published((found) => found.length === 1)).toMatchObject({
    uri,
    diagnostics: [{ code: 'never-injected' }],
  });
  await editor.open(uri, WIRED);
  expect(await published((found) => found.length === 0)).toEqual({ uri, version: 1, diagnostics: [] });
  // What the client did not say that it can take is not sent.
  expect(
    editor.received.map(({ method }) => method).filter((method) => method.startsWith('client/')),
  ).toEqual([]);
  await expect(editor.diagnostics(uri)).rejects.toMatchObject({ code: -32601 });

  const pulling = await startEditor({ folders: [folder] });
  expect(pulling.capabilities.diagnosticProvider).toEqual({
    identifier: 'wiretrace',
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  await pulling.diagnostics(uri);
  expect(pulling.received.filter(({ method }) => method === 'textDocument/publishDiagnostics')).toEqual([]);
});

it('asks a client to fetch again when what it has is out of date, once', async () => {
  const folder = temporaryFolder({ 'main.py': BROKEN, 'helper.py': '' });
  const editor = await startEditor({ folders: [folder] });
  const uri = uriOf(folder, 'main.py');
  await editor.open(uri, BROKEN);
  const first = await editor.diagnostics(uri);
  expect(
    await editor.request('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId: first.resultId,
    }),
  ).toEqual({
    kind: 'unchanged',
    resultId: first.resultId,
  });
  const refreshes = () =>
    editor.received.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  const before = refreshes();
  writeFileSync(join(folder, 'wiretrace.json'), '{"checks": {"never-injected": "off"}}');
  await editor.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(folder, 'wiretrace.json'), type: 1 }],
  });
  await editor.until('workspace/diagnostic/refresh');
  expect(refreshes()).toBe(before + 1);
  expect(await codesOf(editor, uri)).toEqual([]);
});

it('counts as the client does: positions in bytes and in characters', async () => {
  const line = 'app.state.registry = (lambda ᚠ𝒳: Registry())("𝒳")';
  const text = BROKEN.replace('app.state.registry = Registry()', line);
  const at = line.indexOf('Registry()');
  for (const [encoding, units] of [
    ['utf-8', Buffer.byteLength(line.slice(0, at))],
    ['utf-32', [...line.slice(0, at)].length],
    ['utf-16', at],
  ] as const) {
    const folder = temporaryFolder({ 'main.py': text });
    const capabilities = { ...VSCODE, general: { positionEncodings: [encoding] } };
    const editor = await startEditor({ folders: [folder], capabilities });
    expect(editor.capabilities.positionEncoding).toBe(encoding);
    const report = await editor.diagnostics(uriOf(folder, 'main.py'));
    const [item] = report.kind === 'full' ? report.items : [];
    expect([encoding, item?.range.start.character]).toEqual([encoding, units]);
  }
});

it('answers at once that a request is cancelled', async () => {
  const folder = temporaryFolder({ 'main.py': BROKEN });
  const editor = await startEditor({ folders: [folder] });
  const uri = uriOf(folder, 'main.py');
  const held = await editor.diagnostics(uri);
  const previousResultIds = [{ uri, value: held.resultId ?? '' }];
  const source = editor.cancellation();
  const pending = editor.request('workspace/diagnostic', { previousResultIds }, source.token);
  source.cancel();
  await expect(pending).rejects.toMatchObject({ code: -32800 });
});

it('runs nothing and writes nothing where the workspace is not trusted', async () => {
  const canary = temporaryFolder();
  const touch = `open(${JSON.stringify(join(canary, 'ran'))}, "w")`;
  const suites = '{"suites": [{"command": "python tests/suite.py"}]}';
  const folder = temporaryFolder({
    'main.py': `${touch}\n${BROKEN}`,
    'sitecustomize.py': touch,
    'conftest.py': touch,
    'tests/suite.py': touch,
    'wiretrace.json': suites,
  });
  const listing = () => readdirSync(folder, { recursive: true }).toSorted();
  const before = listing();
  const editor = await startEditor({ folders: [folder], initializationOptions: { trusted: false } });
  expect(await codesOf(editor, uriOf(folder, 'main.py'))).toEqual(['never-injected']);
  await editor.until('wiretrace/status', ({ state }: Status) => state === 'restricted');
  const lenses = async () => {
    const textDocument = { uri: uriOf(folder, 'wiretrace.json') };
    return (await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument })).length;
  };
  expect(await lenses()).toBe(0);
  expect(listing()).toEqual(before);
  expect(readdirSync(canary)).toEqual([]);
  await editor.notify('wiretrace/trust', { trusted: true });
  await editor.until('wiretrace/status', ({ state }: Status) => state === 'ready');
  expect(await lenses()).toBe(1);
  expect(readdirSync(canary)).toEqual([]);
});

it('says what an issue needs: version, settings in force, files, memory, errors', async () => {
  const folder = temporaryFolder({ 'main.py': BROKEN, 'wiretrace.json': '{"exclude": ["old/**"]}' });
  const editor = await startEditor({ folders: [folder] });
  await editor.diagnostics(uriOf(folder, 'main.py'));
  const { text } = await editor.request<DebugInformation>('wiretrace/debugInformation', null);
  const { version } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(text).toContain(`Wiretrace ${version}\nstate: ready\ntrusted: yes\n`);
  expect(text).toMatch(/memory: \d+ MB in all, \d+ MB of objects in the analyses\n/);
  expect(text).toContain('1 of 1 files parsed');
  expect(text).toContain('"exclude": [\n    "old/**"\n  ]');
  expect(text).toContain('no errors');
});

it('shows progress where an analysis takes its time, and stops where a person says so', async () => {
  // Environments are runs of their own: many of them, each with much to follow.
  const steps = Array.from(
    { length: 3000 },
    (_, index) => `    value_${index} = [helper(n, ${index}) for n in range(40)]`,
  );
  const slow = `import os\n\ndef helper(n, m):\n    return {"n": n, "m": [n, m, str(n + m)]}\n\ndef follow():\n${steps.join('\n')}\n\n`;
  const environments = ['staging', 'production', 'development', 'qa', 'demo']
    .map((name) => `if os.environ["ENVIRONMENT"] == "${name}":\n    follow()\n`)
    .join('');
  const folder = temporaryFolder({ 'main.py': slow + environments + BROKEN });
  const editor = await startEditor({ folders: [folder] });
  type Progress = { token: string; value: { kind: string; title?: string; cancellable?: boolean } };
  const begun = (await editor.until(
    '$/progress',
    ({ value }: Progress) => value.kind === 'begin',
  )) as Progress;
  expect(begun.value).toMatchObject({ title: 'Wiretrace', cancellable: true });
  await editor.notify('window/workDoneProgress/cancel', { token: begun.token });
  await editor.until(
    '$/progress',
    ({ token, value }: Progress) => token === begun.token && value.kind === 'end',
  );
  await editor.until(
    'wiretrace/status',
    ({ state, message }: Status) => state === 'degraded' && message.includes('was stopped'),
  );
  // A request does not wait for what is not under way.
  expect(await codesOf(editor, uriOf(folder, 'main.py'))).toEqual([]);
  await editor.open(uriOf(folder, 'main.py'), BROKEN);
  expect(await codesOf(editor, uriOf(folder, 'main.py'))).toEqual(['never-injected']);
});

const SCRIPT = `import express from 'express';

class Registry {
  private websocketManager: { send(event: string): void } | null = null;

  setWebsocketManager(manager: { send(event: string): void }): void {
    this.websocketManager = manager;
  }

  notify(): void {
    this.websocketManager!.send('agent_started');
  }
}

const registry = new Registry();
const app = express();
app.get('/', (_request, response) => {
  registry.notify();
  response.send('ok');
});
app.listen(3000);
`;

it('follows edits of TypeScript as well, and loads its parser only for it', async () => {
  const manifest =
    '{"main": "server.ts", "scripts": {"start": "tsx server.ts"}, "dependencies": {"express": "5"}}';
  const folder = temporaryFolder({ 'package.json': manifest, 'server.ts': SCRIPT });
  const editor = await startEditor({ folders: [folder] });
  const uri = uriOf(folder, 'server.ts');
  await editor.open(uri, SCRIPT, 'typescript');
  expect(await codesOf(editor, uri)).toEqual(['never-injected']);
  const wired = SCRIPT.replace(
    'const app',
    'registry.setWebsocketManager({ send: () => undefined });\nconst app',
  );
  await editor.change(uri, wired);
  expect(await codesOf(editor, uri)).toEqual([]);
  await editor.change(uri, `// moved\n${SCRIPT}`);
  const report = await editor.diagnostics(uri);
  expect(report.kind === 'full' && report.items.map(({ range }) => range.start)).toEqual([
    { line: 15, character: 21 },
  ]);

  // Where its bundle is missing, Python does not miss it.
  const alone = join(temporaryFolder(), 'server.cjs');
  copyFileSync(SERVER, alone);
  const python = temporaryFolder({ 'main.py': BROKEN });
  const small = await startEditor({ folders: [python], server: alone });
  expect(await codesOf(small, uriOf(python, 'main.py'))).toEqual(['never-injected']);
  expect(small.statuses().map(({ state }) => state)).not.toContain('degraded');
});

it('says in the status what is wrong with the configuration, and what is only to be known', async () => {
  const toml = '[tool.wiretrace]\nexclude = []\n';
  const folder = temporaryFolder({
    'main.py': BROKEN,
    'wiretrace.json': '{"events": 3}',
    'pyproject.toml': toml,
  });
  const editor = await startEditor({ folders: [folder] });
  const uri = uriOf(folder, 'wiretrace.json');
  expect(await codesOf(editor, uri)).toEqual(['invalid-configuration']);
  const degraded = await editor.until('wiretrace/status', ({ state }: Status) => state === 'degraded');
  expect((degraded as Status).message).toContain(
    ': wiretrace.json: "events" has to be a list, not a number.',
  );
  await editor.open(uri, '{"events": []}', 'json');
  expect(await codesOf(editor, uri)).toEqual([]);
  const ready = await editor.until(
    'wiretrace/status',
    ({ state, message }: Status) => state === 'ready' && message !== '',
  );
  expect((ready as Status).message).toMatch(
    /: wiretrace\.json is used; \[tool\.wiretrace\] of pyproject\.toml is passed over\. Keep one of them\.$/,
  );
});
