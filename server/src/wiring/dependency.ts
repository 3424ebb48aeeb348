/** Whether what was handed over is of the kind that a contract needs. Must not know how it is worded. */
import type { ClassObject } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Atom, Value } from '../engine/values.ts';
import { methodsOf } from './classes.ts';
import type { Contract } from './types.ts';

/** What is of the wrong kind for certain; nothing where some part of the value fits or cannot be told. */
export function kindMismatch(contract: Contract, run: Run, value: Value): Atom | undefined {
  const name = neededType(contract);
  if (name === undefined || value.atoms.length === 0) return undefined;
  const types = classesNamed(run, name);
  if (types.length === 0 && !contract.declared) return undefined;
  const wrong = value.atoms.filter((atom) => !fits(contract, run, atom, name, types));
  return wrong.length === value.atoms.length ? wrong[0] : undefined;
}

/** Plain name of the class whose instance is needed. */
export function neededType(contract: Contract): string | undefined {
  const declared = contract.declared?.dependency;
  return declared === undefined ? contract.point.type : declared.slice(declared.lastIndexOf('.') + 1);
}

function classesNamed(run: Run, name: string): readonly ClassObject[] {
  const types = new Set<ClassObject>();
  for (const module of run.machine.loaded.values()) {
    if (module.isModel) continue;
    for (const atom of run.heap.slot(module.id, name)?.value.atoms ?? [])
      if (atom.kind === 'class') types.add(atom);
    for (const atom of run.heap.slot(module.id, name)?.value.atoms ?? [])
      if (atom.kind === 'unknown') return [];
  }
  return [...types];
}

function fits(
  contract: Contract,
  run: Run,
  atom: Atom,
  name: string,
  types: readonly ClassObject[],
): boolean {
  if (atom.kind === 'class')
    return atom.isModel || atom.metaclass !== undefined || !(atom.name === name || types.includes(atom));
  if (atom.kind !== 'instance') return true;
  const type = atom.class;
  if (type.isModel || type.unknownBase !== undefined) return true;
  if (type.mro.some((base) => base.name === name || types.includes(base))) return true;
  const any = run.machine.dialect.names.getMissingAttribute;
  if (any !== undefined && type.mro.some((base) => !base.isModel && run.heap.slot(base.id, any))) return true;
  return types.some((needed) => isAbstract(needed) && !contract.declared && hasAll(run, type, needed));
}

/** A class that builds on something of a library may be a protocol: then an object with its methods fits. */
function isAbstract(type: ClassObject): boolean {
  return (
    type.unknownBase !== undefined ||
    type.mro.some((base) => base.isModel && base.name !== type.mro[type.mro.length - 1]?.name)
  );
}

function hasAll(run: Run, type: ClassObject, needed: ClassObject): boolean {
  return methodsOf(run, needed).every((method) =>
    type.mro.some((base) => run.heap.slot(base.id, method.name) !== undefined),
  );
}
