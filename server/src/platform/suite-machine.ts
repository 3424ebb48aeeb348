/** Starts the command of a suite on this machine, and ends all that it started. Must not know what a suite is for. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Command, Ending, RunningCommand, SuiteMachine } from '../suite/suite.ts';

/** How long a command may take to end when it is asked to, before it is made to. */
const GRACE_MILLISECONDS = 2000;
/** How long its output may stay open after its end, held by something it started. */
const DRAIN_MILLISECONDS = 500;
const POLL_MILLISECONDS = 50;

export const SUITE_MACHINE: SuiteMachine = {
  temporaryFolder: () => mkdtemp(join(tmpdir(), 'wiretrace-')),
  remove: (folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  write,
  read,
  list: (folder) => readdir(folder).catch(() => []),
  join,
  variables: process.env,
  pathDelimiter: delimiter,
  now: Date.now,
  start,
};

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { mode: 0o700 });
}

async function read(path: string, limit: number): Promise<{ text: string; cut: boolean } | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, limit));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return { text: buffer.toString('utf8', 0, bytesRead), cut: size > limit };
  } finally {
    await file.close();
  }
}

/** A group of its own, so that a signal reaches what the command started as well. */
function start(command: Command): RunningCommand {
  const env = { ...process.env, ...command.variables };
  const child = spawn(command.line, {
    cwd: command.folder,
    env,
    shell: true,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', command.onOutput);
  const mark = command.variables['WIRETRACE_RECORDS'];
  let stopping: Promise<void> | undefined;
  return {
    ended: ending(child),
    stop: () => (stopping ??= stopAll(child, mark)),
  };
}

function ending(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    let result: Ending = { kind: 'exited', status: 0 };
    child.on('error', (error) => resolve({ kind: 'not-started', reason: error.message }));
    child.on('exit', (status, signal) => {
      result = signal === null ? { kind: 'exited', status: status ?? 0 } : { kind: 'signal', signal };
      setTimeout(() => resolve(result), DRAIN_MILLISECONDS).unref();
    });
    child.on('close', () => resolve(result));
  });
}

async function stopAll(child: ChildProcess, mark: string | undefined): Promise<void> {
  if (child.pid === undefined) return;
  const targets = (): readonly number[] => livingProcesses(child.pid ?? 0, mark);
  if (targets().length === 0) return;
  signal(child.pid, targets(), 'SIGTERM');
  for (let waited = 0; waited < GRACE_MILLISECONDS && targets().length > 0; waited += POLL_MILLISECONDS)
    await delay(POLL_MILLISECONDS);
  // Twice: a process may have started another one meanwhile.
  for (let round = 0; round < 2 && targets().length > 0; round++) {
    signal(child.pid, targets(), 'SIGKILL');
    await delay(POLL_MILLISECONDS);
  }
}

function signal(group: number, processes: readonly number[], name: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/T', '/F', '/PID', String(group)], { windowsHide: true });
    return;
  }
  for (const target of [-group, ...processes]) {
    try {
      process.kill(target, name);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** The command's group, and what left the group but inherited the run's own variable (`/proc`, where there is one). */
function livingProcesses(group: number, mark: string | undefined): readonly number[] {
  const marked = mark === undefined ? [] : markedProcesses(`WIRETRACE_RECORDS=${mark}`);
  if (marked.length > 0) return marked;
  return isAlive(process.platform === 'win32' ? group : -group) ? [group] : [];
}

function isAlive(target: number): boolean {
  try {
    process.kill(target, 0);
    return true;
  } catch {
    return false;
  }
}

function markedProcesses(entry: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, 'latin1').split('\0').includes(entry);
      } catch {
        return false;
      }
    })
    .map(Number);
}
