/**
 * Dry runs of small programs, and what they leave as compact text, for the tests of the engine.
 *
 * `check(program, expected)` runs `main` and compares, line by line:
 *   `name = value`            what a name, or a dotted path of attributes, holds at the end
 *   `if 3 true: reason`       every branch, in order (only where `expected` has such a line)
 *   `raise 3 ValueError (main.py:5)`  every raise, in order, with the handler that caught it, or `(uncaught)`
 *   `serve 9`                 every serving point
 *   `root 9 http: def main.f`  every root of the request phase, in order (only where `expected` has such a line)
 *   `request write 3 Foo(1).x = 2`  every attribute that requests store, in order (only where `expected` has such a line)
 *   `limit ...`               every bound that was reached
 *   `unresolved 4: reason`    every place that was not followed (only where `expected` has such a line)
 * Values: `None`, `'text'`, `1`, `True`, `Foo(3)` (an instance created on line 3), `class main.Foo`, `def main.f`, `Foo(3).method`,
 * `module pkg`, `[a, b, ...rest]`, `{'k': v}`, `?` (unknown), `some` (unknown, not None), `true` (unknown, not None and true),
 * `?a.b` (unknown, from the library name `a.b`), `absent` (on some path it is not there); alternatives in the order of their text, joined by `|`.
 * A key or element followed by `?` may be missing. A place in another file than `main.py` is `file:line`.
 */
import { expect } from 'vitest';
import { Program, moduleSource } from '../../server/src/analysis/program.ts';
import type { CancellationToken } from '../../server/src/base/cancellation.ts';
import { LineIndex } from '../../server/src/base/line-index.ts';
import type { EventRules } from '../../server/src/engine/event-rules.ts';
import type { Reason } from '../../server/src/engine/guards.ts';
import type { Items } from '../../server/src/engine/items.ts';
import type { Limits } from '../../server/src/engine/limits.ts';
import { DEFAULT_LIMITS } from '../../server/src/engine/limits.ts';
import type { HeapObject, ModuleObject, Place } from '../../server/src/engine/objects.ts';
import type { EntryPoint, Run } from '../../server/src/engine/run.ts';
import { runStartup } from '../../server/src/engine/run.ts';
import type { BranchStep, RaiseCause, RaiseStep, Step } from '../../server/src/engine/steps.ts';
import type { Atom, Value } from '../../server/src/engine/values.ts';
import { NOTHING, join } from '../../server/src/engine/values.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';

export interface RunSettings {
  /** Name of the application in `main` to serve after the import. */
  readonly serve?: string;
  /** Name of the function in `main` to call after the import. */
  readonly call?: string;
  readonly asMain?: boolean;
  /** Environment variables; every other one is unknown. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Limits that differ from the usual ones. */
  readonly limits?: Partial<Limits>;
  readonly token?: CancellationToken;
  /** Events whose emissions are recorded. */
  readonly events?: EventRules;
}

/** One file, `main.py`, or several by path. Common indentation is taken off. */
export type ProgramText = string | Readonly<Record<string, string>>;

/** Runs the program and compares what it leaves with `expected`; see above. */
export function check(program: ProgramText, expected: string, settings: RunSettings = {}): void {
  const wanted = dedent(expected);
  const run = dryRun(program, settings);
  expect(describeRun(run, wanted)).toBe(wanted);
}

/** Runs `main` of a program. */
export function dryRun(program: ProgramText, settings: RunSettings = {}): Run {
  const files = typeof program === 'string' ? { 'main.py': program } : program;
  const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `${dedent(text)}\n`]));
  const sources = moduleSource(new Program(new MemoryFileSystem(texts), PYTHON_MODELS), ['']);
  const entry: EntryPoint = {
    module: 'main',
    asMain: settings.asMain === true,
    serve: settings.serve === undefined ? undefined : { name: settings.serve, factory: false },
    call: settings.call,
  };
  return runStartup(entry, {
    modules: sources,
    environment: { name: 'test', variables: new Map(Object.entries(settings.variables ?? {})) },
    token: settings.token ?? { isCancelled: false },
    limits: { ...DEFAULT_LIMITS, ...settings.limits },
    ...(settings.events ? { events: settings.events } : {}),
  });
}

