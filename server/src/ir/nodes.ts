/**
 * The language-neutral program: a tree of statements and expressions that every frontend lowers to and the engine runs.
 * Must not know any source language: what differs between languages is either another node or a field of `Dialect`.
 *
 * All spans are offsets into the text of the module that holds the node (UTF-16 code units, from zero).
 */
import type { Span } from '../base/span.ts';
import type { Dialect } from './dialect.ts';

// ---------------------------------------------------------------- expressions

export type Expression =
  | ConstantExpression
  | NameExpression
  | AttributeExpression
  | IndexExpression
  | SliceExpression
  | CallExpression
  | AwaitExpression
  | YieldExpression
  | UnaryExpression
  | BinaryExpression
  | CompareExpression
  | LogicalExpression
  | ConditionalExpression
  | FunctionExpression
  | ClassExpression
  | SequenceExpression
  | MappingExpression
  | ComprehensionExpression
  | TemplateExpression
  | BindExpression
  | SuperExpression
  | SpreadExpression
  | MissingExpression;

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

/** `object.name`, or `object?.name` when `optional`. The name ends where the node ends. */
export interface AttributeExpression extends Span {
  readonly kind: 'attribute';
  readonly object: Expression;
  readonly name: string;
  readonly nameStart: number;
  readonly optional: boolean;
}

/** `object[index]`. */
export interface IndexExpression extends Span {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
  readonly optional: boolean;
}

/** `lower:upper:step` inside an index. */
export interface SliceExpression extends Span {
  readonly kind: 'slice';
  readonly lower: Expression | undefined;
  readonly upper: Expression | undefined;
  readonly step: Expression | undefined;
}

/** A call. `construct` is JavaScript's `new`; in Python classes are simply called. */
export interface CallExpression extends Span {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  readonly optional: boolean;
  readonly construct: boolean;
}

/** `value`, `name=value`, `*value` (spread `sequence`) or `**value` (spread `mapping`). */
export interface Argument extends Span {
  readonly name: string | undefined;
  readonly spread: 'none' | 'sequence' | 'mapping';
  readonly value: Expression;
}

export interface AwaitExpression extends Span {
  readonly kind: 'await';
  readonly value: Expression;
}

/** `yield value`; `delegate` is `yield from` / `yield*`. */
export interface YieldExpression extends Span {
  readonly kind: 'yield';
  readonly value: Expression | undefined;
  readonly delegate: boolean;
}

