/** What the server does with messages that are wrong, come at the wrong time, or are none: raw frames into a real process. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startEditor, startProcess, uriOf } from './fake-editor.ts';

interface Answer {
  readonly id?: number | string | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
  readonly method?: string;
}

interface RawClient {
  readonly child: ChildProcess;
  send(message: unknown): void;
  write(bytes: string | Buffer): void;
  /** The answer to a request. */
  answer(id: number | string | null): Promise<Answer>;
  /** The exit code. */
  readonly ended: Promise<number | null>;
  readonly errors: () => string;
}

function frame(body: string, charset = ''): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n${charset}\r\n${body}`;
}

function rawClient(): RawClient {
  const child = startProcess();
  const answers: Answer[] = [];
  const waiting = new Set<() => void>();
  let bytes = Buffer.alloc(0);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdin?.on('error', () => undefined);
  child.stdout?.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (let end = bytes.indexOf('\r\n\r\n'); end >= 0; end = bytes.indexOf('\r\n\r\n')) {
      const length = Number(/Content-Length: (\d+)/.exec(bytes.toString('latin1', 0, end))?.[1]);
      if (bytes.length < end + 4 + length) return;
      answers.push(JSON.parse(bytes.toString('utf8', end + 4, end + 4 + length)) as Answer);
      bytes = bytes.subarray(end + 4 + length);
      for (const wake of waiting) wake();
    }
  });
  const write = (data: string | Buffer): void => {
    child.stdin?.write(data);
  };
  return {
    child,
    send: (message) => write(frame(JSON.stringify(message))),
    write,
    answer: async (id) => {
      for (;;) {
        const found = answers.find((each) => each.id === id && each.method === undefined);
        if (found) return found;
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
    ended: once(child, 'exit').then(([code]) => code as number | null),
    errors: () => errors,
  };
}

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 'first',
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [] },
};

function request(id: number, method: string, params?: unknown): object {
  return { jsonrpc: '2.0', id, method, params };
}

async function initialized(): Promise<RawClient> {
  const client = rawClient();
  client.send(INITIALIZE);
  expect((await client.answer('first')).error).toBeUndefined();
  client.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
  return client;
}

/** The code of the error that answers a request; `undefined` for a result. */
async function codeOf(client: RawClient, id: number): Promise<number | undefined> {
  return (await client.answer(id)).error?.code;
}

describe('the life cycle', () => {
  it('answers -32002 before it is initialized, and is none the worse for it', async () => {
    const client = rawClient();
    client.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: {} });
    client.send(request(1, 'textDocument/hover', {}));
    client.send(request(2, 'shutdown'));
    expect([await codeOf(client, 1), await codeOf(client, 2)]).toEqual([-32002, -32002]);
    client.send({ ...INITIALIZE, params: { capabilities: 'none' } });
    expect((await client.answer('first')).error?.code).toBe(-32602);
    client.send({ ...INITIALIZE, id: 3 });
    expect(await client.answer(3)).toMatchObject({ result: { serverInfo: { name: 'wiretrace' } } });
    client.send({ ...INITIALIZE, id: 4 });
    expect(await codeOf(client, 4)).toBe(-32600);
  });

  it('answers -32600 after it was shut down, and ends with 0', async () => {
    const client = await initialized();
    client.send(request(1, 'shutdown'));
    expect(await client.answer(1)).toMatchObject({ result: null });
    client.send(request(2, 'textDocument/hover', AT));
    client.send(request(3, 'shutdown'));
    expect([await codeOf(client, 2), await codeOf(client, 3)]).toEqual([-32600, -32600]);
    client.send({ jsonrpc: '2.0', method: 'exit' });
    expect(await client.ended).toBe(0);
  });

  it('ends with 1 where it was not shut down: at exit, and where the stream ends', async () => {
    const told = await initialized();
    told.send({ jsonrpc: '2.0', method: 'exit' });
    const cut = await initialized();
    cut.child.stdin?.end();
    const early = rawClient();
    early.send({ jsonrpc: '2.0', method: 'exit' });
    expect([await told.ended, await cut.ended, await early.ended]).toEqual([1, 1, 1]);
  });
});

const AT = { textDocument: { uri: 'file:///nowhere/a.py' }, position: { line: 0, character: 0 } };

describe('wrong parameters', () => {
  it.each([
    ['textDocument/hover', undefined],
    ['textDocument/hover', []],
    ['textDocument/hover', { ...AT, position: { line: -1, character: 0 } }],
    ['textDocument/hover', { ...AT, position: { line: 1.5, character: 0 } }],
    ['textDocument/hover', { ...AT, textDocument: { uri: 3 } }],
    ['textDocument/definition', { textDocument: AT.textDocument }],
    ['textDocument/diagnostic', { textDocument: null }],
    ['workspace/diagnostic', { previousResultIds: 'none' }],
    ['textDocument/codeAction', { ...AT, range: {}, context: { diagnostics: [] } }],
    ['callHierarchy/incomingCalls', { item: { uri: 'file:///a.py' } }],
    ['wiretrace/trace', { uri: 7 }],
    ['wiretrace/explain', null],
  ])('%s %j is answered with -32602', async (method, params) => {
    const client = await initialized();
    client.send(request(1, method, params));
    expect(await codeOf(client, 1)).toBe(-32602);
  });

  it('unknown methods are answered with -32601, and notifications are passed over', async () => {
    const client = await initialized();
    client.send(request(1, 'textDocument/paint', {}));
    client.send({ jsonrpc: '2.0', method: '$/unheardOf', params: {} });
    client.send({ jsonrpc: '2.0', method: 'textDocument/didOpen' });
    client.send({ jsonrpc: '2.0', method: 'textDocument/didChange', params: { textDocument: {} } });
    client.send(request(2, 'textDocument/hover', AT));
    expect([await codeOf(client, 1), await client.answer(2)]).toMatchObject([-32601, { result: null }]);
  });

  it.each([
    ['a range beyond the end', { start: { line: 90, character: 9 }, end: { line: 99, character: 99 } }],
    ['a range that runs backwards', { start: { line: 0, character: 3 }, end: { line: 0, character: 1 } }],
    ['half a range', { start: { line: 0, character: 3 } }],
  ])('lives through a change with %s, and one of a file that is not open', async (_what, range) => {
    const client = await initialized();
    const uri = 'file:///nowhere/a.py';
    client.send({
      jsonrpc: '2.0',
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'python', version: 1, text: 'x = 1\n' } },
    });
    const contentChanges = [{ range, text: 'y' }];
    const change = (file: string) => ({ textDocument: { uri: file, version: 2 }, contentChanges });
    client.send({ jsonrpc: '2.0', method: 'textDocument/didChange', params: change(uri) });
    client.send({ jsonrpc: '2.0', method: 'textDocument/didChange', params: change('file:///b.py') });
    client.send(request(1, 'textDocument/hover', AT));
    expect(await client.answer(1)).toMatchObject({ result: null });
  });
});

describe('bodies that are no messages', () => {
  it.each([
    '{',
    '[1,2,3]',
    'null',
    '42',
    '"hover"',
    '{}',
    '{"jsonrpc":"2.0"}',
    '{"id":{}}',
    '[]',
    '\u0000',
    '',
  ])('%j is passed over', async (body) => {
    const client = await initialized();
    client.write(frame(body));
    client.send(request(1, 'textDocument/hover', AT));
    expect(await client.answer(1)).toMatchObject({ result: null });
  });

  it('takes frames in pieces, several at once, with other headers and in any case', async () => {
    const client = await initialized();
    const text = frame(JSON.stringify(request(1, 'textDocument/hover', AT)));
    for (const byte of Buffer.from(text)) client.write(Buffer.from([byte]));
    const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n';
    const second = frame(JSON.stringify(request(2, 'textDocument/hover', AT)), type);
    const third = frame(JSON.stringify(request(3, 'textDocument/hover', AT)));
    client.write(second + third);
    expect([await client.answer(1), await client.answer(2), await client.answer(3)]).toMatchObject([
      { result: null },
      { result: null },
      { result: null },
    ]);
  });
});

describe('streams that are no frames', () => {
  it.each([
    ['no Content-Length', 'Content-Type: text/plain\r\n\r\n{}', 'a header without Content-Length'],
    ['letters', 'Content-Length: abc\r\n\r\n', 'a Content-Length of "abc"'],
    ['a negative length', 'Content-Length: -5\r\n\r\n', 'a Content-Length of "-5"'],
    ['four gigabytes', 'Content-Length: 4294967296\r\n\r\n', 'a message of 4294967296 bytes'],
    ['a header that never ends', 'x'.repeat(9000), 'a header without an end'],
    ['a blank line', '\r\n\r\n', 'a header without Content-Length'],
  ])('%s: says so, and ends for the client to start it again', async (_what, bytes, reason) => {
    const client = await initialized();
    client.write(bytes);
    expect(await client.ended).toBe(70);
    expect(client.errors()).toContain(`the stream of messages is broken: ${reason}`);
  });
});

describe('a client that is gone', () => {
  it('is noticed by its process', async () => {
    const short = startProcess();
    const client = rawClient();
    client.send({ ...INITIALIZE, params: { ...INITIALIZE.params, processId: short.pid } });
    await client.answer('first');
    short.kill('SIGKILL');
    expect(await client.ended).toBe(1);
  });

  it('finds everything again in a server that is started anew', async () => {
    const folder = temporaryFolder({ 'main.py': 'x = 1\n' });
    const first = await startEditor({ folders: [folder] });
    await first.diagnostics(uriOf(folder, 'main.py'));
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    const second = await startEditor({ folders: [folder] });
    expect(await second.diagnostics(uriOf(folder, 'main.py'))).toMatchObject({ kind: 'full', items: [] });
  });
});
