/** `switch`, so that no case falls through: what a case runs into is part of it. Must not know other statements. */
import { ts } from 'ts-morph';
import type { Block, MatchStatement, Pattern, Statement } from '../../ir/nodes.ts';
import { declareBlock } from './hoisting.ts';
import { type Scope, blockScope } from './scope.ts';
import { spanOf } from './spans.ts';

type LowerStatements = (scope: Scope, statements: readonly ts.Statement[]) => Block;

export function lowerSwitch(
  outer: Scope,
  node: ts.SwitchStatement,
  label: string | undefined,
  lower: LowerStatements,
): Block {
  const subject = outer.file.rules.expression(outer, node.expression);
  const scope = blockScope(outer, { label: outer.loop?.label, inSwitch: true });
  const { clauses } = node.caseBlock;
  for (const clause of clauses) declareBlock(scope, flat(clause.statements));
  const span = spanOf(outer, node);
  const bodies = clauses.map((_, index) => reached(clauses, index));
  const cases: MatchStatement['cases'][number][] = [];
  let waiting: Pattern[] = [];
  clauses.forEach((clause, index) => {
    if (ts.isDefaultClause(clause)) return;
    const value = scope.file.rules.expression(scope, clause.expression);
    waiting.push({ kind: 'value', start: value.start, end: value.end, value });
    // `case 1: case 2: ...` is one case.
    if (
      clause.statements.length === 0 &&
      clauses[index + 1] &&
      !ts.isDefaultClause(clauses[index + 1] as ts.Node)
    )
      return;
    cases.push({ pattern: anyOf(waiting), guard: undefined, body: lower(scope, bodies[index] ?? []) });
    waiting = [];
  });
  const fallback = clauses.findIndex((clause) => ts.isDefaultClause(clause));
  if (fallback >= 0) {
    const pattern: Pattern = { kind: 'any', ...span };
    cases.push({ pattern, guard: undefined, body: lower(scope, bodies[fallback] ?? []) });
  }
  const match: Statement = { kind: 'match', ...span, subject, cases };
  return clauses.some((clause) => breaksInside(clause)) || label !== undefined
    ? [once(match, label)]
    : [match];
}

function anyOf(patterns: readonly Pattern[]): Pattern {
  const [first] = patterns;
  const last = patterns[patterns.length - 1];
  if (!first || !last || patterns.length === 1) return first ?? { kind: 'any', start: 0, end: 0 };
  return { kind: 'or', start: first.start, end: last.end, alternatives: patterns };
}

/** The statements that run from a clause on, up to the `break` that ends them. */
function reached(clauses: readonly ts.CaseOrDefaultClause[], from: number): readonly ts.Statement[] {
  const statements: ts.Statement[] = [];
  for (const clause of clauses.slice(from)) {
    for (const statement of flat(clause.statements)) {
      if (ts.isBreakStatement(statement) && !statement.label) return statements;
      statements.push(statement);
      if (ends(statement)) return statements;
    }
  }
  return statements;
}

/** `case 1: { ...; break; }` ends as if the `break` stood behind the braces. The names of all clauses are bound together. */
function flat(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  const last = statements[statements.length - 1];
  return last && ts.isBlock(last) ? [...statements.slice(0, -1), ...last.statements] : statements;
}

function ends(statement: ts.Statement): boolean {
  return (
    ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement)
  );
}

/** Whether a `break` of the switch stands anywhere but at the end of a clause. */
function breaksInside(clause: ts.CaseOrDefaultClause): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isBreakStatement(node) && !node.label) found = true;
    const own = ts.isIterationStatement(node, false) || ts.isSwitchStatement(node) || ts.isFunctionLike(node);
    if (!found && !own) ts.forEachChild(node, visit);
  };
  const statements = flat(clause.statements);
  for (const statement of statements) if (!ts.isBreakStatement(statement)) visit(statement);
  return found;
}

/** A loop of one round, so that `break` has something to leave. */
function once(statement: Statement, label: string | undefined): Statement {
  const { start, end } = statement;
  const leave: Statement = { kind: 'break', start: end, end, label: undefined };
  const test = { kind: 'constant', start, end, type: 'boolean', value: true } as const;
  const body = [statement, leave];
  return { kind: 'while', start, end, test, body, update: [], otherwise: [], testAfter: false, label };
}
