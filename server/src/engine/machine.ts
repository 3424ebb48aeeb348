/**
 * The state of one dry run: the current path, the exits of other paths, the call around it, and what is recorded.
 * Transfer functions take it as their first parameter. Must not know how programs are found or lowered.
 */
import type { CancellationToken } from '../base/cancellation.ts';
import { throwIfCancelled } from '../base/cancellation.ts';
import type { Span } from '../base/span.ts';
import type { Dialect } from '../ir/dialect.ts';
import type { Block, Expression, ModuleNode, ModuleReference, Statement, Target } from '../ir/nodes.ts';
import type { Elements } from './items.ts';
import type { GuardLink, Reason, Truth } from './guards.ts';
import type { Limits } from './limits.ts';
import { limitReached } from './limits.ts';
import type {
  ClassCell,
  ClassObject,
  FunctionObject,
  HeapObject,
  ImportAlias,
  InstanceObject,
  ModuleObject,
  PendingImport,
  Place,
  ScopeObject,
  SuspendedCall,
} from './objects.ts';
import type { Emissions } from './event-rules.ts';
import type { Repetition } from './memories.ts';
import type { Journal, Snapshot, State } from './state.ts';
import type { Phase, RaiseCause, Step } from './steps.ts';
import type { Trace } from './trace.ts';
import type { Atom, Value } from './values.ts';

/** A module that an import names. */
export interface FoundModule {
  readonly name: string;
  readonly key?: string; // What it is kept under, where another module has the same name.
  /** Absent for a namespace package: a folder without a file of its own. */
  readonly node: ModuleNode | undefined;
  readonly isPackage: boolean;
  readonly isModel: boolean;
  /** Whether its top level only defines: then it need not run before something in it is used. */
  readonly definesOnly: boolean;
}

/** A module that an import asks for, and what is raised where there is none, if that is not what the language always raises. */
export type WantedModule = Pick<ModuleReference, 'name' | 'level'> & { readonly error?: string | undefined };

/** Finds and lowers modules; keeps them, so that every environment's run shares them. */
export interface ModuleSource {
  /**
   * The modules that an import runs, outermost package first, the named one last. `undefined` in the list stands for a part that
   * cannot be found; then it is the last.
   */
  resolve(
    reference: Pick<ModuleReference, 'name' | 'level'>,
    importer: ModuleObject,
  ): readonly (FoundModule | undefined)[];
  /** Whether the missing module belongs to the application itself, so that its absence is an error and not a library. */
  belongsToWorkspace(name: string, importer: ModuleObject): boolean;
  /** Names of the operations that library models import from the engine. */
  readonly intrinsics: readonly string[];
  /** Dialect of the language that a module of this source is written in. */
  readonly dialect: Dialect;
}

/** One assignment of the environment variables that startup branches on. */
export interface Environment {
  readonly name: string;
  readonly variables: ReadonlyMap<string, string>;
  /** Variables that are not set where the application serves, such as those of test runners. */
  readonly neverSet?: (name: string) => boolean;
}

/** How a path left the code it was in. */
export type Exit =
  | { readonly kind: 'return'; readonly frame: Frame; readonly value: Value; readonly state: State }
  | { readonly kind: 'break' | 'continue'; readonly loop: number; readonly state: State }
  | {
      readonly kind: 'raise';
      readonly exception: Value;
      readonly cause: RaiseCause;
      readonly place: Place;
      readonly step: number;
      readonly guards: GuardLink | undefined;
      readonly state: State;
    }
  | { readonly kind: 'serve'; readonly state: State };

/** What a `yield` does: it hands over a value and gives what is sent back. */
export type OnYield = (value: Value, at: Expression) => Value;

