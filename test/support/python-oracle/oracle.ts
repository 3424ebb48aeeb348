/** Asks CPython's `ast`, through `dump.py`, what stands in Python files. Finds interpreters wherever the machine has them. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface OracleDocument {
  readonly file: string;
  /** `Kind start end name`, sorted; absent where CPython rejects the file. */
  readonly rows?: readonly string[];
  readonly error?: string;
}

export interface Interpreter {
  readonly command: string;
  /** `3.13`. */
  readonly version: string;
  /** Folder of the standard library. */
  readonly library: string;
}

/** The newest Python 3 among those on the path and pyenv's, or `undefined` if the machine has none. */
export function newestPython(): Interpreter | undefined {
  const found = candidates().flatMap((command) => describe(command));
  found.sort((a, b) => minor(b) - minor(a));
  return found[0];
}

function minor(interpreter: Interpreter): number {
  return Number(interpreter.version.split('.')[1]);
}

function candidates(): string[] {
  const names = ['python3', ...[15, 14, 13, 12, 11, 10, 9, 8].map((version) => `python3.${String(version)}`)];
  const versions = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  if (!existsSync(versions)) return names;
  return [
    ...readdirSync(versions)
      .map((name) => join(versions, name, 'bin', 'python3'))
      .filter(existsSync),
    ...names,
  ];
}

const DESCRIBE =
  'import sys, sysconfig; print("%d.%d" % sys.version_info[:2]); print(sysconfig.get_path("stdlib"))';

function describe(command: string): Interpreter[] {
  try {
    const output = execFileSync(command, ['-c', DESCRIBE], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [version, library] = output.trim().split(/\r?\n/);
    if (version === undefined || library === undefined || !version.startsWith('3.')) return [];
    return [{ command, version, library }];
  } catch {
    return [];
  }
}

/** One document per Python file below `paths`, as CPython sees it; `full` for every node instead of the main ones. */
export async function* askPython(
  interpreter: Interpreter,
  paths: readonly string[],
  full: boolean,
): AsyncGenerator<OracleDocument> {
  const script = join(import.meta.dirname, 'dump.py');
  const child = spawn(interpreter.command, [script, ...(full ? ['--full'] : []), ...paths], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as OracleDocument;
}

/**
 * The first row in which CPython's and ours differ, or `undefined`. A string beyond ASCII has no length in their rows:
 * named characters (`\N{...}`) stay as written in ours.
 */
export function firstDifference(theirs: readonly string[], ours: readonly string[]): string | undefined {
  const length = Math.max(theirs.length, ours.length);
  for (let i = 0; i < length; i++) {
    const expected = theirs[i] ?? 'nothing';
    const actual = ours[i] ?? 'nothing';
    if (expected !== actual && !(expected.endsWith(' string') && actual.startsWith(`${expected} `))) {
      return `ast: ${expected}; ours: ${actual}`;
    }
  }
  return undefined;
}
