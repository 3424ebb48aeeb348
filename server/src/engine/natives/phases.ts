/** Natives about time: what runs at startup, later, per request, and where startup is over. */
import type { CallArguments, Deferred, Machine } from '../machine.ts';
import { NO_ARGUMENTS, leave, merge, newId, positional, record } from '../machine.ts';
import type { Place } from '../objects.ts';
import { branch } from '../raise.ts';
import { isFresh } from '../alike-tasks.ts';
import type { ServeStep, StartStep } from '../steps.ts';
import type { Atom, Value } from '../values.ts';
import { FALSE, NONE, NOTHING, TRUE, UNDEFINED, single, unknown } from '../values.ts';
import { hasAttribute } from '../attribute-presence.ts';
import { callPerRequest, sharedPerRequest, valueOfType } from '../request-arguments.ts';
import { enqueue, pause, runJobs, takeTime } from '../jobs.ts';
import { enterNow } from '../withs.ts';
import { billed, grant } from '../work-share.ts';
import type { Native } from './native.ts';
import { argument, textArgument } from './native.ts';

export const PHASE_NATIVES: Readonly<Record<string, Native>> = {
  at_startup: (m, args, place) => {
    m.startup.push(deferred(m, args, 1, 'startup', place));
    return NONE;
  },
  run_startup: (m, _args, place) => runStartup(m, place),
  serving_point: (m, _args, place) => servingPoint(m, place),
  serve: (m, args, place) => serve(m, argument(args, 0), place),
  per_request: (m, args, place) => perRequest(m, args, place),
  call_per_request: (m, args, place) => callPerRequest(m, argument(args, 0), place),
  shared_per_request: (m, args, place) => sharedPerRequest(m, argument(args, 0), argument(args, 1), place),
  value_per_request: (m, args, place) => valueOfType(m, argument(args, 0), place),
  is_handed_out: (m, args) => {
    const atom = argument(args, 0).atoms[0];
    return atom && 'id' in atom && m.trace.handed.has(atom.id) ? TRUE : FALSE;
  },
  later: (m, args, place) => later(m, args, place),
  enqueue: (m, args, place) => {
    enqueue(m, argument(args, 0), { ...args, positional: args.positional.slice(1) }, place);
    return UNDEFINED;
  },
  takes_time: (m, args) => takeTime(m, args.positional[0] ?? UNDEFINED),
  until_stopped: (m, args) => untilStopped(m, args.positional[0] ?? UNDEFINED),
  run_later: (m) => {
    runNextTask(m);
    return m.state ? UNDEFINED : NOTHING;
  },
  run_jobs: (m) => {
    runJobs(m);
    return m.state ? UNDEFINED : NOTHING;
  },
  will_serve: (m, args, place) => {
    if (m.phase !== 'startup') return UNDEFINED;
    m.serving ??= m.frame.callPlace ?? place;
    m.applications.push(args.positional[0] ?? unknown('what is served', { place }));
    return UNDEFINED;
  },
  pause: (m) => {
    pause(m);
    return UNDEFINED;
  },
  end_of_program: (m) => {
    m.state = undefined;
    return NOTHING;
  },
  enter_context: (m, args, place) => enterNow(m, argument(args, 0), place),
  run: (m, args, place) => m.rules.await(m, argument(args, 0), place),
  call: (m, args, place) =>
    m.rules.call(m, argument(args, 0), { ...args, positional: args.positional.slice(1) }, place),
};

function deferred(m: Machine, args: CallArguments, skip: number, kind: string, place: Place): Deferred {
  return {
    target: argument(args, 0),
    args: args.positional.slice(skip),
    named: args.named,
    place: m.frame.callPlace ?? place,
    kind,
    step: m.frame.step,
    guards: m.guards,
  };
}

