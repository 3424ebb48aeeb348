/** A command-line host without a machine: files in memory, outputs that are kept, an analysis that is given. */
import type { AnalysisRequest, AnalysisResult, CallGraphRequest } from '../../server/src/analysis/api.ts';
import type { CommandLineHost, Folders, Output, SuiteHost } from '../../server/src/cli/host.ts';
import { runCommandLine } from '../../server/src/cli/run.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';
import { SAMPLE_RESULT } from './sample-report.ts';

export interface FakeMachine {
  /** By absolute path. */
  readonly files: Readonly<Record<string, string>>;
  readonly workingFolder?: string;
  /** Takes what is written, by absolute path. */
  readonly saved?: Map<string, string>;
  readonly fixAll?: CommandLineHost['fixAll'];
  readonly analyze?: (request: AnalysisRequest) => AnalysisResult;
  readonly callGraph?: (request: CallGraphRequest) => Readonly<Record<string, readonly string[]>>;
  readonly terminal?: { readonly width: number; readonly hasColors: boolean };
  readonly clock?: () => number;
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What the analysis was asked, each time. */
  readonly requests: readonly AnalysisRequest[];
}

const NOTHING_FIXED = { applied: [], left: [], texts: new Map<string, string>() };

/** Runs the command line on a fake machine. */
export function runOn(machine: FakeMachine, ...args: readonly string[]): Outcome {
  const out: string[] = [];
  const err: string[] = [];
  const requests: AnalysisRequest[] = [];
  const host: CommandLineHost = {
    out: output(out, machine),
    err: output(err, machine),
    folders: folders(machine),
    analyze: (request) => {
      requests.push(request);
      return machine.analyze?.(request) ?? SAMPLE_RESULT;
    },
    fixAll:
      machine.fixAll ??
      ((request) => ({
        ...NOTHING_FIXED,
        report: machine.analyze?.(request).report ?? SAMPLE_RESULT.report,
      })),
    callGraph: machine.callGraph ?? (() => ({})),
    models: { python: new Map() },
    suites: noSuites(),
    clock: machine.clock ?? (() => 0),
    version: '1.2.3',
  };
  const code = atOnce(runCommandLine(host, args));
  return { code, out: out.join(''), err: err.join(''), requests };
}

/** The exit code of a command that does not take its time. */
export function atOnce(code: number | Promise<number>): number {
  if (typeof code !== 'number') throw new Error('a fake machine runs no suites');
  return code;
}

/** For tests of commands that run none. */
export function noSuites(): SuiteHost {
  const none = (): never => {
    throw new Error('a fake machine runs no suites');
  };
  const machine = {
    ...{ temporaryFolder: none, remove: none, write: none, read: none, list: none, start: none, now: none },
    join: (...parts: readonly string[]) => parts.join('/'),
    variables: {},
    pathDelimiter: ':',
  };
  return { machine, probe: {}, connect: none };
}

function output(written: string[], { terminal }: FakeMachine): Output {
  return {
    write: (text) => written.push(text),
    isTerminal: terminal !== undefined,
    hasColors: terminal?.hasColors ?? false,
    width: terminal?.width ?? 0,
  };
}

function folders(machine: FakeMachine): Folders {
  const { files, workingFolder = '/work', saved = new Map<string, string>() } = machine;
  const all = new MemoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(1), text])),
  );
  return {
    workingFolder,
    resolve: (path) => new URL(path, `file://${workingFolder}/`).pathname.replace(/(.)\/$/, '$1'),
    kindOf: (path) =>
      all.isDirectory(path.slice(1)) ? 'folder' : all.exists(path.slice(1)) ? 'file' : 'missing',
    save: (folder, path, { after }) => {
      saved.set(folder === '/' ? `/${path}` : `${folder}/${path}`, after);
      return undefined;
    },
    open: (folder) => {
      const prefix = folder === '/' ? '/' : `${folder}/`;
      const inside = Object.entries({ ...files, ...Object.fromEntries(saved) }).filter(([path]) =>
        path.startsWith(prefix),
      );
      return new MemoryFileSystem(
        Object.fromEntries(inside.map(([path, text]) => [path.slice(prefix.length), text])),
      );
    },
  };
}

/** Files under a folder, as a fake machine wants them. */
export function under(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}
