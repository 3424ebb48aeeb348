/**
 * One dry run: a machine with its rules, an entry point to start from, and what is left at the end.
 * Must not know how entry points are found or what the findings are.
 */
import type { CancellationToken } from '../base/cancellation.ts';
import { newProgramText } from './call-graph.ts';
import { callValue } from './calls.ts';
import { getAttribute } from './attributes.ts';
import type { EventRules } from './event-rules.ts';
import { evaluate } from './expressions.ts';
import { importModule, moduleFrame, runModule } from './imports.ts';
import { pendingName } from './pending-imports.ts';
import { beginCall, runJobs, unheardFailures } from './jobs.ts';
import { callPerRequest } from './request-arguments.ts';
import { importForRequests, importForUnseen } from './request-imports.ts';
import type { RequestPhase } from './requests.ts';
import { runRequests } from './requests.ts';
import { nativeFunction } from './intern.ts';
import type { Environment, Frame, Machine, ModuleSource, Rules } from './machine.ts';
import { leave, newId, positional, record } from './machine.ts';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { runBackground, runStartedBy } from './natives/phases.ts';
import { callNative } from './natives/table.ts';
import type { ModuleObject, Place } from './objects.ts';
import type { RaiseExit } from './raise.ts';
import { newRepetition } from './memories.ts';
import type { Journal } from './state.ts';
import type { ServeStep } from './steps.ts';
import { State } from './state.ts';
import { execute } from './statements.ts';
import { awaitValue, elementsOf, resume } from './suspended.ts';
import { assign } from './targets.ts';
import type { Trace } from './trace.ts';
import { emptyTrace } from './trace.ts';
import { truthOf } from './truth.ts';
import type { Step } from './steps.ts';
import type { Value } from './values.ts';
import { single, unknown } from './values.ts';
import { newVisits } from './visits.ts';

const RULES: Rules = {
  evaluate,
  execute,
  assign,
  call: callValue,
  begin: beginCall,
  resume,
  await: awaitValue,
  getAttribute,
  truth: truthOf,
  elements: elementsOf,
  pendingName,
  importModule,
  runStartedBy,
  native: callNative,
  unknownName: (_m, name) => unknown(`${name} comes from a module that cannot be seen`, { path: name }),
};

/** Where a run begins. */
export interface EntryPoint {
  /** Dotted name of the module to run. */
  readonly module: string;
  /** Whether it is run as the main program (`__name__ == "__main__"`). */
  readonly asMain: boolean;
  /** Name in the module of the application object to serve afterwards, or of the factory that makes it. */
  readonly serve: { readonly name: string; readonly factory: boolean } | undefined;
  /** Name in the module of a function to call afterwards, when nothing is served. */
  readonly call: string | undefined;
}

export interface RunOptions {
  readonly modules: ModuleSource;
  readonly environment: Environment;
  readonly token: CancellationToken;
  readonly limits?: Limits;
  readonly callGraph?: boolean;
  /** Whether a name speaks of what is looked for; without it, all of them do. */
  readonly isRelevant?: (name: string) => boolean;
  /** Files, by path, whose visits are kept, so that small changes can be tried (`trial.ts`). */
  readonly watches?: (path: string) => boolean;
  /** Events whose emissions are recorded. */
  readonly events?: EventRules;
}

/** What a run leaves. */
export interface Run {
  readonly entry: EntryPoint;
  readonly environment: Environment;
  /** Whether some path reached the serving point. */
  readonly served: boolean;
  /** The heap at the serving point, all serving paths joined; where nothing serves, of the path that got furthest. */
  readonly heap: State;
  readonly requests: RequestPhase;
  /** Exceptions that end startup; empty where every path serves. */
  readonly failures: readonly RaiseExit[];
  readonly trace: Trace;
  /** The steps before the request phase: those of startup, and of what it left running. */
  readonly startupSteps: readonly Step[];
  readonly machine: Machine;
}

/** The name that library models import the engine's operations from. */
const INTRINSICS_MODULE = '__wiretrace__';

/** What a program has that goes on after its end, and imports that stay bound. */
function eventLoop(): Pick<Machine, 'aliases' | 'jobs' | 'rejections' | 'awaited' | 'unawaited' | 'serving'> {
  const program = { unawaited: undefined, serving: undefined };
  return { aliases: new Map(), jobs: [], rejections: new Map(), awaited: new Set(), ...program };
}

function createMachine(options: RunOptions): Machine {
  const top = topModule(options);
  const journal: Journal = { lowest: Number.POSITIVE_INFINITY, filled: [], newest: 0 };
  const m: Machine = {
    journal,
    repetition: newRepetition(),
    rules: RULES,
    modules: options.modules,
    dialect: options.modules.dialect,
    environment: options.environment,
    limits: options.limits ?? DEFAULT_LIMITS,
    token: options.token,
    isRelevant: options.isRelevant ?? (() => true),
    relevance: new Map(),
    trace: emptyTrace(),
    loaded: new Map(),
    pendingImports: new Map(),
    ...eventLoop(),
    pendingModules: new Set(),
    externals: new Set(),
    snapshots: new Map(),
    startup: [],
    later: [],
    requests: [],
    applications: [],
    sharedResults: new Map(),
    interned: new Map(),
    literals: new Map(),
    modulesWithUnknownNames: new Set(),
    coroutineSteps: new Map(),
    lazyVisits: new Map(),
    lambdas: new Map(),
    lambdaCounts: new Map(),
    activations: new Map(),
    callGraph: options.callGraph === true ? newProgramText() : undefined,
    visits: options.watches && newVisits(options.watches),
    emissions: options.events ? { rules: options.events, active: false } : undefined,
    state: new State(journal),
    sink: [],
    guards: undefined,
    frame: moduleFrame(top, undefined, -1, '<start>'),
    phase: 'startup',
    root: -1,
    work: 0,
    unbilled: 0,
    workLimit: (options.limits ?? DEFAULT_LIMITS).work,
    nextId: 1,
    requestsFrom: 0,
    nextLoop: 1,
    yielding: undefined,
  };
  loadIntrinsics(m);
  importModule(m, { name: m.dialect.names.builtins, level: 0 }, startPlace());
  return m;
}

