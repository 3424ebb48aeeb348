/**
 * Code that runs looks for an attribute that nothing provides, on an object whose attributes are exactly known: the application's state,
 * a module, what a module keeps. Must not know which libraries have such objects.
 */
import { nearMiss } from '../base/near-miss.ts';
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { AbsentStep } from '../engine/steps.ts';
import type { Absence, Look } from '../wiring/absences.ts';
import { pathOf } from '../wiring/path.ts';
import { callAt, placeIn, textOf } from '../wiring/source.ts';
import type { Finding } from '../wiring/types.ts';
import { wordsOf } from '../wiring/vocabulary.ts';
import * as absenceWords from '../wiring/absence-words.ts';
import * as words from '../wiring/words.ts';
import type { Correction } from '../wiring/correction.ts';
import { type Check, pageOf } from './check.ts';
import { providedNameCorrections } from './fixes/provided-name.ts';

export const NEVER_PROVIDED: Check = {
  id: 'never-provided',
  summary: 'code that runs looks for an attribute that nothing provides',
  severity: 'error',
  url: pageOf('never-provided'),
};

/** One finding per object and name, over all runs. */
export function neverProvided(absences: readonly Absence[]): readonly Omit<Finding, 'severity'>[] {
  return absences.flatMap(findingOf);
}

/** Whether an object has an attribute that was probably meant. */
export function hasNeighbour(run: Run, object: AbsentStep['object'], name: string): boolean {
  return neighbour(run, object, name) !== undefined;
}

function findingOf({ keeper, looks }: Absence): readonly Omit<Finding, 'severity'>[] {
  const first = looks.find(({ consequence }) => consequence === 'fails') ?? looks[0];
  if (!first) return [];
  const { run, step, name } = first;
  const near = neighbour(run, step.object, step.name);
  const environments = [...new Set(looks.map((look) => look.run.environment.name))];
  const finding = {
    check: NEVER_PROVIDED.id,
    message:
      absenceWords.neverProvided(step, objectText(step), first.consequence) +
      (near ? absenceWords.nearest(near.name, near.place) : ''),
    component: keeper?.name ?? '',
    place: name,
    environments,
    steps: pathOf(run, [...(near ? [near.step] : []), step.id], {
      place: name,
      kind: 'branch' as const,
      message: `nothing provides ${words.quoted(step.name)}`,
    }),
    events: [],
    corrections: () => (near ? renamings(looks, step.name, near.name) : []),
  };
  return [finding];
}

function renamings(looks: readonly Look[], old: string, name: string): Iterable<Correction> {
  const places = looks.map((look) => look.name);
  return providedNameCorrections(places, old, name);
}

/** What the attribute is looked for on, as it is written. */
function objectText({ place, name }: AbsentStep): string {
  const first = callAt(place)?.args[0];
  const text = first ? textOf(placeIn(place.module, first.value)) : textOf(place);
  return !first && text.endsWith(`.${name}`) ? text.slice(0, -name.length - 1) : text;
}

interface Neighbour {
  readonly name: string;
  readonly step: number;
  readonly place: Place;
}

/** The attribute of the same object whose name is nearest: a slip away, or with the most words in common. */
function neighbour(run: Run, object: AbsentStep['object'], name: string): Neighbour | undefined {
  const slots = [...run.requests.heap.slots(object.id)].filter(([other]) => /^[a-z]/i.test(other));
  const slip = nearMiss(
    name,
    slots.map(([other]) => other),
  );
  const best =
    slip ??
    mostWords(
      name,
      slots.map(([other]) => other),
    );
  const write = slots.find(([other]) => other === best)?.[1].writes.at(-1);
  const place = write && run.trace.steps[write.step]?.place;
  return best !== undefined && place ? { name: best, step: write.step, place } : undefined;
}

function mostWords(name: string, others: readonly string[]): string | undefined {
  const mine = wordsOf(name);
  let best: string | undefined;
  let most = 0;
  for (const other of others) {
    const shared = wordsOf(other).filter((word) => mine.includes(word)).length;
    const score =
      shared / Math.max(mine.length, wordsOf(other).length) +
      (wordsOf(other).at(-1) === mine.at(-1) ? 0.1 : 0);
    if (shared * 2 < mine.length || score <= most) continue;
    best = other;
    most = score;
  }
  return best;
}
