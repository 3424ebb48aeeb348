/** Comprehensions: a scope of their own, clause by clause; elements stay apart while they are known. */
import type { ComprehensionExpression } from '../ir/nodes.ts';
import { lookAt } from './call-graph.ts';
import { evaluateCondition, refine } from './conditions.ts';
import { pushGuard } from './guards.ts';
import { EMPTY_MAPPING, type Items, mappingSet, sequenceOf, setOf } from './items.ts';
import type { Frame, Machine } from './machine.ts';
import { heap, newId, placeOf } from './machine.ts';
import type { ContainerObject, ScopeObject } from './objects.ts';
import type { Value } from './values.ts';
import { NOTHING, isNothing, join, single, unknown } from './values.ts';

interface Collected {
  readonly known: { readonly key: Value; readonly value: Value }[];
  restKey: Value;
  rest: Value;
  /** Whether what is collected now may also not be. */
  uncertain: number;
}

/**
 * The container that a comprehension gives. Of a generator expression only the first iterable is evaluated now, the rest when something
 * goes through it (Python reference 6.2.8); a call graph is of the text, there it is a list.
 */
export function evaluateComprehension(m: Machine, e: ComprehensionExpression): Value {
  const outer = m.frame;
  const parent = outer.scope.kind === 'scope' ? outer.scope : undefined;
  const scope: ScopeObject = { kind: 'scope', id: newId(m), parent, locals: e.locals, module: outer.module };
  const first = e.clauses[0];
  const iterable = first ? m.rules.evaluate(m, first.iterable) : NOTHING;
  if (!m.state) return NOTHING;
  if (e.result !== 'generator' || m.callGraph) return evaluateIn(m, e, { ...outer, scope }, iterable);
  return single({
    kind: 'generator-expression',
    id: newId(m),
    isAsync: e.clauses.some((clause) => clause.isAsync),
    held: [single(scope), iterable],
    evaluate: () => evaluateIn(m, e, { ...outer, ...callOf(m.frame), scope }, iterable),
  });
}

/** What belongs to the call that is under way, not to the text. */
function callOf({ step, parent, depth }: Frame): Pick<Frame, 'step' | 'parent' | 'depth'> {
  return { step, parent, depth };
}

/** Runs the clauses in a frame and gives the container of what they give. */
function evaluateIn(m: Machine, e: ComprehensionExpression, frame: Frame, iterable: Value): Value {
  const collected: Collected = { known: [], rest: NOTHING, restKey: NOTHING, uncertain: 0 };
  const caller = m.frame;
  m.frame = { ...frame, classBody: undefined };
  runClause(m, e, 0, iterable, collected);
  lookAt(m, e.element, () => lookAtElement(m, e));
  const site = placeOf(m, e);
  m.frame = caller;
  if (!m.state) return NOTHING;
  const type = e.result === 'mapping' || e.result === 'set' ? e.result : 'list';
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type,
    class: undefined,
    site,
    environment: false,
  };
  m.state.setItems(object.id, itemsOf(e, collected));
  return single(object);
}

/** What would be evaluated for an element where this run has none. */
function lookAtElement(m: Machine, e: ComprehensionExpression): void {
  for (const [index, clause] of e.clauses.entries()) {
    if (index > 0) m.rules.evaluate(m, clause.iterable);
    m.rules.assign(m, clause.target, unknown('an element of nothing'));
    for (const test of clause.conditions) m.rules.evaluate(m, test);
  }
  if (e.key) m.rules.evaluate(m, e.key);
  m.rules.evaluate(m, e.element);
}

function itemsOf(e: ComprehensionExpression, collected: Collected): Items {
  if (e.result !== 'mapping')
    return (e.result === 'set' ? setOf : sequenceOf)(
      collected.known.map((entry) => entry.value),
      collected.rest,
    );
  let items = EMPTY_MAPPING;
  for (const { key, value } of collected.known) items = mappingSet(items, key, value);
  return {
    ...items,
    rest: join(items.rest, collected.rest),
    restKey: join(items.restKey, collected.restKey),
  };
}

function runClause(
  m: Machine,
  e: ComprehensionExpression,
  index: number,
  given: Value | undefined,
  collected: Collected,
): void {
  const clause = e.clauses[index];
  if (!clause) {
    collect(m, e, collected);
    return;
  }
  const iterable = given ?? m.rules.evaluate(m, clause.iterable);
  if (!m.state) return;
  const elements = m.rules.elements(m, iterable, placeOf(m, clause.iterable));
  for (const element of elements.known) round(m, e, index, element, collected, !elements.certain);
  if (m.state && !isNothing(elements.rest)) round(m, e, index, elements.rest, collected, true);
}

function round(
  m: Machine,
  e: ComprehensionExpression,
  index: number,
  element: Value,
  collected: Collected,
  uncertain: boolean,
): void {
  const clause = e.clauses[index];
  if (!m.state || !clause) return;
  const guards = m.guards;
  const skipped = uncertain ? m.state.fork() : undefined;
  if (uncertain) collected.uncertain++;
  m.rules.assign(m, clause.target, element);
  const opened = conditions(m, e, index, collected);
  if (m.state && opened !== undefined) runClause(m, e, index + 1, undefined, collected);
  collected.uncertain -= (uncertain ? 1 : 0) + (opened?.length ?? 0);
  for (const state of [...(opened ?? []), ...(skipped ? [skipped] : [])]) {
    if (m.state) m.state.joinWith(state);
    else m.state = state;
  }
  m.guards = guards;
}

/** The paths on which an open condition was false; `undefined` where one is certainly false. */
function conditions(
  m: Machine,
  e: ComprehensionExpression,
  index: number,
  collected: Collected,
): NonNullable<Machine['state']>[] | undefined {
  const opened: NonNullable<Machine['state']>[] = [];
  for (const test of e.clauses[index]?.conditions ?? []) {
    const condition = evaluateCondition(m, test);
    if (!m.state) return opened;
    if (condition.truth === 'false') {
      collected.uncertain -= opened.length;
      for (const state of opened) m.state.joinWith(state);
      return undefined;
    }
    if (condition.truth === 'open') {
      opened.push(heap(m).fork());
      collected.uncertain++;
      refine(m, condition.whenTrue);
      m.guards = pushGuard(m.guards, placeOf(m, test), true, condition.reason, 'expression');
    }
  }
  return opened;
}

function collect(m: Machine, e: ComprehensionExpression, collected: Collected): void {
  m.callGraph?.blocks.add(e.element);
  const key = e.key ? m.rules.evaluate(m, e.key) : NOTHING;
  const value = m.rules.evaluate(m, e.element);
  if (!m.state) return;
  if (collected.uncertain === 0) collected.known.push({ key, value });
  else {
    collected.rest = join(collected.rest, value);
    collected.restKey = join(collected.restKey, key);
  }
}
