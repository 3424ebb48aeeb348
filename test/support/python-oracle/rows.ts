/** Dumps our Python tree as the rows that `dump.py` prints of CPython's, reading every lazy body. */
import type {
  ArgumentSyntax,
  ClassDef,
  ComprehensionSyntax,
  ExpressionSyntax,
  FunctionDef,
  ModuleSyntax,
  ParameterSyntax,
  PatternSyntax,
  StatementSyntax,
  SyntaxProblem,
  TypeParameterSyntax,
} from '../../../server/src/frontends/python/syntax.ts';

/** What is collected on the way through a tree. */
export interface Rows {
  readonly full: boolean;
  readonly rows: Row[];
  readonly problems: SyntaxProblem[];
}

interface Row {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly name: string;
}

const CORE = new Set(['FunctionDef', 'ClassDef', 'Lambda', 'Import', 'ImportFrom', 'alias', 'Call']);

/** Sorted rows `Kind start end name` of a whole module, and its problems with those of all bodies. */
export function dumpRows(
  module: ModuleSyntax,
  full: boolean,
): { readonly rows: string[]; readonly problems: readonly SyntaxProblem[] } {
  const out: Rows = { full, rows: [], problems: [...module.problems] };
  statements(out, module.body);
  out.rows.sort(compareRows);
  return {
    rows: out.rows.map((r) => `${r.kind} ${String(r.start)} ${String(r.end)} ${r.name}`),
    problems: out.problems,
  };
}

