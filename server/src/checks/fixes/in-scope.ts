/**
 * How code at some place can name an object: a local, a parameter, an attribute of something in reach, a name of the module, a
 * function that returns it, or a name that can be imported. Must not know what the object is wanted for.
 */
import type { FunctionObject, HeapObject, ModuleObject } from '../../engine/objects.ts';
import type { Atom, Value } from '../../engine/values.ts';
import type { FunctionNode } from '../../ir/nodes.ts';
import { receiverName } from '../../wiring/facts.ts';
import { attributeOf, localNames, nameAt, returnedBy, returnedWithoutCall, type Vantage } from './vantage.ts';

/** An expression that gives one of the wanted objects. */
export interface Reference {
  readonly text: string;
  /** Whether it surely gives one: a local variable or parameter that holds nothing else. */
  readonly certain: boolean;
  /** A name to import, and from where, if it is not in reach yet. */
  readonly imported: { readonly name: string; readonly from: ModuleObject } | undefined;
  /** The objects that it gives. */
  readonly objects: readonly HeapObject[];
}

/** Attributes are followed up to here: `self.app.state.websocket_manager` has three. */
const MAX_ATTRIBUTES = 3;
/** A search that has seen this many values gives up. */
const MAX_SEEN = 4000;

type Wanted = (atom: Atom) => boolean;

interface Found {
  readonly text: string;
  readonly value: Value;
  readonly attributes: number;
  readonly local: boolean;
}

/** The nearest first: locals and parameters, attributes of what is in reach, names of the module, functions, imports. */
export function referencesTo(vantage: Vantage, wanted: Wanted): readonly Reference[] {
  const reached = reachable(vantage);
  const direct = reached.flatMap((found) => directReference(found, wanted));
  const locals = direct.filter(({ certain }) => certain);
  const paths = direct.filter(({ certain }) => !certain);
  const factories = reached.flatMap((found) => factoryReference(vantage, found, wanted));
  return [...locals, ...paths, ...factories, ...importable(vantage, wanted)];
}

function directReference({ text, value, local, attributes }: Found, wanted: Wanted): readonly Reference[] {
  const objects = objectsAmong(value, wanted);
  if (objects.length === 0) return [];
  const certain = local && attributes === 0 && objects.length === value.atoms.length;
  return [{ text, certain, imported: undefined, objects }];
}

const NOTHING: ReadonlySet<Atom['kind']> = new Set(['none', 'undefined', 'absent']);

/** The wanted objects of a value that may be nothing else but none. */
function objectsAmong(value: Value, wanted: Wanted): readonly HeapObject[] {
  const present = value.atoms.filter((atom) => !NOTHING.has(atom.kind));
  if (present.length === 0 || !present.every(wanted)) return [];
  return present.flatMap((atom) => ('id' in atom ? [atom] : []));
}

/** Everything in reach by name and attributes, breadth first. */
function reachable(vantage: Vantage): readonly Found[] {
  const found: Found[] = [...roots(vantage)];
  const seen = new Set<number>();
  for (let index = 0; index < found.length && found.length < MAX_SEEN; index++) {
    const at = found[index];
    if (!at || at.attributes >= MAX_ATTRIBUTES) continue;
    for (const atom of at.value.atoms) {
      if (!isFollowed(atom) || seen.has(atom.id)) continue;
      seen.add(atom.id);
      found.push(...attributesOf(vantage, at, atom));
    }
  }
  return found;
}

function isFollowed(atom: Atom): atom is Extract<Atom, { kind: 'instance' | 'module' }> {
  return atom.kind === 'instance' || (atom.kind === 'module' && !atom.isModel);
}

function attributesOf(
  { run, until }: Vantage,
  at: Found,
  atom: Extract<Atom, { kind: 'instance' | 'module' }>,
): readonly Found[] {
  const all: Found[] = [];
  for (const [name, slot] of run.heap.slots(atom.id)) {
    const early = slot.writes.length === 0 || slot.writes.some((write) => write.step < until);
    const hidden = isHidden(atom, name) && at.text !== run.machine.dialect.words.receiver;
    if (!early || hidden) continue;
    const value = attributeOf(run, { atoms: [atom] }, name);
    all.push({ text: `${at.text}.${name}`, value, attributes: at.attributes + 1, local: false });
  }
  return all;
}

