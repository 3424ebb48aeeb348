/**
 * Abstract objects: the fixed part of what the dry run allocates. What changes about them stands in `State`.
 * Must not know how they are evaluated, and no language.
 */
import type { Span } from '../base/span.ts';
import type {
  Block,
  ClassNode,
  FunctionNode,
  ImportedName,
  ModuleNode,
  ModuleReference,
} from '../ir/nodes.ts';

/** A place in a module. */
export interface Place extends Span {
  readonly module: ModuleNode;
}

/** Every object has a number of its own in one run; `State` finds its record by it. */
interface Identified {
  readonly id: number;
}

/** One instance per allocation site and calling context. */
export interface InstanceObject extends Identified {
  readonly kind: 'instance';
  readonly class: ClassObject;
  /** Where it was created: the call in workspace code, not inside a library model. */
  readonly site: Place;
  /** The step that created it; -1 where it was not recorded. */
  readonly step: number;
}

export interface ClassObject extends Identified {
  readonly kind: 'class';
  readonly name: string;
  /** Dotted from the source root: `pkg.mod.Outer.Inner`. */
  readonly qualifiedName: string;
  readonly node: ClassNode | undefined;
  readonly module: ModuleObject;
  /** Itself, then its bases in method resolution order (C3; where C3 fails, depth first). */
  readonly mro: readonly ClassObject[];
  readonly bases: readonly ClassObject[];
  /** Why some base cannot be seen; then the answer to "does it have x" is never no. */
  readonly unknownBase: string | undefined;
  /** Whether instances get attributes that nobody can see (an unknown base, a model with `__getattr__`). */
  readonly metaclass: ClassObject | undefined;
  /** Annotated names of the body, in order, for records. */
  readonly fields: readonly Field[];
  readonly isModel: boolean;
}

export interface Field {
  readonly name: string;
  readonly hasDefault: boolean;
  readonly classVariable: boolean;
}

export interface FunctionObject extends Identified {
  readonly kind: 'function';
  readonly name: string;
  readonly qualifiedName: string;
  readonly node: FunctionNode;
  readonly scope: ScopeObject | undefined;
  readonly module: ModuleObject;
  /** The class whose body defines it. */
  readonly owner: ClassCell | undefined;
  /** Values of default arguments by parameter index, evaluated at the definition. */
  readonly defaults: readonly (Value | undefined)[];
  readonly isModel: boolean;
}

/** Filled when the class statement ends; its methods are created before it. */
export interface ClassCell {
  value: ClassObject | undefined;
}

export interface ModuleObject extends Identified {
  readonly kind: 'module';
  readonly name: string;
  /** Dotted name to import from, where the module runs under another one (`__main__`). */
  readonly importName?: string;
  readonly node: ModuleNode | undefined;
  readonly isPackage: boolean;
  readonly isModel: boolean;
}

export interface ContainerObject extends Identified {
  readonly kind: 'container';
  readonly type: 'list' | 'tuple' | 'set' | 'mapping';
  readonly class: ClassObject | undefined;
  readonly site: Place;
  /** A mapping of environment variables: a key that it lacks may still exist outside. */
  readonly environment: boolean;
  /** The module whose names it holds: what is filed here is a name there. */
  readonly namesOf?: ModuleObject;
}

/** Variables of one activation of a function, comprehension or class body. */
export interface ScopeObject extends Identified {
  readonly kind: 'scope';
  readonly parent: ScopeObject | undefined;
  readonly locals: ReadonlySet<string>;
  readonly module: ModuleObject;
}

/** A call whose arguments are bound and which has not begun: a coroutine or a generator. */
export interface SuspendedCall {
  readonly function: FunctionObject;
  readonly scope: ScopeObject;
  readonly receiver: Value | undefined;
  readonly place: Place;
  /** What is left of the body, where a generator goes on. */
  readonly rest?: Block;
  /** Whether more of it runs later. */
  readonly isBegun?: boolean;
  /** Step of the call that it belongs to, where it runs later. */
  readonly caller?: number;
}

