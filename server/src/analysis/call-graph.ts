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

/**
 * Enters every function that was made and never entered, with arguments that nobody knows; those found on the way follow. What they store
 * may be called by what the program itself led to, and by each other: so the program's own calls are followed once more, then they again.
 */
function enterTheRest(m: Machine, heap: State): void {
  const text = m.callGraph;
  if (!text) return;
  text.entering = true;
  const entered = new Set(text.functions.filter((fn) => m.activations.has(fn.node)).map((fn) => fn.node));
  // The last first: a call follows those in it, and would make new objects for them.
  const program = text.followed.slice().reverse();
  enterUnless(m, entered, heap);
  if (text.functions.every((fn) => entered.has(fn.node))) return;
  text.results.clear();
  for (const call of program) {
    m.state ??= heap;
    enter(m, call.function, call.args);
  }
  enterUnless(m, entered, heap);
}

function enterUnless(m: Machine, entered: ReadonlySet<object>, heap: State): void {
  const functions = m.callGraph?.functions ?? [];
  for (let index = 0; index < functions.length && index < MAX_ROOTS; index++) {
    const fn = functions[index];
    if (!fn || entered.has(fn.node)) continue;
    m.state ??= heap;
    enter(m, fn, unknownArguments(m, fn));
  }
}

const ANY_ARGUMENTS: CallArguments = {
  ...NO_ARGUMENTS,
  morePositional: unknown('an argument of a call that nobody sees'),
  moreNamed: unknown('an argument of a call that nobody sees'),
};

function enter(m: Machine, fn: FunctionObject, args: CallArguments): void {
  const before = m.state?.fork();
  const value = callFunction(m, fn, undefined, args, placeOf(fn));
  for (const atom of value.atoms) {
    if (atom.kind === 'coroutine') m.rules.await(m, single(atom), placeOf(fn));
    else if (atom.kind === 'generator') m.rules.elements(m, single(atom), placeOf(fn));
  }
  m.sink = [];
  m.state ??= before;
}

function placeOf(fn: FunctionObject): Place {
  return { module: fn.node.module, start: fn.node.start, end: fn.node.end };
}

function unknownArguments(m: Machine, fn: FunctionObject): CallArguments {
  const type = fn.owner?.value;
  const before = m.state?.fork();
  const receiver = type ? receiverOf(m, fn, type, placeOf(fn)) : undefined;
  m.state ??= before;
  return receiver ? { ...ANY_ARGUMENTS, positional: [receiver] } : ANY_ARGUMENTS;
}

/** What a method that nobody calls is called on: the class, nothing, or an instance. */
function receiverOf(m: Machine, fn: FunctionObject, type: ClassObject, place: Place): Value | undefined {
  const stored = lookUp(m, type.mro, fn.name)?.value.atoms.find(
    (atom) => atom.kind === 'wrapper' && wraps(atom.target, fn),
  );
  if (stored?.kind === 'wrapper' && stored.wrapper === 'static') return undefined;
  if (stored?.kind === 'wrapper' && stored.wrapper === 'class-method') return single(type);
  if (fn.name === m.dialect.names.allocate) return single(type);
  const known = instancesOf(m, type);
  if (known.length > 0) return { atoms: known };
  m.rules.call(m, single(type), ANY_ARGUMENTS, place);
  const made = instancesOf(m, type);
  return made.length > 0 ? { atoms: made } : unknown(`an instance of ${type.name}`);
}

/** Instances of a class or, where it has none itself, of the classes derived from it. */
function instancesOf(m: Machine, type: ClassObject): readonly Atomic[] {
  const instances = m.callGraph?.instances ?? new Map<ClassObject, readonly Atomic[]>();
  const own = instances.get(type);
  if (own) return own;
  return [...instances].flatMap(([other, objects]) => (other.mro.includes(type) ? objects : [])).slice(0, 8);
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
