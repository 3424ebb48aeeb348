/**
 * The request phase: what answers requests, events and schedules runs on a fork of the heap that startup left, each as a root of its own.
 * What one of them stores may be seen by the others. Must not know what is looked for.
 */
import type { FunctionNode } from '../ir/nodes.ts';
import type { Deferred, Frame, Machine, Trace } from './machine.ts';
import { merge, record } from './machine.ts';
import type { Place } from './objects.ts';
import { branch } from './raise.ts';
import { callPerRequest } from './request-arguments.ts';
import { runTask } from './natives/phases.ts';
import type { State } from './state.ts';
import type { RootStep } from './steps.ts';
import type { Atom, Value } from './values.ts';
import { NONE, TRUE } from './values.ts';

/** Tasks that are followed after each root. */
const MAX_TASKS = 8;

const DEPENDENCY = 'dependency';

/** What the request phase leaves. */
export interface RequestPhase {
  /** The heap at the serving point with what requests store in it joined to it. */
  readonly heap: State;
  /** Its steps are those of the whole run; the rest is what requests alone did. */
  readonly trace: Trace;
}

/** Runs every root on a fork of `serving`, which stays as it is. */
export function runRequests(m: Machine, serving: State): RequestPhase {
  const shared = serving.fork();
  const { state, phase, frame, trace } = m;
  const left = m.later.splice(0);
  m.phase = 'request';
  m.trace = {
    ...trace,
    unresolved: [],
    escapes: new Map(),
    comparisons: new Map(),
    variables: new Map(),
  };
  const end = m.work + m.limits.requestsWork;
  const entered = new Set<FunctionNode>();
  const ran = (atom: Atom): boolean => atom.kind === 'function' && entered.has(atom.node);
  for (const entry of rootsOf(m)) {
    if (entry.kind === DEPENDENCY && entry.target.atoms.every(ran)) continue;
    if (m.work >= end) {
      m.trace.limits.add(`requests were followed for ${m.limits.requestsWork} operations in all`);
      break;
    }
    m.workLimit = Math.min(end, m.work + m.limits.requestWork);
    m.state = shared.fork();
    runRoot(m, entry, frame);
    noteEntered(m, entered, m.root);
  }
  const phaseTrace = m.trace;
  m.later.push(...left);
  Object.assign(m, { state, phase, frame, trace, root: -1 });
  return { heap: shared, trace: phaseTrace };
}

/** Each once; also those that are registered meanwhile. What handlers depend on comes last: most of it has run for them by then. */
function* rootsOf(m: Machine): Generator<Deferred> {
  const seen = new Set<Atom>();
  const dependencies: Deferred[] = [];
  for (let index = 0; index < m.requests.length; index++) {
    const entry = m.requests[index] as Deferred;
    if (!isNew(seen, entry.target)) continue;
    if (entry.kind === DEPENDENCY) dependencies.push(entry);
    else yield entry;
  }
  yield* dependencies;
}

/** Adds the functions that the steps from `first` on enter. */
function noteEntered(m: Machine, entered: Set<FunctionNode>, first: number): void {
  for (let index = first; index < m.trace.steps.length; index++) {
    const step = m.trace.steps[index];
    if (step?.kind === 'enter') entered.add(step.function.node);
  }
}

function isNew(seen: Set<Atom>, target: Value): boolean {
  const fresh = target.atoms.filter((atom) => !seen.has(atom));
  for (const atom of fresh) seen.add(atom);
  return fresh.length > 0;
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