/** `per_request(handler, kind, owner, event, method)`: the last two where only that method of the owner calls the handler. */
function perRequest(m: Machine, args: CallArguments, place: Place): Value {
  const [, , owner, event] = args.positional;
  const by = textArgument(args, 4);
  const entry = { ...deferred(m, args, 1, textArgument(args, 1) ?? 'http', place), args: [] };
  const sent = event && by !== undefined ? { sent: { event, by } } : {};
  if (!registeredFor(m, entry.target).some((known) => isAnswer(known, entry, owner)))
    m.requests.push(owner ? { ...entry, owner, ...sent } : entry);
  return NONE;
}

/** What was registered so far, by the first thing that its target may be: an application registers thousands. */
const REGISTERED = new WeakMap<
  Machine['requests'],
  { count: number; readonly byAtom: Map<Atom | undefined, Deferred[]> }
>();

/** Entries among which one for `target` is, where there is one. */
function registeredFor(m: Machine, target: Value): readonly Deferred[] {
  let index = REGISTERED.get(m.requests);
  if (!index) REGISTERED.set(m.requests, (index = { count: 0, byAtom: new Map() }));
  for (; index.count < m.requests.length; index.count++) {
    const entry = m.requests[index.count];
    if (!entry) break;
    const [atom] = entry.target.atoms;
    const alike = index.byAtom.get(atom);
    if (alike) alike.push(entry);
    else index.byAtom.set(atom, [entry]);
  }
  return index.byAtom.get(target.atoms[0]) ?? [];
}

/** Whether an entry says that the same answers the same: what is registered again and again is one root. */
function isAnswer(known: Deferred, { kind, target }: Deferred, owner: Value | undefined): boolean {
  return known.kind === kind && isSame(known.target, target) && isSame(known.owner ?? NONE, owner ?? NONE);
}

function isSame(a: Value, b: Value): boolean {
  return a.atoms.length === b.atoms.length && a.atoms.every((atom, index) => atom === b.atoms[index]);
}

/** Runs, in order, what was remembered for startup. */
function runStartup(m: Machine, place: Place): Value {
  for (let next = m.startup.shift(); next && m.state; next = m.startup.shift()) {
    const value = m.rules.call(
      m,
      next.target,
      { ...NO_ARGUMENTS, positional: next.args, named: next.named },
      next.place,
    );
    if (m.state) m.rules.await(m, value, place);
  }
  return m.state ? NONE : NOTHING;
}

/** Ends startup on this path. In the background or in a request it ends nothing. */
function servingPoint(m: Machine, place: Place): Value {
  if (!m.state) return NOTHING;
  if (m.phase !== 'startup' || m.callGraph) return unknown('it runs until the server stops');
  record<ServeStep>(m, { kind: 'serve', place: m.yielding ?? m.frame.callPlace ?? place });
  leave(m, { kind: 'serve', state: m.state });
  return NOTHING;
}

/** A promise that is kept when a server stops: who waits for it waits while the application serves. */
function untilStopped(m: Machine, value: Value): Value {
  const result = (): Value => {
    if (!m.state || !m.serving || m.phase !== 'startup' || m.callGraph) return value;
    runJobs(m);
    if (!m.state) return NOTHING;
    record<ServeStep>(m, { kind: 'serve', place: m.serving });
    leave(m, { kind: 'serve', state: m.state });
    return NOTHING;
  };
  return single({ kind: 'task', id: newId(m), result });
}

/** Lets time go by until the next of what was started in the background has run. */
function runNextTask(m: Machine): void {
  const entry = m.later.shift();
  if (entry) runDeferred(m, entry);
}

function serve(m: Machine, app: Value, place: Place): Value {
  if (m.phase === 'startup') m.applications.push(app);
  const hook = m.dialect.serveMethod;
  const known = hasAttribute(m, app, hook, place);
  if (!m.state) return NOTHING;
  if (known.truth === 'false' || app.atoms.every((atom) => atom.kind === 'unknown')) {
    runStartup(m, place);
    return servingPoint(m, place);
  }
  const value = m.rules.call(m, m.rules.getAttribute(m, app, hook, place), positional(), place);
  if (m.state) m.rules.await(m, value, place);
  return m.state ? servingPoint(m, place) : NOTHING;
}

