/**
 * The code that runs loaded, by name: functions, calls, assignments from outside. Built once for all runs of an application.
 * Must not know the heap.
 */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Block, CallExpression, ClassNode, Expression, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { forEachExpression, forEachStatement } from '../ir/walk.ts';
import { factsOf } from './facts.ts';
import { calleeOf, placeIn } from './source.ts';

/** A call or an assignment that would inject. */
export interface CallSite {
  readonly place: Place;
  /** The name that is called or assigned. */
  readonly name: Place;
  readonly call: CallExpression | undefined;
  /** The value handed over, where it can be told. */
  readonly receiver: Expression | undefined;
  readonly function: FunctionNode | undefined;
  readonly block: Block;
}

export interface CodeIndex {
  /** Workspace modules that some run loaded. */
  readonly modules: readonly ModuleNode[];
  /** Dotted name of a module, by its node. */
  nameOf(module: ModuleNode): string;
  /** Functions that stand in a module, nested ones included, each with the class around it. */
  functionsOf(module: ModuleNode): readonly FoundFunction[];
  /** Calls of a name, in all loaded modules. */
  callsOf(name: string): readonly CallSite[];
  /** Functions that call a name, whatever has it. */
  callersOf(name: string): readonly FunctionNode[];
  /** Assignments to an attribute of something that is not the method's own receiver. */
  assignmentsTo(attribute: string): readonly CallSite[];
}

export interface FoundFunction {
  readonly node: FunctionNode;
  readonly class: ClassNode | undefined;
}

export function indexCode(runs: readonly Run[]): CodeIndex {
  const names = loadedModules(runs);
  const functions = new Map<ModuleNode, readonly FoundFunction[]>();
  const calls = new Map<string, readonly CallSite[]>();
  const assignments = new Map<string, readonly CallSite[]>();
  const modules = [...names.keys()];
  const functionsOf = (module: ModuleNode): readonly FoundFunction[] => remembered(functions, module, () => functionsIn(module));
  let callers: ReadonlyMap<string, readonly FunctionNode[]> | undefined;
  const blocks = (text: string): readonly Located[] => modules.filter((module) => module.text.includes(text)).flatMap((module) => blocksOf(module, functionsOf(module)));
  return {
    modules,
    nameOf: (module) => names.get(module) ?? module.path,
    functionsOf,
    callsOf: (name) => remembered(calls, name, () => blocks(name).flatMap((block) => callsIn(block, name))),
    callersOf: (name) => (callers ??= callersByName(modules.flatMap(functionsOf))).get(name) ?? [],
    assignmentsTo: (name) => remembered(assignments, name, () => blocks(`.${name}`).flatMap((block) => assignmentsIn(block, name))),
  };
}

function callersByName(functions: readonly FoundFunction[]): ReadonlyMap<string, readonly FunctionNode[]> {
  const callers = new Map<string, FunctionNode[]>();
  for (const { node } of functions) {
    for (const name of new Set(factsOf(node).calls.map((call) => call.name))) {
      const known = callers.get(name);
      if (known) known.push(node);
      else callers.set(name, [node]);
    }
  }
  return callers;
}

function remembered<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function loadedModules(runs: readonly Run[]): ReadonlyMap<ModuleNode, string> {
  const names = new Map<ModuleNode, string>();
  for (const run of runs) {
    for (const module of run.machine.loaded.values()) {
      if (module.node && !module.isModel && !names.has(module.node)) names.set(module.node, module.importName ?? module.name);
    }
  }
  return names;
}

interface Located {
  readonly module: ModuleNode;
  readonly function: FunctionNode | undefined;
  readonly block: Block;
}

function blocksOf(module: ModuleNode, functions: readonly FoundFunction[]): readonly Located[] {
  const inner = functions.map(({ node }) => ({ module, function: node, block: node.body().block }));
  return [{ module, function: undefined, block: module.body }, ...inner];
}

function functionsIn(module: ModuleNode): readonly FoundFunction[] {
  const found: FoundFunction[] = [];
  const visit = (block: Block, owner: ClassNode | undefined): void => {
    forEachStatement(block, (s) => {
      if (s.kind === 'class-declaration') for (const inner of s.class.body) methodsIn(inner, s.class);
      if (s.kind === 'function-declaration' && !known.has(s.function)) add(s.function, owner);
    });
    forEachExpression(block, (e) => {
      if (e.kind === 'function') add(e.function, undefined);
    });
  };
  const known = new Set<FunctionNode>();
  const add = (node: FunctionNode, owner: ClassNode | undefined): void => {
    if (known.has(node)) return;
    known.add(node);
    found.push({ node, class: owner });
    visit(node.body().block, undefined);
  };
  const methodsIn = (statement: Block[number], owner: ClassNode): void => {
    if (statement.kind === 'function-declaration') add(statement.function, owner);
  };
  visit(module.body, undefined);
  return found;
}

function callsIn(located: Located, name: string): readonly CallSite[] {
  const sites: CallSite[] = [];
  const { module, block } = located;
  forEachExpression(block, (e) => {
    if (e.kind !== 'call') return;
    const callee = calleeOf(e);
    if (callee?.name !== name) return;
    const receiver = e.callee.kind === 'attribute' ? e.callee.object : undefined;
    sites.push({ place: placeIn(module, e), name: placeIn(module, callee.span), call: e, receiver, function: located.function, block });
  });
  return sites;
}

function assignmentsIn(located: Located, name: string): readonly CallSite[] {
  const sites: CallSite[] = [];
  const { module, block } = located;
  const receiver = located.function?.parameters[0]?.name;
  forEachStatement(block, (s) => {
    if (s.kind !== 'assign') return;
    for (const target of s.targets) {
      if (target.kind !== 'attribute' || target.name !== name) continue;
      if (located.function?.form === 'method' && target.object.kind === 'name' && target.object.name === receiver) continue;
      const at = placeIn(module, { start: target.nameStart, end: target.end });
      sites.push({ place: placeIn(module, target), name: at, call: undefined, receiver: target.object, function: located.function, block });
    }
  });
  return sites;
}
