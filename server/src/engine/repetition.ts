/**
 * Calls that only repeat what an earlier one did. Must not know what is called.
 *
 * Objects are told apart by where they are made, so a call with the same receiver and arguments that did the same thing twice would do it a
 * third time: the result of the last one stands for it. What a call does is what it stores in objects that existed before it, and what it
 * gives. Without this, a configuration that is loaded anew at every use (because loading may fail) is followed hundreds of times.
 */
import { keyOf } from './items.ts';
import type { Memory } from './memories.ts';
import type { WriteStep } from './steps.ts';
import type { Machine } from './machine.ts';
import type { SuspendedCall } from './objects.ts';
import type { Atom, Value } from './values.ts';

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
  readonly lowestSequence: number;
  readonly deferred: number;
}

/** Runs that did the same before the next one is spared, with the same arguments. */
const AGREED_EXACTLY = 2;
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
  if (!memory || memory.effect === undefined || memory.agreed < AGREED_EXACTLY) return undefined;
  const stands = memory.writes.every(({ object, name, value }) => {
    const now = m.state?.slot(object.id, name)?.value;
    return now !== undefined && (now === value || shape(m, now) === shape(m, value));
  });
  return stands ? memory.value : undefined;
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
  const { lowest, lowestSequence } = m.journal;
  m.journal.lowest = Number.POSITIVE_INFINITY;
  m.journal.lowestSequence = Number.POSITIVE_INFINITY;
  return {
    isRepeated,
    key,
    nextId: m.nextId,
    steps: m.trace.steps.length,
    work: m.work,
    lowest,
    lowestSequence,
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
  const filled = journal.lowestSequence < start.nextId;
  journal.lowest = Math.min(journal.lowest, start.lowest);
  journal.lowestSequence = Math.min(journal.lowestSequence, start.lowestSequence);
  if (m.callGraph) return;
  const plain = completed && !filled && start.deferred === deferredCount(m);
  rememberAlways(m, call, value, plain && pure);
  if (!start.isRepeated || m.work - start.work < WORTH_SPARING) return;
  const key = start.key ?? argumentsKey(args);
  const memories = m.repetition.exact.get(call.function.node) ?? new Map<string, Memory>();
  m.repetition.exact.set(call.function.node, memories);
  const writes = plain ? writesOf(m, start) : [];
  const effect = plain ? effectOf(m, writes, value) : undefined;
  const old = memories.get(key);
  const agreed = old && old.effect === effect && effect !== undefined ? old.agreed + 1 : 1;
  memories.set(key, { effect, value, agreed, writes });
}

function rememberAlways(m: Machine, call: SuspendedCall, value: Value, plain: boolean): void {
  const node = call.function.node;
  const old = m.repetition.always.get(node);
  if (old && old.effect === undefined) return;
  const constant = value.atoms.every((atom) => atom.kind === 'none' || atom.kind === 'constant');
  const effect = plain && constant ? shape(m, value) : undefined;
  if (!old) m.repetition.always.set(node, { effect, value, agreed: 1, writes: [] });
  else {
    old.agreed++;
    if (old.effect !== effect) old.effect = undefined;
  }
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

/** What was stored in older objects and what was given, by places instead of numbers. */
function effectOf(m: Machine, writes: readonly WriteStep[], value: Value): string {
  const parts = [shape(m, value)];
  for (const { object, name, value: stored } of writes)
    parts.push(`${object.id}.${name}=${shape(m, stored)}`);
  return parts.join(';');
}

function writesOf(m: Machine, start: Before): readonly WriteStep[] {
  const writes: WriteStep[] = [];
  for (let index = start.steps; index < m.trace.steps.length; index++) {
    const step = m.trace.steps[index];
    if (step?.kind === 'write' && step.object.id < start.nextId) writes.push(step);
  }
  return writes;
}

function shape(m: Machine, value: Value, depth = 0): string {
  return value.atoms
    .map((atom) => shapeOf(m, atom, depth))
    .sort()
    .join('|');
}

/** What a small container holds; of containers in it only where they were made. */
function contentOf(m: Machine, id: number, depth: number): string {
  const items = depth > 0 ? undefined : m.state?.items(id);
  if (!items) return '';
  const values =
    items.kind === 'sequence' ? items.known : [...items.entries.values()].map((entry) => entry.value);
  return `[${[...values.slice(0, MOST_COMPARED), items.rest].map((value) => shape(m, value, depth + 1)).join()}]`;
}

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