/** Something that begins maybe later. Its handle, awaited, runs it to its end now. */
function later(m: Machine, args: CallArguments, place: Place): Value {
  const entry = deferred(m, args, 1, 'task', place);
  if (m.callGraph) {
    runDeferred(m, entry);
    return unknown('a task', { truthy: true });
  }
  record<StartStep>(m, { kind: 'start', place: entry.place, target: entry.target });
  markAwaited(m, entry.target);
  m.later.push(entry);
  let done: Value | undefined;
  const result = (): Value => {
    if (done) return done;
    const index = m.later.indexOf(entry);
    if (index >= 0) m.later.splice(index, 1);
    done = runDeferred(m, entry);
    return done;
  };
  return single({ kind: 'task', id: newId(m), result });
}

/** A coroutine that became a task will run: it is not forgotten. */
function markAwaited(m: Machine, target: Value): void {
  for (const atom of target.atoms) {
    const step = atom.kind === 'coroutine' ? m.trace.steps[m.coroutineSteps.get(atom.id) ?? -1] : undefined;
    if (step?.kind === 'coroutine') step.awaited = true;
  }
}

/** Runs a deferred call: a coroutine as it is, anything else by calling it. */
function runDeferred(m: Machine, entry: Deferred): Value {
  const { target, place } = entry;
  const suspended = target.atoms.every((atom) => atom.kind === 'coroutine' || atom.kind === 'task');
  if (suspended) return m.rules.await(m, target, place);
  const value = m.rules.call(
    m,
    target,
    { ...NO_ARGUMENTS, positional: entry.args, named: entry.named },
    place,
  );
  return m.state ? m.rules.await(m, value, place) : NOTHING;
}

/** Tasks that are followed after startup; tasks may start tasks without end. */
const MAX_TASKS = 48;

/** Runs what was started in the background: each may or may not have run by any moment. */
export function runBackground(m: Machine): void {
  const phase = m.phase;
  m.phase = 'background';
  const alike = new Map<string, number>();
  for (let count = 0; count < MAX_TASKS && m.state; count++) {
    let entry = m.later.shift();
    while (entry && !isFresh(m, alike, entry)) entry = m.later.shift();
    if (!entry) break;
    const task = entry;
    grant(m, m.limits.backgroundWork);
    branch(m, [() => runTask(m, task), () => TRUE]);
    runJobs(m);
  }
  if (m.later.length > 0) m.trace.limits.add(`only ${MAX_TASKS} background tasks were followed`);
  m.phase = phase;
}

/**
 * Runs what was started on a method of an object, because code that goes on needs what only that writes: a thread that has begun may have got
 * that far. Each is run once.
 */
export function runStartedBy(m: Machine, receiver: Atom): boolean {
  const index = m.later.findIndex((entry) =>
    entry.target.atoms.some((atom) => atom.kind === 'bound' && atom.receiver === receiver),
  );
  const entry = index < 0 ? undefined : m.later[index];
  if (!entry) return false;
  m.later.splice(index, 1);
  const { phase, workLimit } = m;
  if (phase === 'startup') m.phase = 'background';
  m.workLimit = Math.min(workLimit, billed(m) + m.limits.backgroundWork);
  runTask(m, entry);
  m.phase = phase;
  m.workLimit = workLimit;
  return true;
}

/** Runs a task as far as it gets: one that loops for good has done what comes before, and one that fails ends nothing but itself. */
export function runTask(m: Machine, entry: Deferred): Value {
  const outer = m.sink;
  const before = m.state?.fork();
  m.sink = [];
  runDeferred(m, entry);
  for (const exit of m.sink) if (exit.kind === 'serve' || exit.kind === 'raise') merge(m, exit.state);
  m.sink = outer;
  m.state ??= before;
  return NONE;
}
