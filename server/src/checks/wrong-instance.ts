/**
 * Startup wires one object, and a request makes another one of the same class and uses it without.
 * Must not know why it is made.
 */
import type { InstanceObject, Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { CreateStep, EnterStep } from '../engine/steps.ts';
import { isCutBetween } from '../wiring/request-steps.ts';
import { calleePlace, inWorkspace, samePlace } from '../wiring/source.ts';
import type { Contract, Held } from '../wiring/types.ts';
import * as words from '../wiring/words.ts';
import { type Match, type Problem, type WiringCheck, pageOf } from './check.ts';

export const WRONG_INSTANCE: WiringCheck = {
  id: 'wrong-instance',
  summary: 'one instance is wired, another one of the same class serves',
  severity: 'error',
  url: pageOf('wrong-instance'),
  finders: [{ rank: 13, find: () => undefined, findUnheld }],
};

function findUnheld({ wiring }: Omit<Problem, 'held'>): Match | undefined {
  const { contract, run } = wiring;
  const wired = wiring.held.find((held) => held.verdict === 'wired');
  if (wiring.verdict !== 'wired' || !wired || contract.kind !== 'class') return undefined;
  if (contract.point.kind === 'constructor') return undefined;
  for (const { step, use } of unwiredUses(run, contract)) {
    const place = calleePlace(step.place);
    // The same code made the wired one: it may be made once and kept, in a way that was not followed.
    if (!inWorkspace(place) || wiring.held.some(({ object }) => isMadeAt(object, step.place))) continue;
    return {
      place,
      message: words.wrongInstance(
        contract,
        wired.object.kind === 'instance' ? wired.object.site : undefined,
      ),
      advice: words.useTheWired(contract),
      keys: [...stepsOf(wired), step.root, step.id, use.id],
      last: 'create',
      lastMessage: `another ${contract.name} is created, and it has no ${words.needOf(contract)}`,
    };
  }
  return undefined;
}

function isMadeAt(object: Held['object'], place: Place): boolean {
  return object.kind === 'instance' && samePlace(object.site, place);
}

function stepsOf({ object, writes }: Held): readonly number[] {
  return [...(object.kind === 'instance' ? [object.step] : []), ...writes.map(({ step }) => step)];
}

interface UnwiredUse {
  readonly step: CreateStep;
  readonly use: EnterStep;
}

function* unwiredUses(run: Run, contract: Contract): Generator<UnwiredUse> {
  const { steps } = run.trace;
  for (let index = run.startupSteps.length; index < steps.length; index++) {
    const step = steps[index];
    if (step?.kind !== 'create' || step.phase !== 'request' || step.object.kind !== 'instance') continue;
    const { object } = step;
    if (!object.class.mro.some(({ node }) => node === contract.definition)) continue;
    const use = useOf(run, contract, object, index);
    if (use && isWithout(run, contract, object) && !isCutBetween(run, step.id, use.id)) yield { step, use };
  }
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
