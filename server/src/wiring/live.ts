/** What is alive at the serving point: the objects that can be reached, and the functions that can be called. Must not know contracts. */
import type { HeapObject } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Value } from '../engine/values.ts';
import type { FunctionNode } from '../ir/nodes.ts';
import type { CodeIndex } from './code-index.ts';
import { functionsIn } from './classes.ts';
import { factsOf } from './facts.ts';

/** Numbers of the objects that something can still get at once the application serves. */
export function reachableObjects(run: Run): ReadonlySet<number> {
  const seen = new Set<number>();
  const queue: HeapObject[] = [];
  const visit = (value: Value): void => {
    for (const atom of value.atoms) {
      if (!('id' in atom) || seen.has(atom.id)) continue;
      seen.add(atom.id);
      queue.push(atom);
    }
  };
  for (const module of run.machine.loaded.values()) visit({ atoms: [module] });
  rootsOf(run).forEach(visit);
  for (let object = queue.pop(); object; object = queue.pop()) {
    for (const slot of run.heap.slots(object.id).values()) visit(slot.value);
    partsOf(run, object).forEach(visit);
  }
  return seen;
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

function partsOf(run: Run, object: HeapObject): readonly Value[] {
  switch (object.kind) {
    case 'instance':
      return [{ atoms: [object.class] }];
    case 'class':
      return [{ atoms: [...object.bases] }];
    case 'function':
      return object.scope ? [{ atoms: [object.scope] }] : [];
    case 'scope':
      return object.parent ? [{ atoms: [object.parent] }] : [];
    case 'container':
      return itemsOf(run, object.id);
    case 'coroutine':
    case 'generator':
      return [
        { atoms: [object.call.function, object.call.scope] },
        ...(object.call.receiver ? [object.call.receiver] : []),
      ];
    case 'generator-expression':
      return object.held;
    case 'wrapper':
      return [
        object.target,
        ...(object.setter ? [object.setter] : []),
        ...object.args,
        ...object.named.values(),
      ];
    case 'generator-context':
      return [object.generator];
    case 'super':
      return [{ atoms: [object.receiver] }];
    case 'bound':
      return [{ atoms: [object.function, object.receiver] }];
    case 'module':
    case 'native':
    case 'task':
      return [];
  }
}

function itemsOf(run: Run, id: number): readonly Value[] {
  const items = run.heap.items(id);
  if (!items) return [];
  if (items.kind === 'sequence') return [...items.known, items.rest];
  return [
    ...[...items.entries.values()].flatMap((entry) => [entry.key, entry.value]),
    items.rest,
    items.restKey,
  ];
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

/** A search for a root gives up after this many functions and takes the function for live. */
const MAX_SEARCHED = 120;

/** What some root names, directly or through what it names: searched backwards, from the function that is asked for. */
function namedFrom(isRoot: (node: FunctionNode) => boolean, code: CodeIndex): FunctionSet {
  const known = new Map<FunctionNode, boolean>();
  return {
    has: (node) => {
      let answer = known.get(node);
      if (answer === undefined) {
        answer = searchRoot(node, isRoot, code);
        known.set(node, answer);
      }
      return answer;
    },
  };
}

function searchRoot(from: FunctionNode, isRoot: (node: FunctionNode) => boolean, code: CodeIndex): boolean {
  const seen = new Set<FunctionNode>([from]);
  const names = new Set<string>();
  const queue: FunctionNode[] = [from];
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (isRoot(node)) return true;
    if (seen.size > MAX_SEARCHED) return true;
    if (names.has(node.name) || node.name === '') continue;
    names.add(node.name);
    for (const { node: other } of code.functionsNaming(node.name)) {
      if (seen.has(other) || !factsOf(other).mentions.has(node.name)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  return false;
}

/** Something else is told of the function: `@app.get("/")`, `@tool(...)`; a lambda; a method that the language itself calls. */
function isRegistered(node: FunctionNode): boolean {
  if (node.form === 'lambda') return true;
  const names: readonly (string | undefined)[] = Object.values(node.module.dialect.names);
  if (
    node.form === 'method' &&
    names.includes(node.name) &&
    node.name !== node.module.dialect.names.constructor
  )
    return true;
  return node.decorators.some(
    (decorator) =>
      decorator.kind === 'call' || (decorator.kind === 'attribute' && decorator.name !== 'setter'),
  );
}

function enteredIn(run: Run): ReadonlySet<FunctionNode> {
  const entered = new Set<FunctionNode>();
  for (const step of run.startupSteps) if (step.kind === 'enter') entered.add(step.function.node);
  return entered;
}

function handlersOf(run: Run): readonly FunctionNode[] {
  const known = run.machine.requests.flatMap(({ target }) => functionsIn(target));
  const handed = [...run.trace.escapes.values()].flatMap(({ object }) =>
    object.kind === 'function' ? [object] : [],
  );
  return [...known, ...handed].map((fn) => fn.node);
}
