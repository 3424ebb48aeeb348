/**
 * Asynchronous functions that begin when they are called, and the queue of what goes on later (`Dialect.asyncCalls` is `eager`).
 * A call runs up to the first statement that waits; the rest is a job, run when somebody waits for it, or in order once the program that
 * runs has come to its end: all before the application serves. Must not know which libraries wait for what.
 *
 * Rules: ECMAScript 27.7.5 "Async Functions" and 9.5 "Jobs". What waits inside a statement moves all of that statement.
 */
import type { Block, Statement } from '../ir/nodes.ts';
import { forEachExpression, forEachStatement } from '../ir/walk.ts';
import { activate } from './calls.ts';
import type { CallArguments, Deferred, Machine } from './machine.ts';
import { NO_ARGUMENTS, heap, leave, merge, newId, record, workspacePlace } from './machine.ts';
import type { CoroutineObject, Place, SuspendedCall } from './objects.ts';
import type { RaiseExit } from './raise.ts';
import { attempt, branch } from './raise.ts';
import type { CoroutineStep } from './steps.ts';
import type { Value } from './values.ts';
import { NOTHING, TRUE, UNDEFINED, isNothing, join, mayBe, single, unknown, without } from './values.ts';

const RESULT = '#result';
const REJECTED = '#rejected';
const STARTED = '#started';
const PAUSED = '#paused';

/** Beyond this many jobs the rest is left. */
const MAX_JOBS = 2000;

const GOES_ON = 'the call goes on later';

/** Calls an asynchronous function: what it does before it first waits happens now. */
export function beginCall(m: Machine, call: SuspendedCall, args: ReadonlyMap<string, Value>): Value {
  const { block } = call.function.node.body();
  const at = firstWaiting(block);
  const id = newId(m);
  // So that a path can tell whether the call happened on it, and that it did not fail on all of them.
  heap(m).create(id, new Map());
  if (!heap(m).has(call.scope.id)) heap(m).create(call.scope.id, new Map());
  const first = at < 0 ? block : goingOn(block, at);
  const begun = m.trace.steps.length;
  const { value, raised } = attempt(m, () =>
    activate(m, { ...call, rest: first, isBegun: at >= 0 }, undefined, args),
  );
  const caller = stepOf(m, call, begun);
  const rest = at < 0 ? [] : block.slice(at);
  const coroutine: CoroutineObject = { kind: 'coroutine', id, call: { ...call, rest, caller } };
  const pending = value.atoms.some((atom) => atom.kind === 'unknown' && atom.reason === GOES_ON);
  if (m.state && pending) enqueue(m, single(coroutine), NO_ARGUMENTS, call.place);
  else if (m.state) setSlot(m, coroutine, RESULT, value);
  rejectOn(m, coroutine, raised);
  return m.state ? single(coroutine) : NOTHING;
}

/** The step of the call itself, so that its rest is part of it; that of its caller where none was recorded. */
function stepOf(m: Machine, call: SuspendedCall, begun: number): number {
  const step = m.trace.steps[begun];
  return step?.kind === 'enter' && step.function === call.function ? begun : m.frame.step;
}

/** Puts a call, or the rest of one, at the end of the queue. */
export function enqueue(m: Machine, target: Value, args: CallArguments, place: Place): void {
  m.jobs.push({
    target,
    args: args.positional,
    named: args.named,
    place: m.frame.callPlace ?? place,
    kind: 'job',
    step: m.frame.step,
    guards: m.guards,
  });
}

/** A promise of what takes its time: whoever waits for it lets time pass. */
export function takeTime(m: Machine, value: Value): Value {
  const result = (): Value => {
    pause(m);
    return m.state ? value : NOTHING;
  };
  return single({ kind: 'task', id: newId(m), result });
}

/** Runs the queue, what is added to it meanwhile included. */
export function runJobs(m: Machine): void {
  const { guards } = m;
  for (let count = 0; count < MAX_JOBS && m.state; count++) {
    const job = m.jobs.shift();
    if (!job) break;
    if (job.guards === undefined || job.guards === guards) runJob(m, job);
    else maybe(m, job);
    m.guards = guards;
  }
}

/** What was queued under an open guard may or may not happen. */
function maybe(m: Machine, job: Deferred): void {
  branch(m, [
    () => {
      m.guards = job.guards;
      runJob(m, job);
      return TRUE;
    },
    () => TRUE,
  ]);
}

function runJob(m: Machine, job: Deferred): void {
  const atom = job.target.atoms.length === 1 ? job.target.atoms[0] : undefined;
  const { frame } = m;
  if (atom?.kind === 'coroutine') {
    settleAlone(m, atom);
    return;
  }
  m.frame = { ...frame, step: job.step, callPlace: job.place };
  const { raised } = attempt(m, () =>
    m.rules.call(m, job.target, { ...NO_ARGUMENTS, positional: job.args, named: job.named }, job.place),
  );
  m.frame = frame;
  // A callback that fails ends nothing but itself.
  for (const exit of raised) merge(m, exit.state);
}