function compareRows(a: Row, b: Row): number {
  return a.start - b.start || a.end - b.end || compare(a.kind, b.kind) || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function add(out: Rows, node: { start: number; end: number }, kind: string, name = ''): void {
  if (out.full || CORE.has(kind)) out.rows.push({ start: node.start, end: node.end, kind, name });
}

function statements(out: Rows, list: readonly StatementSyntax[]): void {
  for (const node of list) statement(out, node);
}

function statement(out: Rows, node: StatementSyntax): void {
  switch (node.kind) {
    case 'FunctionDef':
      return functionDef(out, node);
    case 'ClassDef':
      return classDef(out, node);
    case 'Import':
    case 'ImportFrom':
      return importStatement(out, node);
    case 'If':
      add(out, node, 'If');
      for (const branch of node.branches) {
        expression(out, branch.test);
        statements(out, branch.body);
      }
      return statements(out, node.otherwise);
    case 'Try':
      return tryStatement(out, node);
    case 'Match':
      add(out, node, 'Match');
      expression(out, node.subject);
      for (const item of node.cases) {
        pattern(out, item.pattern);
        optional(out, item.guard);
        statements(out, item.body);
      }
      return;
    case 'With':
      add(out, node, 'With');
      for (const item of node.items) {
        expression(out, item.context);
        optional(out, item.target);
      }
      return statements(out, node.body);
    default:
      return simpleOrLoop(out, node);
  }
}

type Rest = Exclude<
  StatementSyntax,
  { kind: 'FunctionDef' | 'ClassDef' | 'Import' | 'ImportFrom' | 'If' | 'Try' | 'Match' | 'With' }
>;

function simpleOrLoop(out: Rows, node: Rest): void {
  add(out, node, node.kind);
  switch (node.kind) {
    case 'For':
      expression(out, node.target);
      expression(out, node.iterable);
      statements(out, node.body);
      return statements(out, node.otherwise);
    case 'While':
      expression(out, node.test);
      statements(out, node.body);
      return statements(out, node.otherwise);
    case 'Return':
    case 'Expr':
      return optional(out, node.value);
    case 'Delete':
      return expressions(out, node.targets);
    case 'Assign':
      expressions(out, node.targets);
      return expression(out, node.value);
    case 'AugAssign':
      expression(out, node.target);
      return expression(out, node.value);
    case 'AnnAssign':
      expression(out, node.target);
      expression(out, node.annotation);
      return optional(out, node.value);
    case 'TypeAlias':
      add(out, node.name, 'Name', node.name.name);
      typeParameters(out, node.typeParameters);
      return expression(out, node.value);
    case 'Raise':
      optional(out, node.exception);
      return optional(out, node.cause);
    case 'Assert':
      expression(out, node.test);
      return optional(out, node.message);
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
    case 'Break':
    case 'Continue':
      return;
  }
}

function functionDef(out: Rows, node: FunctionDef): void {
  add(out, node, 'FunctionDef', node.name.name);
  expressions(out, node.decorators);
  typeParameters(out, node.typeParameters);
  parameters(out, node.parameters);
  optional(out, node.returns);
  const body = node.body.read();
  out.problems.push(...body.problems);
  statements(out, body.statements);
}

function classDef(out: Rows, node: ClassDef): void {
  add(out, node, 'ClassDef', node.name.name);
  expressions(out, node.decorators);
  typeParameters(out, node.typeParameters);
  args(out, node.arguments);
  statements(out, node.body);
}

function importStatement(out: Rows, node: Extract<StatementSyntax, { kind: 'Import' | 'ImportFrom' }>): void {
  add(out, node, node.kind, node.kind === 'Import' ? '' : '.'.repeat(node.level) + node.module.name);
  for (const alias of node.names) {
    const { name, asName } = alias;
    add(out, alias, 'alias', asName === undefined ? name.name : `${name.name} as ${asName.name}`);
  }
  // `ast` has an alias for the star, whose place is the one before the end.
  if (node.kind === 'ImportFrom' && node.star) add(out, { start: node.end - 1, end: node.end }, 'alias', '*');
}

function tryStatement(out: Rows, node: Extract<StatementSyntax, { kind: 'Try' }>): void {
  add(out, node, 'Try');
  statements(out, node.body);
  for (const handler of node.handlers) {
    add(out, handler, 'ExceptHandler', handler.name?.name ?? '');
    optional(out, handler.type);
    statements(out, handler.body);
  }
  statements(out, node.otherwise);
  statements(out, node.final);
}

function parameters(out: Rows, list: readonly ParameterSyntax[]): void {
  for (const parameter of list) {
    add(out, parameter, 'arg', parameter.name.name);
    optional(out, parameter.annotation);
    optional(out, parameter.defaultValue);
  }
}

function typeParameters(out: Rows, list: readonly TypeParameterSyntax[]): void {
  for (const parameter of list) {
    add(out, parameter, 'TypeParameter', parameter.name.name);
    optional(out, parameter.bound);
    optional(out, parameter.defaultValue);
  }
}

function args(out: Rows, list: readonly ArgumentSyntax[]): void {
  for (const argument of list) {
    if (argument.spread === 'sequence') add(out, argument, 'Starred');
    else if (argument.spread === 'mapping') add(out, argument, 'keyword');
    else if (argument.name !== undefined) add(out, argument, 'keyword', argument.name.name);
    expression(out, argument.value);
  }
}

function clauses(out: Rows, list: readonly ComprehensionSyntax[]): void {
  for (const clause of list) {
    expression(out, clause.target);
    expression(out, clause.iterable);
    expressions(out, clause.conditions);
  }
}

function pattern(out: Rows, node: PatternSyntax): void {
  const name = node.kind === 'MatchAs' || node.kind === 'MatchStar' ? (node.name?.name ?? '') : '';
  add(out, node, node.kind, name);
  switch (node.kind) {
    case 'MatchValue':
      return expression(out, node.value);
    case 'MatchSequence':
    case 'MatchOr':
      for (const inner of node.patterns) pattern(out, inner);
      return;
    case 'MatchMapping':
      for (const entry of node.entries) {
        expression(out, entry.key);
        pattern(out, entry.pattern);
      }
      return;
    case 'MatchClass':
      expression(out, node.class);
      for (const inner of node.positional) pattern(out, inner);
      for (const inner of node.named) pattern(out, inner.pattern);
      return;
    case 'MatchAs':
      if (node.pattern !== undefined) pattern(out, node.pattern);
      return;
    case 'MatchSingleton':
    case 'MatchStar':
      return;
  }
}

function expressions(out: Rows, list: readonly ExpressionSyntax[]): void {
  for (const node of list) expression(out, node);
}

function optional(out: Rows, node: ExpressionSyntax | undefined): void {
  if (node !== undefined) expression(out, node);
}

function expression(out: Rows, node: ExpressionSyntax): void {
  if (node.kind !== 'BinOp') add(out, node, node.kind, expressionName(node));
  switch (node.kind) {
    case 'JoinedStr':
      for (const part of node.parts) {
        if (part.kind !== 'Constant' || part.type !== 'string') expression(out, part);
      }
      return;
    case 'Call':
      expression(out, node.callee);
      return args(out, node.arguments);
    case 'Subscript':
      expression(out, node.value);
      return expression(out, node.index);
    case 'Slice':
      optional(out, node.lower);
      optional(out, node.upper);
      return optional(out, node.step);
    case 'List':
    case 'Tuple':
    case 'Set':
      return expressions(out, node.elements);
    case 'Dict':
      for (const entry of node.entries) {
        optional(out, entry.key);
        expression(out, entry.value);
      }
      return;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      expression(out, node.element);
      return clauses(out, node.clauses);
    case 'DictComp':
      expression(out, node.key);
      expression(out, node.value);
      return clauses(out, node.clauses);
    default:
      return operatorsAndRest(out, node);
  }
}

type Operators = Exclude<
  ExpressionSyntax,
  {
    kind:
      | 'JoinedStr'
      | 'Call'
      | 'Subscript'
      | 'Slice'
      | 'List'
      | 'Tuple'
      | 'Set'
      | 'Dict'
      | 'ListComp'
      | 'SetComp'
      | 'GeneratorExp'
      | 'DictComp';
  }
>;

function operatorsAndRest(out: Rows, node: Operators): void {
  switch (node.kind) {
    case 'Lambda':
      parameters(out, node.parameters);
      return expression(out, node.body);
    case 'BinOp':
    case 'Compare':
      expression(out, node.first);
      for (const item of node.rest) expression(out, item.operand);
      return;
    case 'BoolOp':
      return expressions(out, node.values);
    case 'IfExp':
      expression(out, node.test);
      expression(out, node.body);
      return expression(out, node.otherwise);
    case 'NamedExpr':
      add(out, node.target, 'Name', node.target.name);
      return expression(out, node.value);
    case 'UnaryOp':
      return expression(out, node.operand);
    case 'Attribute':
    case 'Starred':
    case 'Await':
    case 'YieldFrom':
      return expression(out, node.value);
    case 'Yield':
      return optional(out, node.value);
    case 'Name':
    case 'Constant':
    case 'Missing':
      return;
  }
}

function expressionName(node: ExpressionSyntax): string {
  switch (node.kind) {
    case 'Name':
      return node.name;
    case 'Attribute':
      return node.attribute.name;
    case 'Call':
      if (node.callee.kind === 'Name') return node.callee.name;
      return node.callee.kind === 'Attribute' ? node.callee.attribute.name : '';
    case 'Constant':
      return constantName(node);
    default:
      return '';
  }
}

function constantName(node: Extract<ExpressionSyntax, { kind: 'Constant' }>): string {
  if (node.type === 'string') {
    const text = String(node.value);
    return /^[\x00-\x7f]*$/.test(text) ? `string ${String(text.length)}` : 'string';
  }
  if (node.type === 'boolean') return `boolean ${node.value === true ? 'True' : 'False'}`;
  return node.type;
}
