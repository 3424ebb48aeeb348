/** Python statements to the IR. Must not know how source is read: bodies of functions stay unread until they are asked for. */
import { unreachable } from '../../base/never.ts';
import type {
  Block,
  ClassNode,
  Expression,
  FunctionNode,
  Handler,
  MatchStatement,
  Statement,
  Target,
} from '../../ir/nodes.ts';
import {
  bindName,
  lowerAll,
  lowerArguments,
  lowerExpression,
  lowerOptional,
  lowerParameters,
  lowerTarget,
  nameNode,
} from './lower-expression.ts';
import { lowerImport, lowerImportFrom } from './lower-import.ts';
import { lowerPattern } from './lower-pattern.ts';
import { LoweredFunction } from './lowered-function.ts';
import {
  bind,
  classScope,
  declareGlobal,
  declareNonlocal,
  markKept,
  privateName,
  type Scope,
} from './scope.ts';
import type {
  ClassDef,
  ExceptHandlerSyntax,
  ExpressionSyntax,
  FunctionDef,
  LazyBody,
  StatementSyntax,
} from './syntax.ts';

type Syntax<Kind extends StatementSyntax['kind']> = Extract<StatementSyntax, { kind: Kind }>;

export function lowerBlock(scope: Scope, nodes: readonly StatementSyntax[]): Block {
  if (nodes.length === 0) return NOTHING;
  const out: Statement[] = [];
  for (const node of nodes) lowerStatement(scope, node, out);
  return out;
}

/** Appends what `node` means: nothing for `pass` and declarations of scope, several statements for `import a, b`. */
function lowerStatement(scope: Scope, node: StatementSyntax, out: Statement[]): void {
  const { start, end } = node;
  switch (node.kind) {
    case 'Pass':
    case 'Break':
    case 'Continue':
      return lowerKeyword(node, out);
    case 'Global':
    case 'Nonlocal':
      return declareNames(scope, node);
    case 'Import':
      return lowerImport(scope, node, out);
    case 'Expr':
      return lowerExpressionStatement(scope, node, out);
    case 'ImportFrom':
      return add(out, lowerImportFrom(scope, node));
    case 'FunctionDef':
      return add(out, { kind: 'function-declaration', start, end, function: lowerFunction(scope, node) });
    case 'ClassDef':
      return add(out, { kind: 'class-declaration', start, end, class: lowerClass(scope, node) });
    case 'Return':
      return add(out, { kind: 'return', start, end, value: lowerOptional(scope, node.value) });
    case 'Delete':
      return add(out, lowerDelete(scope, node));
    case 'Assign':
      return add(out, lowerAssign(scope, node));
    case 'AugAssign':
      return add(out, lowerAugmentedAssign(scope, node));
    case 'AnnAssign':
      return add(out, lowerAnnotated(scope, node));
    case 'TypeAlias':
      return add(out, lowerTypeAlias(scope, node));
    case 'Raise':
      return add(out, lowerRaise(scope, node));
    case 'Assert':
      return add(out, lowerAssert(scope, node));
    case 'If':
      return add(out, lowerIf(scope, node));
    case 'While':
      return add(out, lowerWhile(scope, node));
    case 'For':
      return add(out, lowerFor(scope, node));
    case 'Try':
      return add(out, lowerTry(scope, node));
    case 'With':
      return add(out, lowerWith(scope, node));
    case 'Match':
      return add(out, lowerMatch(scope, node));
    default:
      return unreachable(node);
  }
}

function add(out: Statement[], statement: Statement): void {
  out.push(statement);
}

// ---------------------------------------------------------- simple statements

function lowerKeyword(node: Syntax<'Pass' | 'Break' | 'Continue'>, out: Statement[]): void {
  const { start, end } = node;
  if (node.kind === 'Break') out.push({ kind: 'break', start, end, label: undefined });
  else if (node.kind === 'Continue') out.push({ kind: 'continue', start, end, label: undefined });
}

function declareNames(scope: Scope, node: Syntax<'Global' | 'Nonlocal'>): void {
  const declare = node.kind === 'Global' ? declareGlobal : declareNonlocal;
  for (const { name } of node.names) declare(scope, privateName(scope, name));
}

