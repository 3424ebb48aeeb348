/** `with`: entering and leaving context managers; one made from a generator runs in line around the body. Python reference 8.5. */
import type { WithStatement } from '../ir/nodes.ts';
import { bind, lookUp } from './descriptors.ts';
import type { Truth } from './guards.ts';
import type { Exit, Machine } from './machine.ts';
import { leave, merge, placeOf, positional } from './machine.ts';
import type { Atomic, GeneratorContextObject, Place } from './objects.ts';
import { noteCaught } from './raise.ts';
import { truthOf } from './truth.ts';
import { classOf } from './types.ts';
import type { Value } from './values.ts';
import { NONE, NOTHING, join, joinAll, single, unknown } from './values.ts';

/** Enters the item at `index`, then the ones after it, then the body. */
export function executeWith(m: Machine, s: WithStatement, index: number): void {
  const item = s.items[index];
  if (!item) {
    m.rules.execute(m, s.body);
    return;
  }
  const value = m.rules.evaluate(m, item.context);
  if (!m.state) return;
  const place = placeOf(m, item.context);
  const body = (entered: Value): void => {
    if (item.target) m.rules.assign(m, item.target, entered);
    if (m.state) executeWith(m, s, index + 1);
  };
  runInContext(m, value, s.isAsync, place, body);
}

/** Runs `body` inside the context manager. */
function runInContext(
  m: Machine,
  context: Value,
  isAsync: boolean,
  place: Place,
  body: (entered: Value) => void,
): void {
  const atom = context.atoms.find((candidate) => candidate.kind !== 'none');
  if (!atom || atom.kind === 'absent') {
    body(unknown('what the context manager gives', { place }));
    return;
  }
  if (atom.kind === 'generator-context') generatorContext(m, atom, body);
  else if (atom.kind === 'coroutine')
    runInContext(m, m.rules.await(m, single(atom), place), isAsync, place, body);
  else objectContext(m, atom, isAsync, place, body);
}

function generatorContext(m: Machine, context: GeneratorContextObject, body: (entered: Value) => void): void {
  const generator = context.generator.atoms[0];
  if (generator?.kind !== 'generator') {
    body(unknown('what the context manager gives'));
    return;
  }
  const caller = m.frame;
  const left: Exit[] = [];
  m.rules.resume(m, generator.call, (entered) => {
    const inside = m.frame;
    m.frame = caller;
    if (!caller.module.isModel) m.yielding = undefined;
    left.push(...runBody(m, () => body(entered)));
    m.frame = inside;
    return NONE;
  });
  const first = left[0];
  if (!first || !m.state) return;
  const value = joinAll(left.map((exit) => (exit.kind === 'return' ? exit.value : NOTHING)));
  leave(m, first.kind === 'return' ? { ...first, value, state: m.state } : { ...first, state: m.state });
}

/**
 * Runs a body. Where it only ever leaves by `return`, `break` or `continue`, the path goes on, so that the generator around it runs to its
 * end, and the exits to take afterwards are given.
 */
function runBody(m: Machine, body: () => void): readonly Exit[] {
  const outer = m.sink;
  m.sink = [];
  body();
  const exits = m.sink;
  m.sink = outer;
  const first = exits.find((exit) => exit.kind !== 'raise' && exit.kind !== 'serve');
  const left = m.state || !first ? [] : exits.filter((exit) => sameWay(exit, first));
  m.sink.push(...exits.filter((exit) => !left.includes(exit)));
  for (const exit of left) merge(m, exit.state);
  return left;
}

function sameWay(a: Exit, b: Exit): boolean {
  if (a.kind === 'return') return b.kind === 'return' && a.frame === b.frame;
  return (
    a.kind === b.kind && (a.kind === 'break' || a.kind === 'continue') && 'loop' in b && a.loop === b.loop
  );
}

