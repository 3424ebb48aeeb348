/** Dry runs of small Python programs with the library models, and plain readings of what they leave. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Program, moduleSource } from '../../server/src/analysis/program.ts';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import type { Run } from '../../server/src/engine/run.ts';
import { runStartup } from '../../server/src/engine/run.ts';
import type { Value } from '../../server/src/engine/values.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';

export interface DryRun {
  readonly run: Run;
  /** The dotted names of the functions that answer requests, with their kind, in order: `http main.index`. */
  readonly requests: readonly string[];
}

/** Runs `main.py` as the main program, or imports it and serves the application of that name. */
export function dryRun(files: Readonly<Record<string, string>> | string, serve?: string): DryRun {
  const program = new Program(
    new MemoryFileSystem(typeof files === 'string' ? { 'main.py': files } : files),
    PYTHON_MODELS,
  );
  const run = runStartup(
    {
      module: 'main',
      asMain: serve === undefined,
      serve: serve === undefined ? undefined : { name: serve, factory: false },
      call: undefined,
    },
    {
      modules: moduleSource(program, ['']),
      environment: { name: 'test', variables: new Map() },
      token: NEVER_CANCELLED,
    },
  );
  const requests = run.machine.requests.map((request) => `${request.kind} ${nameOf(request.target)}`);
  return { run, requests };
}

function nameOf(target: Value): string {
  const atom = target.atoms[0];
  if (atom?.kind === 'bound' && atom.function.kind === 'function') return atom.function.qualifiedName;
  return atom?.kind === 'function' ? atom.qualifiedName : (atom?.kind ?? 'nothing');
}

/** What could be anything, or nothing that plain data can say. */
export const OPEN = '(open)';

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** Plain data of every variable of the main module whose name begins with `v_`. */
export function variables(run: Run, module = '__main__'): Record<string, Plain> {
  const found: Record<string, Plain> = {};
  const object = run.machine.loaded.get(module);
  for (const [name, slot] of object ? run.heap.slots(object.id) : []) {
    if (name.startsWith('v_')) found[name] = plain(run, slot.value);
  }
  return found;
}

/** Attributes of the object that a variable of a module holds. */
export function attributes(run: Run, variable: string, module = '__main__'): Record<string, Plain> {
  const object = run.machine.loaded.get(module);
  const holder = object ? run.heap.slot(object.id, variable)?.value.atoms[0] : undefined;
  const found: Record<string, Plain> = {};
  if (holder?.kind !== 'instance') return found;
  for (const [name, slot] of run.heap.slots(holder.id)) {
    if (!name.startsWith('#')) found[name] = plain(run, slot.value);
  }
  return found;
}

function plain(run: Run, value: Value): Plain {
  const atom = value.atoms.length === 1 ? value.atoms[0] : undefined;
  if (atom?.kind === 'none') return null;
  if (atom?.kind === 'constant') return atom.value;
  const items = atom?.kind === 'container' ? run.heap.items(atom.id) : undefined;
  if (atom?.kind !== 'container' || !items || items.rest.atoms.length > 0) return OPEN;
  if (items.kind === 'sequence') {
    const elements = items.known.map((element) => plain(run, element));
    return atom.type === 'set' ? elements.sort() : elements;
  }
  return Object.fromEntries(
    [...items.entries.values()].map((entry) => [keyText(plain(run, entry.key)), plain(run, entry.value)]),
  );
}

function keyText(key: Plain): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

/** What CPython leaves in the same variables. */
export function runForReal(program: string): Record<string, Plain> {
  const script = fileURLToPath(new URL('./run_snippet.py', import.meta.url));
  const { status, stdout, stderr } = spawnSync('python3', [script], { input: program, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, Plain>;
}
