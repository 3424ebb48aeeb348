/** What inferring contracts looks things up in. Must not know how a contract is told. */
import type { ClassObject } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { WriteStep } from '../engine/steps.ts';
import type { CodeIndex } from './code-index.ts';
import { writesOf } from './step-index.ts';
import type { InjectionPoint } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Inference {
  readonly run: Run;
  readonly code: CodeIndex;
  readonly vocabulary: Vocabulary;
  /** The class and those that inherit from it. */
  family(type: ClassObject): readonly ClassObject[];
  /** Whether the application has a class of that name. */
  isClass(name: string): boolean;
  /** What the run stored under a name in instances, classes and modules, constructors left out. */
  writesTo(attribute: string): readonly WriteStep[];
  /** Setters of a class that were found before. */
  readonly setters: Map<ClassObject, readonly InjectionPoint[]>;
}

export function createInference(
  run: Run,
  code: CodeIndex,
  vocabulary: Vocabulary,
  classes: readonly ClassObject[],
): Inference {
  const names = new Set(classes.map(({ name }) => name));
  return {
    run,
    code,
    vocabulary,
    family: familyOf(classes),
    isClass: (name) => names.has(name),
    writesTo: (attribute) => foreignWrites(run, attribute),
    setters: new Map(),
  };
}

function familyOf(classes: readonly ClassObject[]): Inference['family'] {
  const families = new Map<ClassObject, ClassObject[]>();
  for (const type of classes) {
    for (const base of type.mro) {
      const family = families.get(base);
      if (family) family.push(type);
      else families.set(base, [type]);
    }
  }
  return (type) => families.get(type) ?? [type];
}

/** Writes to objects by other code than their constructor, to modules by code outside of them. */
function foreignWrites(run: Run, attribute: string): readonly WriteStep[] {
  const { constructor } = run.machine.dialect.names;
  return writesOf(run, attribute).filter(({ object, parent: id, place, value }) => {
    if (value.atoms.every(({ kind }) => kind === 'none')) return false;
    if (object.kind === 'module') return place.module !== object.node;
    if (object.kind !== 'instance') return false;
    const parent = run.trace.steps[id];
    return parent?.kind !== 'enter' || parent.function.name !== constructor;
  });
}
