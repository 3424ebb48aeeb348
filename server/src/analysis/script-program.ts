/**
 * The JavaScript and TypeScript modules of one workspace: found, read, lowered and kept, so that every run shares them. A module is named
 * by its path without the extension. Must not know the engine's insides, nor how a file is parsed.
 */
import type { FoundModule, ModuleSource } from '../engine/machine.ts';
import type { ModuleObject } from '../engine/objects.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import { INTRINSIC_NAMES } from '../models/intrinsic-names.ts';
import type { FileSystem } from '../source/file-system.ts';
import type { ModuleResolver, TypeScriptSupport } from './api.ts';

/** Files of a workspace, each read and lowered at most once. */
export class ScriptProgram {
  readonly fileSystem: FileSystem;
  readonly support: TypeScriptSupport;
  readonly resolver: ModuleResolver;
  private readonly nodes = new Map<string, ModuleNode | undefined>();
  private readonly modelNodes = new Map<string, ModuleNode>();

  constructor(
    fileSystem: FileSystem,
    support: TypeScriptSupport,
    resolver = support.createResolver(fileSystem),
  ) {
    this.fileSystem = fileSystem;
    this.support = support;
    this.resolver = resolver;
  }

  /** Workspace files that were read and lowered. */
  get filesParsed(): number {
    return this.nodes.size;
  }

  node(path: string): ModuleNode | undefined {
    if (!this.nodes.has(path)) {
      const text = this.fileSystem.read(path);
      this.nodes.set(path, text === undefined ? undefined : this.lower(path, text));
    }
    return this.nodes.get(path);
  }

  /** What a text means that stands, or may stand, in a file. */
  lower(path: string, text: string): ModuleNode {
    return this.support.lower(path, text, this.resolver.definesFields(path));
  }

  /** The same files with some texts laid over them: what did not change is shared. */
  over(fileSystem: FileSystem, changed: ReadonlySet<string>): ScriptProgram {
    return this.share(new ScriptProgram(fileSystem, this.support), changed);
  }

  /** The same files after the texts of some have changed, and nothing else; this one stays what it is. */
  after(changed: ReadonlySet<string>): ScriptProgram {
    return this.share(new ScriptProgram(this.fileSystem, this.support, this.resolver), changed);
  }

  private share(copy: ScriptProgram, changed: ReadonlySet<string>): ScriptProgram {
    for (const [path, node] of this.nodes) if (!changed.has(path)) copy.nodes.set(path, node);
    for (const [name, node] of this.modelNodes) copy.modelNodes.set(name, node);
    return copy;
  }

  model(name: string): ModuleNode | undefined {
    const known = this.modelNodes.get(name);
    if (known) return known;
    const text = this.support.models.get(name);
    if (text === undefined) return undefined;
    const node = this.support.lower(`<model>/${name}`, text);
    this.modelNodes.set(name, node);
    return node;
  }
}

/** The module source of runs of a script program. */
export function scriptModules(
  program: ScriptProgram,
  used: (path: string) => void = () => undefined,
): ModuleSource {
  const found = new Map<string, FoundModule>();
  const keep = (key: string, make: () => FoundModule): FoundModule => {
    const module = found.get(key) ?? make();
    found.set(key, module);
    return module;
  };
  return {
    dialect: program.support.dialect,
    intrinsics: INTRINSIC_NAMES.map((entry) => entry.name),
    // What other specifiers mean is decided when packages are installed or files are generated.
    belongsToWorkspace: (name, { node }) =>
      node !== undefined && !node.path.startsWith('<') && program.resolver.isMissing(name, node.path),
    resolve: ({ name }, importer) => {
      const model = modelOf(program, name);
      if (importer.isModel && model !== undefined)
        return [keep(`model:${model}`, () => modelModule(program, model))];
      const path = fileOf(program, name, importer);
      if (path !== undefined) used(path);
      if (path !== undefined) return [keep(path, () => fileModule(program, path))];
      return model === undefined ? [] : [keep(`model:${model}`, () => modelModule(program, model))];
    },
  };
}

function fileOf(program: ScriptProgram, name: string, importer: ModuleObject): string | undefined {
  // The entry file itself is asked for by its path, from outside of all modules.
  if (importer.isModel) return program.fileSystem.exists(name) ? name : undefined;
  return program.resolver.resolve(name, importer.node?.path ?? '');
}

/** The model of a library: of its exact name, with or without the prefix of Node.js's own modules. */
function modelOf({ support }: ScriptProgram, specifier: string): string | undefined {
  const plain = specifier.replace(/^node:/, '');
  return support.models.has(plain) ? plain : undefined;
}

function modelModule(program: ScriptProgram, name: string): FoundModule {
  return { name, node: program.model(name), isPackage: false, isModel: true, definesOnly: false };
}

function fileModule(program: ScriptProgram, path: string): FoundModule {
  const name = moduleName(path);
  return {
    name,
    // A file may have the name of a library, and is another module all the same.
    ...(program.support.models.has(name) ? { key: path } : {}),
    get node() {
      return program.node(path);
    },
    isPackage: false,
    isModel: false,
    definesOnly: false,
  };
}

/** Path without the extension, and without `index`: `src/sockets/index.ts` is `src/sockets`. */
export function moduleName(path: string): string {
  const bare = path.replace(/\.[cm]?[jt]sx?$/, '');
  return bare.endsWith('/index') ? bare.slice(0, -'/index'.length) : bare;
}
