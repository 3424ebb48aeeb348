/**
 * Attributes that code looks for and that nothing provides: of a library's object that holds what it is given, and of modules of the
 * application and the plain objects that they export or name. Objects of classes are the business of contracts. Must not word it.
 */
import { ANY_NAME } from '../engine/attribute-writes.ts';
import type { InstanceObject, ModuleObject, Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { AbsentStep } from '../engine/steps.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import { type Consequence, consequenceOf } from './absence-consequence.ts';
import { modulesOf } from './classes.ts';
import type { Evaluation } from './evaluate.ts';
import { inWorkspace, lastName, placeIn, textOf } from './source.ts';
import type { Component, InjectionPoint, Verdict } from './types.ts';
import { type Vocabulary, wordsOf } from './vocabulary.ts';
import { isWrittenLater } from './written-later.ts';

/** A look for an attribute, and what comes of its absence. */
export interface Look {
  readonly run: Run;
  readonly step: AbsentStep;
  /** The name in the code. */
  readonly name: Place;
  readonly consequence: Consequence;
}

/** A module, or a plain object that a module keeps, as a component. */
export interface Keeper {
  readonly name: string;
  readonly place: Place;
}

/** One attribute of one object, over all runs. */
export interface Absence {
  /** Absent where a library's object is asked. */
  readonly keeper: Keeper | undefined;
  readonly attribute: string;
  readonly looks: readonly Look[];
}

/** `isKnownFor` tells whether an object that something unseen got hold of has an attribute that was probably meant. */
export function absencesIn(
  evaluation: Evaluation,
  vocabulary: Vocabulary,
  isKnownFor: (run: Run, object: AbsentStep['object'], name: string) => boolean,
): readonly Absence[] {
  const found = new Map<string, Absence & { readonly looks: Look[] }>();
  for (const run of evaluation.runs.filter(({ served }) => served)) {
    for (const { look, keeper } of looksIn(evaluation, vocabulary, run, isKnownFor)) {
      const { object, name } = look.step;
      const site = object.kind === 'module' ? object.name : `${object.site.module.path}:${object.site.start}`;
      const key = `${site} ${name}`;
      const known = found.get(key);
      if (known) known.looks.push(look);
      else found.set(key, { keeper, attribute: name, looks: [look] });
    }
  }
  return [...found.values()];
}

function* looksIn(
  evaluation: Evaluation,
  vocabulary: Vocabulary,
  run: Run,
  isKnownFor: Parameters<typeof absencesIn>[2],
): Iterable<{ readonly look: Look; readonly keeper: Keeper | undefined }> {
  for (const step of run.trace.steps) {
    if (step.kind !== 'absent' || !inWorkspace(step.place)) continue;
    const spoken = vocabulary.speaks(step.name);
    const ofLibrary = step.object.kind === 'instance' && isOfLibrary(run, step.object);
    if (!spoken && (step.asked || !ofLibrary)) continue;
    const name = nameAt(step);
    const keeper = ofLibrary ? undefined : keeperOf(evaluation, run, step.object);
    if (!name || (!ofLibrary && !keeper)) continue;
    if (isHanded(run, step.object) && !isKnownFor(run, step.object, step.name)) continue;
    if (isProvided(evaluation, run, step, keeper)) continue;
    const consequence = consequenceOf(run, step);
    if (consequence) yield { look: { run, step, name, consequence }, keeper };
  }
}

function isOfLibrary(run: Run, { class: type }: InstanceObject): boolean {
  return type.isModel && type.name !== run.machine.dialect.types.object;
}

/** The attribute's name in the code that looks for it. */
function nameAt({ place, name }: AbsentStep): Place | undefined {
  const index = place.module.text.lastIndexOf(name, place.end - name.length);
  return index >= place.start ? { module: place.module, start: index, end: index + name.length } : undefined;
}

/** Whether something that cannot be followed got hold of the object or of the application, and may have stored anything on it. */
function isHanded(run: Run, object: AbsentStep['object']): boolean {
  const { applications } = run.machine;
  const ofApplication = object.kind === 'instance' && isOfLibrary(run, object);
  const owner = ofApplication ? run.heap.slot(object.id, OWNER)?.value : undefined;
  const holders = ofApplication
    ? [...applications, ...(owner ? [owner] : [])].flatMap(({ atoms }) =>
        atoms.flatMap((atom) => ('id' in atom ? [atom.id] : [])),
      )
    : [];
  const traces = [run.trace, run.requests.trace];
  return [object.id, ...holders].some((id) =>
    traces.some(({ handed, escapes }) => handed.has(id) || (!ofApplication && escapes.has(id))),
  );
}

/** Where a library's model says what an object of its own belongs to. */
const OWNER = '__owner';

/** Whether the attribute is there at some time, or some code that may run stores it. */
function isProvided(evaluation: Evaluation, run: Run, step: AbsentStep, keeper: Keeper | undefined): boolean {
  const { object, name } = step;
  for (const heap of [run.heap, run.requests.heap]) {
    if (heap.slot(object.id, ANY_NAME)) return true;
    const value = heap.slot(object.id, name)?.value;
    if (value && (!keeper || value.atoms.some(({ kind }) => !EMPTY.has(kind)))) return true;
  }
  if (keeper)
    return isWrittenLater(evaluation, run, { owner: object, attribute: name, value: { atoms: [] } });
  const known = namesOf(run, object);
  const called = known.length > 0 ? known : wordsOf(textOf(step.place).split('.').at(-2) ?? '').slice(-1);
  return evaluation.code.assignmentsTo(name).some(({ function: fn, receiver }) => {
    const last = receiver && lastName(receiver);
    const same = last === undefined || called.some((word) => wordsOf(last).includes(word));
    return same && (fn === undefined || evaluation.live().has(fn));
  });
}

const EMPTY: ReadonlySet<string> = new Set(['none', 'undefined', 'absent']);

/** The last words of the attributes under which applications hold an object. */
function namesOf(run: Run, object: InstanceObject | ModuleObject): readonly string[] {
  const names: string[] = [];
  for (const { atoms } of run.machine.applications)
    for (const atom of atoms)
      if ('id' in atom)
        for (const [name, slot] of run.heap.slots(atom.id))
          if (slot.value.atoms.includes(object)) names.push(...wordsOf(name).slice(-1));
  return names;
}

/** The module, or the module's variable or exported value that is this object; `undefined` for what no module keeps. */
function keeperOf({ code }: Evaluation, run: Run, object: AbsentStep['object']): Keeper | undefined {
  if (object.kind === 'module') return object.node && ofModule(code.nameOf(object.node), object.node);
  for (const module of modulesOf(run)) {
    const variable = module.node && variableOf(run, module, object);
    if (!module.node || variable === undefined) continue;
    return { name: variable === WHOLE ? code.nameOf(module.node) : variable, place: object.site };
  }
  return undefined;
}

function ofModule(name: string, node: ModuleNode): Keeper {
  return { name, place: placeIn(node, { start: 0, end: 0 }) };
}

/** The whole of what a module gives. */
const WHOLE = '';

function variableOf(run: Run, module: ModuleObject, object: InstanceObject): string | undefined {
  const { moduleObject, exportedValue } = run.machine.dialect.names;
  const slots = run.heap.slots(module.id);
  const holder = moduleObject === undefined ? undefined : slots.get(moduleObject)?.value.atoms[0];
  if (holder && 'id' in holder && exportedValue !== undefined) {
    const given = run.heap.slot(holder.id, exportedValue)?.value.atoms;
    if (given?.length === 1 && given[0] === object) return WHOLE;
  }
  for (const [name, { value }] of slots)
    if (value.atoms.length === 1 && value.atoms[0] === object) return name;
  return undefined;
}

/** A component that the report lists for it; none for a library's object. */
export function componentOf(evaluation: Evaluation, { keeper, attribute, looks }: Absence): Component[] {
  const first = looks[0];
  if (!keeper || !first) return [];
  const verdicts = new Map<string, Verdict>(
    evaluation.runs.map(({ environment }) => [environment.name, 'unused']),
  );
  for (const { run } of looks) verdicts.set(run.environment.name, 'never');
  const injectionPoint: InjectionPoint = {
    kind: 'attribute',
    name: attribute,
    attribute,
    place: first.name,
    function: undefined,
    parameter: undefined,
    onClass: false,
    spoken: true,
    type: undefined,
  };
  const { name, place } = keeper;
  const about = { kind: 'module' as const, name, place, injectionPoint };
  return [{ ...about, verdict: 'never', verdicts, instances: [], injections: [], lostEvents: [] }];
}
