/**
 * Postponed imports that requests would do: what handlers name, and whatever that names, is loaded before the heap is looked at.
 * By name, over methods of what can be reached; a handler is not run. Must not know what handlers are for.
 */
import type { FunctionNode } from '../ir/nodes.ts';
import type { Machine } from './machine.ts';
import { mentionedIn } from './mentions.ts';
import type { ClassObject, FunctionObject, HeapObject, ModuleObject, Place } from './objects.ts';
import { attempt } from './raise.ts';
import { requestRoots } from './request-roots.ts';
import type { Value } from './values.ts';

/** Characters of a call in which its name is looked for. */
const MAX_CALLEE = 200;

interface Search {
  readonly seen: Set<number>;
  readonly functions: Set<FunctionNode>;
  readonly queue: FunctionObject[];
  /** Attributes and names that some function mentions. */
  readonly names: Set<string>;
  /** Methods that nobody has mentioned yet, by name. */
  readonly waiting: Map<string, FunctionObject[]>;
}

/** To be called on the heap at the serving point. */
export function importForRequests(m: Machine): void {
  if (m.pendingImports.size === 0) return;
  const search: Search = {
    seen: new Set(),
    functions: new Set(),
    queue: [],
    names: new Set(),
    waiting: new Map(),
  };
  for (const { target } of requestRoots(m)) reach(m, search, target);
  // What an unseen library was given may be a handler as well.
  for (const { object } of m.trace.escapes.values())
    if (object.kind === 'function') reach(m, search, { atoms: [object] });
  for (let fn = search.queue.pop(); fn && m.state; fn = search.queue.pop()) lookInto(m, search, fn);
}

/**
 * The same for classes whose objects nobody sees made, plug-ins for one: a method of theirs is called on something that cannot be followed,
 * so what it and the constructor name is loaded.
 */
export function importForUnseen(m: Machine): void {
  if (m.pendingImports.size === 0) return;
  const called = new Set(m.trace.unresolved.map(({ place }) => calledName(place)));
  for (const module of [...m.loaded.values()]) {
    if (module.isModel || !m.pendingImports.has(module.id)) continue;
    for (const slot of [...(m.state?.slots(module.id).values() ?? [])])
      for (const atom of slot.value.atoms)
        if (atom.kind === 'class' && atom.module === module) importForClass(m, atom, called);
  }
}

function importForClass(m: Machine, type: ClassObject, called: ReadonlySet<string | undefined>): void {
  const { constructor } = m.dialect.names;
  const methods = m.state?.slots(type.id);
  if (![...(methods?.keys() ?? [])].some((name) => name !== constructor && called.has(name))) return;
  for (const [name, slot] of [...(methods ?? [])]) {
    if (name !== constructor && !called.has(name)) continue;
    for (const atom of slot.value.atoms)
      if (atom.kind === 'function' && !atom.isModel)
        for (const mentioned of mentionedIn(atom.node)) pending(m, atom.module, mentioned);
  }
}

/** The method in the text of a call: `run` in `a.b.run(x)`. */
function calledName({ module, start, end }: Place): string | undefined {
  return /^[\w$.\s]*\.\s*([\w$]+)\s*\(/.exec(
    module.text.slice(start, Math.min(end, start + MAX_CALLEE)),
  )?.[1];
}

function lookInto(m: Machine, search: Search, fn: FunctionObject): void {
  const names = mentionedIn(fn.node);
  for (const name of names) {
    if (!search.names.has(name)) {
      search.names.add(name);
      for (const method of search.waiting.get(name) ?? []) enter(search, method);
      search.waiting.delete(name);
    }
    const value = m.state?.slot(fn.module.id, name)?.value ?? pending(m, fn.module, name);
    if (value) reach(m, search, value);
  }
}

function pending(m: Machine, module: ModuleObject, name: string): Value | undefined {
  if (!m.pendingImports.get(module.id)?.has(name)) return undefined;
  const before = m.state?.fork();
  const { value } = attempt(m, () => m.rules.pendingName(m, module, name) ?? { atoms: [] });
  m.state ??= before;
  return value;
}

function reach(m: Machine, search: Search, value: Value): void {
  for (const atom of value.atoms) {
    if (!('id' in atom) || search.seen.has(atom.id)) continue;
    search.seen.add(atom.id);
    reachObject(m, search, atom);
  }
}

function reachObject(m: Machine, search: Search, object: HeapObject): void {
  switch (object.kind) {
    case 'function':
      return enter(search, object);
    case 'bound':
      return reach(m, search, { atoms: [object.function, object.receiver] });
    case 'wrapper':
      reach(m, search, object.target);
      return object.setter && reach(m, search, object.setter);
    case 'class':
      return reachClass(m, search, object);
    case 'instance':
      reachClass(m, search, object.class);
      for (const slot of m.state?.slots(object.id).values() ?? []) reach(m, search, slot.value);
      return;
    default:
      return;
  }
}

function reachClass(m: Machine, search: Search, type: ClassObject): void {
  for (const base of type.mro) {
    if (base.isModel || (base !== type && search.seen.has(base.id))) continue;
    search.seen.add(base.id);
    for (const [name, slot] of m.state?.slots(base.id) ?? []) {
      for (const atom of slot.value.atoms) {
        const functions = atom.kind === 'wrapper' ? atom.target.atoms : [atom];
        for (const fn of functions) if (fn.kind === 'function') rememberMethod(m, search, name, fn);
      }
    }
  }
}

/** A method counts once its name is mentioned. */
function rememberMethod(m: Machine, search: Search, name: string, fn: FunctionObject): void {
  if (search.names.has(name) || isSpecial(m, name)) return enter(search, fn);
  search.waiting.set(name, [...(search.waiting.get(name) ?? []), fn]);
}

function isSpecial(m: Machine, name: string): boolean {
  const names: readonly (string | undefined)[] = Object.values(m.dialect.names);
  return names.includes(name);
}

function enter(search: Search, fn: FunctionObject): void {
  if (fn.isModel || search.functions.has(fn.node)) return;
  search.functions.add(fn.node);
  search.queue.push(fn);
}
