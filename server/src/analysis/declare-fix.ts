/** The fix that declares an inferred contract, so that it holds whatever names say. Must not know file formats. */
import { readConfiguration } from '../config/read-configuration.ts';
import { CONFIGURATION_FILE, contractEdits, type NewContract } from '../config/write-configuration.ts';
import type { Run } from '../engine/run.ts';
import { fittingObjects } from '../checks/fixes/dependency.ts';
import { overlaid } from '../source/overlay-file-system.ts';
import { classesOf } from '../wiring/classes.ts';
import type { Correction } from '../wiring/correction.ts';
import { neededType } from '../wiring/dependency.ts';
import type { Contract, Finding } from '../wiring/types.ts';
import { editedTexts, type Known } from './prove-fix.ts';

/** `undefined` where the contract is declared already, or its dependency has no name. */
export function declareFix(
  { request }: Known,
  runs: readonly Run[],
  { contract }: Finding,
): Correction | undefined {
  const declared = contract && !contract.declared ? declarationOf(contract, runs) : undefined;
  const file = request.configuration.file ?? CONFIGURATION_FILE;
  const text = request.fileSystem.read(file);
  if (!declared || (text === undefined && request.configuration.file !== undefined)) return undefined;
  const edits = new Map([[file, contractEdits(file, text ?? '', declared)]]);
  const texts = editedTexts((path) => request.fileSystem.read(path), edits);
  if (!texts) return undefined;
  const { configuration, problems } = readConfiguration(overlaid(request.fileSystem, texts));
  const before = request.configuration.contracts.length;
  if (problems.length > 0 || configuration.contracts.length !== before + 1) return undefined;
  return {
    title: `Declare in ${file} that ${declared.component} needs ${declared.dependency} through ${declared.setter}`,
    applicability: 'needs-review',
    edits,
    wires: undefined,
  };
}

function declarationOf(contract: Contract, runs: readonly Run[]): NewContract | undefined {
  const component = dottedName(contract, runs);
  const dependency = neededType(contract) ?? fittingType(contract, runs);
  if (component === undefined || dependency === undefined) return undefined;
  return { component, setter: contract.point.name, dependency };
}

function dottedName({ kind, name, definition }: Contract, runs: readonly Run[]): string | undefined {
  if (kind === 'module') return name;
  for (const run of runs) {
    const type = classesOf(run).find(({ node }) => node === definition);
    if (!type) continue;
    const { module } = type;
    return type.qualifiedName.replace(module.name, module.importName ?? module.name);
  }
  return undefined;
}

function fittingType(contract: Contract, runs: readonly Run[]): string | undefined {
  for (const run of runs) {
    const [best] = fittingObjects(contract, run, () => false);
    if (best) return best.object.class.name;
  }
  return undefined;
}
