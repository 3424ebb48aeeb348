/** Statements to the program. Functions of a block come first, as they are bound before anything runs. Must not know imports and exports. */
import { ts } from 'ts-morph';
import type { Span } from '../../base/span.ts';
import type { Block, Handler, Statement, Target } from '../../ir/nodes.ts';
import { assignTo, nameOf, statementOf, undefinedAt } from './build.ts';
import { declareBlock, declareNames, hasModifier, isAmbient } from './hoisting.ts';
import { lowerEnum, lowerNamespace } from './lower-declarations.ts';
import { lowerDo, lowerFor, lowerForEach, lowerWhile } from './lower-loop.ts';
import { lowerNamed } from './lower-named.ts';
import { assignedValue, COMPOUND } from './lower-operators.ts';
import { lowerSwitch } from './lower-switch.ts';
import { assignable, bindingTarget } from './lower-target.ts';
import { lowerType } from './lower-type.ts';
import { type Scope, blockScope, resolve } from './scope.ts';
import { isAssignment, isPlainAssignment, spanOf, unwrapped } from './spans.ts';

/** A block in a scope of its own. */
export function lowerBlock(outer: Scope, statements: readonly ts.Statement[]): Block {
  const scope = blockScope(outer);
  declareBlock(scope, statements);
  return lowerStatements(scope, statements);
}

/** Statements whose names are bound already. */
export function lowerStatements(scope: Scope, statements: readonly ts.Statement[]): Block {
  const out: Statement[] = [];
  for (const node of statements) if (ts.isFunctionDeclaration(node)) lowerDeclaredFunction(scope, node, out);
  const rest = statements.filter((node) => !ts.isFunctionDeclaration(node));
  for (const [index, node] of rest.entries()) {
    if (ts.isVariableStatement(node) && isUsing(node.declarationList)) {
      out.push(disposing(scope, node, rest.slice(index + 1)));
      break;
    }
    lowerStatement(scope, node, out);
  }
  return out;
}

function isUsing(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.Using) !== 0;
}

/** `using a = b` disposes of what it holds at the end of its block: what is left of the block runs inside. */
function disposing(scope: Scope, node: ts.VariableStatement, rest: readonly ts.Statement[]): Statement {
  const { declarations, flags } = node.declarationList;
  const items = declarations.flatMap(({ name, initializer }) =>
    initializer
      ? [{ context: scope.file.rules.expression(scope, initializer), target: bindingTarget(scope, name) }]
      : [],
  );
  // The flag of `await using` is that of `using` together with that of `const`.
  const isAsync = (flags & ts.NodeFlags.Const) !== 0;
  return { kind: 'with', ...spanOf(scope, node), items, body: lowerStatements(scope, rest), isAsync };
}

/** A body that may be a single statement. */
function bodyOf(scope: Scope, node: ts.Statement): Block {
  return lowerBlock(scope, ts.isBlock(node) ? node.statements : [node]);
}

export function lowerDeclaredFunction(scope: Scope, node: ts.FunctionDeclaration, out: Statement[]): void {
  if (!node.body || isAmbient(node)) return;
  const lowered = scope.file.rules.function(scope, node, { form: 'declaration' });
  const span = spanOf(scope, node);
  const name = node.name ? resolve(scope, node.name.text) : 'default';
  if (name === lowered.name) {
    out.push({ kind: 'function-declaration', ...span, function: lowered });
    return;
  }
  const at = node.name ? spanOf(scope, node.name) : { start: span.start, end: span.start };
  out.push(assignTo(span, nameOf(at, name), { kind: 'function', ...span, function: lowered }));
}

export function lowerStatement(scope: Scope, node: ts.Statement, out: Statement[]): void {
  if (ts.isExpressionStatement(node))
    return expressionStatement(scope, node.expression, spanOf(scope, node), out);
  if (ts.isVariableStatement(node)) {
    if (!isAmbient(node)) variables(scope, node.declarationList, out);
    return;
  }
  if (ts.isClassDeclaration(node)) return classStatement(scope, node, out);
  if (ts.isEnumDeclaration(node)) return void out.push(lowerEnum(scope, node));
  if (ts.isModuleDeclaration(node)) return void out.push(...lowerNamespace(scope, node));
  if (ts.isBlock(node)) return void out.push(...lowerBlock(scope, node.statements));
  if (ts.isLabeledStatement(node)) return void out.push(...labelled(scope, node, node.label.text));
  const simple = leaving(scope, node) ?? compound(scope, node);
  if (simple) out.push(...simple);
}

function leaving(scope: Scope, node: ts.Statement): Block | undefined {
  const span = spanOf(scope, node);
  const { rules } = scope.file;
  if (ts.isReturnStatement(node)) {
    const value = node.expression ? rules.expression(scope, node.expression) : undefinedAt(span);
    return [{ kind: 'return', ...span, value }];
  }
  if (ts.isThrowStatement(node)) {
    const exception = rules.expression(scope, node.expression);
    return [{ kind: 'raise', ...span, exception, cause: undefined }];
  }
  if (ts.isBreakStatement(node)) return [{ kind: 'break', ...span, label: node.label?.text }];
  if (ts.isContinueStatement(node)) {
    const label = node.label?.text ?? (scope.loop?.inSwitch === true ? scope.loop.label : undefined);
    return [{ kind: 'continue', ...span, label }];
  }
  return undefined;
}

