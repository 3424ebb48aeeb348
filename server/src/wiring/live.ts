/** What is alive at the serving point: the objects that can be reached, and the functions that can be called. Must not know contracts. */
import type { Items } from '../engine/items.ts';
import type { Atom, HeapObject, ScopeObject, WrapperObject } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Value } from '../engine/values.ts';
import type { FunctionNode } from '../ir/nodes.ts';
import type { CodeIndex } from './code-index.ts';
import { functionsIn } from './classes.ts';

/** Objects by number, of which one may ask whether they are among some. */
export interface ObjectSet {
  has(id: number): boolean;
}

/** A search through the heap: what was found, and what is still to be looked into. */
interface Reach {
  readonly seen: Uint8Array;
  readonly queue: HeapObject[];
}

/** The objects that something can still get at once the application serves. */
export function reachableObjects(run: Run): ObjectSet {
  const reach: Reach = { seen: new Uint8Array(run.machine.nextId), queue: [] };
  for (const module of run.machine.loaded.values()) visitAtom(reach, module);
  for (const root of rootsOf(run)) visit(reach, root);
  for (let object = reach.queue.pop(); object; object = reach.queue.pop()) {
    for (const slot of run.heap.slots(object.id).values()) visit(reach, slot.value);
    visitParts(reach, run, object);
  }
  const { seen } = reach;
  return { has: (id) => seen[id] === 1 };
}

function visit(reach: Reach, { atoms }: Value): void {
  for (const atom of atoms) visitAtom(reach, atom);
}

function visitAtom({ seen, queue }: Reach, atom: Atom | ScopeObject): void {
  if (!('id' in atom) || seen[atom.id] === 1) return;
  seen[atom.id] = 1;
  queue.push(atom);
}

/** What requests, tasks and the calls that are still open hold. */
function rootsOf(run: Run): readonly Value[] {
  const roots: Value[] = [];
  const { requests, later, startup } = run.machine;
  for (const entry of [...requests, ...later, ...startup])
    roots.push(entry.target, ...entry.args, ...entry.named.values());
  const open = new Set<number>();
  const steps = run.startupSteps;
  for (const step of steps) {
    if (step.kind === 'start') roots.push(step.target);
    if (step.kind !== 'serve') continue;
    for (let id = step.parent; id >= 0 && !open.has(id); id = steps[id]?.parent ?? -1) open.add(id);
  }
  for (const step of steps) {
    if (step.kind === 'enter' && open.has(step.id))
      roots.push(...step.args.values(), ...(step.receiver ? [step.receiver] : []));
    if (step.kind === 'create' && open.has(step.parent)) roots.push({ atoms: [step.object] });
  }
  return roots;
}

function visitParts(reach: Reach, run: Run, object: HeapObject): void {
  switch (object.kind) {
    case 'instance':
      return visitAtom(reach, object.class);
    case 'class':
      for (const base of object.bases) visitAtom(reach, base);
      return;
    case 'function':
      return object.scope && visitAtom(reach, object.scope);
    case 'scope':
      return object.parent && visitAtom(reach, object.parent);
    case 'container':
      return visitItems(reach, run.heap.items(object.id));
    case 'coroutine':
    case 'generator':
      visitAtom(reach, object.call.function);
      visitAtom(reach, object.call.scope);
      return object.call.receiver && visit(reach, object.call.receiver);
    case 'generator-expression':
      for (const value of object.held) visit(reach, value);
      return;
    case 'wrapper':
      return visitWrapper(reach, object);
    case 'generator-context':
      return visit(reach, object.generator);
    case 'super':
      return visitAtom(reach, object.receiver);
    case 'bound':
      visitAtom(reach, object.function);
      return visitAtom(reach, object.receiver);
    case 'module':
    case 'native':
    case 'task':
      return;
  }
}

function visitWrapper(reach: Reach, { target, setter, args, named }: WrapperObject): void {
  visit(reach, target);
  if (setter) visit(reach, setter);
  for (const value of args) visit(reach, value);
  for (const value of named.values()) visit(reach, value);
}

