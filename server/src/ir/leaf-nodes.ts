/**
 * The parts of the language-neutral program that hold no other part: literals, names, operators, imports, jumps.
 * Must not know any source language.
 */
import type { Span } from '../base/span.ts';

/** A literal. `none` is `None`/`null`, `undefined` is only JavaScript's, `ellipsis` and `bytes` only Python's. */
export interface ConstantExpression extends Span {
  readonly kind: 'constant';
  readonly type: 'none' | 'undefined' | 'boolean' | 'number' | 'string' | 'bytes' | 'ellipsis';
  /** The value of a boolean, number or string (after escapes); `null` for the other types. */
  readonly value: boolean | number | string | null;
}

export interface NameExpression extends Span {
  readonly kind: 'name';
  readonly name: string;
}

/** A hole: half-typed or unsupported source. Evaluates to unknown with this reason. */
export interface MissingExpression extends Span {
  readonly kind: 'missing';
  readonly reason: string;
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '//'
  | '%'
  | '**'
  | '@'
  | '<<'
  | '>>'
  | '>>>'
  | '&'
  | '|'
  | '^';

/** `loose` equality is JavaScript's `==`, which takes none and undefined for one; `identical` is `is` and `===`. */
export type CompareOperator =
  | 'equal'
  | 'not-equal'
  | 'loose-equal'
  | 'loose-not-equal'
  | 'identical'
  | 'not-identical'
  | 'less'
  | 'less-equal'
  | 'greater'
  | 'greater-equal'
  | 'in'
  | 'not-in'
  | 'instance-of';

export interface BreakStatement extends Span {
  readonly kind: 'break';
  readonly label: string | undefined;
}

export interface ContinueStatement extends Span {
  readonly kind: 'continue';
  readonly label: string | undefined;
}

/** Which module an import names. `level` counts leading dots (0 is absolute). */
export interface ModuleReference extends Span {
  readonly name: string;
  readonly level: number;
}

/** `import a.b.c` binds `a` (`binds: 'top'`); `import a.b.c as x` binds `x` to `a.b.c` (`binds: 'leaf'`); `lazy` is PEP 810. */
export interface ImportModuleStatement extends Span {
  readonly kind: 'import-module';
  readonly module: ModuleReference;
  readonly binding: string | undefined;
  readonly binds: 'top' | 'leaf' | 'nothing';
  readonly lazy: boolean;
}

/** `from module import name as binding, ...`; `everything` is `*`. */
export interface ImportNamesStatement extends Span {
  readonly kind: 'import-names';
  readonly module: ModuleReference;
  readonly names: readonly ImportedName[];
  readonly everything: boolean;
  readonly lazy: boolean;
}

/**
 * `export { name as binding }`, with `module` of another module's names; `everything` is `export *`. It says under which names others
 * get what the module holds, and runs nothing. Only where `importBindings` is `live`.
 */
export interface ExportNamesStatement extends Span {
  readonly kind: 'export-names';
  readonly module: ModuleReference | undefined;
  readonly names: readonly ImportedName[];
  readonly everything: boolean;
}

export interface ImportedName extends Span {
  readonly name: string;
  readonly binding: string;
}

export type ParameterKind = 'positional-only' | 'normal' | 'named-only' | 'rest' | 'named-rest';

export interface SyntaxProblem extends Span {
  readonly message: string;
}

/** A module that an expression names, run where this stands: `require(x)` gives what it exports, `import(x)` its names. */
export interface ImportExpressionOf<Value> extends Span {
  readonly kind: 'import';
  readonly module: Value;
  readonly gives: 'exports' | 'names';
  /** Builtin class of what is raised where there is no such module; the dialect's where this is absent. */
  readonly error?: string;
}

/** `*value` / `...value` inside a sequence display. */
export interface SpreadExpressionOf<Value> extends Span {
  readonly kind: 'spread';
  readonly value: Value;
}

/** `target: type` without a value: declares, assigns nothing. */
export interface DeclareStatementOf<E, T> extends Span {
  readonly kind: 'declare';
  readonly target: T;
  readonly type: E | undefined;
}