function compound(scope: Scope, node: ts.Statement, label?: string): Block | undefined {
  const rules = { body: bodyOf, variables };
  if (ts.isIfStatement(node)) return [ifStatement(scope, node)];
  if (ts.isTryStatement(node)) return [tryStatement(scope, node)];
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return lowerForEach(scope, node, label, rules);
  if (ts.isForStatement(node)) return lowerFor(scope, node, label, rules);
  if (ts.isWhileStatement(node)) return lowerWhile(scope, node, label, rules);
  if (ts.isDoStatement(node)) return lowerDo(scope, node, label, rules);
  if (ts.isSwitchStatement(node)) return lowerSwitch(scope, node, label, lowerStatements);
  return undefined;
}

/** A labelled loop keeps its label; any other labelled statement is a loop of one round, which `break` leaves. */
function labelled(scope: Scope, node: ts.LabeledStatement, label: string): Block {
  const loop = compound(scope, node.statement, label);
  const isLoop = loop?.some((each) => each.kind === 'while' || each.kind === 'for-each');
  if (loop && isLoop) return loop;
  const span = spanOf(scope, node);
  const end: Statement = { kind: 'break', start: span.end, end: span.end, label };
  const body = [...(loop ?? bodyOf(scope, node.statement)), end];
  const test = { kind: 'constant', ...span, type: 'boolean', value: true } as const;
  return [{ kind: 'while', ...span, test, body, update: [], otherwise: [], testAfter: false, label }];
}

function ifStatement(scope: Scope, node: ts.IfStatement): Statement {
  const branches = [];
  let at: ts.Statement | undefined = node;
  while (at && ts.isIfStatement(at)) {
    branches.push({
      test: scope.file.rules.expression(scope, at.expression),
      body: bodyOf(scope, at.thenStatement),
    });
    at = at.elseStatement;
  }
  return { kind: 'if', ...spanOf(scope, node), branches, otherwise: at ? bodyOf(scope, at) : [] };
}

function tryStatement(scope: Scope, node: ts.TryStatement): Statement {
  const handlers = node.catchClause ? [handlerOf(scope, node.catchClause)] : [];
  const final = node.finallyBlock ? lowerBlock(scope, node.finallyBlock.statements) : [];
  const body = lowerBlock(scope, node.tryBlock.statements);
  return { kind: 'try', ...spanOf(scope, node), body, handlers, otherwise: [], final };
}

function handlerOf(outer: Scope, node: ts.CatchClause): Handler {
  const scope = blockScope(outer);
  let binding: Target | undefined;
  if (node.variableDeclaration) {
    declareNames(scope, node.variableDeclaration.name);
    binding = bindingTarget(scope, node.variableDeclaration.name);
  }
  const body = lowerBlock(scope, node.block.statements);
  return { ...spanOf(outer, node), type: undefined, binding, body, group: false };
}

function classStatement(scope: Scope, node: ts.ClassDeclaration, out: Statement[]): void {
  if (isAmbient(node)) return;
  const { node: lowered, after } = scope.file.rules.class(scope, node, undefined);
  out.push({ kind: 'class-declaration', ...spanOf(scope, node), class: lowered }, ...after);
}

/** `const a = 1, { b } = c`. A variable without a value holds undefined, but for `var`, which may have one. */
function variables(scope: Scope, list: ts.VariableDeclarationList, out: Statement[]): void {
  const isBlockScoped = (list.flags & ts.NodeFlags.BlockScoped) !== 0;
  for (const node of list.declarations) {
    const span = spanOf(scope, node);
    const type = lowerType(scope, node.type);
    const target = bindingTarget(scope, node.name);
    if (node.initializer) {
      const value = lowerNamed(scope, node.initializer, node.name);
      out.push(assignTo(span, target, value, type));
      out.push(...staticParts(scope, node));
    } else if (isBlockScoped || scope.parent === undefined || scope.parent.owner !== scope.owner)
      out.push(assignTo(span, target, undefinedAt({ start: span.end, end: span.end }), type));
  }
}

/** `const A = class { static x = 1 }`: what the class does once it has its name. */
function staticParts(scope: Scope, node: ts.VariableDeclaration): Block {
  const value = node.initializer && unwrapped(node.initializer);
  if (
    !value ||
    !ts.isClassExpression(value) ||
    !value.members.some((each) => hasModifier(each, ts.SyntaxKind.StaticKeyword))
  )
    return [];
  return scope.file.rules.class(scope, value, node.name).after;
}

function expressionStatement(scope: Scope, node: ts.Expression, span: Span, out: Statement[]): void {
  const inner = unwrapped(node);
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    expressionStatement(scope, inner.left, spanOf(scope, inner.left), out);
    expressionStatement(scope, inner.right, spanOf(scope, inner.right), out);
    return;
  }
  if (isAssignment(inner)) return void out.push(assignment(scope, inner, span));
  if (ts.isDeleteExpression(inner)) {
    const target = assignable(scope, inner.expression);
    return void out.push({ kind: 'delete', ...span, targets: [target] });
  }
  if (ts.isStringLiteral(inner)) return;
  out.push({ ...statementOf(scope.file.rules.expression(scope, inner)), ...span });
}

/** `a = b = value` has two targets, the innermost first. */
function assignment(scope: Scope, node: ts.BinaryExpression, span: Span): Statement {
  const operator = COMPOUND[node.operatorToken.kind];
  if (operator) {
    const value = scope.file.rules.expression(scope, node.right);
    return { kind: 'augmented-assign', ...span, target: assignable(scope, node.left), operator, value };
  }
  const targets: Target[] = [assignable(scope, node.left)];
  let last = node;
  for (;;) {
    const next = unwrapped(last.right);
    if (!isPlainAssignment(next) || !isPlainAssignment(last)) break;
    targets.unshift(assignable(scope, next.left));
    last = next;
  }
  return { kind: 'assign', ...span, targets, value: assignedValue(scope, last, span), type: undefined };
}
