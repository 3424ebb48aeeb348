/** Edges of the call graph, between dotted names. Must not know how a call is made. */
import type { Block, Expression, Statement } from '../ir/nodes.ts';
import { keyOf } from './items.ts';
import type { CallArguments, Frame, Machine, ProgramText } from './machine.ts';
import { inModel } from './machine.ts';
import type { Atomic, ClassObject, FunctionObject, InstanceObject } from './objects.ts';
import { builtinClass, classOf } from './types.ts';
import type { Atom, Value } from './values.ts';
import { isNothing, unknown } from './values.ts';

export function newProgramText(): ProgramText {
  return {
    functions: [],
    instances: new Map(),
    blocks: new Set(),
    results: new Map(),
    calls: new Map(),
    followed: [],
    entering: false,
    names: new Map(),
    silent: false,
  };
}

/** Notes that the program calls `callee`; what library code calls inside itself is not noted. */
export function edge(m: Machine, callee: string | undefined): void {
  if (!m.callGraph || callee === undefined || inModel(m)) return;
  addEdge(m, callee);
}

/** Notes a call of a function. One of the program that a library model calls back is called by the code that called the library. */
export function edgeToFunction(m: Machine, fn: FunctionObject, receiver: Atomic | undefined): void {
  if (!m.callGraph) return;
  if (!fn.isModel) addEdge(m, fn.qualifiedName);
  else if (!inModel(m)) edge(m, libraryFunctionName(m, fn, receiver));
}

/** Notes the creation of a library's instance; those of the program's own classes are calls of their constructors. */
export function edgeToClass(m: Machine, type: ClassObject): void {
  if (m.callGraph && type.isModel) edge(m, className(m, type));
}

/** Notes the constructor of a base class that nobody can see. */
export function edgeToUnseenConstructor(m: Machine, type: ClassObject): void {
  const base = m.callGraph ? unseenBase(type) : undefined;
  if (base !== undefined) edge(m, `${base}.${m.dialect.names.constructor}`);
}

/** Notes that the program gets a builtin by name where the language has it. */
export function edgeToBuiltin(m: Machine, name: string): void {
  const type = m.callGraph ? builtinClass(m, name) : undefined;
  if (type) edge(m, className(m, type));
}

/** Whether a value is a class of the language itself. As a decorator (`@staticmethod`) it says what kind of method follows, and is no call. */
export function isOfBuiltins(m: Machine, value: Value): boolean {
  const { builtins } = m.dialect.names;
  return value.atoms.every((atom) => atom.kind === 'class' && atom.isModel && atom.module.name === builtins);
}

export function withoutEdges(m: Machine, run: () => Value): Value {
  const text = m.callGraph;
  if (!text) return run();
  const outer = text.silent;
  text.silent = true;
  const value = run();
  text.silent = outer;
  return value;
}

/** Remembers a function of the program, so that one that nothing calls can be entered afterwards. */
export function noteFunction(m: Machine, fn: FunctionObject): FunctionObject {
  if (!fn.isModel && fn.name !== '') m.callGraph?.functions.push(fn);
  return fn;
}

/** Instances of one class that are remembered. */
const REMEMBERED_INSTANCES = 4;

/** Remembers an instance of the program's classes, so that methods that nothing calls can be called on it. */
export function noteInstance(m: Machine, object: InstanceObject): void {
  const instances = m.callGraph?.instances;
  if (!instances || object.class.isModel) return;
  const known = instances.get(object.class);
  if (!known) instances.set(object.class, [object]);
  else if (known.length < REMEMBERED_INSTANCES) known.push(object);
}

/** Runs a block that this run's values do not lead to, once and for its calls. */
export function lookAtBlock(m: Machine, block: Block): void {
  if (block.length > 0) lookAt(m, block, () => m.rules.execute(m, block));
}

/** Whether a part of the program's text was never run. */
export function needsLook(m: Machine, part: object): boolean {
  return m.callGraph !== undefined && !m.callGraph.blocks.has(part) && !inModel(m);
}

/** Evaluates an expression that this run's values do not lead to, once and for its calls. */
export function lookAtExpression(m: Machine, expression: Expression): void {
  if (m.callGraph) lookAt(m, expression, () => m.rules.evaluate(m, expression));
}

/** Runs a part of the text that this run's values do not lead to, once and for its calls. Nothing of what it does stays, but for modules that it imports. */
export function lookAt(m: Machine, part: object, run: () => void): void {
  const { state, sink, guards } = m;
  if (!state || !needsLook(m, part)) return;
  m.callGraph?.blocks.add(part);
  const loaded = new Set(m.loaded.keys());
  m.state = state.fork();
  m.sink = [];
  run();
  const imported = [...m.loaded.keys()].filter((name) => !loaded.has(name));
  if (m.state && imported.length > 0) state.joinWith(m.state);
  else for (const name of imported) m.loaded.delete(name);
  m.state = state;
  m.sink = sink;
  m.guards = guards;
}

/** Calls of one function that are followed each; after them, only those with arguments that are new. */
const FOLLOWED_CALLS = 12;

/**
 * Follows a call that a call graph has not seen. One with the arguments of an earlier one could only differ by what the heap holds: that is
 * followed too for the first calls of a function, and never where nothing is known of the heap, in functions that nothing calls.
 */
export function oncePerArguments(
  m: Machine,
  fn: FunctionObject,
  args: CallArguments,
  run: () => Value,
): Value {
  const text = m.callGraph;
  if (!text || fn.isModel) return run();
  const calls = (text.calls.get(fn.node) ?? 0) + 1;
  text.calls.set(fn.node, calls);
  const key = callKey(fn, args);
  const known = text.results.get(key);
  if (known && (text.entering || calls > FOLLOWED_CALLS)) return known;
  if (!known) text.results.set(key, unknown(`the result of ${fn.name}()`));
  if (!known && !text.entering) text.followed.push({ function: fn, args });
  const value = run();
  if (!isNothing(value)) text.results.set(key, value);
  return value;
}

