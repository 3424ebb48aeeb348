/**
 * Calls that only repeat what an earlier one did. Must not know what is called.
 *
 * Objects are told apart by where they are made, so a call with the same receiver and arguments that did the same thing twice would do it a
 * third time: the result of the last one stands for it. What a call does is what it stores in objects that existed before it, and what it
 * gives. Without this, a configuration that is loaded anew at every use (because loading may fail) is followed hundreds of times.
 */
import { keyOf } from './items.ts';
import type { Memory, Stored } from './memories.ts';
import type { Machine } from './machine.ts';
import type { SuspendedCall } from './objects.ts';
import type { Atom, Value } from './values.ts';
import { joinAll } from './values.ts';

/** What stood before a call, to tell afterwards what it did. */
export interface Before {
  /** Whether an earlier call of the function ended: nothing can repeat the first one. */
  readonly isRepeated: boolean;
  /** Receiver and arguments as a text, where it was needed before the call. */
  readonly key: string | undefined;
  readonly nextId: number;
  readonly steps: number;
  readonly work: number;
  readonly lowest: number;
  readonly newest: number;
  readonly filled: number;
  readonly deferred: number;
}

/** Runs that did the same before the next one is spared, with the same arguments. */
const AGREED_EXACTLY = 2;
/** The same where they put something into lists that others may count. */
const AGREED_FILLING = 6;
/** Runs that changed nothing and gave the same constant before the next one is spared, with whatever arguments. */
const AGREED_ALWAYS = 24;
/** A call that costs less is simply run. */
const WORTH_SPARING = 40;

/** The result of the earlier runs, where this one would only repeat them. */
export function recall(m: Machine, call: SuspendedCall, key: string | undefined): Value | undefined {
  const always = m.repetition.always.get(call.function.node);
  if (!always) return undefined;
  if (always.effect !== undefined && always.agreed >= AGREED_ALWAYS) return always.value;
  const memory = key === undefined ? undefined : m.repetition.exact.get(call.function.node)?.get(key);
  if (!memory || memory.effect === undefined || memory.agreed < agreementFor(memory)) return undefined;
  const stands = memory.stored.every(({ id, name, value }) => {
    const now = m.state?.slot(id, name)?.value;
    return now !== undefined && (now === value || shape(m, now) === shape(m, value));
  });
  if (!stands) return undefined;
  for (const id of memory.filled) mayHoldMore(m, id);
  return memory.value;
}

function agreementFor({ filled }: Memory): number {
  return filled.length === 0 ? AGREED_EXACTLY : AGREED_FILLING;
}

/** A list that calls before this one put the same into may have got it once more. */
function mayHoldMore({ state }: Machine, id: number): void {
  const items = state?.items(id);
  if (items?.kind !== 'sequence') return;
  const rest = joinAll([...items.known, items.rest]);
  if (rest.atoms.length !== items.rest.atoms.length) state?.setItems(id, { ...items, rest });
}

/** One text for receiver and arguments, where an earlier call may have left something under it. */
export function repetitionKey(
  m: Machine,
  call: SuspendedCall,
  args: ReadonlyMap<string, Value>,
): string | undefined {
  return m.repetition.exact.has(call.function.node) ? argumentsKey(args) : undefined;
}

export function before(m: Machine, call: SuspendedCall, key: string | undefined): Before {
  const isRepeated = m.repetition.always.has(call.function.node);
  const { lowest, newest, filled } = m.journal;
  m.journal.lowest = Number.POSITIVE_INFINITY;
  m.journal.newest = m.nextId;
  return {
    isRepeated,
    key,
    nextId: m.nextId,
    steps: m.trace.steps.length,
    work: m.work,
    lowest,
    newest,
    filled: filled.length,
    deferred: deferredCount(m),
  };
}

/** Remembers what a call did. `completed` tells that it ended by returning on every path. */
export function remember(
  m: Machine,
  call: SuspendedCall,
  args: ReadonlyMap<string, Value>,
  start: Before,
  value: Value,
  completed: boolean,
): void {
  const { journal } = m;
  const pure = journal.lowest >= start.nextId;
  const filled = filledSince(m, start);
  journal.lowest = Math.min(journal.lowest, start.lowest);
  journal.newest = start.newest;
  if (m.callGraph) return;
  const plain = completed && filled.length <= MOST_FILLED && start.deferred === deferredCount(m);
  rememberAlways(m, call, value, plain && pure);
  if (!start.isRepeated || m.work - start.work < WORTH_SPARING) return;
  const key = start.key ?? argumentsKey(args);
  const memories = m.repetition.exact.get(call.function.node) ?? new Map<string, Memory>();
  m.repetition.exact.set(call.function.node, memories);
  const stored = plain ? storedSince(m, start) : [];
  const effect = plain ? effectOf(m, stored, value) + filledShape(m, filled) : undefined;
  const old = memories.get(key);
  const agreed = old && old.effect === effect && effect !== undefined ? old.agreed + 1 : 1;
  memories.set(key, { effect, value, agreed, stored, filled });
}

