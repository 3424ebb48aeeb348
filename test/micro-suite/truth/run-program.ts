/** Starts a TypeScript program of the micro-suite under Node, in a process of its own, and gives what its probe saw. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { REPOSITORY } from '../../support/source-tree.ts';
import type { ExpectedComponent } from '../support/suite.ts';
import { awaitsAtTopLevel, instrumented } from './instrument.ts';

type Files = Readonly<Record<string, string>>;

/** What a program is started with. */
export interface Start {
  readonly variables: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly args: readonly string[];
}

export interface Seen {
  /** Per component: for each holder of the attribute, whether it holds something. */
  readonly values: readonly (readonly boolean[])[];
  /** Executed places in order; the third is what a condition was. */
  readonly lines: readonly (readonly [file: string, line: number, taken?: boolean])[];
  /** What request handlers threw. */
  readonly requests: readonly string[];
}

const STARTS = ['main', 'app', 'server', 'src/main', 'src/server', 'src/index', 'index'];
const PROBE = join(REPOSITORY, 'test/micro-suite/truth/probe.cjs');
const STUBS = join(REPOSITORY, 'test/micro-suite/stubs/node');
const CODE = /\.[cm]?[jt]sx?$/;

/** @throws with the last words of a program that does not come to serve. */
export async function runProgram(
  files: Files,
  components: readonly ExpectedComponent[],
  start: Start,
): Promise<Seen> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'micro-suite-')));
  try {
    const written = emit(files);
    for (const { path, text } of written) write(join(folder, path), text);
    for (const path of start.files) write(join(folder, path), '');
    const wanted = components.map(({ file, component, attribute }) => ({
      file,
      owner: component,
      attribute,
    }));
    const given = [folder, entryOf(files, written), JSON.stringify(wanted), JSON.stringify(aliasesOf(files))];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', PROBE, ...given, ...start.args],
      {
        env: { PATH: process.env['PATH'] ?? '', ...start.variables },
        timeout: 30_000,
      },
    );
    const last = stdout.trim().split('\n').at(-1) ?? '';
    if (last === '') throw new Error('the program ended without serving');
    return JSON.parse(last) as Seen;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function emit(files: Files): readonly { readonly path: string; readonly text: string }[] {
  const entries = Object.entries(files);
  const isModule = entries.some(([path, text]) => CODE.test(path) && awaitsAtTopLevel(path, text));
  return entries.map(([path, text]) => {
    if (!CODE.test(path)) return { path, text };
    return instrumented(path, text, isModule ? (name) => renamed(files, path, name) : undefined);
  });
}

/** What a specifier is called between ECMAScript modules, which are named by their files. */
function renamed(files: Files, from: string, name: string): string {
  if (!name.startsWith('.')) {
    const plain = name.replace(/^node:/, '');
    return STUB_NAMES.has(plain) ? pathToFileURL(join(STUBS, plain, 'index.js')).href : name;
  }
  const target = posix.join(posix.dirname(from), name).replace(/\.[cm]?js$/, '');
  const isFolder = !(`${target}.ts` in files) && `${target}/index.ts` in files;
  return `${name.replace(/\.[cm]?js$/, '')}${isFolder ? '/index' : ''}.mjs`;
}

const STUB_NAMES = new Set([
  'express',
  'fastify',
  'http',
  'ws',
  'worker_threads',
  'child_process',
  'socket.io',
]);

function entryOf(files: Files, written: readonly { readonly path: string }[]): string {
  const said = /"start": "(?:node|tsx) (\S+)"/.exec(files['package.json'] ?? '')?.[1]?.replace(CODE, '');
  const wanted = said === undefined ? STARTS : [said];
  const found = wanted.flatMap((stem) =>
    written.filter(({ path }) => CODE.test(path) && path.replace(CODE, '') === stem),
  );
  if (!found[0]) throw new Error('no file to start');
  return found[0].path;
}

/** Path aliases of tsconfig.json, those that end in `*`. */
function aliasesOf(files: Files): readonly (readonly [prefix: string, folder: string])[] {
  const text = files['tsconfig.json'];
  if (text === undefined) return [];
  const { compilerOptions } = JSON.parse(text) as {
    compilerOptions?: { baseUrl?: string; paths?: Record<string, string[]> };
  };
  const base = compilerOptions?.baseUrl ?? '.';
  return Object.entries(compilerOptions?.paths ?? {}).map(([alias, [target = '']]) => [
    alias.replace(/\*$/, ''),
    posix.join(base, target.replace(/\*$/, '')),
  ]);
}
