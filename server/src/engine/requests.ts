/**
 * The request phase: what answers requests, events and schedules runs on a fork of the heap that startup left, each as a root of its own.
 * What one of them stores may be seen by the others. Must not know what is looked for.
 */
import type { Deferred, Frame, Machine } from './machine.ts';
import { merge, record } from './machine.ts';
import { runTask } from './natives/phases.ts';
import type { Place } from './objects.ts';
import { branch } from './raise.ts';
import { callPerRequest } from './request-arguments.ts';
import { runJobs } from './jobs.ts';
import { inOrder } from './request-order.ts';
import { requestRoots } from './request-roots.ts';
import type { State } from './state.ts';
import type { RootStep } from './steps.ts';
import type { Trace } from './trace.ts';
import { emptyTrace } from './trace.ts';
import type { Atom, Value } from './values.ts';
import { NONE, TRUE } from './values.ts';
import { grant } from './work-share.ts';

/** Tasks that are followed after each root. */
const MAX_TASKS = 8;
/** How much more work there is for what is no plain request: a connection, an event, a job. */
const LONG_LIVED = 2;

/** What the request phase leaves. */
export interface RequestPhase {
  /** The heap at the serving point with what requests store in it joined to it. */
  readonly heap: State;
  /** Its steps are those of the whole run; the rest is what requests alone did. */
  readonly trace: Trace;
  /** What was registered and answers something, followed or not. */
  readonly roots: readonly Deferred[];
}

/** What all roots share. */
interface Requests {
  /** The frame that they start from. */
  readonly start: Frame;
  /** What startup left and what the roots so far stored: each of them may have run before the next one. */
  readonly heap: State;
  /** Where the work of all of them ends. */
  readonly end: number;
}

/** Runs every root; `serving` stays as it is. */
export function runRequests(m: Machine, serving: State): RequestPhase {
  const { state, phase, frame, trace } = m;
  const roots = requestRoots(m);
  const left = m.later.splice(0);
  m.phase = 'request';
  m.requestsFrom = m.nextId;
  m.trace = traceOfRequests(trace);
  const heap = serving.fork();
  followAll(m, { start: frame, heap, end: m.work + m.limits.requestsWork }, inOrder(m, distinct(roots)));
  const own = m.trace;
  m.later.push(...left);
  Object.assign(m, { state, phase, frame, trace, root: -1 });
  return { heap, trace: own, roots };
}

/** Shares the steps and limits with that of the whole run. */
function traceOfRequests({ steps, edges, limits }: Trace): Trace {
  return { ...emptyTrace(), steps, edges, limits };
}

function followAll(m: Machine, requests: Requests, roots: readonly Deferred[]): void {
  const registered = m.requests.length;
  for (const [index, entry] of roots.entries()) {
    follow(m, requests, entry);
    if (m.work > requests.end) return outOfWork(m, roots.length - index - 1, roots.length);
  }
  // What requests register in their turn.
  const more = distinct(m.requests.slice(registered)).filter(({ target }) =>
    roots.every((root) => root.target.atoms.some((atom) => !target.atoms.includes(atom))),
  );
  for (const entry of more.slice(0, MAX_TASKS)) if (m.work < requests.end) follow(m, requests, entry);
}

function outOfWork(m: Machine, left: number, all: number): void {
  if (left > 0) m.trace.limits.add(`${left} of ${all} handlers of requests and events were not followed`);
}

function follow(m: Machine, requests: Requests, entry: Deferred): void {
  // The last one is followed to its end.
  grant(m, (entry.kind === 'http' ? 1 : LONG_LIVED) * m.limits.requestWork);
  m.state = requests.heap.fork();
  runRoot(m, entry, requests.start);
  // A process has a memory of its own.
  if (m.state && entry.kind !== 'process') requests.heap.joinWith(m.state);
}

/** Each target once; what other roots call is none. */
function distinct(entries: readonly Deferred[]): readonly Deferred[] {
  const seen = new Set<Atom>();
  return entries.filter(({ kind, target }) => {
    if (kind === 'dependency') return false;
    const fresh = target.atoms.filter((atom) => !seen.has(atom));
    for (const atom of fresh) seen.add(atom);
    return fresh.length > 0;
  });
}

function runRoot(m: Machine, entry: Deferred, start: Frame): void {
  m.sink = [];
  m.guards = undefined;
  m.frame = { ...start, step: -1, callPlace: entry.place };
  const { place, kind, target } = entry;
  m.root = m.trace.steps.length;
  record<RootStep>(m, { kind: 'root', place, sort: kind, target });
  m.frame = { ...m.frame, step: m.root };
  answer(m, target, place);
  runJobs(m);
  settle(m);
  for (let count = 0; count < MAX_TASKS && m.state; count++) {
    const task = m.later.shift();
    if (!task) break;
    branch(m, [() => runTask(m, task), () => TRUE]);
  }
  m.later.length = 0;
  settle(m);
}

/** Calls the handler and runs what it gives to its end: it may be suspended. */
function answer(m: Machine, target: Value, place: Place): void {
  const value = callPerRequest(m, target, place);
  if (!m.state) return;
  if (value.atoms.some((atom) => atom.kind === 'generator')) m.rules.elements(m, value, place);
  else m.rules.await(m, value.atoms.length === 0 ? NONE : value, place);
}

/** However it ended, the application goes on. */
function settle(m: Machine): void {
  for (const exit of m.sink) if (exit.kind !== 'break' && exit.kind !== 'continue') merge(m, exit.state);
  m.sink = [];
}
