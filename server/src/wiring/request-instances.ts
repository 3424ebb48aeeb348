/** Instances that requests make of a class that startup wires, and use without its dependency. Must not know why they are made. */
import type { InstanceObject, Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { CreateStep, EnterStep } from '../engine/steps.ts';
import { isCutBetween } from './request-steps.ts';
import { calleePlace, inWorkspace, samePlace } from './source.ts';
import type { Contract, Held, Wiring } from './types.ts';

/** An instance that never gets its dependency, though a function that uses it is called on it in the same request. */
export interface UnwiredUse {
  readonly object: InstanceObject;
  readonly step: CreateStep;
  readonly use: EnterStep;
}

/** Only where everything that startup made is wired; an instance that its own request wires first is none of them. */
export function* unwiredUses({ contract, run, held, verdict }: Wiring): Generator<UnwiredUse> {
  if (verdict !== 'wired' || contract.kind !== 'class' || contract.point.kind === 'constructor') return;
  if (!held.some((each) => each.verdict === 'wired')) return;
  const { steps } = run.trace;
  for (let index = run.startupSteps.length; index < steps.length; index++) {
    const step = steps[index];
    if (step?.kind !== 'create' || step.phase !== 'request' || step.object.kind !== 'instance') continue;
    const { object } = step;
    if (!object.class.mro.some(({ node }) => node === contract.definition)) continue;
    // The same code made the wired one: it may be made once and kept, in a way that was not followed.
    if (!inWorkspace(calleePlace(step.place)) || held.some((each) => isMadeAt(each.object, step.place)))
      continue;
    const use = useOf(run, contract, object, index);
    if (use && isWithout(run, contract, object) && !isCutBetween(run, step.id, use.id))
      yield { object, step, use };
  }
}

function isMadeAt(object: Held['object'], place: Place): boolean {
  return object.kind === 'instance' && samePlace(object.site, place);
}

/** The first call of a function that uses the dependency, on this very object and in the same request. */
function useOf(run: Run, contract: Contract, object: InstanceObject, from: number): EnterStep | undefined {
  const { steps } = run.trace;
  const { root } = steps[from] ?? {};
  for (let index = from + 1; steps[index]?.root === root && index < steps.length; index++) {
    const step = steps[index];
    if (step?.kind !== 'enter' || !contract.users.includes(step.function.node)) continue;
    if (step.function.node.name === run.machine.dialect.names.constructor) continue;
    if (step.receiver?.atoms.length === 1 && step.receiver.atoms[0] === object) return step;
  }
  return undefined;
}

/** Whether nothing was ever stored in the attribute but none. */
function isWithout(run: Run, { point }: Contract, object: InstanceObject): boolean {
  const slot = run.requests.heap.slot(object.id, point.attribute);
  return (
    slot !== undefined &&
    slot.value.atoms.length > 0 &&
    slot.value.atoms.every(({ kind }) => kind === 'none' || kind === 'undefined')
  );
}
