/**
 * Startup wires one object, and a request makes another one of the same class and uses it without.
 * Must not know why it is made.
 */
import { unwiredUses } from '../wiring/request-instances.ts';
import { calleePlace } from '../wiring/source.ts';
import type { Held } from '../wiring/types.ts';
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
  const { contract } = wiring;
  const wired = wiring.held.find((held) => held.verdict === 'wired');
  const [first] = unwiredUses(wiring);
  if (!wired || !first) return undefined;
  const { step, use } = first;
  return {
    place: calleePlace(step.place),
    message: words.wrongInstance(contract, wired.object.kind === 'instance' ? wired.object.site : undefined),
    advice: words.useTheWired(contract),
    keys: [...stepsOf(wired), step.root, step.id, use.id],
    last: 'create',
    lastMessage: `another ${contract.name} is created, and it has no ${words.needOf(contract)}`,
  };
}

function stepsOf({ object, writes }: Held): readonly number[] {
  return [...(object.kind === 'instance' ? [object.step] : []), ...writes.map(({ step }) => step)];
}