/** Runs the rest of a call that nobody waited for. */
function settleAlone(m: Machine, coroutine: CoroutineObject): void {
  const { unawaited, phase } = m;
  m.unawaited = { call: coroutine.call, before: undefined };
  settle(m, coroutine);
  const { before } = m.unawaited;
  m.unawaited = unawaited;
  m.phase = phase;
  if (!before) return;
  // What came after the pause may or may not have happened when a request comes; the call itself is done with.
  const result = m.state?.slot(coroutine.id, RESULT)?.value;
  if (m.state) m.state.joinWith(before);
  else m.state = before;
  setSlot(m, coroutine, RESULT, result ?? UNDEFINED);
  setSlot(m, coroutine, PAUSED, TRUE);
}

/**
 * The program waits for time to pass, or for something outside. Where it was told to serve before, and nobody waits for the call that does,
 * requests may come before the rest of it.
 */
export function pause(m: Machine): void {
  const { unawaited } = m;
  if (!unawaited || !m.serving || m.phase !== 'startup' || m.callGraph || !m.state) return;
  const { function: fn, receiver, place } = unawaited.call;
  record<CoroutineStep>(m, {
    kind: 'coroutine',
    place: place.module.path.startsWith('<') ? workspacePlace(m, place) : place,
    function: fn,
    receiver,
    args: new Map(),
    awaited: false,
  });
  unawaited.before = m.state.fork();
  m.phase = 'background';
}

/** `await` on a call: its rest runs now if it has not yet; what it threw is thrown here. */
export function awaitCall(m: Machine, coroutine: CoroutineObject): Value {
  m.awaited.add(coroutine.id);
  settle(m, coroutine);
  if (!m.state) return NOTHING;
  if (m.state.slot(coroutine.id, PAUSED)) pause(m);
  const rejected = m.state.slot(coroutine.id, REJECTED)?.value;
  const result = (): Value => {
    const value = m.state?.slot(coroutine.id, RESULT)?.value;
    const known = value ? without(value, 'absent') : NOTHING;
    return isNothing(known) ? unknown('the result of a call that waits for itself') : known;
  };
  if (!rejected) return result();
  const throwIt = (): Value => rethrow(m, coroutine, without(rejected, 'absent'));
  return mayBe(rejected, 'absent') ? branch(m, [throwIt, result]) : throwIt();
}

/** What calls threw for certain that nothing ever waited for: it ends the program. */
export function unheardFailures(m: Machine): readonly RaiseExit[] {
  return [...m.rejections].flatMap(([id, exit]) => {
    const rejected = m.state?.slot(id, REJECTED)?.value;
    return rejected && !mayBe(rejected, 'absent') && !m.awaited.has(id) ? [exit] : [];
  });
}

function rethrow(m: Machine, coroutine: CoroutineObject, exception: Value): Value {
  const exit = m.rejections.get(coroutine.id);
  if (exit && m.state) leave(m, { ...exit, exception, state: m.state });
  return NOTHING;
}

/** Runs what is left of a call, once. */
function settle(m: Machine, coroutine: CoroutineObject): void {
  const state = heap(m);
  const { call, id } = coroutine;
  for (const name of [RESULT, REJECTED, STARTED]) {
    const slot = state.slot(id, name);
    if (slot && !mayBe(slot.value, 'absent')) return;
  }
  if (!state.has(call.scope.id)) return;
  setSlot(m, coroutine, STARTED, TRUE);
  const { frame, guards } = m;
  if (call.caller !== undefined) m.frame = { ...frame, step: call.caller };
  const { value, raised } = attempt(m, () => m.rules.resume(m, call, undefined));
  m.frame = frame;
  m.guards = guards;
  if (m.state) setSlot(m, coroutine, RESULT, value);
  rejectOn(m, coroutine, raised);
}

function rejectOn(m: Machine, coroutine: CoroutineObject, raised: readonly RaiseExit[]): void {
  for (const exit of raised) {
    exit.state.setSlot(coroutine.id, REJECTED, { value: exit.exception, writes: [] });
    m.rejections.set(coroutine.id, exit);
    merge(m, exit.state);
  }
}

function setSlot(m: Machine, coroutine: CoroutineObject, name: string, value: Value): void {
  m.state?.setSlot(coroutine.id, name, {
    value: isNothing(value) ? UNDEFINED : join(value, NOTHING),
    writes: [],
  });
}

// --------------------------------------------------------------- where a call waits

const WAITS = new WeakMap<Block, number>();

/** Index of the first statement that waits; -1 where none does. */
function firstWaiting(block: Block): number {
  let at = WAITS.get(block);
  if (at === undefined) {
    at = block.findIndex(waits);
    WAITS.set(block, at);
  }
  return at;
}

function waits(statement: Statement): boolean {
  let found = false;
  forEachExpression([statement], (e) => {
    if (e.kind === 'await') found = true;
  });
  forEachStatement([statement], (s) => {
    if (s.kind === 'for-each' && s.isAsync) found = true;
  });
  return found;
}

const BEGINNINGS = new WeakMap<Block, Block>();

/** The statements before the first that waits, with a mark at their end. */
function goingOn(block: Block, at: number): Block {
  const known = BEGINNINGS.get(block);
  if (known) return known;
  const next = block[at] ?? { start: 0, end: 0 };
  const span = { start: next.start, end: next.start };
  const mark: Statement = { kind: 'return', ...span, value: { kind: 'missing', ...span, reason: GOES_ON } };
  const first = [...block.slice(0, at), mark];
  BEGINNINGS.set(block, first);
  return first;
}