export interface CoroutineObject extends Identified {
  readonly kind: 'coroutine';
  readonly call: SuspendedCall;
}

export interface GeneratorObject extends Identified {
  readonly kind: 'generator';
  readonly call: SuspendedCall;
}

/** A comprehension that is evaluated when it is first iterated over. */
export interface GeneratorExpressionObject extends Identified {
  readonly kind: 'generator-expression';
  readonly isAsync: boolean;
  /** What it holds on to: the variables around it, and its first iterable. */
  readonly held: readonly Value[];
  /** Evaluates it; gives its elements as a list. */
  readonly evaluate: () => Value;
}

export type WrapperKind =
  | 'property'
  | 'cached-property'
  | 'static'
  | 'class-method'
  /** One name for two members: `target` for the instances, `setter` for the class itself. */
  | 'two-members'
  | 'partial'
  | 'memoized'
  | 'context-manager';

/** A function wrapped by a decorator that the engine understands. */
export interface WrapperObject extends Identified {
  readonly kind: 'wrapper';
  readonly wrapper: WrapperKind;
  readonly target: Value;
  readonly setter: Value | undefined;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/** What calling a `context-manager` wrapper gives: its body runs up to `yield`, the with-body, and on. */
export interface GeneratorContextObject extends Identified {
  readonly kind: 'generator-context';
  readonly generator: Value;
}

export interface SuperObject extends Identified {
  readonly kind: 'super';
  readonly after: ClassObject;
  readonly receiver: Atomic;
}

/** An operation of the engine's own that library models call. */
export interface NativeObject extends Identified {
  readonly kind: 'native';
  readonly name: string;
}

/** A handle of something that runs maybe later. */
export interface TaskObject extends Identified {
  readonly kind: 'task';
  readonly result: () => Value;
}

/** The function of `receiver`, bound. */
export interface BoundMethod extends Identified {
  readonly kind: 'bound';
  readonly function: FunctionObject | NativeObject | WrapperObject;
  readonly receiver: Atomic;
}

export type HeapObject =
  | InstanceObject
  | ClassObject
  | FunctionObject
  | ModuleObject
  | ContainerObject
  | ScopeObject
  | CoroutineObject
  | GeneratorObject
  | GeneratorExpressionObject
  | WrapperObject
  | GeneratorContextObject
  | SuperObject
  | NativeObject
  | TaskObject
  | BoundMethod;

/** A set of atoms; the empty one is the value of what never completes. `values.ts` has its order and operations. */
export interface Value {
  readonly atoms: readonly Atom[];
}

export type Atom = Atomic | AbsentAtom;

/** Anything that a receiver can be. */
export type Atomic = HeapObject | ConstantAtom | NoneAtom | UndefinedAtom | UnknownAtom;

export interface NoneAtom {
  readonly kind: 'none';
}

/** JavaScript's `undefined`. */
export interface UndefinedAtom {
  readonly kind: 'undefined';
}

/** Only inside slots: on some path the slot does not exist. */
export interface AbsentAtom {
  readonly kind: 'absent';
}

export interface ConstantAtom {
  readonly kind: 'constant';
  readonly type: 'string' | 'number' | 'boolean' | 'bytes' | 'ellipsis';
  readonly value: string | number | boolean;
  /** The environment variable that the value was read from; operations keep it, so that a later comparison is known to depend on it. */
  readonly variable: string | undefined;
}

/** What cannot be followed, and why. Nothing is ever guessed. */
export interface UnknownAtom {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly place: Place | undefined;
  /** Dotted name where it comes from a library that cannot be seen: `redis.asyncio.Redis`. */
  readonly path: string | undefined;
  readonly notNone: boolean;
  readonly truthy: boolean;
}

/** A name of another module that a name in this one stands for. */
export interface ImportAlias {
  readonly module: ModuleObject | undefined;
  /** Under which the other module exports it. */
  readonly name: string;
  /** What it is where the module cannot be seen. */
  readonly otherwise: Value;
}

/** `from module import name` that has not been done yet. */
export interface PendingImport {
  readonly module: ModuleReference;
  readonly name: ImportedName;
}
