/**
 * The language-neutral program: a tree of statements and expressions that every frontend lowers to and the engine runs.
 * Must not know any source language: what differs between languages is either another node or a field of `Dialect`.
 * All spans are offsets into the text of the module that holds the node (UTF-16 code units, from zero).
 */
import type { Span } from '../base/span.ts';
import type {
  ClassNodeOf,
  FunctionBodyOf,
  FunctionNodeOf,
  ModuleNodeOf,
  ParameterOf,
} from './definitions.ts';
import type {
  BinaryOperator,
  BreakStatement,
  CompareOperator,
  ConstantExpression,
  ContinueStatement,
  DeclareStatementOf,
  ExportNamesStatement,
  ImportExpressionOf,
  ImportModuleStatement,
  ImportNamesStatement,
  MissingExpression,
  NameExpression,
  SpreadExpressionOf,
} from './leaf-nodes.ts';
import type { PatternOf } from './patterns.ts';

export type * from './leaf-nodes.ts';

export type Expression =
  | LeafExpression
  | AccessExpression
  | OperatorExpression
  | DisplayExpression
  | FlowExpression
  | DefinitionExpression
  | TemplateExpression
  | SpreadExpression;

type LeafExpression = ConstantExpression | NameExpression | MissingExpression | ImportExpression;
type AccessExpression = AttributeExpression | IndexExpression | SliceExpression | SuperExpression;
type OperatorExpression = UnaryExpression | BinaryExpression | CompareExpression | LogicalExpression;
type FlowExpression = ConditionalExpression | CallExpression | AwaitExpression | YieldExpression;
type DisplayExpression = SequenceExpression | MappingExpression | ComprehensionExpression;
type DefinitionExpression = FunctionExpression | ClassExpression | BindExpression;

export type ImportExpression = ImportExpressionOf<Expression>;

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

/** A chain of left-associative operations of any length: `first op operand op operand ...` (flat, so that depth stays bounded). */
export interface BinaryExpression extends Span {
  readonly kind: 'binary';
  readonly first: Expression;
  readonly rest: readonly { readonly operator: BinaryOperator; readonly operand: Expression }[];
}

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

export type SpreadExpression = SpreadExpressionOf<Expression>;

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

export type Block = readonly Statement[];

export type Statement =
  | ExpressionStatement
  | AssertStatement
  | BindingStatement
  | DefinitionStatement
  | BranchingStatement
  | LoopStatement
  | LeavingStatement;

type BindingStatement =
  | AssignStatement
  | DeclareStatement
  | AugmentedAssignStatement
  | DeleteStatement
  | ImportModuleStatement
  | ImportNamesStatement
  | ExportNamesStatement;
type DefinitionStatement = FunctionStatement | ClassStatement;
type BranchingStatement = IfStatement | TryStatement | WithStatement | MatchStatement;
type LoopStatement = WhileStatement | ForEachStatement;
type LeavingStatement = ReturnStatement | RaiseStatement | BreakStatement | ContinueStatement;

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
  /** What the attribute holds already, if it is there, stays. */
  readonly keepsOld?: true;
}

export type DeclareStatement = DeclareStatementOf<Expression, Target>;

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

/** `for target in iterable`; `over: 'keys'` is JavaScript's `for ... in`; every round has the `fresh` names anew. */
export interface ForEachStatement extends Span {
  readonly kind: 'for-each';
  readonly target: Target;
  readonly iterable: Expression;
  readonly body: Block;
  readonly otherwise: Block;
  readonly isAsync: boolean;
  readonly over: 'values' | 'keys';
  readonly label: string | undefined;
  readonly fresh?: ReadonlySet<string>;
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

export type Pattern = PatternOf<Expression>;

export interface AssertStatement extends Span {
  readonly kind: 'assert';
  readonly test: Expression;
  readonly message: Expression | undefined;
}

interface NodeParts {
  readonly expression: Expression;
  readonly target: Target;
  readonly argument: Argument;
  readonly block: Block;
}

export type Parameter = ParameterOf<NodeParts>;
export type FunctionNode = FunctionNodeOf<NodeParts>;
export type FunctionBody = FunctionBodyOf<NodeParts>;
export type ClassNode = ClassNodeOf<NodeParts>;
export type ModuleNode = ModuleNodeOf<NodeParts>;
