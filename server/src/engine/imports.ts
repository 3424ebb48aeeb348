/**
 * Imports run modules: a module's top level runs once, at its first import, where it is imported.
 * Rules: Python reference 5.3 to 5.5; which file a name means is the module source's matter.
 */
import type { ModuleReference } from '../ir/nodes.ts';
import { getFrom } from './attributes.ts';
import { noteModule } from './emissions.ts';
import type { FoundModule, Frame, Machine, WantedModule } from './machine.ts';
import { ensureLoaded, heap, newId, note, record } from './machine.ts';
import type { ModuleObject, Place } from './objects.ts';
import { attempt, raiseBuiltin, triesAround } from './raise.ts';
import type { ImportStep } from './steps.ts';
import type { Value } from './values.ts';
import { NOTHING, isNothing, single, text, unknown, without } from './values.ts';
import { unbilled } from './work-share.ts';

/** Runs the module and its packages; gives the innermost. A library that cannot be seen gives an unknown value with its name. */
export function importModule(m: Machine, reference: WantedModule, place: Place): Value {
  return importChain(m, reference, place).leaf;
}

export interface Imported {
  readonly top: Value;
  readonly leaf: Value;
}

/** Runs the modules that a dotted name means, outermost package first. */
export function importChain(m: Machine, reference: WantedModule, place: Place): Imported {
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

function missing(m: Machine, reference: WantedModule, place: Place, top: Value | undefined): Imported {
  const { name, level } = reference;
  const inWorkspace = level > 0 || m.modules.belongsToWorkspace(name, m.frame.module);
  if (inWorkspace && !triesAround(m.frame) && !m.callGraph) {
    const reason = `${name === '' ? 'the package' : name} is not in the workspace`;
    m.trace.missing.push({ place, name: importedName(m, reference) });
    const value = unknown(reason, { place, truthy: true });
    return { top: top ?? value, leaf: value };
  }
  if (inWorkspace) {
    raiseBuiltin(
      m,
      reference.error ?? m.dialect.names.missingModuleError,
      { kind: 'missing-module', name },
      place,
    );
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
  const known = m.loaded.get(found.key ?? found.name);
  if (known) {
    ensureLoaded(m, known);
    return known;
  }
  return runModule(m, found, found.name, place);
}

/** Work for a module that is first imported after startup: one that is not run to its end would lack names. */
const MODULE_WORK = 100_000;

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
  m.loaded.set(name === m.dialect.names.mainModule ? name : (found.key ?? found.name), module);
  const names = m.dialect.names;
  if (names.moduleName !== undefined)
    heap(m).setSlot(module.id, names.moduleName, { value: text(name), writes: [] });
  if (!found.node) return module;
  noteModule(m, found.node);
  const outer = m.frame;
  const visible = !found.isModel && !m.callGraph && place !== undefined;
  const step = visible ? record<ImportStep>(m, { kind: 'import', place, module }) : outer.step;
  const saved = { frame: m.frame, guards: m.guards };
  m.frame = moduleFrame(module, outer, step, found.name);
  const { body } = found.node;
  const exits = m.sink.length;
  if (m.phase === 'startup') m.rules.execute(m, body);
  else unbilled(m, MODULE_WORK, () => m.rules.execute(m, body));
  m.frame = saved.frame;
  m.guards = saved.guards;
  // Where its top level waits until the server stops, the module is there while the application serves.
  const state = m.state ?? m.sink.slice(exits).find(({ kind }) => kind === 'serve')?.state;
  if (state) m.snapshots.set(module.id, state.snapshot(module.id, m.nextId));
  else if (!found.isModel) m.loaded.delete(found.key ?? found.name);
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
    tries: 0,
    loops: [],
    handling: [],
    name,
  };
}

/** One name of a module: its own, a submodule, or what its module hook computes. */
export function importName(
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
  const pending = m.rules.pendingName(m, atom, name);
  if (pending) return pending;
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

/** The whole name of a module; of a relative import as it would be found from the package. */
function importedName(m: Machine, { name, level }: Pick<ModuleReference, 'name' | 'level'>): string {
  const { module } = m.frame;
  const own = module.importName ?? module.name;
  const parts = own.split('.').slice(0, module.isPackage ? undefined : -1);
  const base = level === 0 ? [] : parts.slice(0, parts.length - (level - 1));
  return [...base, name].filter((part) => part !== '').join('.');
}

function missingImport(m: Machine, module: ModuleObject, name: string, place: Place): Value {
  if (!module.node || module.node.problems.length > 0) {
    note(m, place, `${name} could not be found in ${module.name}`);
    return unknown(`${name} could not be found in ${module.name}`, { place, path: `${module.name}.${name}` });
  }
  if (!module.isModel && module.isPackage && !triesAround(m.frame) && !m.callGraph) {
    m.trace.missing.push({ place, name: `${module.name}.${name}` });
    return unknown(`${name} is not in ${module.name}`, { place, truthy: true });
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
