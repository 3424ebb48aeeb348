/**
 * Functions, classes and modules, over whatever they are made of (`Parts`), so that statements and expressions need not be known here.
 * Must not know any source language.
 */
import type { Span } from '../base/span.ts';
import type { Dialect } from './dialect.ts';
import type { ParameterKind, SyntaxProblem } from './leaf-nodes.ts';

/** The kinds of node that definitions hold. */
export interface Parts {
  readonly expression: unknown;
  readonly target: unknown;
  readonly argument: unknown;
  readonly block: unknown;
}

export interface ParameterOf<P extends Parts> extends Span {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly type: P['expression'] | undefined;
  readonly defaultValue: P['expression'] | undefined;
  /** A destructuring parameter's pattern (JavaScript); `name` is then empty. */
  readonly pattern: P['target'] | undefined;
}

/** What is known of a function without looking into its body; the body is parsed and lowered when it is first asked for. */
export interface FunctionNodeOf<P extends Parts> extends Span {
  readonly name: string;
  /** Span of the name; of the whole node for a lambda. */
  readonly nameSpan: Span;
  readonly form: 'declaration' | 'lambda' | 'method' | 'getter' | 'setter';
  readonly parameters: readonly ParameterOf<P>[];
  readonly returnType: P['expression'] | undefined;
  readonly decorators: readonly P['expression'][];
  readonly isAsync: boolean;
  /** Whether it belongs to the class itself, not to its instances (`static`). */
  readonly isStatic?: boolean;
  readonly module: ModuleNodeOf<P>;
  /** Parsed, lowered and kept at the first call. Never throws: broken source gives what could be read. */
  body(): FunctionBodyOf<P>;
}

/** The inside of a function and its scope. */
export interface FunctionBodyOf<P extends Parts> {
  readonly block: P['block'];
  readonly isGenerator: boolean;
  /** Names bound in this function (parameters included), without those declared global or nonlocal. */
  readonly locals: ReadonlySet<string>;
  /** Names that the function declares to be the module's (`global`). */
  readonly globals: ReadonlySet<string>;
  /** Names that the function declares to be an enclosing function's (`nonlocal`). */
  readonly nonlocals: ReadonlySet<string>;
  /** Whether a function, class or comprehension inside may keep this scope alive after the call. */
  readonly keepsScope: boolean;
  /** Of `locals`, those whose declarations have to run before anything reads them. */
  readonly declared?: ReadonlySet<string>;
}

export interface ClassNodeOf<P extends Parts> extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  /** Base classes in order; named arguments are class keywords (`metaclass=`). */
  readonly bases: readonly P['argument'][];
  readonly decorators: readonly P['expression'][];
  /** Runs once, when the class statement runs, in a scope that becomes the attributes of the class. */
  readonly body: P['block'];
  /** Names that the body declares to be the module's. */
  readonly globals: ReadonlySet<string>;
  /** Members that code outside of the class may not name (TypeScript's `private` and `protected`); absent where all may be. */
  readonly hidden?: ReadonlySet<string>;
  readonly module: ModuleNodeOf<P>;
}

/** One file, lowered. */
export interface ModuleNodeOf<P extends Parts> {
  /** Path of the file relative to the root (`pkg/mod.py`); `<model>/name` for a library model. */
  readonly path: string;
  readonly text: string;
  readonly dialect: Dialect;
  readonly body: P['block'];
  /** What could not be read, with its place. Broken source is data: the rest of the module is there. */
  readonly problems: readonly SyntaxProblem[];
  /** What others get: its names (also where this is absent), or one value that it makes (CommonJS). */
  readonly exports?: 'names' | 'value';
  /** Names of its top level whose declarations have to run before anything reads them. */
  readonly declared?: ReadonlySet<string>;
}
