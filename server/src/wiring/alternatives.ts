/**
 * Objects of which only one exists: a factory makes the one or the other, and one call injects whichever it is. In a joined heap each of
 * them looks as if the call might have been for the other. Must not know how a verdict comes about.
 */
import { contains } from '../base/span.ts';
import type { GuardLink } from '../engine/guards.ts';
import { listGuards } from '../engine/guards.ts';
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { EnterStep, Step } from '../engine/steps.ts';
import type { FunctionNode } from '../ir/nodes.ts';
import { eachExpression } from '../ir/outline.ts';
import { around, callAt, namesIn, samePlace } from './source.ts';
import type { Contract, Held } from './types.ts';

/** Whether an object that seems to be injected only sometimes is one of several that exclude each other and get the same injection. */
export function isOneOfSeveral(run: Run, held: Held, all: readonly Held[]): boolean {
  const own = injectionOf(run, held);
  return (
    own !== undefined &&
    isUnconditional(own, guardsOf(run, held)) &&
    all.some((other) => {
      const its = other === held ? undefined : injectionOf(run, other);
      return (
        its !== undefined && isSameCall(run, own, its) && excludes(guardsOf(run, held), guardsOf(run, other))
      );
    })
  );
}

/**
 * Whether an object that is only made sometimes is injected where it is found: the call asks nothing but whether what it is called on is
 * there. In a joined heap that looks as if the object could be there and not be found.
 */
export function isGivenWhereMade(run: Run, { point }: Contract, held: Held): boolean {
  const made = guardsOf(run, held).filter(({ form }) => form === 'if');
  const call = callOf(run, injectionOf(run, held), point.function);
  if (!call || made.length === 0) return false;
  const callee = callAt(call.place)?.callee;
  if (callee?.kind !== 'attribute') return false;
  const receiver = namesIn(callee.object);
  const asked = listGuards(call.guards).filter(
    (guard) => !made.some((own) => samePlace(own.place, guard.place)),
  );
  return (
    asked.length > 0 && asked.every((guard) => guard.form === 'if' && isSame(namesAt(guard.place), receiver))
  );
}

/** The call of the injecting function that a step happens in. */
function callOf(run: Run, step: Step | undefined, setter: FunctionNode | undefined): EnterStep | undefined {
  for (let at = step && run.trace.steps[step.parent]; at; at = run.trace.steps[at.parent])
    if (at.kind === 'enter' && at.function.node === setter) return at;
  return undefined;
}

function namesAt(place: Place): ReadonlySet<string> {
  const names = new Set<string>();
  eachExpression(around(place.module, place.start).block, (e) => {
    if (contains(place, e) && (e.kind === 'name' || e.kind === 'attribute')) names.add(e.name);
  });
  return names;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

/** Whether an injection happens wherever the object was made. */
function isUnconditional(injection: Step, made: readonly GuardLink[]): boolean {
  return listGuards(injection.guards).every((guard) =>
    made.some((other) => samePlace(guard.place, other.place)),
  );
}

function injectionOf(run: Run, { writes }: Held): Step | undefined {
  const write = writes.find(({ value }) =>
    value.atoms.some(({ kind }) => kind !== 'none' && kind !== 'absent'),
  );
  return write && run.trace.steps[write.step];
}

/** Whether two steps happen in one call that is made for several objects. */
function isSameCall(run: Run, a: Step | undefined, b: Step | undefined): boolean {
  if (!a || !b || !samePlace(a.place, b.place)) return false;
  return a.parent === b.parent || isSameCall(run, run.trace.steps[a.parent], run.trace.steps[b.parent]);
}

function guardsOf(run: Run, { object }: Held): readonly GuardLink[] {
  return object.kind === 'instance' ? listGuards(run.trace.steps[object.step]?.guards) : [];
}

/** Whether one was made where a condition came out the other way, or in the handler of what failed to make the other. */
function excludes(a: readonly GuardLink[], b: readonly GuardLink[]): boolean {
  const failed = (guards: readonly GuardLink[]): number =>
    guards.filter(({ form }) => form === 'handler').length;
  if (failed(a) !== failed(b)) return true;
  return a.some((guard) =>
    b.some((other) => samePlace(guard.place, other.place) && guard.taken !== other.taken),
  );
}
