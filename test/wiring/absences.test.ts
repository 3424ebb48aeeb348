import { describe, expect, it } from 'vitest';
import { checked } from './support.ts';

const MANIFEST = '{ "name": "app", "scripts": { "start": "node server.js" } }';

/** A server in JavaScript whose one request runs `request`, after `startup`; `holder.js` is what a component is kept in. */
function server(holder: string, request: string, startup = ''): Readonly<Record<string, string>> {
  return {
    'package.json': MANIFEST,
    'holder.js': holder,
    'server.js': [
      "const express = require('express');",
      "const { Server } = require('socket.io');",
      "const holder = require('./holder');",
      'const app = express();',
      startup,
      "app.post('/orders', (request, response) => {",
      `  ${request}`,
      '  response.end();',
      '});',
      'app.listen(3000);',
      '',
    ].join('\n'),
  };
}

const CLOSURE = 'let kept = null;\nmodule.exports = { setIo(io) { kept = io; } };\n';
const EMPTY = 'module.exports = { io: null };\n';

describe('what a module exports, and nobody sets an attribute of', () => {
  it.each([
    [
      'which is read in vain',
      CLOSURE,
      "holder.io.emit('order');",
      'Nothing provides `io` of `holder`, which is read here: whatever comes here fails.',
    ],
    [
      'which is read in vain, and the failure is caught',
      CLOSURE,
      "try { holder.io.emit('order'); } catch (error) { console.error(error); }",
      'Nothing provides `io` of `holder`, which is read here: the failure is swallowed every time.',
    ],
    [
      'which is asked for first',
      EMPTY,
      "if (holder.io) holder.io.emit('order');",
      'Nothing provides `io` of `holder`, which is looked for here: what needs it is skipped every time.',
    ],
    [
      'which is asked for in a chain',
      EMPTY,
      "holder.io?.to('room').emit('order');",
      'Nothing provides `io` of `holder`, which is looked for here: what needs it is skipped every time.',
    ],
    [
      'which is asked for under another name',
      EMPTY,
      "const io = holder.io; if (io) io.emit('order');",
      'Nothing provides `io` of `holder`, which is looked for here: what needs it is skipped every time.',
    ],
    [
      'which only a method sets that nothing calls',
      'module.exports = { io: null, attach(io) { this.io = io; } };\n',
      "holder.io?.emit('order');",
      'Nothing provides `io` of `holder`, which is looked for here: what needs it is skipped every time.',
    ],
  ])('%s', (_, holder, request, message) => {
    expect(checked(server(holder, request))).toEqual({
      components: expect.arrayContaining(['holder.io (io): never']) as unknown,
      findings: [`never-provided server.js:7 ${message}`],
    });
  });

  it.each([
    ['startup sets it', EMPTY, "holder.io?.emit('x');", 'holder.io = new Server(3001);'],
    [
      'startup sets it through another name',
      EMPTY,
      "holder.io?.emit('x');",
      'const target = holder; target.io = new Server(3001);',
    ],
    [
      'startup assigns all of an object to it',
      EMPTY,
      "holder.io?.emit('x');",
      'Object.assign(holder, { io: new Server(3001) });',
    ],
    [
      'a method sets it',
      'module.exports = { io: null, attach(io) { this.io = io; } };\n',
      "holder.io?.emit('x');",
      'holder.attach(new Server(3001));',
    ],
    [
      'another request sets it',
      EMPTY,
      "holder.io?.emit('x');",
      "app.post('/connect', () => { holder.io = new Server(3001); });",
    ],
    [
      'something unseen got hold of the object',
      EMPTY,
      "holder.io?.emit('x');",
      "require('unseen').install(holder);",
    ],
    [
      'it is set under a name that is not known',
      EMPTY,
      "holder.io?.emit('x');",
      'holder[process.env.NAME] = new Server(3001);',
    ],
    ['it is no dependency by its name', 'module.exports = { banner: null };\n', 'holder.banner?.show();', ''],
    ['nothing comes of it', EMPTY, 'response.json({ hasSockets: holder.io != null });', ''],
  ])('is silent where %s', (_, holder, request, startup) => {
    expect(checked(server(holder, request, startup)).findings).toEqual([]);
  });
});

const PROGRAM = (deps: string, request: string): Readonly<Record<string, string>> => ({
  'deps.py': deps,
  'main.py': `from fastapi import FastAPI\nimport deps\napp = FastAPI()\n@app.get("/")\ndef run():\n    ${request}\n`,
});

describe("a module's variable that nothing sets", () => {
  it('is never there', () => {
    const program = PROGRAM(
      'websocket_manager = None\ndef send(event):\n    if websocket_manager:\n        websocket_manager.send(event)\n',
      'deps.send("x")',
    );
    expect(checked(program)).toEqual({
      components: ['deps.websocket_manager (websocket_manager): never'],
      findings: [
        'never-injected deps.py:1 deps never receives its `websocket_manager`: nothing assigns it before the application serves (main.py:3). Assign it during startup, or fail startup when there is nothing to assign.',
      ],
    });
  });

  it('is told once where other code reads it from the module', () => {
    const program = PROGRAM(
      'websocket_manager = None\n',
      'if deps.websocket_manager: deps.websocket_manager.send("x")',
    );
    expect(checked(program).findings.map((text) => text.split(' ')[0])).toEqual(['never-injected']);
  });

  it('is told where the module does not have it', () => {
    expect(checked(PROGRAM('', 'deps.websocket_manager.send("x")'))).toEqual({
      components: ['deps.websocket_manager (websocket_manager): never'],
      findings: [
        'never-provided main.py:6 Nothing provides `websocket_manager` of `deps`, which is read here: whatever comes here fails.',
      ],
    });
  });

  it.each([
    ['a branch binds it', 'import os\nif os.environ.get("X"):\n    websocket_manager = print\n'],
    [
      'an import binds it',
      'try:\n    from somewhere import websocket_manager\nexcept ImportError:\n    pass\n',
    ],
    ['a loop binds it', 'for websocket_manager in []:\n    pass\n'],
  ])('is silent where %s', (_, binding) => {
    const text = `websocket_manager = None\n${binding}def send(event):\n    if websocket_manager:\n        websocket_manager(event)\n`;
    expect(checked(PROGRAM(text, 'deps.send("x")')).findings).toEqual([]);
  });
});
