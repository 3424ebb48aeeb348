/**
 * The code that runs loaded, by name: functions, calls, assignments from outside. Built once for all runs of an application.
 * Must not know the heap.
 */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Block, CallExpression, ClassNode, Expression, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { forEachExpression, forEachStatement } from '../ir/walk.ts';
import { factsOf } from './facts.ts';
import { mayHoldName } from './identifiers.ts';
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
  /** Every name that somebody asked for so far: on no other one an answer hangs. */
  readonly asked: ReadonlySet<string>;
  /** Dotted name of a module, by its node. */
  nameOf(module: ModuleNode): string;
  /** Modules whose text may hold an identifier, written `name`, or `.name` where it is an attribute. */
  modulesNaming(name: string): readonly ModuleNode[];
  /** Functions whose text holds such a name, nested ones included, each with the class around it. Bodies without it are not read. */
  functionsNaming(name: string): readonly FoundFunction[];
  /** The same in one module. */
  functionsIn(module: ModuleNode, name: string): readonly FoundFunction[];
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
  return indexModules(loadedModules(runs));
}

/** The same of some modules, by their dotted names. */
export function indexModules(names: ReadonlyMap<ModuleNode, string>): CodeIndex {
  const modules = [...names.keys()];
  const asked = new Set<string>();
  const holding = new Map<string, readonly ModuleNode[]>();
  const functions = new Map<string, Map<ModuleNode, readonly FoundFunction[]>>();
  const all = new Map<string, readonly FoundFunction[]>();
  const calls = new Map<string, readonly CallSite[]>();
  const callers = new Map<string, readonly FunctionNode[]>();
  const assignments = new Map<string, readonly CallSite[]>();
  let assigned: ReadonlyMap<string, Offsets> | undefined;
  const offsetsOf = (name: string): Offsets =>
    (assigned ??= assignmentOffsets(modules)).get(name) ?? new Map();
  const modulesNaming = (name: string): readonly ModuleNode[] =>
    remembered(holding, name, () => {
      asked.add(identifierIn(name));
      return modules.filter((module) => mayHoldName(module, identifierIn(name)));
    });
  const functionsIn = (module: ModuleNode, name: string): readonly FoundFunction[] => {
    asked.add(identifierIn(name));
    if (!mayHoldName(module, identifierIn(name))) return [];
    const known = remembered(functions, name, () => new Map<ModuleNode, readonly FoundFunction[]>());
    return remembered(known, module, () => functionsNear(module, occurrences(module.text, name)));
  };
  const functionsNaming = (name: string): readonly FoundFunction[] =>
    remembered(all, name, () => modulesNaming(name).flatMap((module) => functionsIn(module, name)));
  const blocks = (name: string): readonly Located[] =>
    modulesNaming(name)
      .filter((module) => module.text.includes(name))
      .flatMap((module) => blocksOf(module, functionsIn(module, name)));
  return {
    modules,
    asked,
    nameOf: (module) => names.get(module) ?? module.path,
    modulesNaming,
    functionsNaming,
    functionsIn,
    callsOf: (name) => remembered(calls, name, () => blocks(name).flatMap((block) => callsIn(block, name))),
    callersOf: (name) =>
      remembered(callers, name, () =>
        functionsNaming(name)
          .map(({ node }) => node)
          .filter((node) => callsName(node, name)),
      ),
    assignmentsTo: (name) =>
      remembered(assignments, name, () => {
        asked.add(name);
        return [...offsetsOf(name)].flatMap(([module, offsets]) =>
          blocksOf(module, functionsNear(module, offsets)).flatMap((block) => assignmentsIn(block, name)),
        );
      }),
  };
}

/** The identifier in `name` or `.name`. */
function identifierIn(text: string): string {
  return text.startsWith('.') ? text.slice(1) : text;
}

/** What stands before an `=` and after a full stop. */
const ASSIGNMENT = /\.([A-Za-z_$][\w$]*)(?:\s*:[^=\n]*)?\s*=(?![=>])/g;

