/** Dry runs of small JavaScript and TypeScript programs, described as in `engine-run.ts`; the first file is the program. */
import { expect } from 'vitest';
import { ScriptProgram, scriptModules } from '../../server/src/analysis/script-program.ts';
import type { Run } from '../../server/src/engine/run.ts';
import { runStartup } from '../../server/src/engine/run.ts';
import { typescript } from '../../server/src/main-typescript.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';
import { dedent, describeRun } from './engine-run.ts';

export type ScriptText = string | Readonly<Record<string, string>>;

/** Runs the program and compares what it leaves with `expected`. */
export function checkScript(program: ScriptText, expected: string): void {
  const wanted = dedent(expected);
  expect(describeRun(runScript(program), wanted)).toBe(wanted);
}

export function runScript(program: ScriptText, variables: Readonly<Record<string, string>> = {}): Run {
  const files = typeof program === 'string' ? { 'main.ts': program } : program;
  const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `${dedent(text)}\n`]));
  const modules = scriptModules(new ScriptProgram(new MemoryFileSystem(texts), typescript));
  const entry = { module: Object.keys(files)[0] ?? '', asMain: false, serve: undefined, call: undefined };
  const environment = { name: 'test', variables: new Map(Object.entries(variables)) };
  return runStartup(entry, { modules, environment, token: { isCancelled: false } });
}
