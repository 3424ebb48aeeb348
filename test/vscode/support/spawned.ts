/**
 * Every process that our extension and our server start from now on, seen by standing in for the functions that start one.
 * Must be called before the extension is active. What the editor and its other extensions start is told apart by who calls.
 */
import childProcess from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export interface Spawned {
  /** What the extension started: file names without their folders. */
  readonly byExtension: readonly string[];
  /** The process that was begun last. */
  readonly last: () => childProcess.ChildProcess | undefined;
  /** What the language server started, its threads included. */
  readonly byServer: () => readonly string[];
}

const STARTING = ['spawn', 'fork', 'exec', 'execFile', 'spawnSync', 'execSync', 'execFileSync'];

type Start = (...args: unknown[]) => unknown;

export function watchSpawned(): Spawned {
  const byExtension: string[] = [];
  const log = join(mkdtempSync(join(tmpdir(), 'wiretrace-spawned-')), 'log');
  const spy = writeSpy(log);
  let last: unknown;
  // The functions are replaced for all modules of the extension host: they share this record.
  const table = childProcess as unknown as Record<string, Start>;
  for (const name of STARTING) {
    const original = table[name];
    if (!original) throw new Error(`child_process has no ${name}`);
    table[name] = (...args) => {
      if (!isCalledByUs()) return original.apply(childProcess, args);
      byExtension.push(`${name} ${basename(String(args[0]))}`);
      last = original.apply(childProcess, name === 'fork' ? withSpy(args, spy) : args);
      return last;
    };
  }
  return {
    byExtension,
    last: () => (last instanceof childProcess.ChildProcess ? last : undefined),
    byServer: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []),
  };
}

function isCalledByUs(): boolean {
  Error.stackTraceLimit = 50;
  return new Error().stack?.includes(join('dist', 'extension.cjs')) ?? false;
}

/** Node loads it before the program, in the main thread and in workers. */
function writeSpy(log: string): string {
  const file = `${log}-spy.cjs`;
  const text = `const childProcess = require('node:child_process');
for (const name of ${JSON.stringify(STARTING)}) {
  const original = childProcess[name];
  childProcess[name] = (...args) => {
    require('node:fs').appendFileSync(${JSON.stringify(log)}, name + ' ' + args[0] + '\\n');
    return original.apply(childProcess, args);
  };
}
`;
  writeFileSync(file, text);
  return file;
}

function withSpy([module, args, options]: readonly unknown[], spy: string): unknown[] {
  const given = (options ?? {}) as childProcess.ForkOptions;
  return [module, args, { ...given, execArgv: [...(given.execArgv ?? []), '--require', spy] }];
}