/** The text that `check` compares; `wanted` says which names and which kinds of optional lines are asked for. */
export function describeRun(run: Run, wanted: string): string {
  const lines = wanted.split('\n');
  const asks = (kind: string): boolean => lines.some((line) => line.startsWith(`${kind} `));
  const values = lines
    .filter((line) => /^[\w.[\]'-]+ = /.test(line))
    .map((line) => line.slice(0, line.indexOf(' = ')))
    .map((path) => `${path} = ${showPath(run, path)}`);
  const steps = run.trace.steps.flatMap((step) => describeStep(run, step, asks));
  const limits = [...run.trace.limits].map((limit) => `limit ${limit}`);
  const unresolved = asks('unresolved')
    ? run.trace.unresolved.map(({ place, reason }) => `unresolved ${where(place)}: ${reason}`)
    : [];
  return [...values, ...steps, ...limits, ...unresolved].join('\n');
}

/** Takes off the first and last empty line and the indentation that all lines share. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, 80);
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
}

// Steps

function describeStep(run: Run, step: Step, asks: (kind: string) => boolean): string[] {
  const phase = step.phase === 'startup' ? '' : `${step.phase} `;
  if (step.kind === 'serve') return [`${phase}serve ${where(step.place)}`];
  if (step.kind === 'raise') return [`${phase}${describeRaise(run, step)}`];
  if (step.kind === 'branch' && asks('if')) return [`${phase}${describeBranch(run, step)}`];
  if (step.kind === 'root' && asks('root'))
    return [`root ${where(step.place)} ${step.sort}: ${showValue(run, step.target)}`];
  if (step.kind === 'write' && step.phase === 'request' && asks('request write')) {
    const { object, name, value, place } = step;
    return [`request write ${where(place)} ${showAtom(run, object, 0)}.${name} = ${showValue(run, value)}`];
  }
  return [];
}

function describeBranch(run: Run, step: BranchStep): string {
  return `if ${where(step.place)} ${step.truth}: ${showReason(run, step.reason)}`;
}

function describeRaise(run: Run, step: RaiseStep): string {
  const handler = step.handler ? where(step.handler) : 'uncaught';
  return `raise ${where(step.place)} ${showCause(run, step.cause)} (${handler})`;
}

function showCause(run: Run, cause: RaiseCause): string {
  switch (cause.kind) {
    case 'statement':
      return cause.exception.atoms
        .map((atom) =>
          atom.kind === 'instance' || atom.kind === 'class' ? className(atom) : showAtom(run, atom, 0),
        )
        .join('|');
    case 'argument-mismatch':
      return cause.detail;
    case 'missing-attribute':
      return `${cause.owner} has no ${cause.attribute}`;
    case 'missing-name':
      return `no name ${cause.name}`;
    case 'missing-module':
      return `no module ${cause.name}`;
    case 'not-callable':
      return `${cause.text} is not callable`;
    case 'library':
      return cause.text;
  }
}

function className(atom: Extract<Atom, { kind: 'instance' | 'class' }>): string {
  return atom.kind === 'instance' ? atom.class.name : atom.name;
}

export function showReason(run: Run, reason: Reason): string {
  switch (reason.kind) {
    case 'missing-attribute':
      return `${reason.class.name} has no ${reason.attribute}`;
    case 'missing-on-module':
      return `module ${reason.module} has no ${reason.attribute}`;
    case 'present-attribute':
      return `${reason.owner} has ${reason.attribute}`;
    case 'environment':
      return `${reason.variable} is ${reason.value}`;
    case 'not':
      return `not (${showReason(run, reason.reason)})`;
    case 'combined':
      return reason.reasons.map((part) => showReason(run, part)).join(` ${reason.operator} `);
    case 'value':
      return valueReason(run, reason.text, reason.value);
    default:
      return reason.text;
  }
}

function valueReason(run: Run, text: string, value: Value): string {
  const shown = showValue(run, value);
  return text === shown ? text : `${text} <${shown}>`;
}

/** Line from 1, with the file where it is not `main.py`. */
export function where(place: Place): string {
  const line = new LineIndex(place.module.text).position(place.start).line + 1;
  return place.module.path === 'main.py' ? `${line}` : `${place.module.path}:${line}`;
}

// Values

function showPath(run: Run, path: string): string {
  const { module, rest } = moduleOf(run, path);
  if (!module) return 'no module';
  let value: Value = { atoms: [module] };
  for (const name of rest) value = attribute(run, value, name);
  return showValue(run, value);
}

/** The longest loaded module that the path begins with; `main` where none does. */
function moduleOf(run: Run, path: string): { module: ModuleObject | undefined; rest: string[] } {
  const parts = path.split('.');
  for (let length = parts.length - 1; length > 0; length--) {
    const module = run.machine.loaded.get(parts.slice(0, length).join('.'));
    if (module && !module.isModel) return { module, rest: parts.slice(length) };
  }
  return { module: mainModule(run), rest: parts };
}

/** `main`, also where its import failed. */
function mainModule(run: Run): ModuleObject | undefined {
  const loaded = run.machine.loaded.get('main') ?? run.machine.loaded.get('__main__');
  if (loaded) return loaded;
  const steps = run.trace.steps.filter((step) => step.kind === 'import');
  return steps.findLast((step) => step.module.name === 'main')?.module;
}

function attribute(run: Run, value: Value, name: string): Value {
  let result = NOTHING;
  for (const atom of value.atoms) {
    const slot = 'id' in atom ? run.heap.slot(atom.id, name) : undefined;
    // An import that nothing has used yet is done when somebody asks.
    const pending =
      !slot && atom.kind === 'module' ? run.machine.rules.pendingName(run.machine, atom, name) : undefined;
    result = join(result, slot?.value ?? pending ?? NOTHING);
  }
  return result;
}

/** A value as text; see above. */
export function showValue(run: Run, value: Value, depth = 0): string {
  if (value.atoms.length === 0) return 'nothing';
  return [...new Set(value.atoms.map((atom) => showAtom(run, atom, depth)))].sort().join('|');
}

function showAtom(run: Run, atom: Atom, depth: number): string {
  switch (atom.kind) {
    case 'none':
      return 'None';
    case 'absent':
    case 'undefined':
      return atom.kind;
    case 'constant':
      return showConstant(atom);
    case 'unknown':
      return `${atom.truthy ? 'true' : atom.notNone ? 'some' : '?'}${atom.path === undefined ? '' : ` ${atom.path}`}`;
    case 'container':
      return showContainer(run, atom, depth);
    default:
      return showObject(run, atom, depth);
  }
}

function showConstant(atom: Extract<Atom, { kind: 'constant' }>): string {
  if (atom.type === 'boolean') return atom.value === true ? 'True' : 'False';
  return atom.type === 'string' ? `'${String(atom.value)}'` : String(atom.value);
}

function showObject(run: Run, atom: HeapObject, depth: number): string {
  switch (atom.kind) {
    case 'instance':
      return `${atom.class.name}(${where(atom.site)})`;
    case 'class':
      return `class ${atom.qualifiedName}`;
    case 'function':
      return `def ${atom.qualifiedName}`;
    case 'module':
      return `module ${atom.name}`;
    case 'bound':
      return `${showAtom(run, atom.receiver, depth)}.${functionName(run, atom.function)}`;
    case 'wrapper':
      return `${atom.wrapper} ${showValue(run, atom.target, depth)}`;
    case 'coroutine':
    case 'generator':
      return `${atom.kind} ${atom.call.function.qualifiedName}`;
    default:
      return atom.kind;
  }
}

function functionName(run: Run, atom: HeapObject): string {
  return atom.kind === 'function' || atom.kind === 'native' ? atom.name : showAtom(run, atom, 0);
}

const BRACKETS = { list: '[]', tuple: '()', set: '{}', mapping: '{}' } as const;

function showContainer(run: Run, atom: Extract<Atom, { kind: 'container' }>, depth: number): string {
  const [open = '', close = ''] = BRACKETS[atom.type];
  const items = run.heap.items(atom.id);
  const inside = depth > 3 ? '...' : items ? showItems(run, items, depth + 1) : '?';
  const type =
    atom.class && !['list', 'tuple', 'set', 'dict'].includes(atom.class.name) ? atom.class.name : '';
  return `${type}${open}${inside}${close}`;
}

function showItems(run: Run, items: Items, depth: number): string {
  const parts =
    items.kind === 'sequence'
      ? items.known.map((value) => `${showValue(run, value, depth)}${items.certain ? '' : '?'}`)
      : [...items.entries.values()].map(
          (entry) =>
            `${showValue(run, entry.key, depth)}${entry.certain ? '' : '?'}: ${showValue(run, entry.value, depth)}`,
        );
  if (items.rest.atoms.length > 0) parts.push(`...${showValue(run, items.rest, depth)}`);
  return parts.join(', ');
}
