/**
 * Calls that only repeat what an earlier one did. Must not know what is called.
 *
 * Objects are told apart by where they are made, so a call with the same receiver and arguments that did the same thing twice would do it a
 * third time: the result of the last one stands for it. What a call does is what it stores in objects that existed before it, and what it
 * gives. Without this, a configuration that is loaded anew at every use (because loading may fail) is followed hundreds of times.
 */
import { keyOf } from './items.ts';
import type { Machine } from './machine.ts';
import type { SuspendedCall } from './objects.ts';
import type { Atom, Value } from './values.ts';

/** What is remembered of the calls of one function with one receiver and arguments. */
interface Memory {
  /** What the last run did; `undefined` after a run that cannot stand for others. */
  effect: string | undefined;
  value: Value;
  /** How often in a row the runs did the same. */
  agreed: number;
}

/** All memories of one run. */
export interface Repetition {
  readonly exact: Map<object, Map<string, Memory>>;
  /** Functions by what every call of them did so far, whatever the arguments. */
  readonly always: Map<object, Memory>;
}

export function newRepetition(): Repetition {
  return { exact: new Map(), always: new Map() };
}

/** What stood before a call, to tell afterwards what it did. */
export interface Before {
  readonly key: string | undefined;
  readonly nextId: number;
  readonly steps: number;
  readonly work: number;
  readonly lowest: number;
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
  return memory && memory.effect !== undefined && memory.agreed >= AGREED_EXACTLY ? memory.value : undefined;
}

/** One text for receiver and arguments; `undefined` at the first call of a function, which nothing can repeat. */
export function repetitionKey(m: Machine, call: SuspendedCall, args: ReadonlyMap<string, Value>): string | undefined {
  return m.callGraph || !m.repetition.always.has(call.function.node) ? undefined : argumentsKey(args);
}

export function before(m: Machine, key: string | undefined): Before {
  const lowest = m.journal.lowest;
  m.journal.lowest = Number.POSITIVE_INFINITY;
  return { key, nextId: m.nextId, steps: m.trace.steps.length, work: m.work, lowest, deferred: deferredCount(m) };
}

/** Remembers what a call did. `completed` tells that it ended by returning on every path. */
export function remember(m: Machine, call: SuspendedCall, start: Before, value: Value, completed: boolean): void {
  const pure = m.journal.lowest >= start.nextId;
  m.journal.lowest = Math.min(m.journal.lowest, start.lowest);
  if (m.callGraph) return;
  const plain = completed && start.deferred === deferredCount(m);
  rememberAlways(m, call, value, plain && pure);
  if (start.key === undefined || m.work - start.work < WORTH_SPARING) return;
  const memories = m.repetition.exact.get(call.function.node) ?? new Map<string, Memory>();
  m.repetition.exact.set(call.function.node, memories);
  const effect = plain ? effectOf(m, start, value) : undefined;
  const old = memories.get(start.key);
  const agreed = old && old.effect === effect && effect !== undefined ? old.agreed + 1 : 1;
  memories.set(start.key, { effect, value, agreed });
}

function rememberAlways(m: Machine, call: SuspendedCall, value: Value, plain: boolean): void {
  const node = call.function.node;
  const old = m.repetition.always.get(node);
  if (old && old.effect === undefined) return;
  const constant = value.atoms.every((atom) => atom.kind === 'none' || atom.kind === 'constant');
  const effect = plain && constant ? shape(value) : undefined;
  if (!old) m.repetition.always.set(node, { effect, value, agreed: 1 });
  else {
    old.agreed++;
    if (old.effect !== effect) old.effect = undefined;
  }
}

function deferredCount(m: Machine): number {
  return m.startup.length + m.later.length + m.requests.length;
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

function identityOf(atom: Atom): string {
  if (atom.kind === 'unknown') return `unknown:${atom.path ?? ''}`;
  return keyOf(atom) ?? ('id' in atom ? `object:${atom.id}` : atom.kind);
}

/** What was stored in older objects and what was given, by places instead of numbers. */
function effectOf(m: Machine, start: Before, value: Value): string {
  const parts = [shape(value)];
  for (let index = start.steps; index < m.trace.steps.length; index++) {
    const step = m.trace.steps[index];
    if (step?.kind === 'write' && step.object.id < start.nextId) {
      parts.push(`${step.object.id}.${step.name}=${shape(step.value)}`);
    }
  }
  return parts.join(';');
}

function shape(value: Value): string {
  return value.atoms.map(shapeOf).sort().join('|');
}

function shapeOf(atom: Atom): string {
  switch (atom.kind) {
    case 'instance':
      return `${atom.class.id}@${atom.site.module.path}:${atom.site.start}`;
    case 'container':
      return `${atom.type}@${atom.site.module.path}:${atom.site.start}`;
    case 'unknown':
      return 'unknown';
    case 'function':
      return `function@${atom.node.start}`;
    case 'constant':
      return `${atom.type}:${String(atom.value)}`;
    default:
      return 'id' in atom ? `${atom.kind}:${atom.kind === 'class' || atom.kind === 'module' ? atom.id : ''}` : atom.kind;
  }
}
