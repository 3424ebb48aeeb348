/**
 * The syntax tree of Python 3.8 to 3.15, shaped and named after CPython's `ast` so that the two can be compared.
 * Must not know the IR: `lower*.ts` turns one into the other.
 *
 * Differences from `ast`: function bodies are read on demand (`LazyBody`); `elif` chains and chains of one binary
 * operator are flat; half-typed source gives `Missing` nodes; names keep the span of the identifier.
 */
import type { Span } from '../../base/span.ts';

export interface Identifier extends Span {
  readonly name: string;
}

export interface SyntaxProblem extends Span {
  readonly message: string;
}

export interface ModuleSyntax {
  readonly body: readonly StatementSyntax[];
  readonly problems: readonly SyntaxProblem[];
}

/** The body of a function, read at the first `read()` and kept. */
export interface LazyBody extends Span {
  read(): BodySyntax;
}

export interface BodySyntax {
  readonly statements: readonly StatementSyntax[];
  readonly problems: readonly SyntaxProblem[];
}

// ----------------------------------------------------------------- statements

export type StatementSyntax =
  | FunctionDef
  | ClassDef
  | (Span & { readonly kind: 'Return'; readonly value: ExpressionSyntax | undefined })
  | (Span & { readonly kind: 'Delete'; readonly targets: readonly ExpressionSyntax[] })
  | (Span & {
      readonly kind: 'Assign';
      readonly targets: readonly ExpressionSyntax[];
      readonly value: ExpressionSyntax;
    })
  | (Span & {
      readonly kind: 'AugAssign';
      readonly target: ExpressionSyntax;
      readonly operator: BinaryOperatorSyntax;
      readonly value: ExpressionSyntax;
    })
  | (Span & {
      readonly kind: 'AnnAssign';
      readonly target: ExpressionSyntax;
      readonly annotation: ExpressionSyntax;
      readonly value: ExpressionSyntax | undefined;
    })
  | (Span & {
      readonly kind: 'TypeAlias';
      readonly name: Identifier;
      readonly typeParameters: readonly TypeParameterSyntax[];
      readonly value: ExpressionSyntax;
    })
  | (Span & {
      readonly kind: 'For';
      readonly isAsync: boolean;
      readonly target: ExpressionSyntax;
      readonly iterable: ExpressionSyntax;
      readonly body: readonly StatementSyntax[];
      readonly otherwise: readonly StatementSyntax[];
    })
  | (Span & {
      readonly kind: 'While';
      readonly test: ExpressionSyntax;
      readonly body: readonly StatementSyntax[];
      readonly otherwise: readonly StatementSyntax[];
    })
  | (Span & {
      readonly kind: 'If';
      /** `if` and every `elif`, in order. */
      readonly branches: readonly {
        readonly test: ExpressionSyntax;
        readonly body: readonly StatementSyntax[];
      }[];
      readonly otherwise: readonly StatementSyntax[];
    })
  | (Span & {
      readonly kind: 'With';
      readonly isAsync: boolean;
      readonly items: readonly {
        readonly context: ExpressionSyntax;
        readonly target: ExpressionSyntax | undefined;
      }[];
      readonly body: readonly StatementSyntax[];
    })
  | (Span & {
      readonly kind: 'Match';
      readonly subject: ExpressionSyntax;
      readonly cases: readonly MatchCaseSyntax[];
    })
  | (Span & {
      readonly kind: 'Raise';
      readonly exception: ExpressionSyntax | undefined;
      readonly cause: ExpressionSyntax | undefined;
    })
  | (Span & {
      readonly kind: 'Try';
      readonly body: readonly StatementSyntax[];
      readonly handlers: readonly ExceptHandlerSyntax[];
      readonly otherwise: readonly StatementSyntax[];
      readonly final: readonly StatementSyntax[];
    })
  | (Span & {
      readonly kind: 'Assert';
      readonly test: ExpressionSyntax;
      readonly message: ExpressionSyntax | undefined;
    })
  | (Span & { readonly kind: 'Import'; readonly names: readonly AliasSyntax[]; readonly lazy: boolean })
  | (Span & {
      readonly kind: 'ImportFrom';
      /** Dotted name after the dots, `''` for `from . import x`; the span covers dots and name. */
      readonly module: Identifier;
      /** Number of leading dots. */
      readonly level: number;
      /** Empty where `star`. */
      readonly names: readonly AliasSyntax[];
      readonly star: boolean;
      readonly lazy: boolean;
    })
  | (Span & { readonly kind: 'Global' | 'Nonlocal'; readonly names: readonly Identifier[] })
  | (Span & { readonly kind: 'Expr'; readonly value: ExpressionSyntax })
  | (Span & { readonly kind: 'Pass' | 'Break' | 'Continue' });

