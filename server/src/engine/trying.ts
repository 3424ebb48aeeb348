/** `try`: which handler takes what was raised, and what `finally` does to every way out. Python reference 8.4. */
import type { Handler, TryStatement } from '../ir/nodes.ts';
import { lookAt } from './call-graph.ts';
import { pushGuard } from './guards.ts';
import type { Exit, Machine } from './machine.ts';
import { placeOf, positional } from './machine.ts';
import type { Place } from './objects.ts';
import type { RaiseExit } from './raise.ts';
import { noteCaught } from './raise.ts';
import { deleteName } from './scopes.ts';
import type { State } from './state.ts';
import { builtinClass, classesIn, isInstance, isSubclass } from './types.ts';
import type { Atom, Value } from './values.ts';
import { NOTHING, isNothing, join, unknown } from './values.ts';

export function executeTry(m: Machine, s: TryStatement): void {
  const outer = m.sink;
  const guards = m.guards;
  m.sink = [];
  const { frame } = m;
  frame.tries++;
  m.rules.execute(m, s.body);
  frame.tries--;
  const exits = m.sink;
  const pending: Exit[] = [];
  m.sink = pending;
  if (m.state) m.rules.execute(m, s.otherwise);
  const after = handleAll(m, s, exits, pending, guards);
  if (s.final.length > 0) runFinal(m, s, pending, outer);
  else outer.push(...pending);
  m.sink = outer;
  if (after) m.guards = guards;
}

/** Gives every raised exit to the first handler that takes it; joins what the handlers let go on. */
function handleAll(
  m: Machine,
  s: TryStatement,
  exits: readonly Exit[],
  pending: Exit[],
  guards: Machine['guards'],
): boolean {
  const normal = m.state;
  const taken = new Map<Handler, RaiseExit[]>();
  for (const exit of exits) {
    if (exit.kind === 'raise' && s.handlers.length > 0) offer(m, s, exit, taken, pending);
    else pending.push(exit);
  }
  let joined: State | undefined = normal;
  for (const [handler, raised] of taken) {
    runHandler(m, handler, raised, guards);
    if (!m.state) continue;
    if (joined) joined.joinWith(m.state);
    else joined = m.state;
  }
  m.state = joined;
  for (const handler of s.handlers) lookAt(m, handler.body, () => lookAtHandler(m, handler));
  return taken.size > 0;
}

/** A handler that takes nothing that is seen to be raised. */
function lookAtHandler(m: Machine, handler: Handler): void {
  if (handler.type) m.rules.evaluate(m, handler.type);
  if (handler.binding) m.rules.assign(m, handler.binding, unknown('an exception'));
  m.rules.execute(m, handler.body);
}

/** Finds the handlers that may take an exit; where only some of its exceptions fit, the rest goes on. */
function offer(
  m: Machine,
  s: TryStatement,
  exit: RaiseExit,
  taken: Map<Handler, RaiseExit[]>,
  pending: Exit[],
): void {
  let remaining: RaiseExit = exit;
  for (const handler of s.handlers) {
    const answer = matches(m, handler, remaining);
    if (answer.truth === 'false') continue;
    const list = taken.get(handler) ?? [];
    taken.set(handler, list);
    if (answer.truth === 'true') {
      list.push(remaining);
      return;
    }
    list.push({ ...remaining, state: remaining.state.fork(), exception: answer.fits });
    remaining = { ...remaining, exception: answer.rest };
  }
  pending.push(remaining);
}

interface Match {
  readonly truth: 'true' | 'false' | 'open';
  readonly fits: Value;
  readonly rest: Value;
}

function matches(m: Machine, handler: Handler, exit: RaiseExit): Match {
  if (!handler.type) return { truth: 'true', fits: exit.exception, rest: NOTHING };
  const saved = m.state;
  m.state = exit.state;
  const { classes, open } = classesIn(m, m.rules.evaluate(m, handler.type));
  const ordinary = builtinClass(m, m.dialect.names.anyError);
  const group = builtinClass(m, m.dialect.names.errorGroup);
  const fits: Atom[] = [];
  const rest: Atom[] = [];
  for (const atom of exit.exception.atoms) {
    if (atom.kind === 'absent') continue;
    const answers = classes.map((type) =>
      atom.kind === 'class' ? isSubclass(atom, type) : isInstance(m, atom, type),
    );
    if (
      handler.group &&
      group &&
      (atom.kind === 'class' ? isSubclass(atom, group) : isInstance(m, atom, group)) !== 'false'
    )
      answers.push('open');
    const catchesAll = classes.some((type) => ordinary?.mro.includes(type) === true);
    const truth =
      answers.includes('true') || (catchesAll && answers.includes('open'))
        ? 'true'
        : open || answers.includes('open')
          ? 'open'
          : 'false';
    if (truth !== 'false') fits.push(atom);
    if (truth !== 'true') rest.push(atom);
  }
  m.state = saved;
  if (isNothing(exit.exception)) return { truth: 'true', fits: exit.exception, rest: NOTHING };
  return {
    truth: fits.length === 0 ? 'false' : rest.length === 0 ? 'true' : 'open',
    fits: { atoms: fits },
    rest: { atoms: rest },
  };
}

/** Runs a handler once for all it takes. The steps of what was raised learn who caught it. */
function runHandler(
  m: Machine,
  handler: Handler,
  raised: readonly RaiseExit[],
  guards: Machine['guards'],
): void {
  const first = raised[0];
  if (!first) return;
  const place = placeOf(m, handler);
  let state: State | undefined;
  let exception = NOTHING;
  for (const exit of raised) {
    if (state) state.joinWith(exit.state);
    else state = exit.state;
    exception = join(exception, exit.exception);
    noteCaught(m, exit, place);
  }
  m.state = state;
  m.guards = pushGuard(
    guards,
    place,
    true,
    { kind: 'unknown', text: 'an exception was raised and caught' },
    'handler',
  );
  if (handler.binding) m.rules.assign(m, handler.binding, instancesOf(m, exception, place));
  m.frame.handling.push({ ...first, exception });
  m.rules.execute(m, handler.body);
  m.frame.handling.pop();
  if (m.state && handler.binding?.kind === 'name') deleteName(m, handler.binding.name);
  m.guards = guards;
}

/** What the running of code raises by itself has a message, and says what it is about, in words that are not known. */
function instancesOf(m: Machine, exception: Value, place: Place): Value {
  const classes = exception.atoms.filter((atom) => atom.kind === 'class');
  if (classes.length === 0 || m.callGraph) return exception;
  const said = unknown('a text that says what failed', { truthy: true });
  const args = { ...positional(said), moreNamed: unknown('what an error is about') };
  const made = m.rules.call(m, { atoms: classes }, args, place);
  return join({ atoms: exception.atoms.filter((atom) => atom.kind !== 'class') }, made);
}

/** Runs `finally` on the path that goes on and on every way out but serving. */
function runFinal(m: Machine, s: TryStatement, pending: readonly Exit[], outer: Exit[]): void {
  m.sink = outer;
  const normal = m.state;
  for (const exit of pending) {
    if (exit.kind === 'serve') {
      outer.push(exit);
      continue;
    }
    m.state = exit.state;
    m.rules.execute(m, s.final);
    if (m.state) outer.push({ ...exit, state: m.state });
  }
  m.state = normal;
  if (normal) m.rules.execute(m, s.final);
}