/** One activation. */
export interface Frame {
  readonly function: FunctionObject | undefined;
  readonly module: ModuleObject;
  /** The round of a loop has one of its own where the language says so. */
  scope: ScopeObject | ModuleObject;
  /** While a class body runs: where its names go. */
  readonly classBody: { readonly id: number; readonly cell: ClassCell } | undefined;
  readonly receiver: Value | undefined;
  /** Step that opened it. */
  readonly step: number;
  readonly parent: Frame | undefined;
  readonly depth: number;
  /** Called by `yield`; gives what is sent back. */
  readonly onYield: OnYield | undefined;
  /** The call in the caller's module that opened it. */
  readonly callPlace: Place | undefined;
  /** `try` statements of this activation around the current statement. */
  tries: number;
  /** Loops around the current statement, innermost last. */
  readonly loops: { readonly id: number; readonly label: string | undefined }[];
  /** Exceptions being handled, innermost last. */
  readonly handling: Exit[];
  /** Dotted name for the call graph. */
  readonly name: string;
}

/** A call that is run at another time: at application start, in the background, per request. */
export interface Deferred {
  readonly target: Value;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly place: Place;
  readonly kind: string;
  readonly step: number;
  readonly guards: GuardLink | undefined;
  /** The application, router or server that it was registered with; absent where the model does not say. */
  readonly owner?: Value;
  /** Where nothing but the program calls it: with what event, and by which method of the owner. */
  readonly sent?: { readonly event: Value; readonly by: string };
}

/** Arguments of a call, evaluated. */
export interface CallArguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** Elements of a spread whose length is not known; absent where there is none. */
  readonly morePositional: Value | undefined;
  readonly moreNamed: Value | undefined;
}

/** Named arguments of a call that has none. */
export const NO_NAMED: ReadonlyMap<string, Value> = new Map();

export const NO_ARGUMENTS: CallArguments = {
  positional: [],
  named: NO_NAMED,
  morePositional: undefined,
  moreNamed: undefined,
};

export function positional(...values: Value[]): CallArguments {
  return { positional: values, named: NO_NAMED, morePositional: undefined, moreNamed: undefined };
}

/**
 * The transfer functions that call each other in a circle, as a table: modules below reach them through the machine, so that imports
 * go one way. `run.ts` fills it.
 */
export interface Rules {
  evaluate(m: Machine, expression: Expression): Value;
  execute(m: Machine, block: Block): void;
  assign(m: Machine, target: Target, value: Value): void;
  call(m: Machine, callee: Value, args: CallArguments, place: Place): Value;
  /** Calls an asynchronous function that begins at once. */
  begin(m: Machine, call: SuspendedCall, args: ReadonlyMap<string, Value>): Value;
  /** Runs a suspended call; `onYield` is asked at every `yield`. */
  resume(m: Machine, call: SuspendedCall, onYield: OnYield | undefined): Value;
  await(m: Machine, value: Value, place: Place): Value;
  getAttribute(m: Machine, object: Value, name: string, place: Place): Value;
  truth(m: Machine, value: Value): Decision;
  elements(m: Machine, iterable: Value, place: Place): Elements;
  unknownName(m: Machine, name: string, span: Span): Value;
  /** The value of a name whose import waits; `undefined` where none does. */
  pendingName(m: Machine, module: ModuleObject, name: string): Value | undefined;
  importModule(m: Machine, reference: WantedModule, place: Place): Value;
  /** Runs threads and tasks that were started on a method of `receiver` and have not run yet; whether there was one. */
  runStartedBy(m: Machine, receiver: Atom): boolean;
  native(m: Machine, name: string, args: CallArguments, place: Place): Value;
}

export interface Decision {
  readonly truth: Truth;
  readonly reason: Reason;
}

