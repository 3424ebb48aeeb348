/** All contracts of an application: those that are declared, and those that follow from the code. */
import type { Configuration } from '../config/configuration.ts';
import type { Run } from '../engine/run.ts';
import type { CodeIndex } from './code-index.ts';
import { classesOf, modulesOf } from './classes.ts';
import { type InvalidContract, declaredContracts } from './declared.ts';
import { inferClass } from './infer.ts';
import { inferModule } from './infer-module.ts';
import { createInference } from './inference.ts';
import type { Contract } from './types.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface Contracts {
  readonly contracts: readonly Contract[];
  /** Declared contracts that no run could make sense of. */
  readonly invalid: readonly InvalidContract[];
}

export function findContracts(
  runs: readonly Run[],
  code: CodeIndex,
  configuration: Configuration,
): Contracts {
  const contracts = new Map<string, Contract>();
  const keys = new Map<object, number>();
  const keyOf = ({ definition, point }: Contract): string => {
    if (!keys.has(definition)) keys.set(definition, keys.size);
    return `${keys.get(definition)}:${point.attribute}`;
  };
  const add = (contract: Contract): void => {
    const key = keyOf(contract);
    const known = contracts.get(key);
    if (!known || (contract.declared && !known.declared)) contracts.set(key, contract);
  };
  const seen = new Set<object>();
  const isNew = (definition: object | undefined): boolean => {
    if (!definition || seen.has(definition)) return false;
    seen.add(definition);
    return true;
  };
  const invalid: (readonly InvalidContract[])[] = [];
  const vocabulary = vocabularyOf(configuration.vocabulary);
  for (const run of runs) {
    const classes = classesOf(run);
    const inference = createInference(run, code, vocabulary, classes);
    const declared = declaredContracts(inference, configuration, classes);
    invalid.push(declared.invalid);
    declared.contracts.forEach(add);
    for (const type of classes) if (isNew(type.node)) inferClass(inference, type).forEach(add);
    for (const module of modulesOf(run)) if (isNew(module.node)) inferModule(inference, module).forEach(add);
  }
  return { contracts: [...contracts.values()], invalid: inAll(invalid) };
}

/** What is wrong in every run: a component that one entry point loads exists. */
function inAll(lists: readonly (readonly InvalidContract[])[]): readonly InvalidContract[] {
  const [first = [], ...rest] = lists;
  return first.filter((entry) => rest.every((list) => list.some((other) => other.path === entry.path)));
}