function callKey(fn: FunctionObject, args: CallArguments): string {
  const named = [...args.named].map(([name, value]) => `${name}=${valueKey(value)}`);
  const more = [args.morePositional, args.moreNamed].map((value) => (value ? valueKey(value) : ''));
  return [fn.id, ...args.positional.map(valueKey), ...named, ...more].join('|');
}

function valueKey(value: Value): string {
  return value.atoms.map(atomKey).sort().join(',');
}

function atomKey(atom: Atom): string {
  if (atom.kind === 'instance') return `${atom.class.id}@${atom.site.start}`;
  if (atom.kind === 'bound') return `${atom.function.id}.${atomKey(atom.receiver)}`;
  if (atom.kind === 'unknown') return atom.path ?? '?';
  return keyOf(atom) ?? ('id' in atom ? `${atom.kind}:${atom.id}` : atom.kind);
}

/**
 * Goes on after a statement that ended its path by raising: the graph is of the program's text, and what comes next may run in
 * another run. What is raised stays raised, for the handlers around it.
 */
export function goOnAfter(m: Machine, statement: Statement, exitsBefore: number): void {
  if (inModel(m) || !goesOn(m, statement)) return;
  const raised = m.sink.slice(exitsBefore).findLast((exit) => exit.kind === 'raise');
  if (raised) m.state = raised.state.fork();
}

function goesOn(m: Machine, statement: Statement): boolean {
  switch (statement.kind) {
    case 'return':
    case 'break':
    case 'continue':
    case 'if':
    case 'while':
    case 'try':
    case 'match':
      return false;
    case 'raise':
      return m.frame.function === undefined;
    default:
      return true;
  }
}

/** The dotted name of the base class that cannot be seen, where it has one. */
export function unseenBase(type: ClassObject): string | undefined {
  const base = type.unknownBase;
  return base !== undefined && /^[\w.]+$/.test(base) ? base : undefined;
}

/** A class's name in the graph: a builtin is `<builtin>.dict`. */
export function className(m: Machine, type: ClassObject): string {
  return type.isModel ? publicName(m, type) : type.qualifiedName;
}

/**
 * The name of a library's class or function where a program imports it: the shortest module that has it. Libraries define much in inner
 * modules, which nobody names.
 */
function publicName(m: Machine, object: ClassObject | FunctionObject): string {
  const names = m.callGraph?.names;
  const known = names?.get(object);
  if (known !== undefined) return known;
  const { builtins } = m.dialect.names;
  const name =
    object.module.name === builtins
      ? `<builtin>.${object.qualifiedName.slice(builtins.length + 1)}`
      : (shortestExport(m, object) ?? object.qualifiedName);
  names?.set(object, name);
  return name;
}

function shortestExport(m: Machine, object: ClassObject | FunctionObject): string | undefined {
  let shortest: string | undefined;
  for (const [path, module] of m.loaded) {
    if (!module.isModel || path.length + 1 >= (shortest?.length ?? Infinity) - object.name.length) continue;
    if (m.state?.slot(module.id, object.name)?.value.atoms.includes(object))
      shortest = `${path}.${object.name}`;
  }
  return shortest;
}

/**
 * Library code is not looked into, so a method is named by the library class that the program uses and not by the one that defines it,
 * and a function that a library makes inside another one has no name.
 * Special methods belong to operators and the language, which are no calls in the program's text; only a constructor is called by name.
 */
function libraryFunctionName(
  m: Machine,
  fn: FunctionObject,
  receiver: Atomic | undefined,
): string | undefined {
  const { constructor } = m.dialect.names;
  const special = /^__\w+__$/.test(fn.name);
  if (special && fn.name !== constructor) return undefined;
  const type = receiver && fn.owner ? libraryClass(m, receiver) : undefined;
  if (special)
    return type && receiver && usesOwnConstructor(m, receiver) ? undefined : constructorName(m, fn, type);
  if (type) return `${className(m, type)}.${fn.name}`;
  return fn.scope ? undefined : publicName(m, fn);
}

/** Creating a library's instance is an edge to the class already. */
function usesOwnConstructor(m: Machine, receiver: Atomic): boolean {
  const type = receiver.kind === 'class' ? receiver : classOf(m, receiver);
  return type?.isModel === true;
}

/** The constructor of a library's base class. What every exception or object does when it is made is no call in the text. */
function constructorName(m: Machine, fn: FunctionObject, type: ClassObject | undefined): string | undefined {
  if (!type || type.module.name === m.dialect.names.builtins) return undefined;
  return `${className(m, type)}.${fn.name}`;
}

/** The first class of a library in the order of a receiver's classes. */
function libraryClass(m: Machine, receiver: Atomic): ClassObject | undefined {
  const type = receiver.kind === 'class' ? receiver : classOf(m, receiver);
  return type?.mro.find((candidate) => candidate.isModel);
}

function addEdge(m: Machine, callee: string): void {
  const caller = callerOf(m);
  if (caller === undefined || m.callGraph?.silent) return;
  const known = m.trace.edges.get(caller);
  if (known) known.add(callee);
  else m.trace.edges.set(caller, new Set([callee]));
}

/** The program's code that runs or that called into the library which runs; nothing where the dry run itself calls. */
function callerOf(m: Machine): string | undefined {
  let frame: Frame | undefined = m.frame;
  while (frame?.module.isModel) frame = frame.parent;
  return frame?.name;
}