/** What a run for a call graph remembers about the text of the program, so that all of it is looked at. */
export interface ProgramText {
  /** Functions and lambdas of the program that were made, in order. */
  readonly functions: FunctionObject[];
  /** Instances of the program's classes, by class; of each the first few. */
  readonly instances: Map<ClassObject, InstanceObject[]>;
  /** Blocks that were run. */
  readonly blocks: Set<object>;
  /** What calls gave, by function and arguments. */
  readonly results: Map<string, Value>;
  /** Calls of each function. */
  readonly calls: Map<object, number>;
  /** Calls with different arguments that the program itself leads to. */
  readonly followed: { readonly function: FunctionObject; readonly args: CallArguments }[];
  /** While functions that nothing calls are entered. */
  entering: boolean;
  /** Names that library classes and functions have outside. */
  readonly names: Map<object, string>;
  /** While what runs is no call in the text. */
  silent: boolean;
}

/** One time that a run came by a statement (`visits.ts`). */
export interface Visit {
  readonly state: State;
  readonly frame: Frame;
  readonly guards: GuardLink | undefined;
  readonly phase: Phase;
  readonly root: number;
}

export interface Visits {
  /** Whether visits of a file are kept, by its path. */
  readonly watches: (path: string) => boolean;
  readonly before: Map<Statement, Visit[]>;
  /** By the last statement of a block; by the block, where it has none. */
  readonly after: Map<Statement | Block, Visit[]>;
}

export interface Machine {
  readonly rules: Rules;
  readonly modules: ModuleSource;
  readonly dialect: Dialect;
  readonly environment: Environment;
  readonly limits: Limits;
  readonly token: CancellationToken;
  /** Whether a name speaks of what is looked for: of many handlers, those come first that lead to such names. */
  readonly isRelevant: (name: string) => boolean;
  /** Whether a function has such a name in it. */
  readonly relevance: Map<object, boolean>;
  /** Steps and limits are those of the whole run; the rest is kept apart for the request phase. */
  trace: Trace;
  readonly loaded: Map<string, ModuleObject>;
  readonly journal: Journal;
  readonly repetition: Repetition;
  /** Imports of names from modules that only define, by importing module and name: done when the name is used. */
  readonly pendingImports: Map<number, Map<string, PendingImport>>;
  /** Imported names that stand for variables of other modules, by importing module. */
  readonly aliases: Map<number, Map<string, ImportAlias>>;
  /** What runs once the program that runs now has come to its end, in order: the queue of an event loop. */
  readonly jobs: Deferred[];
  /** What calls that nobody waits for have thrown, by their coroutine. */
  readonly rejections: Map<number, Extract<Exit, { kind: 'raise' }>>;
  /** Calls that something waits for, so that what they throw is told to somebody. */
  readonly awaited: Set<number>;
  /** The call whose rest runs now although nobody waits for it, and the path before it waited for something outside. */
  unawaited: { readonly call: SuspendedCall; before: State | undefined } | undefined;
  /** Where the application was first told to serve, although the program goes on. */
  serving: Place | undefined;
  /** Dotted names of modules that such imports wait for. */
  readonly pendingModules: Set<string>;
  /** Libraries that were imported and cannot be seen. */
  readonly externals: Set<string>;
  /** What each module's top level made, for paths that began before it was imported. */
  readonly snapshots: Map<number, Snapshot>;
  readonly startup: Deferred[];
  readonly later: Deferred[];
  readonly requests: Deferred[];
  /** What is served: the applications themselves. */
  readonly applications: Value[];
  /** What the first request got where all get the same, by what it asked for; `failure` where it got nothing. */
  readonly sharedResults: Map<
    string,
    {
      readonly value: Value;
      readonly failure: Extract<Exit, { kind: 'raise' }> | undefined;
      /** The steps of getting it. */
      readonly from: number;
      readonly to: number;
    }
  >;
  /** Interned bound methods and other derived objects. */
  readonly interned: Map<string | number, HeapObject>;
  /** Values of literals. */
  readonly literals: Map<string | number, Value>;
  /** Modules that imported everything from a module that cannot be seen: any name may exist in them. */
  readonly modulesWithUnknownNames: Set<number>;
  /** The step of every coroutine that was made, by its object. */
  readonly coroutineSteps: Map<number, number>;
  /** First visits of guards on values that are made at first use, by slot. */
  readonly lazyVisits: Map<object, Map<string, number>>;
  readonly lambdas: Map<object, string>;
  readonly lambdaCounts: Map<string, number>;
  readonly activations: Map<object, number>;
  /** Where a call graph is wanted: edges are recorded and no step is. */
  readonly callGraph: ProgramText | undefined;
  /** Where somebody edits. */
  readonly visits: Visits | undefined;
  /** Where events are asked for. */
  readonly emissions: Emissions | undefined;
  state: State | undefined;
  sink: Exit[];
  guards: GuardLink | undefined;
  frame: Frame;
  phase: Phase;
  work: number;
  /** The step of the request that runs; -1 outside of the request phase. */
  root: number;
  /** Where `work` without `unbilled` ends now: background tasks and requests have a smaller share. */
  workLimit: number;
  /** Work that no share pays for: what is done once for all. */
  unbilled: number;
  nextId: number;
  /** Objects with a smaller number were there before the first request; 0 until then. */
  requestsFrom: number;
  nextLoop: number;
  /** Where a generator hands over to the library that runs around it: a lifespan's `yield`. */
  yielding: Place | undefined;
}