/** Whether a name is meant for the class or module itself: by convention, or by the language. */
function isHidden(atom: Extract<Atom, { kind: 'instance' | 'module' }>, name: string): boolean {
  if (/^[_#]/.test(name)) return true;
  return atom.kind === 'instance' && atom.class.mro.some(({ node }) => node?.hidden?.has(name) === true);
}

function roots(vantage: Vantage): readonly Found[] {
  const { run, frame, module } = vantage;
  const own = vantage.function ? [...localNames(vantage), ...parameterNames(vantage)] : [];
  const around: string[] = [];
  for (let scope = frame?.function.scope; scope; scope = scope.parent)
    around.push(...run.heap.slots(scope.id).keys());
  const shadowed = vantage.function?.body().locals ?? new Set<string>();
  const global = [...run.heap.slots(module.id)]
    .filter(([name, { writes }]) => !shadowed.has(name) && isEarly(vantage, writes))
    .map(([name]) => name);
  const named = (names: readonly string[], local: boolean): readonly Found[] =>
    names.map((text) => ({ text, value: nameAt(vantage, text), attributes: 0, local }));
  return [
    ...named([...new Set([...own, ...around])], true),
    ...named(global, vantage.function === undefined),
  ];
}

function isEarly({ until }: Vantage, writes: readonly { readonly step: number }[]): boolean {
  return writes.length === 0 || writes.some(({ step }) => step < until);
}

function parameterNames(vantage: Vantage): readonly string[] {
  if (!vantage.function) return [];
  const receiver = vantage.frame && receiverName(vantage.function);
  const names = vantage.function.parameters.map(({ name }) => name).filter((name) => name !== '');
  return receiver === undefined || names.includes(receiver) ? names : [receiver, ...names];
}

// ------------------------------------------------------------------ functions

function factoryReference(
  vantage: Vantage,
  { text, value, attributes }: Found,
  wanted: Wanted,
): readonly Reference[] {
  if (attributes > 1) return [];
  for (const atom of value.atoms) {
    const objects = atom.kind === 'function' ? returnedObjects(vantage, atom, wanted) : [];
    if (objects.length > 0) return [{ text: `${text}()`, certain: false, imported: undefined, objects }];
  }
  return [];
}

/** What a function gives back that can be called without arguments and without waiting. */
function returnedObjects({ run }: Vantage, fn: FunctionObject, wanted: Wanted): readonly HeapObject[] {
  if (fn.isModel || fn.owner || fn.node.isAsync || !takesNothing(fn.node) || fn.node.body().isGenerator)
    return [];
  const frames = run.trace.steps.filter((step) => step.kind === 'enter' && step.function.node === fn.node);
  const first = frames[0];
  const value =
    first?.kind === 'enter' ? returnedBy(run, first) : returnedWithoutCall(run, fn.module, fn.node);
  return objectsAmong(value, wanted);
}

export function takesNothing({ parameters }: FunctionNode): boolean {
  return parameters.every(
    ({ kind, defaultValue }) => defaultValue !== undefined || kind === 'rest' || kind === 'named-rest',
  );
}

// -------------------------------------------------------------------- imports

/** Names of other modules that hold a wanted object, or functions there that return one. */
function importable(vantage: Vantage, wanted: Wanted): readonly Reference[] {
  const { run, module, until } = vantage;
  const values: Reference[] = [];
  const functions: Reference[] = [];
  for (const from of new Set(run.machine.loaded.values())) {
    if (from.isModel || !from.node || from === module) continue;
    for (const [name, slot] of run.heap.slots(from.id)) {
      const objects = objectsAmong(slot.value, wanted);
      const isOwn = slot.writes.some((write) => write.step < until && inModule(vantage, write.step, from));
      if (objects.length > 0 && isOwn && !name.startsWith('_'))
        values.push({ text: name, certain: false, imported: { name, from }, objects });
      for (const atom of slot.value.atoms) {
        if (atom.kind !== 'function' || atom.module !== from || atom.name !== name) continue;
        const returned = mayReturn(atom) ? returnedObjects(vantage, atom, wanted) : [];
        if (returned.length > 0)
          functions.push({ text: `${name}()`, certain: false, imported: { name, from }, objects: returned });
      }
    }
  }
  return [...functions, ...values];
}

/** Whether the text of a function lets it give something back: its body is not read for nothing. */
function mayReturn({ node }: FunctionObject): boolean {
  return takesNothing(node) && node.module.text.slice(node.start, node.end).includes('return');
}

function inModule({ run }: Vantage, step: number, module: ModuleObject): boolean {
  return run.trace.steps[step]?.place.module === module.node;
}
