/** Loops. Must not know other statements: how bodies and variables are lowered is handed in. */
import { ts } from 'ts-morph';
import type { Block, Expression, Statement, Target } from '../../ir/nodes.ts';
import { missing, statementOf } from './build.ts';
import { declareNames } from './hoisting.ts';
import { assignable, bindingTarget } from './lower-target.ts';
import { type LoopContext, type Scope, blockScope } from './scope.ts';
import { spanOf } from './spans.ts';

export interface LoopRules {
  readonly body: (scope: Scope, node: ts.Statement) => Block;
  readonly variables: (scope: Scope, list: ts.VariableDeclarationList, out: Statement[]) => void;
}

/** A loop that a `switch` inside may have to go on with has a name. */
function loopScope(
  outer: Scope,
  node: ts.Node,
  label: string | undefined,
): { scope: Scope; label: string | undefined } {
  const named = label ?? (hasSwitch(node) ? `#loop${outer.file.nextName++}` : undefined);
  const loop: LoopContext = { label: named, inSwitch: false };
  return { scope: blockScope(outer, loop), label: named };
}

function hasSwitch(root: ts.Node): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isSwitchStatement(node)) found = true;
    if (!found && !ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(root, visit);
  return found;
}

export function lowerForEach(
  outer: Scope,
  node: ts.ForOfStatement | ts.ForInStatement,
  given: string | undefined,
  rules: LoopRules,
): Block {
  const iterable = outer.file.rules.expression(outer, node.expression);
  const { scope, label } = loopScope(outer, node, given);
  const before = new Set(scope.owner.bound);
  const target = loopTarget(scope, node.initializer);
  const body = rules.body(scope, node.statement);
  const isAsync = ts.isForOfStatement(node) && node.awaitModifier !== undefined;
  const over = ts.isForOfStatement(node) ? 'values' : 'keys';
  return [
    {
      kind: 'for-each',
      ...spanOf(outer, node),
      target,
      iterable,
      body,
      otherwise: [],
      isAsync,
      over,
      label,
      ...(makesFunctions(node.statement)
        ? { fresh: new Set([...scope.owner.bound].filter((name) => !before.has(name))) }
        : {}),
    },
  ];
}

/** Whether something in a loop may keep the variables of a round. */
function makesFunctions(root: ts.Node): boolean {
  return ts.isFunctionLike(root) || (ts.forEachChild(root, makesFunctions) ?? false);
}

function loopTarget(scope: Scope, node: ts.ForInitializer): Target {
  if (!ts.isVariableDeclarationList(node)) return assignable(scope, node);
  const [declaration] = node.declarations;
  if (!declaration) return missing(spanOf(scope, node), 'a name is missing');
  // A `var` belongs to the function, which has bound it.
  if (node.flags & ts.NodeFlags.BlockScoped) declareNames(scope, declaration.name);
  return bindingTarget(scope, declaration.name);
}

export function lowerFor(
  outer: Scope,
  node: ts.ForStatement,
  given: string | undefined,
  rules: LoopRules,
): Block {
  const { scope, label } = loopScope(outer, node, given);
  const out: Statement[] = [];
  const { initializer, condition, incrementor } = node;
  if (initializer && ts.isVariableDeclarationList(initializer)) {
    for (const { name } of initializer.declarations) declareNames(scope, name);
    rules.variables(scope, initializer, out);
  } else if (initializer) out.push(statementOf(scope.file.rules.expression(scope, initializer)));
  const span = spanOf(scope, node);
  const test = condition ? scope.file.rules.expression(scope, condition) : always(scope, node);
  const update = incrementor ? [statementOf(scope.file.rules.expression(scope, incrementor))] : [];
  const body = rules.body(scope, node.statement);
  out.push({ kind: 'while', ...span, test, body, update, otherwise: [], testAfter: false, label });
  return out;
}

function always(scope: Scope, node: ts.Node): Expression {
  return { kind: 'constant', ...spanOf(scope, node), type: 'boolean', value: true };
}

export function lowerWhile(
  outer: Scope,
  node: ts.WhileStatement,
  given: string | undefined,
  rules: LoopRules,
): Block {
  const { scope, label } = loopScope(outer, node, given);
  const test = scope.file.rules.expression(scope, node.expression);
  const body = rules.body(scope, node.statement);
  return [
    { kind: 'while', ...spanOf(outer, node), test, body, update: [], otherwise: [], testAfter: false, label },
  ];
}

export function lowerDo(
  outer: Scope,
  node: ts.DoStatement,
  given: string | undefined,
  rules: LoopRules,
): Block {
  const { scope, label } = loopScope(outer, node, given);
  const body = rules.body(scope, node.statement);
  const test = scope.file.rules.expression(scope, node.expression);
  return [
    { kind: 'while', ...spanOf(outer, node), test, body, update: [], otherwise: [], testAfter: true, label },
  ];
}
