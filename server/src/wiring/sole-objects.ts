/**
 * Names in a function that stand for one class or function wherever they are read, because one thing alone gives them a value.
 * Must not know why somebody asks; where it is not certain, the answer is nothing.
 */
import type { ClassObject, FunctionObject, ModuleObject } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { State } from '../engine/state.ts';
import type { Block, Expression, FunctionNode, ModuleReference } from '../ir/nodes.ts';
import { eachStatement } from '../ir/outline.ts';
import { forEachTarget } from '../ir/walk.ts';

export interface Scope {
  readonly run: Run;
  /** What modules hold. */
  readonly heap: State;
  readonly loaded: ReadonlyMap<string, ModuleObject>;
  readonly function: FunctionNode;
  /** The module around. */
  readonly module: ModuleObject;
}

/** The one class or function that a name stands for. */
export function soleObject(scope: Scope, name: string): ClassObject | FunctionObject | undefined {
  const { locals, globals, nonlocals } = scope.function.body();
  if (globals.has(name) || nonlocals.has(name)) return undefined;
  if (!locals.has(name)) return held(scope, scope.module, name);
  const source = soleImport(scope.function, name);
  const module = source && resolved(scope, source.module);
  return module && held(scope, module, source.name);
}

/** The class that a local is made an object of, by the one assignment that it has. */
export function soleClass(scope: Scope, name: string): ClassObject | undefined {
  const value = soleValue(scope.function, name);
  if (value?.kind !== 'call' || value.callee.kind !== 'name') return undefined;
  const type = soleObject(scope, value.callee.name);
  return type?.kind === 'class' && isWhole(type) ? type : undefined;
}

/** Whether nothing unseen has a say in how objects of the class are made and what they have. */
export function isWhole(type: ClassObject): boolean {
  return type.mro.every(
    ({ unknownBase, metaclass, node, isModel, fields }) =>
      unknownBase === undefined &&
      (isModel || metaclass === undefined) &&
      // Libraries give such a field another name, or take it for none.
      !fields.some((field) => field.name.startsWith('_')) &&
      !node?.decorators.some(
        (decorator) => decorator.kind === 'call' && decorator.args.some(({ name }) => name === 'init'),
      ),
  );
}

function held({ heap }: Scope, module: ModuleObject, name: string): ClassObject | FunctionObject | undefined {
  const atoms = heap.slot(module.id, name)?.value.atoms ?? [];
  const [only] = atoms;
  return atoms.length === 1 && (only?.kind === 'class' || only?.kind === 'function') ? only : undefined;
}

function resolved({ run, loaded, module }: Scope, reference: ModuleReference): ModuleObject | undefined {
  const entry = run.machine.modules.resolve(reference, module).at(-1);
  return entry && loaded.get(entry.name);
}

interface ImportedFrom {
  readonly module: ModuleReference;
  readonly name: string;
}

function soleImport(fn: FunctionNode, name: string): ImportedFrom | undefined {
  const { block } = fn.body();
  const found: ImportedFrom[] = [];
  eachStatement(block, (s) => {
    if (s.kind !== 'import-names') return;
    for (const imported of s.names)
      if (imported.binding === name) found.push({ module: s.module, name: imported.name });
  });
  return found.length === 1 && bindings(fn, block, name) === 1 ? found[0] : undefined;
}

/** The one value that a function gives a local. */
export function soleValue(fn: FunctionNode, name: string): Expression | undefined {
  const { block } = fn.body();
  const found: Expression[] = [];
  eachStatement(block, (s) => {
    if (s.kind === 'assign' && s.targets.some((target) => target.kind === 'name' && target.name === name))
      found.push(s.value);
  });
  return found.length === 1 && bindings(fn, block, name) === 1 ? found[0] : undefined;
}

/** How many places of a function give a name a value. */
function bindings(fn: FunctionNode, block: Block, name: string): number {
  let count = fn.parameters.filter((parameter) => parameter.name === name).length;
  forEachTarget(
    block,
    (target) => {
      if (target.kind === 'name' && target.name === name) count++;
    },
    { intoFunctions: true },
  );
  eachStatement(block, (s) => {
    if (s.kind === 'import-names' && s.names.some(({ binding }) => binding === name)) count++;
    else if (s.kind === 'import-module' && s.binding === name) count++;
    else if (s.kind === 'function-declaration' && s.function.name === name) count++;
    else if (s.kind === 'class-declaration' && s.class.name === name) count++;
  });
  return count;
}
