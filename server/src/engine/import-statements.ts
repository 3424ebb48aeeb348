/** Import statements: what they run and which names they bind. Must not know which file a name means. */
import type { ImportExpression, ImportModuleStatement, ImportNamesStatement } from '../ir/nodes.ts';
import { importChain, importModule, importName } from './imports.ts';
import type { Machine } from './machine.ts';
import { heap, note, placeOf } from './machine.ts';
import type { ModuleObject } from './objects.ts';
import { bindLive, exportedValue } from './module-exports.ts';
import { mayWait, postpone, settleImports, waitsForCycle } from './pending-imports.ts';
import { writeName } from './scopes.ts';
import type { Value } from './values.ts';
import { NOTHING, allTexts, isNothing, join, unknown, without } from './values.ts';

/** `import a.b.c [as x]`. */
export function executeImportModule(m: Machine, statement: ImportModuleStatement): void {
  const { top, leaf } = importChain(m, statement.module, placeOf(m, statement));
  if (!m.state || statement.binding === undefined || statement.binds === 'nothing') return;
  writeName(m, statement.binding, statement.binds === 'leaf' ? leaf : top, statement, true);
}

/** `from module import a as b, c` and `from module import *`. */
export function executeImportNames(m: Machine, statement: ImportNamesStatement): void {
  if (mayWait(m, statement)) {
    postpone(m, statement);
    return;
  }
  const place = placeOf(m, statement);
  const module = importModule(m, statement.module, place);
  if (!m.state) return;
  if (m.dialect.importBindings === 'live' && m.frame.scope.kind === 'module') {
    bindLive(m, statement, module, place);
    return;
  }
  if (statement.everything) {
    importEverything(m, module, statement);
    return;
  }
  for (const name of statement.names) {
    if (waitsForCycle(m, module, name)) {
      postpone(m, { ...statement, names: [name] });
      continue;
    }
    const value = importName(m, module, statement.module, name.name, placeOf(m, name));
    if (!m.state) return;
    writeName(m, name.binding, value, name, true);
  }
}

function importEverything(m: Machine, module: Value, statement: ImportNamesStatement): void {
  const atom = module.atoms[0];
  if (atom?.kind !== 'module' || !atom.node) {
    m.modulesWithUnknownNames.add(m.frame.module.id);
    return;
  }
  settleImports(m, atom);
  const exports = m.dialect.names.moduleExports;
  const listed = exports === undefined ? undefined : lookUpExports(m, atom, exports);
  for (const [name, slot] of heap(m).slots(atom.id)) {
    const wanted = listed ? listed.has(name) : !name.startsWith('_');
    const value = without(slot.value, 'absent');
    if (wanted && !isNothing(value)) writeName(m, name, value, statement, true);
  }
  if (m.modulesWithUnknownNames.has(atom.id)) m.modulesWithUnknownNames.add(m.frame.module.id);
}

function lookUpExports(m: Machine, module: ModuleObject, exports: string): Set<string> | undefined {
  const value = heap(m).slot(module.id, exports)?.value.atoms[0];
  const items = value?.kind === 'container' ? heap(m).items(value.id) : undefined;
  if (items?.kind !== 'sequence' || items.rest.atoms.length > 0) return undefined;
  const names = new Set<string>();
  for (const element of items.known) {
    const name = element.atoms[0];
    if (name?.kind === 'constant') names.add(String(name.value));
  }
  return names;
}

/** A module that an expression names: run now, each that the name can be. */
export function evaluateImport(m: Machine, e: ImportExpression): Value {
  const specifier = m.rules.evaluate(m, e.module);
  if (!m.state) return NOTHING;
  const place = placeOf(m, e);
  const names = allTexts(specifier);
  if (!names) {
    note(m, place, 'the name of the module is not constant');
    return unknown('a module whose name is not constant', { place });
  }
  let result = NOTHING;
  for (const name of names) {
    const module = importModule(m, { name, level: 0, error: e.error }, place);
    if (!m.state) return NOTHING;
    const atom = module.atoms[0];
    const hasValue = e.gives === 'exports' && atom?.kind === 'module' && atom.node?.exports === 'value';
    result = join(result, hasValue ? exportedValue(m, atom, place) : module);
  }
  return result;
}