const START_NODE = { path: '<start>', text: '', body: [], problems: [] };

function topModule(options: RunOptions): ModuleObject {
  const node = { ...START_NODE, dialect: options.modules.dialect };
  return { kind: 'module', id: 0, name: '<start>', node, isPackage: false, isModel: true };
}

function startPlace(): Place {
  return { module: { ...START_NODE, dialect: undefined as never }, start: 0, end: 0 };
}

/** The module that models import natives from: any name in it is one. */
function loadIntrinsics(m: Machine): void {
  const module: ModuleObject = {
    kind: 'module',
    id: newId(m),
    name: INTRINSICS_MODULE,
    node: undefined,
    isPackage: false,
    isModel: true,
  };
  m.loaded.set(INTRINSICS_MODULE, module);
  for (const name of m.modules.intrinsics) {
    m.state?.setSlot(module.id, name, { value: single(nativeFunction(m, name)), writes: [] });
  }
}

/** Runs startup from an entry point in one environment. Throws only `CancelledError`. */
export function runStartup(entry: EntryPoint, options: RunOptions): Run {
  const m = createMachine(options);
  const startFrame: Frame = m.frame;
  const module = runEntryModule(m, entry);
  const last = m.state;
  if (m.state && module) serveEntry(m, entry, module);
  m.frame = startFrame;
  runJobs(m);
  serveAtEnd(m);
  return finish(m, entry, last);
}

/** A server that was started serves once the program has come to its end. */
function serveAtEnd(m: Machine): void {
  if (!m.state || !m.serving) return;
  record<ServeStep>(m, { kind: 'serve', place: m.serving });
  leave(m, { kind: 'serve', state: m.state });
}

function runEntryModule(m: Machine, entry: EntryPoint): ModuleObject | undefined {
  if (!entry.asMain) {
    const value = importModule(m, { name: entry.module, level: 0 }, startPlace());
    const atom = value.atoms[0];
    return atom?.kind === 'module' ? atom : undefined;
  }
  const chain = m.modules.resolve({ name: entry.module, level: 0 }, m.frame.module);
  const found = chain[chain.length - 1];
  if (!found) return undefined;
  for (const parent of chain.slice(0, -1))
    if (parent && m.state) importModule(m, { name: parent.name, level: 0 }, startPlace());
  return m.state
    ? runModule(m, { ...found }, m.dialect.names.mainModule ?? found.name, entryPlace(found.node))
    : undefined;
}

function entryPlace(node: ModuleObject['node']): Place | undefined {
  return node ? { module: node, start: 0, end: 0 } : undefined;
}

function serveEntry(m: Machine, entry: EntryPoint, module: ModuleObject): void {
  const place = entryPlace(module.node) ?? startPlace();
  if (entry.serve) {
    let app = getAttribute(m, single(module), entry.serve.name, place);
    if (m.state && entry.serve.factory) app = callPerRequest(m, app, place, 'required');
    m.frame = { ...m.frame, callPlace: lastWrite(m, module, entry.serve.name) ?? place };
    if (m.state) callNative(m, 'serve', positional(app), place);
  } else if (entry.call !== undefined) {
    const value = callPerRequest(m, getAttribute(m, single(module), entry.call, place), place, 'required');
    if (m.state) awaitValue(m, value, place);
  }
}

/** Where a name of a module was last assigned. */
function lastWrite(m: Machine, module: ModuleObject, name: string): Place | undefined {
  const step = m.state?.slot(module.id, name)?.writes.at(-1)?.step;
  return step === undefined ? undefined : m.trace.steps[step]?.place;
}

function finish(m: Machine, entry: EntryPoint, last: State | undefined): Run {
  const serving = m.sink.filter((exit) => exit.kind === 'serve');
  const failures = m.sink.filter((exit): exit is RaiseExit => exit.kind === 'raise');
  // A program that nothing keeps running ends with what nobody waits for.
  if (serving.length === 0) failures.push(...unheardFailures(m));
  const ended = m.state;
  // A path that comes to its end while another one serves is over: its process is gone.
  let state: State | undefined = serving.length > 0 ? undefined : ended;
  for (const exit of serving) {
    if (state) state.joinWith(exit.state);
    else state = exit.state;
  }
  const served = serving.length > 0;
  const fallback: State | undefined = failures.at(-1)?.state ?? last;
  m.state = state ?? fallback ?? new State(m.journal);
  m.sink = [];
  m.guards = undefined;
  importForRequests(m);
  runBackground(m);
  importForUnseen(m);
  const heap = m.state ?? state ?? fallback ?? new State(m.journal);
  const startupSteps = m.trace.steps.slice();
  const requests = m.callGraph ? { heap, trace: m.trace, roots: [] } : runRequests(m, heap);
  return {
    entry,
    environment: m.environment,
    served: served || (ended !== undefined && failures.length === 0),
    heap,
    requests,
    startupSteps,
    failures,
    trace: m.trace,
    machine: m,
  };
}

/** The value of a name in a module of a finished run, for callers that look at the heap. */
export function valueIn(run: Run, module: string, name: string): Value | undefined {
  const object = run.machine.loaded.get(module);
  return object ? run.heap.slot(object.id, name)?.value : undefined;
}
