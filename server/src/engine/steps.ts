/**
 * What the dry run did, as a list of structured steps; each knows the call it happened in. Wording is `wiring/`'s.
 */
import type { Block } from '../ir/nodes.ts';
import type { GuardLink, Reason, Truth } from './guards.ts';
import type {
  ClassObject,
  FunctionObject,
  HeapObject,
  InstanceObject,
  ModuleObject,
  Place,
} from './objects.ts';
import type { Value } from './values.ts';

/** `startup` runs up to serving; `background` is what startup left running; `request` comes after. */
export type Phase = 'startup' | 'background' | 'request';

interface StepBase {
  readonly id: number;
  readonly place: Place;
  /** The `enter` or `import` step of the call around it; -1 at the top. */
  readonly parent: number;
  readonly guards: GuardLink | undefined;
  readonly phase: Phase;
  /** The `root` step of the request that it happened in; -1 outside of the request phase. */
  readonly root: number;
}

/** A call goes into a workspace function. */
export interface EnterStep extends StepBase {
  readonly kind: 'enter';
  readonly function: FunctionObject;
  readonly receiver: Value | undefined;
  /** Values of the parameters by name. */
  readonly args: ReadonlyMap<string, Value>;
}

/** A module's top level begins to run. */
export interface ImportStep extends StepBase {
  readonly kind: 'import';
  readonly module: ModuleObject;
}

/** A condition was looked at. `skipped` is the code that does not run because of it. */
export interface BranchStep extends StepBase {
  readonly kind: 'branch';
  readonly truth: Truth;
  readonly reason: Reason;
  readonly skipped: Block | undefined;
  readonly function: FunctionObject | undefined;
}

export interface CreateStep extends StepBase {
  readonly kind: 'create';
  readonly object: HeapObject;
}

/** An attribute of an instance, class or module was stored. */
export interface WriteStep extends StepBase {
  readonly kind: 'write';
  readonly object: HeapObject;
  readonly name: string;
  readonly value: Value;
}

/** An attribute was looked for that an object does not have, or that holds none: see `absent.ts` for which objects. */
export interface AbsentStep extends StepBase {
  readonly kind: 'absent';
  readonly object: InstanceObject | ModuleObject;
  readonly name: string;
  /** Whether it was only asked for, so that its absence raises nothing. */
  readonly asked: boolean;
}

/** An exception was raised; `handler` is the one that caught it. */
export interface RaiseStep extends StepBase {
  readonly kind: 'raise';
  readonly cause: RaiseCause;
  readonly handler: Place | undefined;
}

export type RaiseCause =
  | { readonly kind: 'statement'; readonly exception: Value }
  | {
      readonly kind: 'argument-mismatch';
      /** The function that was called, or the class whose objects are made without one: a record, say. */
      readonly callee: FunctionObject | ClassObject;
      readonly detail: string;
    }
  | { readonly kind: 'missing-attribute'; readonly owner: string; readonly attribute: string }
  | {
      readonly kind: 'missing-name';
      readonly name: string;
      /** It is declared, further on. */
      readonly isEarly?: boolean;
    }
  | { readonly kind: 'missing-module'; readonly name: string }
  | { readonly kind: 'not-callable'; readonly text: string }
  | { readonly kind: 'library'; readonly text: string };

/** A coroutine was made; `awaited` is set when something runs it. */
export interface CoroutineStep extends StepBase {
  readonly kind: 'coroutine';
  readonly function: FunctionObject;
  readonly receiver: Value | undefined;
  readonly args: ReadonlyMap<string, Value>;
  awaited: boolean;
}

/** A task, thread or timer begins, maybe later. */
export interface StartStep extends StepBase {
  readonly kind: 'start';
  readonly target: Value;
}

/** A request begins, or an event, a job: one root of the request phase. */
export interface RootStep extends StepBase {
  readonly kind: 'root';
  /** `http`, `websocket`, `event`, `task` or `schedule`. */
  readonly sort: string;
  readonly target: Value;
}

/** A call hands over the name of an event, or may send whatever it is given; see `emissions.ts`. */
export interface EmitStep extends StepBase {
  readonly kind: 'emit';
  /** The name that is called. */
  readonly name: string;
  readonly callee: Value;
  /** Whether calls of this name may send something to clients. */
  readonly sends: boolean;
  /** Names of events that are handed over; empty where what is sent cannot be told. */
  readonly events: readonly string[];
  /** Whether the function around was given them itself. */
  readonly passedOn: boolean;
}

/** Startup is over on this path. */
export interface ServeStep extends StepBase {
  readonly kind: 'serve';
}

export type Step =
  | EnterStep
  | ImportStep
  | BranchStep
  | CreateStep
  | WriteStep
  | AbsentStep
  | RaiseStep
  | CoroutineStep
  | StartStep
  | RootStep
  | EmitStep
  | ServeStep;

/** A place that could not be followed. */
export interface Unresolved {
  readonly place: Place;
  readonly reason: string;
}

/** An object, a class or a function that something which cannot be followed got hold of. */
export interface Escape extends Unresolved {
  readonly object: HeapObject;
}
