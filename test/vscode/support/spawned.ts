/** Every process that the extension host starts from now on, seen by standing in for the functions that start one. */
import childProcess from 'node:child_process';

export interface Spawned {
  readonly file: string;
  readonly args: readonly string[];
  readonly process: childProcess.ChildProcess;
}

const STARTING = ['spawn', 'fork', 'exec', 'execFile'] as const;
const WAITING = ['spawnSync', 'execSync', 'execFileSync'] as const;

/** `fork` calls `spawn` and so on inside of Node by another way, so each start is seen once. */
export function watchSpawned(): readonly Spawned[] {
  const seen: Spawned[] = [];
  const table = childProcess as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of [...STARTING, ...WAITING]) {
    const original = table[name];
    if (!original) throw new Error(`child_process has no ${name}`);
    table[name] = (...args) => {
      const result = original.apply(childProcess, args);
      seen.push({
        file: String(args[0]),
        args: Array.isArray(args[1]) ? args[1].map(String) : [],
        process: result as childProcess.ChildProcess,
      });
      return result;
    };
  }
  return seen;
}
