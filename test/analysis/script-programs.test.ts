/** Start points of JavaScript and TypeScript programs, and workspaces in which something about them is broken. */
import { describe, expect, it } from 'vitest';
import { analysed, type Files, startsOf } from './analysed.ts';

function filesOf(files: Files): readonly string[] {
  return startsOf(files).points.map(({ file }) => file);
}

function manifest(scripts: Readonly<Record<string, string>>, further: object = {}): string {
  return JSON.stringify({ name: 'app', scripts, ...further });
}

describe('programs that manifests start', () => {
  it.each([
    ['node server.js', 'server.js'],
    ['NODE_ENV=production node --enable-source-maps dist/server.js', 'src/server.ts'],
    ['cross-env NODE_ENV=production node build/server', 'src/server.ts'],
    ['tsx watch src/server.ts', 'src/server.ts'],
    ['nodemon --watch src --exec "ts-node src/server.ts"', 'src/server.ts'],
    ['concurrently "npm run api" "vite"', 'src/server.ts'],
    ['nest start --watch', 'src/main.ts'],
    ['bun run src/server.ts', 'src/server.ts'],
  ])('%s', (start, file) => {
    const files = {
      'package.json': manifest({ start, api: 'node --import tsx src/server.ts' }),
      [file]: '',
      'src/other.ts': '',
    };
    expect(filesOf(files)).toEqual([file]);
  });

  it('are servers beside the pages of a framework, whatever their script is called', () => {
    const files = {
      'package.json': manifest({
        dev: 'next dev',
        start: 'next start',
        socket: 'node server/socket-server.cjs',
        'mock:api': 'node server/mock.cjs',
        seed: 'node prisma/seed.js',
        report: 'node scripts/report.js',
      }),
      'server/socket-server.cjs': 'require("http").createServer().listen(4000);',
      'server/mock.cjs': 'require("http").createServer().listen(4001);',
      'prisma/seed.js': '',
      'scripts/report.js': 'console.log(1);',
    };
    expect(filesOf(files)).toEqual(['server/socket-server.cjs']);
  });

  it('are mapped back by outDir and rootDir', () => {
    const files = {
      'package.json': manifest({ start: 'node out/js/main.js' }),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "./out/js", "rootDir": "./lib", }, /* c */ }',
      'lib/main.ts': '',
    };
    expect(filesOf(files)).toEqual(['lib/main.ts']);
  });

  it('are found in every package', () => {
    const files = {
      'package.json': manifest({ start: 'npm run start --workspace=api' }),
      'packages/api/package.json': '{ "name": "api", "scripts": { "start": "node src/index.js" } }',
      'packages/api/src/index.js': '',
      'packages/worker/package.json': '{ "name": "worker", "scripts": { "start": "node worker.js" } }',
      'packages/worker/worker.js': '',
      'packages/web/package.json': '{ "name": "web", "scripts": { "start": "react-scripts start" } }',
    };
    expect(filesOf(files)).toEqual(['packages/api/src/index.js', 'packages/worker/worker.js']);
  });
});

describe('files that are named like servers', () => {
  const serves = 'express().listen(1);';

  it.each([
    ['by a statement', "import { app } from './app'; app.listen(1);", ['src/index.ts']],
    ['while they run', "void import('./app.js').then(({ app }) => app.listen(1));", ['src/index.ts']],
    ['through another file', "import './middle';", ['src/index.ts']],
    ['for a type', `import type { App } from './app'; ${serves}`, ['src/app.ts', 'src/index.ts']],
    ['not at all', serves, ['src/app.ts', 'src/index.ts']],
  ])('are no programs where another one imports them: %s', (_, index, starts) => {
    const files = {
      'src/index.ts': index,
      'src/middle.ts': "export * from './app';",
      'src/app.ts': `export const app = ${serves}`,
    };
    expect(filesOf(files)).toEqual(starts);
  });
});

const HOLDER = `let io: object | null = null;
export function setIO(server: object) { io = server; }
export function notify() { io?.emit('x'); }
`;
const SERVER = `import express from 'express';
import { Server } from 'socket.io';
import { notify, setIO } from '@/holder';
const app = express();
setIO(new Server(app.listen(3000)));
app.get('/', () => notify());
`;

describe('a workspace in which something is broken', () => {
  const verdicts = (files: Files): readonly string[] =>
    analysed({ 'package.json': manifest({ start: 'tsx src/server.ts' }), ...files }).report.components.map(
      ({ component, verdict }) => `${component} ${verdict}`,
    );

  it('is followed through the aliases of its configuration', () => {
    const settings =
      '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] }, "plugins": [{ "name": "./evil" }] } }';
    const files = { 'tsconfig.json': settings, 'src/server.ts': SERVER, 'src/holder.ts': HOLDER };
    expect(verdicts(files)).toEqual(['src/holder wired']);
  });

  it('is read without configuration, and where it is no JSON', () => {
    const plain = SERVER.replace('@/holder', './holder');
    for (const settings of [
      {},
      { 'tsconfig.json': '{ "compilerOptions": { "paths": ' },
      { 'tsconfig.json': '[]' },
    ])
      expect(verdicts({ ...settings, 'src/server.ts': plain, 'src/holder.ts': HOLDER })).toEqual([
        'src/holder wired',
      ]);
  });

  it('is read around syntax errors, and where files import each other', () => {
    const holder = `import './server';\n${HOLDER}\nfunction broken( {\n`;
    const server = SERVER.replace('@/holder', './holder');
    expect(() => verdicts({ 'src/server.ts': server, 'src/holder.ts': holder })).not.toThrow();
    const circle = { 'src/server.ts': server, 'src/holder.ts': `import './server';\n${HOLDER}` };
    expect(verdicts(circle)).toEqual(['src/holder wired']);
  });
});
