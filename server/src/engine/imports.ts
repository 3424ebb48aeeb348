/**
 * Imports run modules: a module's top level runs once, at its first import, where it is imported.
 * Rules: Python reference 5.3 to 5.5; which file a name means is the module source's matter.
 */
import type { ImportModuleStatement, ImportNamesStatement, ModuleReference } from '../ir/nodes.ts';
import { getFrom } from './attributes.ts';
import type { FoundModule, Frame, Machine } from './machine.ts';
import { ensureLoaded, heap, newId, note, placeOf, record } from './machine.ts';
import type { ModuleObject, Place } from './objects.ts';
import { attempt, raiseBuiltin } from './raise.ts';
import { writeName } from './scopes.ts';
import type { ImportStep } from './steps.ts';
import type { Value } from './values.ts';
import { NOTHING, isNothing, single, text, unknown, without } from './values.ts';

/** Runs the module and its packages; gives the innermost. A library that cannot be seen gives an unknown value with its name. */
export function importModule(
  m: Machine,
  reference: Pick<ModuleReference, 'name' | 'level'>,
  place: Place,
): Value {
  return importChain(m, reference, place).leaf;
}

interface Imported {
  readonly top: Value;
  readonly leaf: Value;
}

function importChain(m: Machine, reference: Pick<ModuleReference, 'name' | 'level'>, place: Place): Imported {
  const own = reference.level === 0 && m.frame.module.isModel ? m.loaded.get(reference.name) : undefined;
  if (own?.node === undefined && own?.isModel) return { top: single(own), leaf: single(own) };
  const found = m.modules.resolve(reference, m.frame.module);
  let top: Value | undefined;
  let leaf = NOTHING;
  let parent: ModuleObject | undefined;
  for (const entry of found) {
    if (!m.state) return { top: NOTHING, leaf: NOTHING };
    if (!entry) return missing(m, reference, place, top);
    const module = load(m, entry, place);
    if (!m.state) return { top: NOTHING, leaf: NOTHING };
    if (parent && !heap(m).slot(parent.id, tail(entry.name))) {
      heap(m).setSlot(parent.id, tail(entry.name), { value: single(module), writes: [] });
    }
    leaf = single(module);
    top ??= leaf;
    parent = module;
  }
  return found.length === 0 ? missing(m, reference, place, undefined) : { top: top ?? leaf, leaf };
}

