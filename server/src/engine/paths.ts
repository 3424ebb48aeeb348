/** Both sides of an open condition, and their join. Must not know statements. */
import type { Condition } from './conditions.ts';
import { refine } from './conditions.ts';
import { pushGuard } from './guards.ts';
import type { Machine } from './machine.ts';
import type { Place } from './objects.ts';

/** Runs both sides of an open condition, each with what the condition tells it, and joins what goes on. */
export function forkOn(
  m: Machine,
  condition: Condition,
  place: Place,
  whenTrue: () => void,
  whenFalse: () => void,
): void {
  const guards = m.guards;
  const start = m.state;
  if (!start) return;
  const other = start.fork();
  refine(m, condition.whenTrue);
  const exitsBefore = m.sink.length;
  m.guards = pushGuard(guards, place, true, condition.reason, 'if');
  whenTrue();
  const first = m.state;
  const middle = m.sink.length;
  m.state = other;
  refine(m, condition.whenFalse);
  m.guards = pushGuard(guards, place, false, condition.reason, 'if');
  whenFalse();
  const second = m.state as Machine['state'];
  m.guards = guards;
  if (first && second) {
    first.joinWith(second);
    m.state = first;
    return;
  }
  m.state = first ?? second;
  const ended = first ? m.sink.slice(middle) : m.sink.slice(exitsBefore, middle);
  // A side that returned or left a loop leaves what follows under its guard; the end of the function takes it off. A side that raised does not.
  const onlyRaised = ended.every((exit) => exit.kind === 'raise');
  if (m.state && !onlyRaised)
    m.guards = pushGuard(guards, place, first !== undefined, condition.reason, 'if');
}