export interface FunctionDef extends Span {
  readonly kind: 'FunctionDef';
  readonly isAsync: boolean;
  readonly name: Identifier;
  readonly typeParameters: readonly TypeParameterSyntax[];
  readonly parameters: readonly ParameterSyntax[];
  readonly returns: ExpressionSyntax | undefined;
  /** The expressions after `@`, in source order. `start` of the node is `def`/`async`, as in `ast`. */
  readonly decorators: readonly ExpressionSyntax[];
  readonly body: LazyBody;
}

export interface ClassDef extends Span {
  readonly kind: 'ClassDef';
  readonly name: Identifier;
  readonly typeParameters: readonly TypeParameterSyntax[];
  readonly arguments: readonly ArgumentSyntax[];
  readonly decorators: readonly ExpressionSyntax[];
  readonly body: readonly StatementSyntax[];
}

/** `a.b.c as x`; `name` is the whole dotted name. */
export interface AliasSyntax extends Span {
  readonly name: Identifier;
  readonly asName: Identifier | undefined;
}

export interface ExceptHandlerSyntax extends Span {
  readonly type: ExpressionSyntax | undefined;
  readonly name: Identifier | undefined;
  readonly body: readonly StatementSyntax[];
  /** `except*` */
  readonly star: boolean;
}

export interface MatchCaseSyntax extends Span {
  readonly pattern: PatternSyntax;
  readonly guard: ExpressionSyntax | undefined;
  readonly body: readonly StatementSyntax[];
}

export type PatternSyntax =
  | (Span & { readonly kind: 'MatchValue'; readonly value: ExpressionSyntax })
  | (Span & { readonly kind: 'MatchSingleton'; readonly value: ExpressionSyntax })
  | (Span & { readonly kind: 'MatchSequence'; readonly patterns: readonly PatternSyntax[] })
  | (Span & {
      readonly kind: 'MatchMapping';
      readonly entries: readonly { readonly key: ExpressionSyntax; readonly pattern: PatternSyntax }[];
      readonly rest: Identifier | undefined;
    })
  | (Span & {
      readonly kind: 'MatchClass';
      readonly class: ExpressionSyntax;
      readonly positional: readonly PatternSyntax[];
      readonly named: readonly { readonly name: Identifier; readonly pattern: PatternSyntax }[];
    })
  | (Span & { readonly kind: 'MatchStar'; readonly name: Identifier | undefined })
  /** `pattern as name`, a bare capture (no pattern), or the wildcard `_` (neither). */
  | (Span & {
      readonly kind: 'MatchAs';
      readonly pattern: PatternSyntax | undefined;
      readonly name: Identifier | undefined;
    })
  | (Span & { readonly kind: 'MatchOr'; readonly patterns: readonly PatternSyntax[] });

export type ParameterKindSyntax =
  | 'positional-only'
  | 'normal'
  | 'keyword-only'
  | 'var-positional'
  | 'var-keyword';

export interface ParameterSyntax extends Span {
  readonly name: Identifier;
  readonly kind: ParameterKindSyntax;
  readonly annotation: ExpressionSyntax | undefined;
  readonly defaultValue: ExpressionSyntax | undefined;
}

export interface TypeParameterSyntax extends Span {
  readonly name: Identifier;
  readonly bound: ExpressionSyntax | undefined;
  readonly defaultValue: ExpressionSyntax | undefined;
}

// ---------------------------------------------------------------- expressions

export type BinaryOperatorSyntax =
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
  | '&'
  | '|'
  | '^';

export type CompareOperatorSyntax = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in';

