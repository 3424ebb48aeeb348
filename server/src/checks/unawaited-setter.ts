/** An async injection is never awaited, so that its body never runs. */
import type { CoroutineStep } from '../engine/steps.ts';
import { functionsIn } from '../wiring/classes.ts';
import { factsOf } from '../wiring/facts.ts';
import { inWorkspace } from '../wiring/source.ts';
import type { Contract } from '../wiring/types.ts';
import * as words from '../wiring/words.ts';
import { type Match, type Problem, type WiringCheck, pageOf } from './check.ts';
import { awaitCorrections } from './fixes/await-call.ts';
import { coroutinesOf } from './sites.ts';

export const UNAWAITED_SETTER: WiringCheck = {
  id: 'unawaited-setter',
  summary: 'an async injection is never awaited',
  severity: 'error',
  url: pageOf('unawaited-setter'),
  finders: [{ rank: 2, find }],
  corrections: (context, { wiring, match }) => awaitCorrections(context, wiring.contract, match.place),
};

function find({ wiring, held }: Problem): Match | undefined {
  const { contract, run } = wiring;
  // A call that begins at once, and whose rest nobody waits for, may come too late; any other never runs.
  const isLate = held.verdict === 'late';
  if (held.verdict !== 'never' && held.verdict !== 'request-only' && !isLate) return undefined;
  const none = words.nothing(held.value, run.machine.dialect);
  for (const step of coroutinesOf(run)) {
    if (step.awaited || step.phase !== 'startup' || !inWorkspace(step.place)) continue;
    const message = messageOf(contract, step, isLate ? undefined : none);
    if (message === undefined) continue;
    const created = held.object.kind === 'instance' ? [held.object.step] : [];
    return {
      place: step.place,
      message,
      advice: ' Await it.',
      keys: [...created, step.id],
      last: 'skip',
      lastMessage: isLate
        ? `nothing waits for ${step.function.name}() here`
        : `${step.function.name}() is created here and never runs`,
    };
  }
  return undefined;
}

/** @param none what the attribute stays; absent where the call runs, but maybe too late. */
function messageOf(contract: Contract, step: CoroutineStep, none: string | undefined): string | undefined {
  if (step.function.node === contract.point.function) return words.unawaited(contract, undefined, none);
  return injects(contract, step) ? words.unawaited(contract, step.function.name, none) : undefined;
}

/** Whether the function was given the injection point, or its body calls or assigns it. */
function injects({ point }: Contract, step: CoroutineStep): boolean {
  const given = [...step.args.values()].flatMap(functionsIn);
  if (given.some((fn) => fn.node === point.function)) return true;
  if (step.function.isModel) return false;
  const facts = factsOf(step.function.node);
  if (point.kind === 'constructor') return false;
  if (point.kind === 'attribute')
    return facts.stores.some((stored) => stored.owner === 'other' && stored.attribute === point.attribute);
  return facts.calls.some((call) => call.name === point.name);
}
