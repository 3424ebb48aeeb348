/** The right setter receives another kind of object. */
import { kindMismatch, neededType } from '../wiring/dependency.ts';
import { placeIn } from '../wiring/source.ts';
import * as words from '../wiring/words.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import { type Match, type Problem, type Subject, type WiringCheck, pageOf } from './check.ts';
import { replacementCorrections } from './fixes/replace-argument.ts';
import { argumentAt, reachedBy } from './sites.ts';

export const WRONG_DEPENDENCY: WiringCheck = {
  id: 'wrong-dependency',
  summary: 'the right setter receives another kind of object',
  severity: 'error',
  url: pageOf('wrong-dependency'),
  finders: [{ rank: 3, find }],
  corrections,
};

function* corrections(context: CorrectionContext, { wiring, held }: Subject): Iterable<Correction> {
  const { contract, run } = wiring;
  const write = held?.writes.at(-1);
  const reached = write && reachedBy(run, contract.point, write);
  const argument = reached && argumentAt(reached.place, contract.point);
  if (!held || !reached || !argument) return;
  const excluded = held.value.atoms.flatMap((atom) => (atom.kind === 'instance' ? [atom] : []));
  yield* replacementCorrections(context, { run, contract, place: reached.place, argument, excluded });
}

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
