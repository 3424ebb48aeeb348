/** Raising on the current path, and running something while looking at what it raises. Must not word the errors. */
import type { Exit, Frame, Machine } from './machine.ts';
import { inModel, leave, merge, record, workspacePlace } from './machine.ts';
import type { Place } from './objects.ts';
import type { RaiseCause, RaiseStep } from './steps.ts';
import { NOTHING, type Value, join, unknown } from './values.ts';

/** Whether some `try` further up the stack would see a failure. Where none is, the application starts, so what is missing here is made later. */
export function triesAround(frame: Frame): boolean {
  for (let at: Frame | undefined = frame; at; at = at.parent) if (at.tries > 0) return true;
  return false;
}

export type RaiseExit = Extract<Exit, { kind: 'raise' }>;

/** Ends the current path with `exception`. Gives `NOTHING`, the value of what never completes. */
export function raise(m: Machine, exception: Value, cause: RaiseCause, at: Place): Value {
  if (!m.state) return NOTHING;
  const place = inModel(m) ? workspacePlace(m, at) : at;
  const step = record<RaiseStep>(m, { kind: 'raise', place, cause, handler: undefined });
  leave(m, { kind: 'raise', exception, cause, place, step, guards: m.guards, state: m.state });
  return NOTHING;
}

/** Raises an exception of the builtin class that the dialect names for this kind of failure. */
export function raiseBuiltin(m: Machine, className: string, cause: RaiseCause, place: Place): Value {
  const exception = builtin(m, className);
  return raise(m, exception, cause, place);
}

/**
 * Raises. A call graph is of the whole text: there the program goes on, with a value that is not known; handlers around it are looked at
 * in any case.
 */
export function raiseOrGoOn(m: Machine, className: string, cause: RaiseCause, place: Place): Value {
  if (!m.callGraph || inModel(m)) return raiseBuiltin(m, className, cause, place);
  return unknown('what failed before', { place });
}

/** A builtin by name. */
export function builtin(m: Machine, name: string): Value {
  const module = m.loaded.get(m.dialect.names.builtins);
  if (!module || !m.state) return NOTHING;
  return m.state.slot(module.id, name)?.value ?? NOTHING;
}

export interface Attempt {
  /** `NOTHING` where no path completes. */
  readonly value: Value;
  readonly raised: readonly RaiseExit[];
}

/** Runs `action` and keeps what it raises apart; the other exits go on as usual. The current path is the completed one. */
export function attempt(m: Machine, action: () => Value): Attempt {
  const outer = m.sink;
  m.sink = [];
  const value = action();
  const exits = m.sink;
  m.sink = outer;
  const raised: RaiseExit[] = [];
  for (const exit of exits) {
    if (exit.kind === 'raise') raised.push(exit);
    else m.sink.push(exit);
  }
  return { value: m.state ? value : NOTHING, raised };
}

/** Notes in the step of what was raised that `handler` caught it. */
export function noteCaught(m: Machine, exit: RaiseExit, handler: Place): void {
  const step = m.trace.steps[exit.step];
  if (step?.kind !== 'raise') return;
  m.trace.steps[exit.step] = { ...step, handler: inModel(m) ? workspacePlace(m, handler) : handler };
}

/** Runs `action` on a path of its own and joins it to the current one. */
export function branch(m: Machine, paths: readonly (() => Value)[]): Value {
  const start = m.state;
  if (!start) return NOTHING;
  let result = NOTHING;
  let joined: Machine['state'];
  const guards = m.guards;
  paths.forEach((path, index) => {
    m.state = index === paths.length - 1 ? start : start.fork();
    m.guards = guards;
    result = join(result, path());
    const ended = m.state;
    if (!joined) joined = ended;
    else if (ended) joined.joinWith(ended);
  });
  m.guards = guards;
  m.state = undefined;
  merge(m, joined);
  return m.state ? result : NOTHING;
}
