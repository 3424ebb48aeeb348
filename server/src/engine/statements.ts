/** Executing statements on the current path. A statement that ends the path leaves an exit and no live state. */
import type {
  AssertStatement,
  AssignStatement,
  AugmentedAssignStatement,
  Block,
  RaiseStatement,
  Statement,
  Target,
} from '../ir/nodes.ts';
import { evaluateCondition, refine } from './conditions.ts';
import { setAttribute } from './attribute-writes.ts';
import { goOnAfter, lookAt, needsLook } from './call-graph.ts';
import { newInstance } from './construct.ts';
import type { Place } from './objects.ts';
import { declareMember, decorate, makeClass, makeFunction } from './definitions.ts';
import { executeImportModule, executeImportNames } from './import-statements.ts';
import { executeForEach, executeWhile } from './loops.ts';
import type { Machine } from './machine.ts';
import { NO_ARGUMENTS, leave, placeOf, tick } from './machine.ts';
import { executeMatch } from './matching.ts';
import { operate } from './operations.ts';
import { executeIf } from './branches.ts';
import { builtin, raise } from './raise.ts';
import { writeName } from './scopes.ts';
import { remove } from './targets.ts';
import { narrowTruth } from './truth.ts';
import { executeTry } from './trying.ts';
import type { Value } from './values.ts';
import { NONE, join, single, unknown } from './values.ts';
import { isWatched, visitAfter, visitBefore } from './visits.ts';
import { executeWith } from './withs.ts';

/** Runs a block; stops where the path ends. */
export function execute(m: Machine, block: Block): void {
  if (m.callGraph) return executeText(m, block);
  if (m.visits && isWatched(m)) return executeWatched(m, block);
  for (const statement of block) {
    if (!m.state) return;
    tick(m);
    executeStatement(m, statement);
  }
}

/** The same where visits are kept. */
function executeWatched(m: Machine, block: Block): void {
  for (const statement of block) {
    if (!m.state) return;
    tick(m);
    visitBefore(m, statement);
    executeStatement(m, statement);
  }
  visitAfter(m, block);
}

/** For a call graph: also what comes after a statement that failed, and after a branch that this run takes and that ends the block. */
function executeText(m: Machine, block: Block): void {
  m.callGraph?.blocks.add(block);
  for (const [index, statement] of block.entries()) {
    if (!m.state) return;
    tick(m);
    m.callGraph?.blocks.add(statement);
    const exits = m.sink.length;
    const next = statement.kind === 'if' ? block[index + 1] : undefined;
    const before = next && needsLook(m, next) ? m.state.fork() : undefined;
    executeStatement(m, statement);
    if (m.state) continue;
    goOnAfter(m, statement, exits);
    if (!m.state && before && next) {
      m.state = before;
      lookAt(m, next, () => execute(m, block.slice(index + 1)));
      m.state = undefined;
    }
  }
}

function executeStatement(m: Machine, s: Statement): void {
  switch (s.kind) {
    case 'expression':
      m.rules.evaluate(m, s.expression);
      return;
    case 'assign':
      return executeAssign(m, s);
    case 'declare':
      return;
    case 'augmented-assign':
      return executeAugmented(m, s);
    case 'delete':
      for (const target of s.targets) remove(m, target);
      return;
    case 'function-declaration':
      if (declareMember(m, s.function)) return;
      return writeName(
        m,
        s.function.name,
        decorate(m, s.function.decorators, single(makeFunction(m, s.function))),
        s.function.nameSpan,
        true,
      );
    case 'class-declaration':
      return writeName(
        m,
        s.class.name,
        decorate(m, s.class.decorators, makeClass(m, s.class)),
        s.class.nameSpan,
        true,
      );
    case 'return':
      return executeReturn(m, s.value ? m.rules.evaluate(m, s.value) : NONE);
    case 'raise':
      return executeRaise(m, s);
    case 'break':
    case 'continue':
      return executeJump(m, s.kind, s.label);
    case 'if':
      return executeIf(m, s);
    case 'while':
      return executeWhile(m, s);
    case 'for-each':
      return executeForEach(m, s);
    case 'try':
      return executeTry(m, s);
    case 'with':
      return executeWith(m, s, 0);
    case 'match':
      return executeMatch(m, s);
    case 'assert':
      return executeAssert(m, s);
    case 'import-module':
      return executeImportModule(m, s);
    case 'import-names':
      return executeImportNames(m, s);
    case 'export-names':
      return;
  }
}

