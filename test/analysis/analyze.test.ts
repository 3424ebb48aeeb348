import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Progress } from '../../server/src/analysis/api.ts';
import { traceText } from '../../server/src/analysis/trace-text.ts';
import { CancelledError } from '../../server/src/base/cancellation.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';
import { analysed, type Files, requestFor } from './analysed.ts';

const MAIN = `import os
from fastapi import FastAPI
from registry import AgentRegistry

registry = AgentRegistry()


async def lifespan(app):
    if os.environ["ENVIRONMENT"] == "production":
        registry.set_websocket_manager(object())
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/run")
def run():
    registry.emit("agent_started")
`;
const REGISTRY = `class AgentRegistry:
    def __init__(self):
        self.websocket_manager = None

    def set_websocket_manager(self, manager):
        self.websocket_manager = manager

    def emit(self, event):
        if self.websocket_manager:
            self.websocket_manager.send(event)
`;
const FILES: Files = { 'main.py': MAIN, 'registry.py': REGISTRY };

describe('the report', () => {
  const { report } = analysed(FILES);

  it('has the shape that readers count on', () => {
    const { stats, findings, components, events, ...rest } = report;
    expect(rest).toEqual({
      version: 1,
      root: '.',
      entryPoints: [{ kind: 'asgi-lifespan', name: 'lifespan', file: 'main.py', line: 8 }],
      environments: ['development', 'staging', 'production'],
      unresolved: [],
    });
    expect({ ...stats, steps: 0 }).toEqual({
      filesParsed: 2,
      filesSeen: 2,
      steps: 0,
      milliseconds: 0,
      runs: 3,
    });
    expect(stats.steps).toBeGreaterThan(0);
    expect(components).toEqual([
      {
        component: 'AgentRegistry',
        kind: 'class',
        file: 'registry.py',
        line: 1,
        injectionPoint: {
          kind: 'setter',
          name: 'set_websocket_manager',
          attribute: 'websocket_manager',
          file: 'registry.py',
          line: 5,
        },
        verdict: 'never',
        verdicts: { development: 'never', staging: 'never', production: 'wired' },
        instances: [{ file: 'main.py', line: 5, verdict: 'never' }],
        injections: [
          {
            file: 'main.py',
            line: 10,
            phase: 'startup',
            reached: true,
            guards: expect.any(Array) as string[],
          },
        ],
        lostEvents: ['agent_started'],
      },
    ]);
    expect(
      findings.map(({ check, file, range, environments }) => ({ check, file, range, environments })),
    ).toEqual([
      {
        check: 'environment-drift',
        file: 'main.py',
        range: { start: { line: 10, column: 18 }, end: { line: 10, column: 39 } },
        environments: ['development', 'staging'],
      },
    ]);
    expect(events).toEqual(expect.any(Array));
  });

  it('is the same every time', () => {
    expect(analysed(FILES).report).toEqual(report);
  });

  it('counts the time of the clock that it is given', () => {
    let now = 0;
    const clock = () => (now += 20.6);
    expect(analysed(FILES, { clock }).report.stats.milliseconds).toBe(21);
  });

  it('tells what it is doing', () => {
    const seen: Progress[] = [];
    analysed(FILES, { onProgress: (progress) => seen.push(progress), environments: ['staging'] });
    expect(seen).toEqual([
      { stage: 'discover', subject: '', done: 0, total: 0 },
      { stage: 'run', subject: 'main.py in staging', done: 0, total: 1 },
      { stage: 'check', subject: '', done: 0, total: 1 },
    ]);
  });
});

describe('the trace', () => {
  const textOf = (files: Files, environment?: string) =>
    traceText(
      analysed(files, { environments: environment === undefined ? [] : [environment] }).trace,
      (file) => file,
    );

  it('shows calls, guards with their reasons, and what is known after each step', () => {
    expect(textOf(FILES, 'production').split('\n')).toEqual([
      'lifespan (asgi-lifespan) in production at main.py:8',
      '  enter import main at main.py:1:1',
      '    create AgentRegistry() at main.py:5:12',
      '    enter AgentRegistry.__init__() at main.py:5:12',
      '      write self.websocket_manager at registry.py:3:9 => AgentRegistry.websocket_manager = None',
      '    write registry at main.py:5:1 => main.registry = AgentRegistry',
      '  enter lifespan() at main.py:8:11',
      '    branch [true] os.environ["ENVIRONMENT"] == "production" at main.py:9:8, because ENVIRONMENT is "production"',
      '    inject AgentRegistry.set_websocket_manager() at main.py:10:9',
      '      write self.websocket_manager at registry.py:6:9 => AgentRegistry.websocket_manager = object',
      '  serve the application starts to serve at main.py:11:5',
    ]);
  });

  it('counts what repeats in one frame', () => {
    const main =
      'from fastapi import FastAPI\nclass A:\n    def __init__(self):\n        self.x = None\ndef make():\n    return A()\nfor _ in range(3):\n    make()\napp = FastAPI()\n';
    const lines = textOf({ 'main.py': main }).split('\n');
    expect(lines.filter((line) => line.includes('make()'))).toEqual([
      '    enter make() (3 times) at main.py:8:5',
    ]);
  });
});