function rememberAlways(m: Machine, call: SuspendedCall, value: Value, plain: boolean): void {
  const node = call.function.node;
  const old = m.repetition.always.get(node);
  if (old && old.effect === undefined) return;
  const constant = value.atoms.every((atom) => atom.kind === 'none' || atom.kind === 'constant');
  const effect = plain && constant ? shape(m, value) : undefined;
  if (!old) m.repetition.always.set(node, { effect, value, agreed: 1, stored: [], filled: [] });
  else {
    old.agreed++;
    if (old.effect !== effect) old.effect = undefined;
  }
}

/** Older lists that were filled since a call began. */
function filledSince({ journal }: Machine, { filled, nextId, newest }: Before): readonly number[] {
  if (journal.filled.length === filled) return [];
  const ids = new Set(journal.filled.slice(filled).filter((id) => id < nextId));
  // Nobody further out asks.
  if (newest === 0) journal.filled.length = filled;
  return [...ids];
}

/** The kinds of things in lists, however many. */
function filledShape(m: Machine, filled: readonly number[]): string {
  return filled
    .map((id) => {
      const items = m.state?.items(id);
      if (items?.kind !== 'sequence') return '';
      const shapes = new Set([...items.known, items.rest].map((value) => shape(m, value, 1)));
      return `;#${id}{${[...shapes].sort().join()}}`;
    })
    .join('');
}

function deferredCount(m: Machine): number {
  return m.startup.length + m.later.length + m.requests.length + m.jobs.length;
}

function argumentsKey(args: ReadonlyMap<string, Value>): string {
  let key = '';
  for (const [name, value] of args) key += `${name}=${identity(value)},`;
  return key;
}

function identity(value: Value): string {
  const [first] = value.atoms;
  if (value.atoms.length === 1 && first) return identityOf(first);
  return value.atoms.map(identityOf).join('|');
}

/** Equal for atoms that stand for the same. */
export function identityOf(atom: Atom): string {
  if (atom.kind === 'unknown') return `unknown:${atom.path ?? ''}`;
  return keyOf(atom) ?? ('id' in atom ? `object:${atom.id}` : atom.kind);
}

/** What older objects hold afterwards and what was given, by places instead of numbers. */
function effectOf(m: Machine, stored: readonly Stored[], value: Value): string {
  const parts = [shape(m, value)];
  for (const { id, name, value: held } of stored) parts.push(`${id}.${name}=${shape(m, held)}`);
  return parts.join(';');
}

/** Attributes of older objects that a call stored, with what they hold at its end; each once. */
function storedSince(m: Machine, start: Before): readonly Stored[] {
  const found = new Map<string, Stored>();
  for (let index = start.steps; index < m.trace.steps.length; index++) {
    const step = m.trace.steps[index];
    if (step?.kind !== 'write' || step.object.id >= start.nextId) continue;
    const { object, name } = step;
    const key = `${object.id}.${name}`;
    if (found.has(key)) continue;
    found.set(key, { id: object.id, name, value: m.state?.slot(object.id, name)?.value ?? step.value });
  }
  return [...found.values()].sort((a, b) => a.id - b.id || (a.name < b.name ? -1 : 1));
}

function shape(m: Machine, value: Value, depth = 0): string {
  const [only] = value.atoms;
  if (only && value.atoms.length === 1) return shapeOf(m, only, depth);
  return [...new Set(value.atoms.map((atom) => shapeOf(m, atom, depth)))].sort().join('|');
}

/** What a small container holds; of containers in it only where they were made. */
function contentOf(m: Machine, id: number, depth: number): string {
  const items = depth > 0 ? undefined : m.state?.items(id);
  if (!items) return '';
  const values =
    items.kind === 'sequence' ? items.known : [...items.entries.values()].map((entry) => entry.value);
  return `[${[...values.slice(0, MOST_COMPARED), items.rest].map((value) => shape(m, value, depth + 1)).join()}]`;
}

/** Calls that fill more lists than this are run. */
const MOST_FILLED = 32;
/** Elements of a container that are compared to tell whether two are alike. */
const MOST_COMPARED = 8;

function shapeOf(m: Machine, atom: Atom, depth: number): string {
  switch (atom.kind) {
    case 'instance':
      return `${atom.class.id}@${atom.site.module.path}:${atom.site.start}`;
    case 'container':
      return `${atom.type}@${atom.site.module.path}:${atom.site.start}${contentOf(m, atom.id, depth)}`;
    case 'unknown':
      return 'unknown';
    case 'function':
      return `function@${atom.node.start}`;
    case 'constant':
      return `${atom.type}:${String(atom.value)}`;
    case 'generator':
    case 'generator-expression':
      return `${atom.kind}:${atom.id}`;
    default:
      return 'id' in atom
        ? `${atom.kind}:${atom.kind === 'class' || atom.kind === 'module' ? atom.id : ''}`
        : atom.kind;
  }
}