/** A hole alone on its line says nothing that could run. */
function lowerExpressionStatement(scope: Scope, node: Syntax<'Expr'>, out: Statement[]): void {
  if (node.value.kind === 'Missing') return;
  const expression = lowerExpression(scope, node.value);
  out.push({ kind: 'expression', start: node.start, end: node.end, expression });
}

/** `del (a, [b, c])` deletes each of them (Python reference 7.5). */
function lowerDelete(scope: Scope, node: Syntax<'Delete'>): Statement {
  const targets: Target[] = [];
  for (const target of node.targets) addDeleted(scope, target, targets);
  return { kind: 'delete', start: node.start, end: node.end, targets };
}

function addDeleted(scope: Scope, node: ExpressionSyntax, targets: Target[]): void {
  if (node.kind !== 'Tuple' && node.kind !== 'List') targets.push(lowerTarget(scope, node));
  else for (const element of node.elements) addDeleted(scope, element, targets);
}

function lowerAssign(scope: Scope, node: Syntax<'Assign'>): Statement {
  const value = lowerExpression(scope, node.value);
  const targets: Target[] = [];
  for (const target of node.targets) targets.push(lowerTarget(scope, target));
  return { kind: 'assign', start: node.start, end: node.end, targets, value, type: undefined };
}

function lowerAugmentedAssign(scope: Scope, node: Syntax<'AugAssign'>): Statement {
  const target = lowerTarget(scope, node.target);
  const value = lowerExpression(scope, node.value);
  return {
    kind: 'augmented-assign',
    start: node.start,
    end: node.end,
    target,
    operator: node.operator,
    value,
  };
}

function lowerAnnotated(scope: Scope, node: Syntax<'AnnAssign'>): Statement {
  const { start, end } = node;
  const target = declaresNothing(node)
    ? nameNode(scope, node.target.name, node.target)
    : lowerTarget(scope, node.target);
  const type = lowerExpression(scope, node.annotation);
  if (node.value === undefined) return { kind: 'declare', start, end, target, type };
  const value = lowerExpression(scope, node.value);
  return { kind: 'assign', start, end, targets: [target], value, type };
}

/** `(x): int`: a name in brackets without a value is annotated and not bound (Python reference 7.2.2). */
function declaresNothing(
  node: Syntax<'AnnAssign'>,
): node is Syntax<'AnnAssign'> & { readonly target: { readonly kind: 'Name'; readonly name: string } } {
  return node.target.kind === 'Name' && node.value === undefined && node.start < node.target.start;
}

/** `type X = value` names the value; that it is evaluated late (PEP 695) makes no difference to what it names. */
function lowerTypeAlias(scope: Scope, node: Syntax<'TypeAlias'>): Statement {
  const target = bindName(scope, node.name.name, node.name);
  const value = lowerExpression(scope, node.value);
  return { kind: 'assign', start: node.start, end: node.end, targets: [target], value, type: undefined };
}

function lowerRaise(scope: Scope, node: Syntax<'Raise'>): Statement {
  const exception = lowerOptional(scope, node.exception);
  const cause = lowerOptional(scope, node.cause);
  return { kind: 'raise', start: node.start, end: node.end, exception, cause };
}

function lowerAssert(scope: Scope, node: Syntax<'Assert'>): Statement {
  const test = lowerExpression(scope, node.test);
  const message = lowerOptional(scope, node.message);
  return { kind: 'assert', start: node.start, end: node.end, test, message };
}

// -------------------------------------------------------- compound statements

function lowerIf(scope: Scope, node: Syntax<'If'>): Statement {
  const branches: { readonly test: Expression; readonly body: Block }[] = [];
  for (const { test, body } of node.branches) {
    branches.push({ test: lowerExpression(scope, test), body: lowerBlock(scope, body) });
  }
  const otherwise = lowerBlock(scope, node.otherwise);
  return { kind: 'if', start: node.start, end: node.end, branches, otherwise };
}

function lowerWhile(scope: Scope, node: Syntax<'While'>): Statement {
  return {
    kind: 'while',
    start: node.start,
    end: node.end,
    test: lowerExpression(scope, node.test),
    body: lowerBlock(scope, node.body),
    update: NOTHING,
    otherwise: lowerBlock(scope, node.otherwise),
    testAfter: false,
    label: undefined,
  };
}