export interface UnaryExpression extends Span {
  readonly kind: 'unary';
  readonly operator: 'not' | 'negate' | 'plus' | 'invert' | 'typeof' | 'void';
  readonly operand: Expression;
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

/** A chain of left-associative operations of any length: `first op operand op operand ...` (flat, so that depth stays bounded). */
export interface BinaryExpression extends Span {
  readonly kind: 'binary';
  readonly first: Expression;
  readonly rest: readonly { readonly operator: BinaryOperator; readonly operand: Expression }[];
}

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

/** `first op operand op operand ...`; every operand is evaluated once and all comparisons must hold (Python's chains). */
export interface CompareExpression extends Span {
  readonly kind: 'compare';
  readonly first: Expression;
  readonly rest: readonly { readonly operator: CompareOperator; readonly operand: Expression }[];
}

/** `a and b and c`: gives the last operand looked at, not a boolean. `coalesce` is `??`. */
export interface LogicalExpression extends Span {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or' | 'coalesce';
  readonly operands: readonly Expression[];
}

export interface ConditionalExpression extends Span {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** A lambda, arrow function or function expression. */
export interface FunctionExpression extends Span {
  readonly kind: 'function';
  readonly function: FunctionNode;
}

export interface ClassExpression extends Span {
  readonly kind: 'class';
  readonly class: ClassNode;
}

/** A list, tuple or set display. */
export interface SequenceExpression extends Span {
  readonly kind: 'sequence';
  readonly type: 'list' | 'tuple' | 'set';
  readonly elements: readonly Expression[];
}

/** A dict display or object literal. An entry without a key spreads its value. `shape` tells `obj.key` (object) from `obj[key]` (mapping). */
export interface MappingExpression extends Span {
  readonly kind: 'mapping';
  readonly shape: 'mapping' | 'object';
  readonly entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[];
}

/** A comprehension or generator expression. It has a scope of its own; the first iterable is evaluated outside it. */
export interface ComprehensionExpression extends Span {
  readonly kind: 'comprehension';
  readonly result: 'list' | 'set' | 'mapping' | 'generator';
  /** Only for `mapping`. */
  readonly key: Expression | undefined;
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
  readonly locals: ReadonlySet<string>;
}

export interface ComprehensionClause {
  readonly target: Target;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
  readonly isAsync: boolean;
}

/** An f-string or template literal: constant strings and expressions in order. */
export interface TemplateExpression extends Span {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}

/** `target := value`: assigns and gives the value. */
export interface BindExpression extends Span {
  readonly kind: 'bind';
  readonly target: Target;
  readonly value: Expression;
}

/** `super()`, `super(type, instance)` or JavaScript's `super`. Without operands they come from the method around it. */
export interface SuperExpression extends Span {
  readonly kind: 'super';
  readonly type: Expression | undefined;
  readonly instance: Expression | undefined;
}

/** `*value` / `...value` inside a sequence display. */
export interface SpreadExpression extends Span {
  readonly kind: 'spread';
  readonly value: Expression;
}

/** A hole: half-typed or unsupported source. Evaluates to unknown with this reason. */
export interface MissingExpression extends Span {
  readonly kind: 'missing';
  readonly reason: string;
}

// -------------------------------------------------------------------- targets

export type Target =
  | NameExpression
  | AttributeExpression
  | IndexExpression
  | SequenceTarget
  | ObjectTarget
  | RestTarget
  | DefaultTarget
  | MissingExpression;

/** `a, *b = ...` */
export interface SequenceTarget extends Span {
  readonly kind: 'sequence-target';
  readonly elements: readonly Target[];
}

/** `{ a, b: c, ...rest } = ...` */
export interface ObjectTarget extends Span {
  readonly kind: 'object-target';
  readonly properties: readonly { readonly key: Expression; readonly target: Target }[];
  readonly rest: Target | undefined;
}

export interface RestTarget extends Span {
  readonly kind: 'rest-target';
  readonly target: Target;
}

/** `target = value` inside a destructuring pattern. */
export interface DefaultTarget extends Span {
  readonly kind: 'default-target';
  readonly target: Target;
  readonly value: Expression;
}

// ----------------------------------------------------------------- statements

export type Block = readonly Statement[];

export type Statement =
  | ExpressionStatement
  | AssignStatement
  | DeclareStatement
  | AugmentedAssignStatement
  | DeleteStatement
  | FunctionStatement
  | ClassStatement
  | ReturnStatement
  | RaiseStatement
  | BreakStatement
  | ContinueStatement
  | IfStatement
  | WhileStatement
  | ForEachStatement
  | TryStatement
  | WithStatement
  | MatchStatement
  | AssertStatement
  | ImportModuleStatement
  | ImportNamesStatement;

export interface ExpressionStatement extends Span {
  readonly kind: 'expression';
  readonly expression: Expression;
}

/** `target = target = value`; `type` is the annotation where there is one. */
export interface AssignStatement extends Span {
  readonly kind: 'assign';
  readonly targets: readonly Target[];
  readonly value: Expression;
  readonly type: Expression | undefined;
}

/** `target: type` without a value: declares, assigns nothing. */
export interface DeclareStatement extends Span {
  readonly kind: 'declare';
  readonly target: Target;
  readonly type: Expression | undefined;
}

export interface AugmentedAssignStatement extends Span {
  readonly kind: 'augmented-assign';
  readonly target: Target;
  readonly operator: BinaryOperator | 'and' | 'or' | 'coalesce';
  readonly value: Expression;
}

export interface DeleteStatement extends Span {
  readonly kind: 'delete';
  readonly targets: readonly Target[];
}

export interface FunctionStatement extends Span {
  readonly kind: 'function-declaration';
  readonly function: FunctionNode;
}

export interface ClassStatement extends Span {
  readonly kind: 'class-declaration';
  readonly class: ClassNode;
}

export interface ReturnStatement extends Span {
  readonly kind: 'return';
  readonly value: Expression | undefined;
}

/** Without an exception it raises the one being handled again. */
export interface RaiseStatement extends Span {
  readonly kind: 'raise';
  readonly exception: Expression | undefined;
  readonly cause: Expression | undefined;
}

export interface BreakStatement extends Span {
  readonly kind: 'break';
  readonly label: string | undefined;
}

export interface ContinueStatement extends Span {
  readonly kind: 'continue';
  readonly label: string | undefined;
}

/** `if / elif / elif / else`, flat so that depth stays bounded. */
export interface IfStatement extends Span {
  readonly kind: 'if';
  readonly branches: readonly { readonly test: Expression; readonly body: Block }[];
  readonly otherwise: Block;
}

/** `testAfter` is `do ... while`. `update` is what a C-style `for` runs after each round. */
export interface WhileStatement extends Span {
  readonly kind: 'while';
  readonly test: Expression;
  readonly body: Block;
  readonly update: Block;
  readonly otherwise: Block;
  readonly testAfter: boolean;
  readonly label: string | undefined;
}

/** `for target in iterable`; `over: 'keys'` is JavaScript's `for ... in`. */
export interface ForEachStatement extends Span {
  readonly kind: 'for-each';
  readonly target: Target;
  readonly iterable: Expression;
  readonly body: Block;
  readonly otherwise: Block;
  readonly isAsync: boolean;
  readonly over: 'values' | 'keys';
  readonly label: string | undefined;
}

export interface TryStatement extends Span {
  readonly kind: 'try';
  readonly body: Block;
  readonly handlers: readonly Handler[];
  readonly otherwise: Block;
  readonly final: Block;
}

/** `except type as name:` / `catch (binding)`. Without a type it catches everything. `group` is `except*`. */
export interface Handler extends Span {
  readonly type: Expression | undefined;
  readonly binding: Target | undefined;
  readonly body: Block;
  readonly group: boolean;
}

export interface WithStatement extends Span {
  readonly kind: 'with';
  readonly items: readonly { readonly context: Expression; readonly target: Target | undefined }[];
  readonly body: Block;
  readonly isAsync: boolean;
}

/** `match` / `switch` (lowered so that no case falls through). */
export interface MatchStatement extends Span {
  readonly kind: 'match';
  readonly subject: Expression;
  readonly cases: readonly {
    readonly pattern: Pattern;
    readonly guard: Expression | undefined;
    readonly body: Block;
  }[];
}

export type Pattern = Span &
  (
    | { readonly kind: 'any' }
    | { readonly kind: 'value'; readonly value: Expression }
    | { readonly kind: 'capture'; readonly name: string; readonly pattern: Pattern | undefined }
    | { readonly kind: 'or'; readonly alternatives: readonly Pattern[] }
    | { readonly kind: 'sequence'; readonly elements: readonly Pattern[] }
    | { readonly kind: 'rest'; readonly name: string | undefined }
    | {
        readonly kind: 'mapping';
        readonly entries: readonly { readonly key: Expression; readonly pattern: Pattern }[];
        readonly rest: string | undefined;
      }
    | {
        readonly kind: 'class';
        readonly class: Expression;
        readonly positional: readonly Pattern[];
        readonly named: readonly { readonly name: string; readonly pattern: Pattern }[];
      }
  );

export interface AssertStatement extends Span {
  readonly kind: 'assert';
  readonly test: Expression;
  readonly message: Expression | undefined;
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

export interface ImportedName extends Span {
  readonly name: string;
  readonly binding: string;
}

// ---------------------------------------------------------------- definitions

export type ParameterKind = 'positional-only' | 'normal' | 'named-only' | 'rest' | 'named-rest';

export interface Parameter extends Span {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly type: Expression | undefined;
  readonly defaultValue: Expression | undefined;
  /** A destructuring parameter's pattern (JavaScript); `name` is then empty. */
  readonly pattern: Target | undefined;
}

/** What is known of a function without looking into its body; the body is parsed and lowered when it is first asked for. */
export interface FunctionNode extends Span {
  readonly name: string;
  /** Span of the name; of the whole node for a lambda. */
  readonly nameSpan: Span;
  readonly form: 'declaration' | 'lambda' | 'method' | 'getter' | 'setter';
  readonly parameters: readonly Parameter[];
  readonly returnType: Expression | undefined;
  readonly decorators: readonly Expression[];
  readonly isAsync: boolean;
  readonly module: ModuleNode;
  /** Parsed, lowered and kept at the first call. Never throws: broken source gives what could be read. */
  body(): FunctionBody;
}

/** The inside of a function and its scope. */
export interface FunctionBody {
  readonly block: Block;
  readonly isGenerator: boolean;
  /** Names bound in this function (parameters included), without those declared global or nonlocal. */
  readonly locals: ReadonlySet<string>;
  /** Names that the function declares to be the module's (`global`). */
  readonly globals: ReadonlySet<string>;
  /** Names that the function declares to be an enclosing function's (`nonlocal`). */
  readonly nonlocals: ReadonlySet<string>;
  /** Whether a function, class or comprehension inside may keep this scope alive after the call. */
  readonly keepsScope: boolean;
}

export interface ClassNode extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  /** Base classes in order; named arguments are class keywords (`metaclass=`). */
  readonly bases: readonly Argument[];
  readonly decorators: readonly Expression[];
  /** Runs once, when the class statement runs, in a scope that becomes the attributes of the class. */
  readonly body: Block;
  /** Names that the body declares to be the module's. */
  readonly globals: ReadonlySet<string>;
  readonly module: ModuleNode;
}

/** One file, lowered. */
export interface ModuleNode {
  /** Path of the file relative to the root (`pkg/mod.py`); `<model>/name` for a library model. */
  readonly path: string;
  readonly text: string;
  readonly dialect: Dialect;
  readonly body: Block;
  /** What could not be read, with its place. Broken source is data: the rest of the module is there. */
  readonly problems: readonly SyntaxProblem[];
}

export interface SyntaxProblem extends Span {
  readonly message: string;
}
