/** The right setter receives another kind of object. */
import { kindMismatch, neededType } from '../wiring/dependency.ts';
import { placeIn } from '../wiring/source.ts';
import * as words from '../wiring/words.ts';
import { type Match, type Problem, type WiringCheck, pageOf } from './check.ts';
import { argumentAt, reachedBy } from './sites.ts';

export const WRONG_DEPENDENCY: WiringCheck = {
  id: 'wrong-dependency',
  summary: 'the right setter receives another kind of object',
  severity: 'error',
  url: pageOf('wrong-dependency'),
  finders: [{ rank: 3, find }],
};

function find({ wiring, held }: Problem): Match | undefined {
  const { contract, run } = wiring;
  if (held.verdict !== 'wrong-dependency') return undefined;
  const atom = kindMismatch(contract, run, held.value);
  const needed = neededType(contract);
  const write = held.writes[held.writes.length - 1];
  const reached = write ? reachedBy(run, contract.point, write) : undefined;
  if (!atom || needed === undefined || !reached) return undefined;
  const argument = argumentAt(reached.place, contract.point);
  const made = atom.kind === 'instance' ? [atom.step] : [];
  return {
    place: argument ? placeIn(reached.place.module, argument) : reached.name,
    message: words.wrongDependency(contract, needed, atom, run.machine.dialect.words.none),
    advice: '',
    keys: [...made, reached.step.id],
    last: 'inject',
    lastMessage: `${words.needOf(contract)} of ${contract.name} becomes ${words.atomWords(atom, run.machine.dialect.words.none)}`,
  };
}