type Offsets = ReadonlyMap<ModuleNode, readonly number[]>;

/** Where attributes of a name are assigned, told from the text. */
function assignmentOffsets(modules: readonly ModuleNode[]): ReadonlyMap<string, Offsets> {
  const offsets = new Map<string, Map<ModuleNode, number[]>>();
  for (const module of modules) {
    for (const match of module.text.matchAll(ASSIGNMENT)) {
      const inModules = remembered(offsets, match[1] ?? '', () => new Map<ModuleNode, number[]>());
      remembered(inModules, module, (): number[] => []).push(match.index);
    }
  }
  return offsets;
}

function callsName(node: FunctionNode, name: string): boolean {
  return factsOf(node).calls.some((call) => call.name === name);
}

/** Offsets at which `part` stands in a text, in order. */
function occurrences(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
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
      if (module.node && !module.isModel && !names.has(module.node))
        names.set(module.node, module.importName ?? module.name);
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

/** Functions that stand around some of the offsets; only their bodies are read. */
function functionsNear(module: ModuleNode, offsets: readonly number[]): readonly FoundFunction[] {
  if (offsets.length === 0) return [];
  const found = new Set<FoundFunction>();
  const visit = (block: Block): void => {
    for (const inner of functionsOf(block)) {
      if (found.has(inner) || !someWithin(offsets, startOf(inner.node), inner.node.end)) continue;
      found.add(inner);
      visit(inner.node.body().block);
    }
  };
  visit(module.body);
  return [...found];
}

function startOf(node: FunctionNode): number {
  let { start } = node;
  for (const decorator of node.decorators) start = Math.min(start, decorator.start - 1);
  return start;
}

const FUNCTIONS = new WeakMap<Block, readonly FoundFunction[]>();

/** The functions that a block defines itself, and the methods of its classes. */
function functionsOf(block: Block): readonly FoundFunction[] {
  let functions = FUNCTIONS.get(block);
  if (!functions) {
    functions = collectFunctions(block);
    FUNCTIONS.set(block, functions);
  }
  return functions;
}

function collectFunctions(block: Block): readonly FoundFunction[] {
  const found = new Map<FunctionNode, FoundFunction>();
  const add = (node: FunctionNode, owner: ClassNode | undefined): void => {
    if (!found.has(node)) found.set(node, { node, class: owner });
  };
  forEachStatement(block, (s) => {
    if (s.kind === 'class-declaration')
      for (const inner of s.class.body)
        if (inner.kind === 'function-declaration') add(inner.function, s.class);
    if (s.kind === 'function-declaration') add(s.function, undefined);
  });
  forEachExpression(block, (e) => {
    if (e.kind === 'function') add(e.function, undefined);
  });
  return [...found.values()];
}

/** Whether an offset of a sorted list lies within `[start, end)`. */
function someWithin(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  const at = offsets[low];
  return at !== undefined && at < end;
}

function callsIn(located: Located, name: string): readonly CallSite[] {
  const sites: CallSite[] = [];
  const { module, block } = located;
  forEachExpression(block, (e) => {
    if (e.kind !== 'call') return;
    const callee = calleeOf(e);
    if (callee?.name !== name) return;
    const receiver = e.callee.kind === 'attribute' ? e.callee.object : undefined;
    sites.push({
      place: placeIn(module, e),
      name: placeIn(module, callee.span),
      call: e,
      receiver,
      function: located.function,
      block,
    });
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
      if (
        located.function?.form === 'method' &&
        target.object.kind === 'name' &&
        target.object.name === receiver
      )
        continue;
      const at = placeIn(module, { start: target.nameStart, end: target.end });
      sites.push({
        place: placeIn(module, target),
        name: at,
        call: undefined,
        receiver: target.object,
        function: located.function,
        block,
      });
    }
  });
  return sites;
}
