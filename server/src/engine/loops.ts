/** Loops: known elements one by one, unknown ones once under an open guard; `while` a bounded number of rounds. */
import type { Block, ForEachStatement, WhileStatement } from '../ir/nodes.ts';
import { forEachTarget } from '../ir/walk.ts';
import { lookAt, lookAtBlock } from './call-graph.ts';
import { evaluateCondition, refine } from './conditions.ts';
import type { Reason } from './guards.ts';
import { pushGuard } from './guards.ts';
import type { Machine } from './machine.ts';
import { heap, inModel, leave, merge, newId, placeOf, record } from './machine.ts';
import { namesOfProperties } from './properties.ts';
import { variableOf } from './scopes.ts';
import type { State } from './state.ts';
import type { BranchStep, ServeStep } from './steps.ts';
import type { Value } from './values.ts';
import { isNothing, join, unknown } from './values.ts';

/** Rounds of a `while` whose condition stays certain. */
const MAX_ROUNDS = 40;

interface Loop {
  readonly id: number;
  /** Paths that left by `break`. */
  readonly broken: State[];
  /** Paths that found the loop over. */
  readonly over: State[];
}

/** `for target in iterable`. */
export function executeForEach(m: Machine, s: ForEachStatement): void {
  const iterable = m.rules.evaluate(m, s.iterable);
  if (!m.state) return;
  const elements =
    s.over === 'keys'
      ? namesOfProperties(m, iterable)
      : m.rules.elements(m, iterable, placeOf(m, s.iterable));
  const guards = m.guards;
  const loop: Loop = { id: m.nextLoop++, broken: [], over: [] };
  if (elements.known.length === 0 && isNothing(elements.rest)) recordEmpty(m, s);
  for (const element of elements.known) {
    if (!m.state) break;
    if (!elements.certain) openRound(m, s, loop, element, guards);
    else roundOver(m, s, loop, element);
  }
  if (m.state && !isNothing(elements.rest)) openRound(m, s, loop, elements.rest, guards);
  m.guards = guards;
  lookAt(m, s.body, () => {
    round(m, loop, s.label, () => m.rules.assign(m, s.target, unknown('an element of nothing')), s.body);
    loop.broken.length = 0;
  });
  finish(m, loop, s.otherwise);
}

/** A loop over nothing skips its body, as a condition that is false does. */
function recordEmpty(m: Machine, s: ForEachStatement): void {
  if (m.callGraph || inModel(m) || !m.state) return;
  const reason: Reason = { kind: 'empty', text: 'there is nothing in it' };
  const place = placeOf(m, s.iterable);
  record<BranchStep>(m, {
    kind: 'branch',
    place,
    truth: 'false',
    reason,
    skipped: s.body,
    function: m.frame.function,
  });
}

/** A round that may not happen. */
function openRound(
  m: Machine,
  s: ForEachStatement,
  loop: Loop,
  element: Value,
  guards: Machine['guards'],
): void {
  if (!m.state) return;
  const skipped = m.state.fork();
  const reason: Reason = { kind: 'unknown', text: 'it is not known what there is to go through' };
  m.guards = pushGuard(guards, placeOf(m, s.iterable), true, reason, 'loop');
  roundOver(m, s, loop, element);
  m.guards = guards;
  merge(m, skipped);
}

/** One round with an element. Names that each round has anew are in a scope of its own (ECMAScript 14.7.5.7). */
function roundOver(m: Machine, s: ForEachStatement, loop: Loop, element: Value): void {
  const { frame } = m;
  const { scope } = frame;
  if (s.fresh) {
    const parent = scope.kind === 'scope' ? scope : undefined;
    frame.scope = { kind: 'scope', id: newId(m), parent, locals: s.fresh, module: frame.module };
    heap(m).create(frame.scope.id, new Map());
  }
  round(m, loop, s.label, () => m.rules.assign(m, s.target, element), s.body);
  frame.scope = scope;
}

/** One round: `continue` joins its end, `break` leaves the loop. */
function round(m: Machine, loop: Loop, label: string | undefined, before: () => void, body: Block): void {
  const outer = m.sink;
  m.sink = [];
  m.frame.loops.push({ id: loop.id, label });
  before();
  m.rules.execute(m, body);
  m.frame.loops.pop();
  const exits = m.sink;
  m.sink = outer;
  for (const exit of exits) {
    if (exit.kind === 'continue' && exit.loop === loop.id) merge(m, exit.state);
    else if (exit.kind === 'break' && exit.loop === loop.id) loop.broken.push(exit.state);
    else m.sink.push(exit);
  }
}

function finish(m: Machine, loop: Loop, otherwise: Block): void {
  for (const state of loop.over) merge(m, state);
  if (m.state) m.rules.execute(m, otherwise);
  for (const state of loop.broken) merge(m, state);
}

/** `while`: certain rounds run one by one up to a bound; an open one runs once. A loop that nothing ends is where the program stays. */
export function executeWhile(m: Machine, s: WhileStatement): void {
  const guards = m.guards;
  const loop: Loop = { id: m.nextLoop++, broken: [], over: [] };
  let rounds = 0;
  let endless = false;
  while (m.state) {
    const condition = s.testAfter && rounds === 0 ? undefined : evaluateCondition(m, s.test);
    if (!m.state || condition?.truth === 'false') {
      lookAtBlock(m, s.body);
      break;
    }
    if (condition?.truth === 'open') loop.over.push(m.state.fork());
    refine(m, condition?.whenTrue ?? []);
    if (condition?.truth === 'open')
      m.guards = pushGuard(guards, placeOf(m, s.test), true, condition.reason, 'loop');
    round(m, loop, s.label, () => undefined, s.body);
    if (m.state) m.rules.execute(m, s.update);
    rounds++;
    const constant = s.test.kind === 'constant';
    endless = condition?.truth !== 'open' && constant;
    if (condition?.truth === 'open' || constant) break;
    if (rounds >= MAX_ROUNDS) {
      loseTrack(m, s);
      break;
    }
    endless = false;
  }
  m.guards = guards;
  if (endless && m.state) stay(m, s, loop);
  finish(m, loop, s.otherwise);
}

/** Past the bound the loop is taken to end some time later: what it assigns to names is not known then. */
function loseTrack(m: Machine, s: WhileStatement): void {
  m.trace.limits.add(`a loop was followed for ${MAX_ROUNDS} rounds`);
  forEachTarget([...s.body, ...s.update], (target) => {
    const variable = target.kind === 'name' && m.state ? variableOf(m, target.name) : undefined;
    const slot = variable && m.state?.slot(variable.id, variable.name);
    if (!variable || !slot) return;
    const later = unknown('a loop went on for longer than it was followed');
    m.state?.setSlot(variable.id, variable.name, { ...slot, value: join(slot.value, later) });
  });
}

/**
 * A loop on a constant condition. Where a break is seen, the rounds that go on lead to it later; where none is, the main path of startup
 * stays here for good: it serves.
 */
function stay(m: Machine, s: WhileStatement, loop: Loop): void {
  const ends =
    loop.broken.length > 0 || m.sink.some((exit) => exit.kind === 'return' && exit.frame === m.frame);
  if (!ends && m.phase === 'startup' && !inModel(m) && m.state) {
    record<ServeStep>(m, { kind: 'serve', place: placeOf(m, s) });
    leave(m, { kind: 'serve', state: m.state });
  } else if (!ends && m.phase !== 'startup' && m.state) leave(m, { kind: 'serve', state: m.state });
  else m.state = undefined;
}
