/** `with`: entering and leaving context managers; one made from a generator runs in line around the body. Python reference 8.5. */
import type { WithStatement } from '../ir/nodes.ts';
import { bind, lookUp } from './descriptors.ts';
import type { Truth } from './guards.ts';
import type { Exit, Machine } from './machine.ts';
import { merge, placeOf, positional } from './machine.ts';
import type { Atomic, GeneratorContextObject, Place } from './objects.ts';
import { noteCaught } from './raise.ts';
import { truthOf } from './truth.ts';
import { classOf } from './types.ts';
import type { Value } from './values.ts';
import { NONE, NOTHING, single, unknown } from './values.ts';

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
export function runInContext(
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
  m.rules.resume(m, generator.call, (entered) => {
    const inside = m.frame;
    m.frame = caller;
    body(entered);
    m.frame = inside;
    return NONE;
  });
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
