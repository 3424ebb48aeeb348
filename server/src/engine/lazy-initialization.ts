/**
 * Values made at first use: `if self._x is None: self._x = make()`. Must not know what is made.
 *
 * When such a guard is open because making may fail, each visit would make the value again, although the same place gives the same
 * abstract object. So a second visit takes the side on which the value is there: the other side ends in the same values or not at all.
 */
import type { Expression } from '../ir/nodes.ts';
import type { Condition, Refinement } from './conditions.ts';
import type { Machine } from './machine.ts';
import type { Slot } from './state.ts';
import type { FunctionObject } from './objects.ts';

/** The condition as it stands, or decided where its value has been made by this function before. */
export function settleLazily(m: Machine, condition: Condition, test: Expression): Condition {
  if (condition.truth !== 'open' || !m.state || !m.frame.function) return condition;
  const missing = missingSide(condition);
  if (!missing) return condition;
  const { side, refinement } = missing;
  const key = `${refinement.id}:${refinement.name}`;
  const visits = m.lazyVisits.get(test) ?? new Map<string, number>();
  m.lazyVisits.set(test, visits);
  const first = visits.get(key);
  if (first === undefined) {
    visits.set(key, m.trace.steps.length);
    return condition;
  }
  const slot = m.state.slot(refinement.id, refinement.name);
  if (!slot || !madeSince(m, slot, first, m.frame.function)) return condition;
  return { ...condition, truth: side === 'true' ? 'false' : 'true' };
}

/** The side of the condition on which its one variable is certainly none, if the other side has something. */
function missingSide(condition: Condition): { side: 'true' | 'false'; refinement: Refinement } | undefined {
  const [whenTrue] = condition.whenTrue;
  const [whenFalse] = condition.whenFalse;
  if (condition.whenTrue.length !== 1 || condition.whenFalse.length !== 1 || !whenTrue || !whenFalse)
    return undefined;
  if (isMissing(whenTrue) && !isMissing(whenFalse)) return { side: 'true', refinement: whenTrue };
  if (isMissing(whenFalse) && !isMissing(whenTrue)) return { side: 'false', refinement: whenFalse };
  return undefined;
}

function isMissing({ value }: Refinement): boolean {
  return (
    value.atoms.length > 0 && value.atoms.every((atom) => atom.kind === 'none' || atom.kind === 'undefined')
  );
}

/** Whether `fn` itself stored something in the slot after step `since`. */
function madeSince(m: Machine, slot: Slot, since: number, fn: FunctionObject): boolean {
  return slot.writes.some((write) => {
    if (write.step < since || write.value.atoms.every((atom) => atom.kind === 'none')) return false;
    const step = m.trace.steps[write.step];
    const call = step && m.trace.steps[step.parent];
    return call?.kind === 'enter' && call.function.node === fn.node;
  });
}