function executeAssign(m: Machine, s: AssignStatement): void {
  const value = m.rules.evaluate(m, s.value);
  for (const target of s.targets) if (!s.keepsOld || !isThere(m, target)) m.rules.assign(m, target, value);
}

/** Whether an attribute that is assigned to is there. */
function isThere(m: Machine, target: Target): boolean {
  if (target.kind !== 'attribute') return false;
  const { atoms } = m.rules.evaluate(m, target.object);
  return atoms.every((atom) => 'id' in atom && m.state?.slot(atom.id, target.name) !== undefined);
}

/** `x += y`: reads, computes and stores the same place. Lists are extended in place (Python reference 7.2.1). */
function executeAugmented(m: Machine, s: AugmentedAssignStatement): void {
  const target = s.target;
  if (target.kind !== 'name' && target.kind !== 'attribute' && target.kind !== 'index') return;
  const { operator } = s;
  const old = m.rules.evaluate(m, target);
  if (!m.state) return;
  if (operator === 'and' || operator === 'or' || operator === 'coalesce') {
    const value = join(
      operator === 'coalesce' ? narrowTruth(m, old, true) : narrowTruth(m, old, operator === 'or'),
      m.rules.evaluate(m, s.value),
    );
    m.rules.assign(m, target, value);
    return;
  }
  const value = operate(m, operator, old, m.rules.evaluate(m, s.value), placeOf(m, s));
  if (!m.state) return;
  if (target.kind === 'name') writeName(m, target.name, value, target, true);
  else if (target.kind === 'attribute')
    setAttribute(m, m.rules.evaluate(m, target.object), target.name, value, placeOf(m, target));
  else m.rules.assign(m, target, value);
}

function executeReturn(m: Machine, value: Value): void {
  if (m.state) leave(m, { kind: 'return', frame: m.frame, value, state: m.state });
}

/** `raise X` makes an instance of a class; without operand the exception being handled goes on. */
function executeRaise(m: Machine, s: RaiseStatement): void {
  const place = placeOf(m, s);
  if (!s.exception) {
    const current = m.frame.handling[m.frame.handling.length - 1];
    const exception = current?.kind === 'raise' ? current.exception : unknown('the exception being handled');
    raise(m, exception, current?.kind === 'raise' ? current.cause : { kind: 'statement', exception }, place);
    return;
  }
  let exception = m.rules.evaluate(m, s.exception);
  if (s.cause) m.rules.evaluate(m, s.cause);
  if (!m.state) return;
  if (exception.atoms.some((atom) => atom.kind === 'class')) exception = instantiate(m, exception, place);
  raise(m, exception, { kind: 'statement', exception }, place);
}

/** The instance that raising a class makes. It is no call in the program's text: a library's class leaves no edge. */
function instantiate(m: Machine, exception: Value, place: Place): Value {
  const classes = exception.atoms.filter((atom) => atom.kind === 'class');
  if (!m.callGraph || classes.some((type) => !type.isModel))
    return m.rules.call(m, exception, NO_ARGUMENTS, place);
  return { atoms: classes.map((type) => newInstance(m, type, place)) };
}

function executeJump(m: Machine, kind: 'break' | 'continue', label: string | undefined): void {
  const loops = m.frame.loops;
  const loop =
    label === undefined ? loops[loops.length - 1] : loops.find((candidate) => candidate.label === label);
  if (m.state) leave(m, { kind, loop: loop?.id ?? -1, state: m.state });
}

function executeAssert(m: Machine, s: AssertStatement): void {
  const condition = evaluateCondition(m, s.test);
  if (!m.state) return;
  if (condition.truth === 'false') {
    raise(
      m,
      builtin(m, m.dialect.names.assertionError),
      { kind: 'library', text: 'an assertion fails' },
      placeOf(m, s),
    );
    return;
  }
  refine(m, condition.whenTrue);
}