export type ExpressionSyntax =
  | (Span & { readonly kind: 'Name'; readonly name: string })
  | (Span & {
      readonly kind: 'Constant';
      readonly type: 'none' | 'boolean' | 'number' | 'string' | 'bytes' | 'ellipsis';
      /** Strings after escapes and implicit concatenation; numbers as JavaScript numbers; bytes and others `null`. */
      readonly value: string | number | boolean | null;
    })
  /** f-strings and t-strings, implicit concatenation included: constant parts and the expressions in braces (format specs' expressions too), in order. */
  | (Span & {
      readonly kind: 'JoinedStr';
      readonly parts: readonly ExpressionSyntax[];
      readonly template: boolean;
    })
  | (Span & {
      readonly kind: 'Attribute';
      readonly value: ExpressionSyntax;
      readonly attribute: Identifier;
    })
  | (Span & {
      readonly kind: 'Subscript';
      readonly value: ExpressionSyntax;
      readonly index: ExpressionSyntax;
    })
  | (Span & {
      readonly kind: 'Slice';
      readonly lower: ExpressionSyntax | undefined;
      readonly upper: ExpressionSyntax | undefined;
      readonly step: ExpressionSyntax | undefined;
    })
  | (Span & {
      readonly kind: 'Call';
      readonly callee: ExpressionSyntax;
      readonly arguments: readonly ArgumentSyntax[];
    })
  | (Span & { readonly kind: 'Starred'; readonly value: ExpressionSyntax })
  | (Span & { readonly kind: 'List' | 'Tuple' | 'Set'; readonly elements: readonly ExpressionSyntax[] })
  | (Span & {
      readonly kind: 'Dict';
      /** An entry without a key is `**value`. */
      readonly entries: readonly {
        readonly key: ExpressionSyntax | undefined;
        readonly value: ExpressionSyntax;
      }[];
    })
  | (Span & {
      readonly kind: 'ListComp' | 'SetComp' | 'GeneratorExp';
      readonly element: ExpressionSyntax;
      readonly clauses: readonly ComprehensionSyntax[];
    })
  | (Span & {
      readonly kind: 'DictComp';
      readonly key: ExpressionSyntax;
      readonly value: ExpressionSyntax;
      readonly clauses: readonly ComprehensionSyntax[];
    })
  | (Span & {
      readonly kind: 'Lambda';
      readonly parameters: readonly ParameterSyntax[];
      readonly body: ExpressionSyntax;
    })
  | (Span & { readonly kind: 'Await'; readonly value: ExpressionSyntax })
  | (Span & { readonly kind: 'Yield'; readonly value: ExpressionSyntax | undefined })
  | (Span & { readonly kind: 'YieldFrom'; readonly value: ExpressionSyntax })
  | (Span & {
      readonly kind: 'UnaryOp';
      readonly operator: 'not' | '-' | '+' | '~';
      readonly operand: ExpressionSyntax;
    })
  /** Left-associative operators of one precedence, flat: `first op operand op operand`. */
  | (Span & {
      readonly kind: 'BinOp';
      readonly first: ExpressionSyntax;
      readonly rest: readonly {
        readonly operator: BinaryOperatorSyntax;
        readonly operand: ExpressionSyntax;
      }[];
    })
  | (Span & {
      readonly kind: 'BoolOp';
      readonly operator: 'and' | 'or';
      readonly values: readonly ExpressionSyntax[];
    })
  | (Span & {
      readonly kind: 'Compare';
      readonly first: ExpressionSyntax;
      readonly rest: readonly {
        readonly operator: CompareOperatorSyntax;
        readonly operand: ExpressionSyntax;
      }[];
    })
  | (Span & {
      readonly kind: 'IfExp';
      readonly test: ExpressionSyntax;
      readonly body: ExpressionSyntax;
      readonly otherwise: ExpressionSyntax;
    })
  | (Span & { readonly kind: 'NamedExpr'; readonly target: Identifier; readonly value: ExpressionSyntax })
  /** A hole where an expression was expected; an empty span at the place. */
  | (Span & { readonly kind: 'Missing'; readonly reason: string });

/** `value`, `name=value`, `*value` or `**value`. */
export interface ArgumentSyntax extends Span {
  readonly name: Identifier | undefined;
  readonly spread: 'none' | 'sequence' | 'mapping';
  readonly value: ExpressionSyntax;
}

export interface ComprehensionSyntax extends Span {
  readonly isAsync: boolean;
  readonly target: ExpressionSyntax;
  readonly iterable: ExpressionSyntax;
  readonly conditions: readonly ExpressionSyntax[];
}