/** Enters a context manager that is left at a time nobody sees; of a generator only what is before its `yield` runs. */
export function enterNow(m: Machine, context: Value, place: Place): Value {
  const atom = context.atoms.find((candidate) => candidate.kind !== 'none' && candidate.kind !== 'absent');
  if (!atom) return unknown('what the context manager gives', { place });
  if (atom.kind !== 'generator-context') {
    const { enter, asyncEnter } = m.dialect.names;
    const isAsync = callsFor(m, atom, enter) === undefined;
    return callHook(m, atom, isAsync ? asyncEnter : enter, [], place, isAsync) ?? single(atom);
  }
  const generator = atom.generator.atoms[0];
  if (generator?.kind !== 'generator') return unknown('what the context manager gives', { place });
  let entered = NOTHING;
  let joined: Machine['state'];
  m.rules.resume(m, generator.call, (value) => {
    entered = join(entered, value);
    if (joined && m.state) joined.joinWith(m.state);
    else joined = m.state;
    m.state = undefined;
    return NONE;
  });
  m.state = joined;
  return entered;
}

function callsFor(m: Machine, atom: Atomic, hook: string | undefined): unknown {
  const type = classOf(m, atom);
  return type && hook !== undefined ? lookUp(m, type.mro, hook) : undefined;
}

function objectContext(
  m: Machine,
  atom: Atomic,
  isAsync: boolean,
  place: Place,
  body: (entered: Value) => void,
): void {
  const { enter, exit, asyncEnter, asyncExit } = m.dialect.names;
  const entered = callHook(m, atom, isAsync ? asyncEnter : enter, [], place, isAsync);
  if (!m.state) return;
  const outer = m.sink;
  m.sink = [];
  body(
    entered ??
      (atom.kind === 'unknown'
        ? unknown(atom.reason, { place, path: atom.path, truthy: atom.truthy })
        : single(atom)),
  );
  const exits = m.sink;
  m.sink = outer;
  const exitHook = isAsync ? asyncExit : exit;
  if (m.state) callHook(m, atom, exitHook, [NONE, NONE, NONE], place, isAsync);
  leaveByExits(m, atom, exitHook, exits, place, isAsync);
}

/** The exit method sees every way out; one that gives true swallows what was raised. */
function leaveByExits(
  m: Machine,
  atom: Atomic,
  hook: string | undefined,
  exits: readonly Exit[],
  place: Place,
  isAsync: boolean,
): void {
  const normal = m.state;
  let joined = normal;
  for (const exit of exits) {
    if (exit.kind === 'serve') {
      m.sink.push(exit);
      continue;
    }
    m.state = exit.state;
    if (exit.kind !== 'raise') {
      callHook(m, atom, hook, [NONE, NONE, NONE], place, isAsync);
      if (m.state) m.sink.push({ ...exit, state: m.state });
      continue;
    }
    const type =
      exit.exception.atoms[0]?.kind === 'instance' ? single(exit.exception.atoms[0].class) : exit.exception;
    const answer = callHook(m, atom, hook, [type, exit.exception, unknown('a traceback')], place, isAsync);
    if (!m.state) continue;
    const swallows = answer ? swallowing(m, answer) : 'false';
    if (swallows !== 'true') m.sink.push({ ...exit, state: swallows === 'open' ? m.state.fork() : m.state });
    if (swallows === 'false') continue;
    noteCaught(m, exit, place);
    if (joined) joined.joinWith(m.state);
    else joined = m.state;
  }
  m.state = undefined;
  merge(m, joined);
}

/** Whether an exit method's answer swallows. One that cannot be followed is taken for none: few context managers swallow. */
function swallowing(m: Machine, answer: Value): Truth {
  return answer.atoms.every((atom) => atom.kind === 'unknown') ? 'false' : truthOf(m, answer).truth;
}

function callHook(
  m: Machine,
  atom: Atomic,
  hook: string | undefined,
  args: readonly Value[],
  place: Place,
  isAsync: boolean,
): Value | undefined {
  const type = classOf(m, atom);
  const slot = type && hook !== undefined ? lookUp(m, type.mro, hook) : undefined;
  if (!slot || !type) return undefined;
  const value = m.rules.call(m, bind(m, slot.value, atom, type, place), positional(...args), place);
  if (!m.state) return NOTHING;
  return isAsync ? m.rules.await(m, value, place) : value;
}
