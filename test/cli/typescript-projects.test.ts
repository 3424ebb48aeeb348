/** Projects of JavaScript and TypeScript as they are on disk, checked by the built command line: `npm test` builds it first. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../server/src/analysis/report.ts';
import { namesOf, recordLoadedModules } from '../support/loaded-modules.ts';
import { REPOSITORY } from '../support/source-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BUNDLE = join(REPOSITORY, 'dist/wiretrace.cjs');

type Files = Readonly<Record<string, string>>;

/** The report of a real process; one that ends in an exception fails the test. */
function check(folder: string): Report {
  const args = [BUNDLE, 'check', folder, '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ stderr, isReport: status === 0 || status === 1 }).toEqual({ stderr: '', isReport: true });
  return JSON.parse(stdout) as Report;
}

function verdicts(files: Files): readonly string[] {
  return check(temporaryFolder(files)).components.map(({ component, verdict }) => `${component} ${verdict}`);
}

const HOLDER = `import type { Server } from 'socket.io';
let io: Server | null = null;
export function setIO(server: Server) { io = server; }
export function notify() { io?.emit('x'); }
`;
const SERVER = `import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';
import { notify, setIO } from './holder';
const app = express();
const server = createServer(app);
setIO(new Server(server));
app.get('/', () => notify());
server.listen(3000);
`;
const JAVASCRIPT: Files = {
  'package.json': '{ "name": "app", "scripts": { "start": "node src/server.js" } }',
  'src/holder.js': `let io = null;
exports.setIO = (server) => { io = server; };
exports.notify = () => { io?.emit('x'); };
`,
  'src/server.js': `const app = require('express')();
const { Server } = require('socket.io');
const { notify, setIO } = require('./holder');
setIO(new Server(3001));
app.get('/', () => notify());
app.listen(3000);
`,
};

function project(further: Files = {}, manifest: object = {}): Files {
  const scripts = { build: 'tsc', start: 'node dist/server.js' };
  return {
    'package.json': JSON.stringify({ name: 'app', scripts, ...manifest }),
    'src/holder.ts': HOLDER,
    'src/server.ts': SERVER,
    ...further,
  };
}

/** An installed compiler that leaves a trace wherever it is loaded from. */
function compiler(version: string, trace: string): Files {
  const text = `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'loaded');`;
  return {
    'node_modules/typescript/package.json': JSON.stringify({
      name: 'typescript',
      version,
      main: 'lib/typescript.js',
    }),
    'node_modules/typescript/lib/typescript.js': text,
    'node_modules/typescript/lib/tsserverlibrary.js': text,
  };
}

const SETTINGS = {
  5: {
    compilerOptions: {
      target: 'es5',
      module: 'commonjs',
      moduleResolution: 'node',
      baseUrl: '.',
      outDir: 'dist',
    },
  },
  6: { compilerOptions: { module: 'nodenext', types: ['*'], outDir: 'dist', rootDir: 'src' } },
  7: { compilerOptions: { module: 'preserve', erasableSyntaxOnly: true, outDir: 'dist', rootDir: 'src' } },
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a project is reported on', () => {
  it.each([5, 6, 7] as const)('with TypeScript %i, which is never loaded', (major) => {
    const trace = join(temporaryFolder(), 'trace');
    const manifest = { devDependencies: { typescript: `^${major}.0.0` } };
    const installed = compiler(`${major}.0.2`, trace);
    expect(verdicts(project(installed, manifest))).toEqual(['src/holder wired']);
    const settings = { 'tsconfig.json': JSON.stringify(SETTINGS[major]) };
    expect(verdicts(project({ ...installed, ...settings }, manifest))).toEqual(['src/holder wired']);
    expect(existsSync(trace)).toBe(false);
  });

  it.each([
    ['a tsconfig.json that is cut off', '{ "compilerOptions": { "paths": '],
    ['an empty tsconfig.json', ''],
    ['a configuration that is a list', '[]'],
    [
      'options of the wrong types',
      '{ "compilerOptions": { "paths": 3, "outDir": [], "baseUrl": {} }, "extends": 7 }',
    ],
    ['one that extends itself', '{ "extends": "./tsconfig.json" }'],
    ['one that extends what is not there', '{ "extends": ["./nowhere.json", "@tsconfig/none"] }'],
    ['references to what is not there', '{ "files": [], "references": [{ "path": "./nowhere" }, {}] }'],
  ])('with %s', (_, settings) => {
    expect(verdicts(project({ 'tsconfig.json': settings }))).toEqual(['src/holder wired']);
  });

  it('that is JavaScript only', () => {
    expect(verdicts(JAVASCRIPT)).toEqual(['src/holder wired']);
  });

  it('whose files import each other', () => {
    const holder = `import './server';\n${HOLDER}`;
    expect(verdicts(project({ 'src/holder.ts': holder }))).toEqual(['src/holder wired']);
  });

  it.each([
    ['a half-typed statement', `${HOLDER}\nexport const later = `],
    ['an open bracket', `${HOLDER}\nfunction broken( {\n`],
    ['an open string', `${HOLDER}\nconst text = \`abc`],
    ['no text but marks', '}}}}>>>>((((<'],
    ['bytes that are no text', '\u0000\uFFFD\u0001'],
  ])('in which a file has %s', (_, holder) => {
    expect(check(temporaryFolder(project({ 'src/holder.ts': holder }))).stats.filesParsed).toBe(2);
  });
});

describe('nothing of the workspace is loaded', () => {
  it('not even the plug-ins and transformers of its configuration', () => {
    const trace = join(temporaryFolder(), 'trace');
    const plugin = `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'loaded'); module.exports = () => ({});`;
    const plugins = [{ name: './plugin.js' }, { name: 'writing-plugin' }, { transform: './plugin.js' }];
    const folder = temporaryFolder(
      project({
        'tsconfig.json': JSON.stringify({ extends: './base.json', compilerOptions: { plugins } }),
        'base.json': JSON.stringify({
          compilerOptions: { plugins },
          'ts-node': { require: ['./plugin.js'] },
        }),
        'plugin.js': plugin,
        'node_modules/writing-plugin/index.js': plugin,
        'node_modules/writing-plugin/package.json': '{ "name": "writing-plugin", "main": "index.js" }',
      }),
    );
    const loaded = recordLoadedModules();
    expect(check(folder).components.map(({ verdict }) => verdict)).toEqual(['wired']);
    expect(namesOf(loaded())).toContain('typescript.cjs');
    expect(loaded().filter((path) => path.startsWith(folder))).toEqual([]);
    expect(existsSync(trace)).toBe(false);
  });
});

const PYTHON: Files = {
  'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n@app.get("/")\ndef index():\n    return {}\n',
};

describe('what reads JavaScript and TypeScript', () => {
  it('is not loaded where there is only Python', () => {
    const loaded = recordLoadedModules();
    expect(check(temporaryFolder(PYTHON)).entryPoints.map(({ file }) => file)).toEqual(['main.py']);
    expect(namesOf(loaded())).toEqual(['wiretrace.cjs']);
  });

  it('is loaded where a program of them is', () => {
    const loaded = recordLoadedModules();
    check(temporaryFolder(project()));
    expect(namesOf(loaded())).toEqual(['wiretrace.cjs', 'typescript.cjs']);
  });
});
