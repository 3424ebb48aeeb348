/** Startup calls an older setter, which the events do not read, while the right one exists. */
import type { EnterStep } from '../engine/steps.ts';
import { slotAt } from '../wiring/evaluate.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import { samePlace } from '../wiring/source.ts';
import type { InjectionPoint } from '../wiring/types.ts';
import * as words from '../wiring/words.ts';
import { type Match, type Problem, type Subject, type WiringCheck, pageOf } from './check.ts';
import { setterCorrections } from './fixes/replace-setter.ts';
import { type Reached, reachedBy } from './sites.ts';

export const LEGACY_SETTER: WiringCheck = {
  id: 'legacy-setter',
  summary: 'startup uses the setter that the events do not read; the right one exists',
  severity: 'error',
  url: pageOf('legacy-setter'),
  finders: [{ rank: 7, find }],
  corrections,
};

function find({ wiring, held }: Problem): Match | undefined {
  const { contract, run } = wiring;
  if (held.verdict !== 'wrong-setter') return undefined;
  for (const { legacy, called } of calls(wiring, held)) {
    const before = held.object.kind === 'instance' ? [held.object.step] : [];
    return {
      place: called.name,
      message: contract.legacy.includes(legacy)
        ? words.legacySetter(contract, legacy)
        : words.migratedSetter(contract, legacy),
      advice: words.callInstead(contract),
      keys: [
        ...before,
        ...held.writes.map((write) => write.step),
        ...guardsBefore(run, called.step as EnterStep),
        called.step.id,
      ],
      last: 'inject',
      lastMessage: `${legacy.name}() sets ${words.quoted(legacy.attribute)}; ${words.needOf(contract)} of ${contract.name} stays ${words.nothing(held.value, run.machine.dialect)}`,
    };
  }
  return undefined;
}

interface LegacyCall {
  readonly legacy: InjectionPoint;
  readonly called: Reached;
}

function calls(wiring: Problem['wiring'], held: Problem['held']): readonly LegacyCall[] {
  const { legacy, rivals } = wiring.contract;
  return [...legacy, ...rivals].flatMap((point) => {
    const called = calledBy(wiring, held, point);
    return called ? [{ legacy: point, called }] : [];
  });
}

function* corrections(context: CorrectionContext, { wiring, held, match }: Subject): Iterable<Correction> {
  const { contract, run } = wiring;
  for (const { legacy, called } of held ? calls(wiring, held) : []) {
    if (!samePlace(called.name, match.place)) continue;
    const given = held ? slotAt(run, held.object, legacy.attribute).value.atoms : [];
    yield* setterCorrections(context, {
      run,
      contract,
      called: legacy,
      place: called.place,
      keep: !contract.legacy.includes(legacy),
      given: given.flatMap((atom) => (atom.kind === 'instance' ? [atom] : [])),
    });
  }
}

function calledBy(
  wiring: Problem['wiring'],
  held: Problem['held'],
  legacy: InjectionPoint,
): Reached | undefined {
  const slot = slotAt(wiring.run, held.object, legacy.attribute);
  for (const write of slot.writes) {
    if (write.value.atoms.every((atom) => atom.kind === 'none' || atom.kind === 'absent')) continue;
    const reached = reachedBy(wiring.run, legacy, write);
    if (reached) return reached;
  }
  return undefined;
}

/** The conditions in the calling function that let the call through, just before it. */
function guardsBefore(run: Problem['wiring']['run'], step: EnterStep): readonly number[] {
  const guards: number[] = [];
  for (let id = step.id - 1; id > step.parent; id--) {
    const before = run.trace.steps[id];
    if (before?.kind === 'branch' && before.parent === step.parent && guards.length < 3) guards.push(id);
  }
  return guards;
}
