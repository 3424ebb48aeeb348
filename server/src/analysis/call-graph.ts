/**
 * The call graph of one program: a run of its text, with what nothing calls entered afterwards, and the names that it is printed with.
 * Must not know how calls are made.
 */
import { callFunction } from '../engine/calls.ts';
import { lookUp } from '../engine/descriptors.ts';
import type { CallArguments, Machine } from '../engine/machine.ts';
import { NO_ARGUMENTS } from '../engine/machine.ts';
import type { Atomic, ClassObject, FunctionObject, Place } from '../engine/objects.ts';
import { runStartup } from '../engine/run.ts';
import type { State } from '../engine/state.ts';
import type { Value } from '../engine/values.ts';
import { single, unknown } from '../engine/values.ts';
import type { CallGraph } from './api.ts';
import { Program, moduleSource } from './program.ts';

/** Functions entered without a caller, in one graph. */
const MAX_ROOTS = 20_000;

export const callGraph: CallGraph = (request) => {
  const folder = request.file.slice(0, Math.max(0, request.file.lastIndexOf('/')));
  const module = request.file.slice(folder === '' ? 0 : folder.length + 1).replace(/\.[^.]*$/, '');
  const program = new Program(request.fileSystem, request.models.python);
  const run = runStartup(
    { module, asMain: true, serve: undefined, call: undefined },
    {
      modules: moduleSource(program, [folder]),
      environment: { name: '', variables: new Map() },
      token: request.token,
      callGraph: true,
    },
  );
  enterTheRest(run.machine, run.heap);
  return graphOf(run.machine, module);
};

/** Enters every function that was made and never entered, with arguments that nobody knows. Those found on the way follow. */
function enterTheRest(m: Machine, heap: State): void {
  const functions = m.callGraph?.functions ?? [];
  const instances = new Map<ClassObject, Value>();
  if (m.callGraph) m.callGraph.entering = true;
  for (let index = 0; index < functions.length && index < MAX_ROOTS; index++) {
    const fn = functions[index];
    if (!fn || m.activations.has(fn.node)) continue;
    m.state ??= heap;
    enter(m, fn, instances);
  }
}

const ANY_ARGUMENTS: CallArguments = {
  ...NO_ARGUMENTS,
  morePositional: unknown('an argument of a call that nobody sees'),
  moreNamed: unknown('an argument of a call that nobody sees'),
};

function enter(m: Machine, fn: FunctionObject, instances: Map<ClassObject, Value>): void {
  const before = m.state?.fork();
  const place: Place = { module: fn.node.module, start: fn.node.start, end: fn.node.end };
  const type = fn.owner?.value;
  const receiver = type ? receiverOf(m, fn, type, instances, place) : undefined;
  m.state ??= before;
  if (!m.state) return;
  const value = callFunction(m, fn, receiver, ANY_ARGUMENTS, place);
  for (const atom of value.atoms) {
    if (atom.kind === 'coroutine') m.rules.await(m, single(atom), place);
    else if (atom.kind === 'generator') m.rules.elements(m, single(atom), place);
  }
  m.sink = [];
  m.state ??= before;
}

/** What a method that nobody calls is called on: an instance, the class, or nothing. */
function receiverOf(
  m: Machine,
  fn: FunctionObject,
  type: ClassObject,
  instances: Map<ClassObject, Value>,
  place: Place,
): Value | undefined {
  const stored = lookUp(m, type.mro, fn.name)?.value.atoms.find(
    (atom) => atom.kind === 'wrapper' && wraps(atom.target, fn),
  );
  if (stored?.kind === 'wrapper' && stored.wrapper === 'static') return undefined;
  if (stored?.kind === 'wrapper' && stored.wrapper === 'class-method') return single(type);
  if (fn.name === m.dialect.names.allocate) return single(type);
  const known = instances.get(type);
  if (known) return known;
  const made = m.rules.call(m, single(type), ANY_ARGUMENTS, place);
  const own = made.atoms.filter((atom): atom is Atomic => atom.kind === 'instance' && atom.class === type);
  const value: Value = own.length > 0 ? { atoms: own } : unknown(`an instance of ${type.name}`);
  instances.set(type, value);
  return value;
}

function wraps(target: Value, fn: FunctionObject): boolean {
  return target.atoms.some((atom) => atom.kind === 'function' && atom.node === fn.node);
}

/** Every module, function and callee is a key. */
function graphOf(m: Machine, main: string): Readonly<Record<string, readonly string[]>> {
  const graph = new Map<string, Set<string>>([[main, new Set()]]);
  const node = (name: string): Set<string> => {
    const known = graph.get(name) ?? new Set();
    graph.set(name, known);
    return known;
  };
  for (const module of m.loaded.values())
    if (!module.isModel && module.node) node(module.importName ?? module.name);
  for (const fn of m.callGraph?.functions ?? []) node(fn.qualifiedName);
  for (const [caller, callees] of m.trace.edges) {
    for (const callee of callees) {
      node(printed(callee));
      node(caller).add(printed(callee));
    }
  }
  return Object.fromEntries([...graph].sort(byName).map(([name, callees]) => [name, [...callees].sort()]));
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

/** Methods of the builtin types are printed the way PyCG prints them: `<**PyStr**>.join`. */
function printed(name: string): string {
  return name.replace(
    /^<builtin>\.([a-z])(\w*)\./,
    (_all, first: string, rest: string) => `<**Py${first.toUpperCase()}${rest}**>.`,
  );
}