function visitItems(reach: Reach, items: Items | undefined): void {
  if (!items) return;
  if (items.kind === 'sequence') for (const value of items.known) visit(reach, value);
  else {
    for (const { key, value } of items.entries.values()) {
      visit(reach, key);
      visit(reach, value);
    }
    visit(reach, items.restKey);
  }
  visit(reach, items.rest);
}

/** Functions of which one may ask whether they are among some. */
export interface FunctionSet {
  has(node: FunctionNode): boolean;
}

/** Functions that may run: those that ran, handle requests or are registered, and whatever they name. By name, so rather too many. */
export function liveFunctions(runs: readonly Run[], code: CodeIndex): FunctionSet {
  const roots = new Set(runs.flatMap((run) => [...enteredIn(run), ...handlersOf(run)]));
  return namedFrom((node) => roots.has(node) || isRegistered(node), code);
}

/** Functions that requests may run: the handlers that a run left, those that an unseen library was given, and whatever they name. */
export function requestFunctions(runs: readonly Run[], code: CodeIndex): FunctionSet {
  const roots = new Set(runs.flatMap(handlersOf));
  return namedFrom((node) => roots.has(node), code);
}

/** A function that more than this many lead to is taken for live. */
const MAX_SEARCHED = 120;

interface Search {
  readonly isRoot: (node: FunctionNode) => boolean;
  readonly code: CodeIndex;
  readonly known: Map<FunctionNode, boolean>;
}

/** What some root names, directly or through what it names: searched backwards, from the function that is asked for. */
function namedFrom(isRoot: Search['isRoot'], code: CodeIndex): FunctionSet {
  const search: Search = { isRoot, code, known: new Map() };
  return { has: (node) => search.known.get(node) ?? searchRoot(search, node) };
}

/** Whether a root, or too many functions to tell, lead to a function: the order in which they are found makes no difference. */
function searchRoot(search: Search, from: FunctionNode): boolean {
  const { isRoot, known } = search;
  const seen = new Set<FunctionNode>([from]);
  const names = new Set<string>();
  let found = isRoot(from);
  // Grows while it is gone through.
  for (const { name } of found ? [] : seen) {
    if (names.has(name) || name === '') continue;
    names.add(name);
    found = addNaming(search, name, seen);
    if (found) break;
  }
  if (found) known.set(from, true);
  // What leads to one of them leads to the one that was asked for.
  else for (const node of seen) known.set(node, false);
  return found;
}

/** Adds the functions that have a name in them, until one settles the question. */
function addNaming({ isRoot, code, known }: Search, name: string, seen: Set<FunctionNode>): boolean {
  for (const node of code.functionsMentioning(name)) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (known.get(node) === true || isRoot(node) || seen.size > MAX_SEARCHED) return true;
  }
  return false;
}

/** Something else is told of the function: `@app.get("/")`, `@tool(...)`; a lambda; a method that the language itself calls. */
function isRegistered(node: FunctionNode): boolean {
  if (node.form === 'lambda') return true;
  const { names } = node.module.dialect;
  if (node.form === 'method' && node.name !== names.constructor && isHook(names, node.name)) return true;
  return node.decorators.some(
    (decorator) =>
      decorator.kind === 'call' || (decorator.kind === 'attribute' && decorator.name !== 'setter'),
  );
}

const HOOKS = new WeakMap<object, ReadonlySet<unknown>>();

function isHook(names: FunctionNode['module']['dialect']['names'], name: string): boolean {
  const known = HOOKS.get(names) ?? new Set(Object.values(names));
  HOOKS.set(names, known);
  return known.has(name);
}

function enteredIn(run: Run): ReadonlySet<FunctionNode> {
  const entered = new Set<FunctionNode>();
  for (const step of run.startupSteps) if (step.kind === 'enter') entered.add(step.function.node);
  return entered;
}

function handlersOf(run: Run): readonly FunctionNode[] {
  const known = run.requests.roots.flatMap(({ target }) => functionsIn(target));
  const handed = [...run.trace.escapes.values()].flatMap(({ object }) =>
    object.kind === 'function' ? [object] : [],
  );
  return [...known, ...handed].map((fn) => fn.node);
}
