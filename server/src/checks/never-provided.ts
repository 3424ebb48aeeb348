/**
 * Code that runs looks for an attribute that nothing provides, on an object whose attributes are exactly known: the application's state.
 * Must not know which libraries have such objects.
 */
import { nearMiss } from '../base/near-miss.ts';
import { contains } from '../base/span.ts';
import { ANY_NAME } from '../engine/attribute-writes.ts';
import type { InstanceObject, Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { AbsentStep, BranchStep, Step } from '../engine/steps.ts';
import type { Statement } from '../ir/nodes.ts';
import { forEachCall, forEachStatement } from '../ir/walk.ts';
import type { Evaluation } from '../wiring/evaluate.ts';
import { pathOf } from '../wiring/path.ts';
import { around, callAt, inWorkspace, lastName, placeIn, textOf } from '../wiring/source.ts';
import type { Finding } from '../wiring/types.ts';
import { type Vocabulary, wordsOf } from '../wiring/vocabulary.ts';
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

/** A look for an attribute, and what comes of its absence. */
interface Look {
  readonly run: Run;
  readonly step: AbsentStep;
  /** The name in the code. */
  readonly name: Place;
  readonly consequence: 'fails' | 'skips';
}

/** One finding per object and name, over all runs. */
export function neverProvided(
  evaluation: Evaluation,
  vocabulary: Vocabulary,
): readonly Omit<Finding, 'severity'>[] {
  const found = new Map<string, Look[]>();
  for (const run of evaluation.runs.filter(({ served }) => served)) {
    for (const look of looksIn(evaluation, vocabulary, run)) {
      const { object, name } = look.step;
      const key = `${object.site.module.path}:${object.site.start} ${name}`;
      found.set(key, [...(found.get(key) ?? []), look]);
    }
  }
  return [...found.values()].flatMap(findingOf);
}

function looksIn(evaluation: Evaluation, vocabulary: Vocabulary, run: Run): readonly Look[] {
  const looks: Look[] = [];
  for (const step of run.trace.steps) {
    if (step.kind !== 'absent' || !inWorkspace(step.place)) continue;
    const name = nameAt(step);
    if (!name || isProvided(evaluation, run, step)) continue;
    if (isHanded(run, step.object) && !neighbour(run, step.object, step.name)) continue;
    const consequence = consequenceOf(run, step);
    if (!consequence || (step.asked && !vocabulary.speaks(step.name))) continue;
    looks.push({ run, step, name, consequence });
  }
  return looks;
}

/** The attribute's name in the code that looks for it. */
function nameAt({ place, name }: AbsentStep): Place | undefined {
  const index = place.module.text.lastIndexOf(name, place.end - name.length);
  return index >= place.start ? { module: place.module, start: index, end: index + name.length } : undefined;
}

/** Whether something that cannot be followed got hold of the object or of the application, and may have stored anything on it. */
function isHanded(run: Run, object: InstanceObject): boolean {
  const { applications } = run.machine;
  const holders = applications.flatMap(({ atoms }) =>
    atoms.flatMap((atom) => ('id' in atom ? [atom.id] : [])),
  );
  const traces = [run.trace, run.requests.trace];
  return [object.id, ...holders].some((id) => traces.some(({ handed }) => handed.has(id)));
}

/** Whether the attribute is there at some time, or some code that may run stores it. */
function isProvided(evaluation: Evaluation, run: Run, { object, name }: AbsentStep): boolean {
  const heaps = [run.heap, run.requests.heap];
  if (heaps.some((heap) => heap.slot(object.id, name) ?? heap.slot(object.id, ANY_NAME))) return true;
  const called = namesOf(run, object);
  return evaluation.code.assignmentsTo(name).some(({ function: fn, receiver }) => {
    const last = receiver && lastName(receiver);
    const same = last === undefined || called.some((word) => wordsOf(last).includes(word));
    return same && (fn === undefined || evaluation.live().has(fn));
  });
}

/** The last words of the attributes under which applications hold an object. */
function namesOf(run: Run, object: InstanceObject): readonly string[] {
  const names: string[] = [];
  for (const { atoms } of run.machine.applications)
    for (const atom of atoms)
      if ('id' in atom)
        for (const [name, slot] of run.heap.slots(atom.id))
          if (slot.value.atoms.includes(object)) names.push(...wordsOf(name).slice(-1));
  return names;
}

/** What comes of the absence: code that fails, or a decided condition that skips a call. Otherwise nothing is known to come of it. */
function consequenceOf(run: Run, look: AbsentStep): Look['consequence'] | undefined {
  const after = run.trace.steps.slice(look.id + 1, look.id + 1 + MAX_STEPS_AFTER);
  const next = after[0];
  if (!look.asked) return next?.kind === 'raise' && !next.handler ? 'fails' : 'skips';
  const variables = variablesOf(look);
  const inCall = (step: Step): boolean => step.parent === look.parent;
  const branch = after.find(
    (step): step is BranchStep =>
      step.kind === 'branch' && inCall(step) && step.truth !== 'open' && asksFor(step, look, variables),
  );
  if (!branch) return undefined;
  if (branch.skipped?.some((statement) => hasCall(statement))) return 'skips';
  const failure = after.find((step) => step.kind === 'raise' && inCall(step) && step.id > branch.id);
  return failure && !branch.skipped ? 'fails' : undefined;
}

/** Steps after a look in which its consequence is searched. */
const MAX_STEPS_AFTER = 200;

/** Names that the statement around a look assigns. */
function variablesOf({ place }: AbsentStep): ReadonlySet<string> {
  const names = new Set<string>();
  forEachStatement(around(place.module, place.start).block, (s) => {
    if (s.kind === 'assign' && contains(s.value, place))
      for (const target of s.targets) if (target.kind === 'name') names.add(target.name);
  });
  return names;
}

function asksFor(branch: BranchStep, look: AbsentStep, variables: ReadonlySet<string>): boolean {
  if (branch.place.module !== look.place.module) return false;
  if (contains(branch.place, look.place)) return true;
  const text = wordsIn(branch.place);
  return [...variables].some((name) => text.has(name));
}

function wordsIn(place: Place): ReadonlySet<string> {
  return new Set(place.module.text.slice(place.start, place.end).match(/[\w$]+/g));
}

function hasCall(statement: Statement): boolean {
  let found = false;
  forEachCall([statement], () => (found = true));
  return found;
}

function findingOf(looks: readonly Look[]): readonly Omit<Finding, 'severity'>[] {
  const first = looks.find(({ consequence }) => consequence === 'fails') ?? looks[0];
  if (!first) return [];
  const { run, step, name } = first;
  const near = neighbour(run, step.object, step.name);
  const environments = [...new Set(looks.map((look) => look.run.environment.name))];
  const finding = {
    check: NEVER_PROVIDED.id,
    message:
      words.neverProvided(step, objectText(step), first.consequence) +
      (near ? words.nearest(near.name, near.place) : ''),
    component: '',
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
function neighbour(run: Run, object: InstanceObject, name: string): Neighbour | undefined {
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
