/**
 * The code that runs loaded, by name: functions, calls, assignments from outside. Built once for all runs of an application.
 * Must not know the heap.
 */
import type { Run } from '../engine/run.ts';
import type { FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { factsOf } from './facts.ts';
import { type Filter, filterIn, hashOf, mayHold, mayHoldName } from './identifiers.ts';
import {
  type CallSite,
  type FoundFunction,
  assignmentsIn,
  callsIn,
  functionsNamed,
  functionsWith,
  remembered,
} from './module-index.ts';

/** Names that somebody asked for: on others no answer hangs. Where functions are defined is no part of it. */
export interface Asked {
  /** Names of which it counts where they stand. */
  readonly asked: ReadonlySet<string>;
  /** Names of which it counts which functions mention them. */
  readonly askedOfFunctions: ReadonlySet<string>;
}

export interface CodeIndex extends Asked {
  /** Workspace modules that some run loaded. */
  readonly modules: readonly ModuleNode[];
  /** Dotted name of a module, by its node. */
  nameOf(module: ModuleNode): string;
  /** Modules whose text may hold an identifier, written `name`, or `.name` where it is an attribute. */
  modulesNaming(name: string): readonly ModuleNode[];
  /** Functions whose text holds such a name, nested ones included, each with the class around it. Bodies without it are not read. */
  functionsNaming(name: string): readonly FoundFunction[];
  /** The same in one module. */
  functionsIn(module: ModuleNode, name: string): readonly FoundFunction[];
  /** Functions that mention a name, wherever in them and how often. */
  functionsMentioning(name: string): Iterable<FunctionNode>;
  /** Functions of that name, each with the class around it. */
  functionsNamed(name: string): readonly FoundFunction[];
  /** The same in one module. */
  functionsNamedIn(module: ModuleNode, name: string): readonly FoundFunction[];
  /** Calls of a name, in all loaded modules. */
  callsOf(name: string): readonly CallSite[];
  /** Functions that call a name, whatever has it. */
  callersOf(name: string): readonly FunctionNode[];
  /** Assignments to an attribute of something that is not the method's own receiver. */
  assignmentsTo(attribute: string): readonly CallSite[];
}

export function indexCode(runs: readonly Run[]): CodeIndex {
  return indexModules(loadedModules(runs));
}

/** The same of some modules, by their dotted names. */
export function indexModules(names: ReadonlyMap<ModuleNode, string>): CodeIndex {
  const modules = [...names.keys()];
  const { asked, askedOfFunctions, modulesWith, modulesNaming } = nameSearch(modules);
  const all = new Map<string, readonly FoundFunction[]>();
  const defined = new Map<string, readonly FoundFunction[]>();
  const calls = new Map<string, readonly CallSite[]>();
  const callers = new Map<string, readonly FunctionNode[]>();
  const assignments = new Map<string, readonly CallSite[]>();
  const functionsIn = (module: ModuleNode, name: string): readonly FoundFunction[] => {
    const identifier = identifierIn(name);
    asked.add(identifier);
    return mayHoldName(module, identifier) ? functionsWith(module, name) : [];
  };
  const functionsNaming = (name: string): readonly FoundFunction[] =>
    remembered(all, name, () => modulesNaming(name).flatMap((module) => functionsWith(module, name)));
  return {
    modules,
    asked,
    askedOfFunctions,
    nameOf: (module) => names.get(module) ?? module.path,
    modulesNaming,
    functionsNaming,
    functionsIn,
    functionsMentioning: (name) => {
      askedOfFunctions.add(name);
      return mentioning(modulesWith(name), name);
    },
    functionsNamed: (name) => {
      const found = remembered(defined, name, () =>
        modulesWith(name).flatMap((module) => functionsNamed(module, name)),
      );
      // What has one of them is looked into for more: where none is, nothing hangs on the name.
      if (found.length > 0) askedOfFunctions.add(name);
      return found;
    },
    functionsNamedIn: (module, name) => {
      asked.add(name);
      return mayHoldName(module, name) ? functionsNamed(module, name) : [];
    },
    callsOf: (name) =>
      remembered(calls, name, () => modulesNaming(name).flatMap((module) => callsIn(module, name))),
    callersOf: (name) =>
      remembered(callers, name, () =>
        functionsNaming(name)
          .map(({ node }) => node)
          .filter((node) => callsName(node, name)),
      ),
    assignmentsTo: (name) =>
      remembered(assignments, name, () => {
        asked.add(name);
        return modules.flatMap((module) => assignmentsIn(module, name));
      }),
  };
}

/** Modules by the names in their texts, and which names were looked for. */
interface NameSearch {
  readonly asked: Set<string>;
  readonly askedOfFunctions: Set<string>;
  /** Modules whose text may hold the identifier. */
  readonly modulesWith: (name: string) => readonly ModuleNode[];
  /** The same, for somebody to whom it matters where it stands. */
  readonly modulesNaming: (name: string) => readonly ModuleNode[];
}

function nameSearch(modules: readonly ModuleNode[]): NameSearch {
  const asked = new Set<string>();
  const holding = new Map<string, readonly ModuleNode[]>();
  let filters: readonly Filter[] | undefined;
  const modulesWith = (name: string): readonly ModuleNode[] =>
    remembered(holding, name, () => {
      const hash = hashOf(identifierIn(name));
      const known = (filters ??= modules.map(filterIn));
      return modules.filter((_, at) => mayHold(known[at] as Filter, hash));
    });
  const modulesNaming = (name: string): readonly ModuleNode[] => {
    asked.add(identifierIn(name));
    return modulesWith(name);
  };
  return { asked, askedOfFunctions: new Set(), modulesWith, modulesNaming };
}

/** The identifier in `name` or `.name`. */
function identifierIn(text: string): string {
  return text.startsWith('.') ? text.slice(1) : text;
}

function* mentioning(modules: readonly ModuleNode[], name: string): Generator<FunctionNode> {
  for (const module of modules)
    for (const { node } of functionsWith(module, name)) if (factsOf(node).mentions.has(name)) yield node;
}

function callsName(node: FunctionNode, name: string): boolean {
  return factsOf(node).calls.some((call) => call.name === name);
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
