/**
 * Only requests hand over a dependency that was there when the application began to serve, and other requests use the component without it.
 * Must not know how requests come in.
 */
import type { EnterStep, WriteStep } from '../engine/steps.ts';
import { requestSteps } from '../wiring/request-steps.ts';
import { inWorkspace } from '../wiring/source.ts';
import * as words from '../wiring/words.ts';
import { type Match, type Problem, type WiringCheck, pageOf } from './check.ts';
import { reachedBy } from './sites.ts';

export const REQUEST_ONLY_INJECTION: WiringCheck = {
  id: 'request-only-injection',
  summary: 'only a request path injects; what is used before that path is not',
  severity: 'warning',
  url: pageOf('request-only-injection'),
  finders: [{ rank: 12, find }],
};

function find({ wiring, held }: Problem): Match | undefined {
  const { contract, run } = wiring;
  if (held.verdict !== 'request-only') return undefined;
  const writes = injectionsBy(wiring, held);
  const [first] = writes;
  if (!first) return undefined;
  const use = useWithout({ wiring, held }, writes);
  const called = reachedBy(run, contract.point, { step: first.id, guards: first.guards, value: first.value });
  if (!use || !called || !inWorkspace(called.name)) return undefined;
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  return {
    place: called.name,
    message: words.requestOnly(contract, use.function),
    advice: words.callBeforeServing(contract),
    keys: [...created, use.root, use.id],
    last: 'inject',
    lastMessage: 'only a request hands it over',
  };
}

/** What requests hand over to the component, where it was there before any request came. */
function injectionsBy({ contract, run }: Problem['wiring'], held: Problem['held']): readonly WriteStep[] {
  return run.trace.steps
    .slice(run.startupSteps.length)
    .filter(
      (step): step is WriteStep =>
        step.kind === 'write' &&
        step.phase === 'request' &&
        step.object === held.object &&
        step.name === contract.point.attribute &&
        step.value.atoms.length > 0 &&
        step.value.atoms.every(
          (atom) =>
            atom.kind === 'instance' &&
            (contract.point.spoken || !atom.class.isModel) &&
            run.heap.has(atom.id),
        ),
    );
}

/** A function that uses the dependency on this very object, in a request that does not hand it over first. */
function useWithout(
  { wiring, held }: Pick<Problem, 'wiring' | 'held'>,
  writes: readonly WriteStep[],
): EnterStep | undefined {
  const { contract, run } = wiring;
  const injects = (root: number): boolean =>
    requestSteps(run, root).some(({ from, to }) => writes.some(({ id }) => from <= id && id < to));
  return run.trace.steps
    .slice(run.startupSteps.length)
    .find(
      (step): step is EnterStep =>
        step.kind === 'enter' &&
        step.phase === 'request' &&
        contract.users.includes(step.function.node) &&
        (contract.kind === 'module' ||
          (step.receiver?.atoms.length === 1 && step.receiver.atoms[0] === held.object)) &&
        !injects(step.root),
    );
}