function tail(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function missing(
  m: Machine,
  reference: Pick<ModuleReference, 'name' | 'level'>,
  place: Place,
  top: Value | undefined,
): Imported {
  const { name, level } = reference;
  if (level > 0 || m.modules.belongsToWorkspace(name)) {
    raiseBuiltin(m, m.dialect.names.missingModuleError, { kind: 'missing-module', name }, place);
    return { top: NOTHING, leaf: NOTHING };
  }
  m.externals.add(name);
  const leaf = unknown(`the library ${name} is not followed`, { place, path: name, truthy: true });
  return {
    top:
      top ??
      unknown(`the library ${name} is not followed`, { place, path: name.split('.')[0], truthy: true }),
    leaf,
  };
}

/** The module object, after its top level has run. A module that is being imported already is given as it is so far. */
function load(m: Machine, found: FoundModule, place: Place): ModuleObject {
  const known = m.loaded.get(found.name);
  if (known) {
    ensureLoaded(m, known);
    return known;
  }
  return runModule(m, found, found.name, place);
}

/** Runs the top level of a module under `name`. */
export function runModule(
  m: Machine,
  found: FoundModule,
  name: string,
  place: Place | undefined,
): ModuleObject {
  const module: ModuleObject = {
    kind: 'module',
    id: newId(m),
    name,
    importName: found.name,
    node: found.node,
    isPackage: found.isPackage,
    isModel: found.isModel,
  };
  m.loaded.set(name === m.dialect.names.mainModule ? name : found.name, module);
  const names = m.dialect.names;
  if (names.moduleName !== undefined)
    heap(m).setSlot(module.id, names.moduleName, { value: text(name), writes: [] });
  if (!found.node) return module;
  const outer = m.frame;
  const visible = !found.isModel && !m.callGraph && place !== undefined;
  const step = visible ? record<ImportStep>(m, { kind: 'import', place, module }) : outer.step;
  const saved = { frame: m.frame, guards: m.guards };
  m.frame = moduleFrame(module, outer, step, found.name);
  m.rules.execute(m, found.node.body);
  m.frame = saved.frame;
  m.guards = saved.guards;
  if (m.state) m.snapshots.set(module.id, m.state.snapshot(module.id, m.nextId));
  else if (!found.isModel) m.loaded.delete(found.name);
  return module;
}

export function moduleFrame(
  module: ModuleObject,
  parent: Frame | undefined,
  step: number,
  name: string,
): Frame {
  return {
    function: undefined,
    module,
    scope: module,
    classBody: undefined,
    receiver: undefined,
    step,
    parent,
    depth: (parent?.depth ?? 0) + 1,
    onYield: undefined,
    callPlace: parent?.callPlace,
    loops: [],
    handling: [],
    name,
  };
}

/** `import a.b.c [as x]`. */
export function executeImportModule(m: Machine, statement: ImportModuleStatement): void {
  const { top, leaf } = importChain(m, statement.module, placeOf(m, statement));
  if (!m.state || statement.binding === undefined || statement.binds === 'nothing') return;
  writeName(m, statement.binding, statement.binds === 'leaf' ? leaf : top, statement, true);
}

/** `from module import a as b, c` and `from module import *`. */
export function executeImportNames(m: Machine, statement: ImportNamesStatement): void {
  const place = placeOf(m, statement);
  const module = importModule(m, statement.module, place);
  if (!m.state) return;
  if (statement.everything) {
    importEverything(m, module, statement);
    return;
  }
  for (const name of statement.names) {
    const value = importName(m, module, statement.module, name.name, placeOf(m, name));
    if (!m.state) return;
    writeName(m, name.binding, value, name, true);
  }
}

function importName(
  m: Machine,
  module: Value,
  reference: ModuleReference,
  name: string,
  place: Place,
): Value {
  const atom = module.atoms[0];
  if (!atom || atom.kind !== 'module') return m.rules.getAttribute(m, module, name, place);
  const own = heap(m).slot(atom.id, name);
  const value = own ? without(own.value, 'absent') : NOTHING;
  if (!isNothing(value)) return value;
  if (atom.isPackage) {
    const separator = reference.name === '' || reference.name.endsWith('.') ? '' : '.';
    const submodule = m.modules.resolve(
      { name: `${reference.name}${separator}${name}`, level: reference.level },
      m.frame.module,
    );
    if (submodule.length > 0 && submodule[submodule.length - 1]) {
      return importModule(m, { name: `${reference.name}${separator}${name}`, level: reference.level }, place);
    }
  }
  const { value: computed, raised } = attempt(m, () => getFrom(m, atom, name, place) ?? NOTHING);
  if (!isNothing(computed)) return computed;
  if (raised.length > 0 && !m.state) m.state = raised[0]?.state;
  return missingImport(m, atom, name, place);
}

function missingImport(m: Machine, module: ModuleObject, name: string, place: Place): Value {
  if (!module.node || module.node.problems.length > 0) {
    note(m, place, `${name} could not be found in ${module.name}`);
    return unknown(`${name} could not be found in ${module.name}`, { place, path: `${module.name}.${name}` });
  }
  if (module.isModel)
    return unknown(`${module.name}.${name} is not followed`, {
      place,
      path: `${module.name}.${name}`,
      truthy: /^[A-Z]/.test(name),
    });
  return raiseBuiltin(
    m,
    m.dialect.names.importError,
    { kind: 'missing-module', name: `${module.name}.${name}` },
    place,
  );
}

function importEverything(m: Machine, module: Value, statement: ImportNamesStatement): void {
  const atom = module.atoms[0];
  if (atom?.kind !== 'module' || !atom.node) {
    m.modulesWithUnknownNames.add(m.frame.module.id);
    return;
  }
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

/** Whether the module is still running its top level further up the stack. */
export function isRunning(m: Machine, module: ModuleObject): boolean {
  for (let frame: Frame | undefined = m.frame; frame; frame = frame.parent)
    if (frame.module === module && !frame.function) return true;
  return false;
}
