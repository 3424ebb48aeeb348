/** Imports that wait until their names are used, from modules whose top level only defines. Must not know which files those are. */
import type { Block, ImportNamesStatement } from '../ir/nodes.ts';
import { importModule, importName, moduleFrame } from './imports.ts';
import { triesAround } from './raise.ts';
import type { PendingImport } from './objects.ts';
import type { Machine } from './machine.ts';
import { placeOf } from './machine.ts';
import type { ModuleObject } from './objects.ts';
import type { Value } from './values.ts';
import { NOTHING } from './values.ts';

/**
 * Whether an import can wait: all modules that it would run only define, so nobody can tell when they run (the same reasoning as behind
 * PEP 810, lazy imports). Not inside `try`, where failing to import is an answer.
 */
export function mayWait(m: Machine, statement: ImportNamesStatement): boolean {
  const { frame } = m;
  if (statement.everything || m.callGraph || frame.function || frame.classBody) return false;
  if (triesAround(frame) || frame.module.isModel) return false;
  let missing = false;
  for (const entry of m.modules.resolve(statement.module, frame.module)) {
    if (!entry || entry.isModel) return false;
    if (m.loaded.has(entry.name)) continue;
    if (!entry.definesOnly) return false;
    missing = true;
  }
  return missing;
}

/**
 * Whether a name is wanted of a module that is still being run and will define it. Postponed imports may have begun a cycle of
 * imports at another module than the language would, so that it fails where the application does not.
 */
export function waitsForCycle(
  m: Machine,
  source: Value,
  { name }: ImportNamesStatement['names'][number],
): boolean {
  const module = source.atoms[0];
  const { frame } = m;
  if (m.pendingModules.size === 0 || module?.kind !== 'module' || module.isModel || !module.node)
    return false;
  if (m.snapshots.has(module.id) || m.state?.slot(module.id, name)) return false;
  if (frame.function || frame.classBody || triesAround(frame) || m.callGraph) return false;
  return !m.pendingImports.get(module.id)?.has(name) && bindsName(module.node.body, name);
}

function bindsName(block: Block, name: string): boolean {
  return block.some((s) => {
    if (s.kind === 'function-declaration') return s.function.name === name;
    if (s.kind === 'class-declaration') return s.class.name === name;
    return s.kind === 'assign' && s.targets.some((target) => target.kind === 'name' && target.name === name);
  });
}

export function postpone(m: Machine, statement: ImportNamesStatement): void {
  const { module } = m.frame;
  const pending = m.pendingImports.get(module.id) ?? new Map<string, PendingImport>();
  m.pendingImports.set(module.id, pending);
  for (const name of statement.names) {
    pending.set(name.binding, { module: statement.module, name });
    m.state?.deleteSlot(module.id, name.binding);
  }
  for (const entry of m.modules.resolve(statement.module, module))
    if (entry) m.pendingModules.add(entry.name);
}

/** Does a postponed import now and binds its name; `undefined` where none waits. */
export function pendingName(m: Machine, module: ModuleObject, name: string): Value | undefined {
  if (!m.state) return NOTHING;
  const pending = m.pendingImports.get(module.id)?.get(name);
  if (!pending) return submodulePending(m, module, name);
  const outer = m.frame;
  m.frame = moduleFrame(module, outer, outer.step, outer.name);
  const place = placeOf(m, pending.name);
  const source = importModule(m, pending.module, place);
  const value = m.state ? importName(m, source, pending.module, pending.name.name, place) : NOTHING;
  m.frame = outer;
  if (m.state) m.state.setSlot(module.id, name, { value, writes: [] });
  return value;
}

/** `package.module` where somebody's postponed import of that module would have run it. */
function submodulePending(m: Machine, module: ModuleObject, name: string): Value | undefined {
  const dotted = `${module.importName ?? module.name}.${name}`;
  if (!module.isPackage || !m.pendingModules.has(dotted) || m.loaded.has(dotted)) return undefined;
  const outer = m.frame;
  // A folder without a file of its own has no code to be in.
  if (module.node) m.frame = moduleFrame(module, outer, outer.step, outer.name);
  const value = importModule(m, { name: dotted, level: 0 }, placeOf(m, { start: 0, end: 0 }));
  m.frame = outer;
  return value;
}

/** Does all postponed imports of a module, for those who look at all its names. */
export function settleImports(m: Machine, module: ModuleObject): void {
  for (const name of m.pendingImports.get(module.id)?.keys() ?? []) {
    if (m.state && !m.state.slot(module.id, name)) pendingName(m, module, name);
  }
}