/** What nobody should write, and the reasons that the report gives. */
const BAD: readonly (readonly [string, Files, readonly string[]])[] = [
  ['no files', {}, []],
  ['an empty file', { 'main.py': '' }, []],
  ['text that is not Python', { 'main.py': '\u0000\u0001 ]]] ((( :::' }, []],
  [
    'a file that is broken in the middle',
    { 'main.py': 'from fastapi import FastAPI\nx = = 1\napp = FastAPI()\n' },
    ['main.py:2'],
  ],
  [
    'an import of a broken file',
    { 'main.py': 'from fastapi import FastAPI\nimport broken\napp = FastAPI()\n', 'broken.py': 'def f(:\n' },
    ['broken.py:1'],
  ],
  [
    'a module that imports itself',
    { 'main.py': 'import main\nfrom fastapi import FastAPI\napp = FastAPI()\n' },
    [],
  ],
  [
    'an application that raises',
    { 'main.py': 'from fastapi import FastAPI\napp = FastAPI()\nraise SystemExit\n' },
    ['main.py:3'],
  ],
];

describe('broken files are data', () => {
  it.each(BAD)('%s', (_title, files, expected) => {
    const { report } = analysed(files);
    expect(report.unresolved.map(({ file, line }) => `${file}:${line}`)).toEqual(expected);
    expect(report.findings).toEqual([]);
  });

  it('names the limits that were reached', () => {
    const main = 'from fastapi import FastAPI\napp = FastAPI()\ndef f(n):\n    return f(n + 1)\nf(0)\n';
    expect(analysed({ 'main.py': main }).report.unresolved).toEqual([
      { file: 'main.py', line: 2, reason: 'main.f() calls itself: it was followed 3 calls deep' },
    ]);
  });
});

describe('cancellation', () => {
  it('gives no result before anything is read', () => {
    expect(() => analysed(FILES, { token: { isCancelled: true } })).toThrow(CancelledError);
  });

  it('stops in the search for entry points', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`m${i}.py`, 'x = 1\n']));
    let reads = 0;
    const memory = new MemoryFileSystem(many);
    const token = { isCancelled: false };
    const fileSystem = {
      read: (path: string) => {
        reads++;
        token.isCancelled = reads === 10;
        return memory.read(path);
      },
      exists: (path: string) => memory.exists(path),
      isDirectory: (path: string) => memory.isDirectory(path),
      list: (path: string) => memory.list(path),
      walk: (path: string) => memory.walk(path),
    };
    expect(() => analyze({ ...requestFor(many), fileSystem, token })).toThrow(CancelledError);
    expect(reads).toBe(10);
  });

  it('stops between two runs', () => {
    const token = { isCancelled: false };
    const onProgress = ({ subject }: Progress) => {
      token.isCancelled = subject.endsWith('staging');
    };
    expect(() => analysed(FILES, { token, onProgress })).toThrow(CancelledError);
  });
});

describe('the part for JavaScript and TypeScript', () => {
  const loading = (): { calls: number; load: () => never } => {
    const counter = {
      calls: 0,
      load: (): never => {
        counter.calls++;
        throw new Error('it is not there');
      },
    };
    return counter;
  };

  it('is not loaded for a workspace without such programs', () => {
    const part = loading();
    const files = {
      'main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
      'static/page.js': 'document.title = "page";\n',
      'package.json': '{ "scripts": { "build": "vite build" } }',
    };
    analysed(files, { models: { python: PYTHON_MODELS, typescript: part.load } });
    expect(part.calls).toBe(0);
  });

  it('is loaded where a manifest starts one', () => {
    const part = loading();
    const files = { 'server.js': '', 'package.json': '{ "scripts": { "start": "node server.js" } }' };
    expect(() => analysed(files, { models: { python: PYTHON_MODELS, typescript: part.load } })).toThrow();
    expect(part.calls).toBe(1);
  });
});

describe('an object of a library that no model knows whole', () => {
  it('is not reported for what it may have', () => {
    const { report } = analysed({
      'package.json': '{ "main": "main.ts" }',
      'main.ts': [
        "import http from 'node:http';",
        'http.createServer((request: http.IncomingMessage, response: http.ServerResponse) => {',
        '  response.assignSocket(request.socket);',
        '  response.writeHead(404).end();',
        '}).listen(3000);',
      ].join('\n'),
    });
    expect(report.entryPoints).toHaveLength(1);
    expect(report.findings).toEqual([]);
  });
});
