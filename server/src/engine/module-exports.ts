/**
 * What a module gives to others, where that is not simply its names: exports under other names, names passed on from further modules, and
 * modules that give one value (`Dialect.importBindings` is `live`). An imported name stands for the exporting module's variable and has
 * whatever that holds by now. Must not know which file a module is.
 *
 * Rules: ECMAScript 16.2.1.7 (`ResolveExport`); a module with a value is imported as Node.js imports CommonJS.
 */
import type { ExportNamesStatement, ImportNamesStatement, ModuleNode } from '../ir/nodes.ts';
import type { Machine } from './machine.ts';
import { ensureLoaded, heap } from './machine.ts';
import type { ImportAlias, ModuleObject, Place } from './objects.ts';
import type { Value } from './values.ts';
import { NOTHING, isNothing, unknown, without } from './values.ts';

/** Binds the names of an import statement whose module was run: from now on they stand for what that exports. */
export function bindLive(m: Machine, statement: ImportNamesStatement, module: Value, place: Place): void {
  const atom = module.atoms[0];
  const found = atom?.kind === 'module' ? atom : undefined;
  const aliases = m.aliases.get(m.frame.module.id) ?? new Map<string, ImportAlias>();
  m.aliases.set(m.frame.module.id, aliases);
  for (const { name, binding } of statement.names) {
    const whole = name === m.dialect.names.defaultExport;
    const otherwise = whole || found ? module : m.rules.getAttribute(m, module, name, place);
    aliases.set(binding, { module: found, name, otherwise });
  }
}

/** The variable of another module that a name of this module stands for; `undefined` where it stands for none. */
export function aliasedVariable(
  m: Machine,
  module: ModuleObject,
  name: string,
): { readonly id: number; readonly name: string } | undefined {
  const alias = m.aliases.get(module.id)?.get(name);
  const found = alias?.module && findExport(m, alias.module, alias.name, new Set());
  return found ? { id: found.module.id, name: found.name } : undefined;
}

/** What an imported name holds now; `undefined` where the name is not imported. */
export function readAlias(m: Machine, module: ModuleObject, name: string, place: Place): Value | undefined {
  const alias = m.aliases.get(module.id)?.get(name);
  if (!alias) return undefined;
  if (!alias.module) return alias.otherwise;
  return (
    readExport(m, alias.module, alias.name, place) ??
    unknown(`${alias.name} could not be found in ${alias.module.name}`, { place })
  );
}

/** What a module exports under a name; `undefined` where it exports nothing of that name. */
export function readExport(m: Machine, module: ModuleObject, name: string, place: Place): Value | undefined {
  ensureLoaded(m, module);
  if (module.node?.exports === 'value') return ofValue(m, module, name, place);
  const found = findExport(m, module, name, new Set());
  if (!found) return undefined;
  if (found.module.node?.exports === 'value') return ofValue(m, found.module, found.name, place);
  ensureLoaded(m, found.module);
  const slot = heap(m).slot(found.module.id, found.name);
  const value = slot ? without(slot.value, 'absent') : NOTHING;
  if (!isNothing(value)) return value;
  return (
    readAlias(m, found.module, found.name, place) ??
    unknown(`${name} of ${module.name} has no value yet`, { place })
  );
}

/** `import x from` a module with a value gives the value, `import { x } from` it an attribute of that. */
function ofValue(m: Machine, module: ModuleObject, name: string, place: Place): Value | undefined {
  const value = exportedValue(m, module, place);
  if (name === m.dialect.names.defaultExport && !exportsDefault(m, value, name)) return value;
  const read = m.rules.getAttribute(m, value, name, place);
  const missing = read.atoms.length > 0 && read.atoms.every((atom) => atom.kind === 'undefined');
  if (!missing || !module.isModel) return read;
  const path = `${module.name}.${name}`;
  return unknown(`${path} is not followed`, { place, path, truthy: /^[A-Z]/.test(name) });
}

/** Compilers put the one value of a module under its name into the object that the module exports. */
function exportsDefault(m: Machine, value: Value, name: string): boolean {
  return value.atoms.some((atom) => 'id' in atom && m.state?.slot(atom.id, name) !== undefined);
}

/** The value of a module that gives one (`module.exports`). */
export function exportedValue(m: Machine, module: ModuleObject, place: Place): Value {
  const { moduleObject, exportedValue: attribute } = m.dialect.names;
  const holder = moduleObject === undefined ? undefined : heap(m).slot(module.id, moduleObject)?.value;
  if (!holder || attribute === undefined) return unknown(`${module.name} has not been run`, { place });
  return m.rules.getAttribute(m, holder, attribute, place);
}

interface Found {
  readonly module: ModuleObject;
  readonly name: string;
}

function findExport(m: Machine, module: ModuleObject, name: string, seen: Set<string>): Found | undefined {
  const key = `${module.id}:${name}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  if (!module.node || module.node.exports === 'value') return { module, name };
  const statements = exportsOf(module.node);
  for (const statement of statements) {
    const listed = statement.names.find((each) => each.binding === name);
    if (!listed) continue;
    const from = statement.module ? passedFrom(m, module, statement) : module;
    if (!from) return undefined;
    if (from !== module) return findExport(m, from, listed.name, seen);
    const alias = m.aliases.get(module.id)?.get(listed.name);
    return alias?.module ? findExport(m, alias.module, alias.name, seen) : { module, name: listed.name };
  }
  if (name === m.dialect.names.defaultExport) return undefined;
  for (const statement of statements) {
    const from = statement.everything ? passedFrom(m, module, statement) : undefined;
    const found = from && findExport(m, from, name, seen);
    if (found) return found;
  }
  return undefined;
}

function passedFrom(
  m: Machine,
  module: ModuleObject,
  { module: reference }: ExportNamesStatement,
): ModuleObject | undefined {
  const found = reference && m.modules.resolve(reference, module).at(-1);
  return found ? m.loaded.get(found.name) : undefined;
}

const EXPORTS = new WeakMap<ModuleNode, readonly ExportNamesStatement[]>();

function exportsOf(node: ModuleNode): readonly ExportNamesStatement[] {
  let found = EXPORTS.get(node);
  if (!found) {
    found = node.body.filter((statement) => statement.kind === 'export-names');
    EXPORTS.set(node, found);
  }
  return found;
}