/** The current path's heap; only to be called on a live path. */
export function heap(m: Machine): State {
  if (!m.state) throw new Error('no live path');
  return m.state;
}

export function newId(m: Machine): number {
  return m.nextId++;
}

/** Counts work and asks for cancellation now and then. Past the limit the path goes on, and everything is unknown. */
export function tick(m: Machine): boolean {
  m.work++;
  if ((m.work & 1023) === 0) throwIfCancelled(m.token);
  if (m.work - m.unbilled <= m.workLimit) return true;
  m.trace.limits.add(limitReached(m.phase, m.limits));
  return false;
}

export function placeOf(m: Machine, span: Span): Place {
  return { module: moduleNode(m.frame.module), start: span.start, end: span.end };
}

function moduleNode(module: ModuleObject): ModuleNode {
  if (!module.node) throw new Error(`module ${module.name} has no code`);
  return module.node;
}

/** Whether the code that runs is a library model: it leaves no steps. */
export function inModel(m: Machine): boolean {
  return m.frame.module.isModel;
}

/** The nearest place in workspace code: inside a model, the call that went into it. */
export function workspacePlace(m: Machine, span: Span): Place {
  if (!inModel(m)) return placeOf(m, span);
  for (let frame: Frame | undefined = m.frame; frame; frame = frame.parent) {
    if (frame.module.isModel && frame.parent && !frame.parent.module.isModel) {
      return frame.callPlace ?? placeOf(m, span);
    }
    if (!frame.parent && m.phase === 'request' && frame.callPlace) return frame.callPlace;
  }
  return placeOf(m, span);
}

export function note(m: Machine, place: Place, reason: string): void {
  m.trace.unresolved.push({ place, reason });
}

export function record<S extends Step>(
  m: Machine,
  step: Omit<S, 'id' | 'parent' | 'guards' | 'phase' | 'root'>,
): number {
  const id = m.trace.steps.length;
  const { guards, phase, root } = m;
  const full = { ...step, id, parent: m.frame.step, guards, phase, root } as unknown as Step;
  m.trace.steps.push(full);
  return id;
}

/** Ends the current path by an exit. */
export function leave(m: Machine, exit: Exit): void {
  m.sink.push(exit);
  m.state = undefined;
}

/**
 * Makes sure that the current path knows what a module holds. A path that forked off before another one imported the module takes over what
 * its top level made: importing is the same on every path.
 */
export function ensureLoaded(m: Machine, module: ModuleObject): void {
  if (!m.state || m.state.has(module.id)) return;
  const snapshot = m.snapshots.get(module.id);
  if (snapshot) m.state.adopt(snapshot);
}

/** Makes the current path the join of itself and `other`. */
export function merge(m: Machine, other: State | undefined): void {
  if (!other) return;
  if (m.state) m.state.joinWith(other);
  else m.state = other;
}