function lowerFor(scope: Scope, node: Syntax<'For'>): Statement {
  return {
    kind: 'for-each',
    start: node.start,
    end: node.end,
    target: lowerTarget(scope, node.target),
    iterable: lowerExpression(scope, node.iterable),
    body: lowerBlock(scope, node.body),
    otherwise: lowerBlock(scope, node.otherwise),
    isAsync: node.isAsync,
    over: 'values',
    label: undefined,
  };
}

function lowerTry(scope: Scope, node: Syntax<'Try'>): Statement {
  const body = lowerBlock(scope, node.body);
  const handlers: Handler[] = [];
  for (const handler of node.handlers) handlers.push(lowerHandler(scope, handler));
  const otherwise = lowerBlock(scope, node.otherwise);
  const final = lowerBlock(scope, node.final);
  return { kind: 'try', start: node.start, end: node.end, body, handlers, otherwise, final };
}

function lowerHandler(scope: Scope, node: ExceptHandlerSyntax): Handler {
  const type = lowerOptional(scope, node.type);
  const binding = node.name === undefined ? undefined : bindName(scope, node.name.name, node.name);
  const body = lowerBlock(scope, node.body);
  return { start: node.start, end: node.end, type, binding, body, group: node.star };
}

function lowerWith(scope: Scope, node: Syntax<'With'>): Statement {
  const items: { readonly context: Expression; readonly target: Target | undefined }[] = [];
  for (const { context, target } of node.items) {
    items.push({
      context: lowerExpression(scope, context),
      target: target === undefined ? undefined : lowerTarget(scope, target),
    });
  }
  const body = lowerBlock(scope, node.body);
  return { kind: 'with', start: node.start, end: node.end, items, body, isAsync: node.isAsync };
}

function lowerMatch(scope: Scope, node: Syntax<'Match'>): Statement {
  const subject = lowerExpression(scope, node.subject);
  const cases: MatchStatement['cases'][number][] = [];
  for (const { pattern, guard, body } of node.cases) {
    cases.push({
      pattern: lowerPattern(scope, pattern),
      guard: lowerOptional(scope, guard),
      body: lowerBlock(scope, body),
    });
  }
  return { kind: 'match', start: node.start, end: node.end, subject, cases };
}

// ---------------------------------------------------------------- definitions

/** Decorators, defaults and annotations belong to the scope around the function (Python reference 8.7). */
function lowerFunction(scope: Scope, node: FunctionDef): FunctionNode {
  markKept(scope);
  const name = privateName(scope, node.name.name);
  bind(scope, name);
  const header = {
    start: node.start,
    end: node.end,
    name,
    nameSpan: { start: node.name.start, end: node.name.end },
    form: scope.kind === 'class' ? 'method' : 'declaration',
    decorators: lowerAll(scope, node.decorators),
    parameters: lowerParameters(scope, node.parameters),
    returnType: lowerOptional(scope, node.returns),
    isAsync: node.isAsync,
  } as const;
  const { file, privatePrefix } = scope;
  return new LoweredFunction(header, { file, privatePrefix, syntax: node.body, lower: lowerLazyBody });
}

function lowerLazyBody(scope: Scope, lazy: LazyBody): Block {
  const { statements, problems } = lazy.read();
  for (const problem of problems) scope.file.problems.push(problem);
  return lowerBlock(scope, statements);
}

function lowerClass(scope: Scope, node: ClassDef): ClassNode {
  markKept(scope);
  const name = privateName(scope, node.name.name);
  bind(scope, name);
  const decorators = lowerAll(scope, node.decorators);
  const bases = lowerArguments(scope, node.arguments);
  const inside = classScope(scope, node.name.name);
  const body = lowerBlock(inside, node.body);
  return {
    start: node.start,
    end: node.end,
    name,
    nameSpan: { start: node.name.start, end: node.name.end },
    bases,
    decorators,
    body,
    globals: inside.globals ?? NO_NAMES,
    module: scope.file.module,
  };
}

const NOTHING: Block = [];
const NO_NAMES: ReadonlySet<string> = new Set();
