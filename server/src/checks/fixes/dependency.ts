/** Which objects of a run fit a contract: of the type that it names, or with the methods that its users call. Must not know where they are. */
import type { ClassObject, HeapObject, InstanceObject } from '../../engine/objects.ts';
import type { Run } from '../../engine/run.ts';
import { single } from '../../engine/values.ts';
import { kindMismatch, neededType } from '../../wiring/dependency.ts';
import { factsOf } from '../../wiring/facts.ts';
import type { Contract } from '../../wiring/types.ts';
import { wordsOf } from '../../wiring/vocabulary.ts';

export interface Fitting {
  readonly object: InstanceObject;
  /** Whether it is of the very type that the contract names. */
  readonly exact: boolean;
  readonly score: number;
}

/** The best first; objects of one class stand in the order in which they were made. */
export function fittingObjects(
  contract: Contract,
  run: Run,
  excluded: (object: HeapObject) => boolean,
): readonly Fitting[] {
  const methods = calledMethods(contract);
  const needed = neededType(contract);
  const found: Fitting[] = [];
  for (const step of run.trace.steps) {
    if (step.kind !== 'create' || step.object.kind !== 'instance' || step.phase !== 'startup') continue;
    const { object } = step;
    if (object.class.isModel || excluded(object) || found.some((known) => known.object === object)) continue;
    if (object.class.mro.some(({ node }) => node === contract.definition)) continue;
    const exact = needed !== undefined && object.class.mro.some(({ name }) => name === needed);
    const score = scoreOf(contract, run, object, needed, methods);
    if (score > 0) found.push({ object, exact, score });
  }
  return found.toSorted((a, b) => b.score - a.score);
}

/** Methods that users of the attribute call on what it holds. */
function calledMethods({ users, point }: Contract): ReadonlySet<string> {
  const names = new Set<string>();
  for (const user of users) {
    for (const { via, name } of factsOf(user).calls) if (via[0] === point.attribute) names.add(name);
  }
  return names;
}

function scoreOf(
  contract: Contract,
  run: Run,
  object: InstanceObject,
  needed: string | undefined,
  methods: ReadonlySet<string>,
): number {
  const type = object.class;
  if (needed !== undefined && kindMismatch(contract, run, single(object))) return 0;
  const hasAll = [...methods].every((name) => hasMethod(run, type, name));
  if (!hasAll) return 0;
  const shared = sharedWords(contract, type.name);
  if (needed !== undefined && type.mro.some(({ name }) => name === needed)) return 10 + shared;
  if (methods.size > 0) return 2 + shared;
  return shared >= 2 ? shared : 0;
}

function hasMethod(run: Run, type: ClassObject, name: string): boolean {
  return type.mro.some((base) => run.heap.slot(base.id, name) !== undefined);
}

/** Words of the attribute or the parameter that the name of the class has too, written together or apart. */
function sharedWords({ point }: Contract, type: string): number {
  const words = joinedWords(type);
  const wanted = [...new Set([...wordsOf(point.attribute), ...wordsOf(point.parameter ?? '')])];
  return wanted.filter((word) => words.has(word)).length;
}

function joinedWords(name: string): ReadonlySet<string> {
  const words = wordsOf(name);
  return new Set([...words, ...words.map((word, index) => word + (words[index + 1] ?? ''))]);
}
