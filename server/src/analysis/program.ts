/**
 * The modules of one workspace: found, read, lowered and kept, so that every run shares them.
 * Must not know the engine's insides; it is the module source that the engine asks.
 */
import type { FoundModule, ModuleSource } from '../engine/machine.ts';
import type { ModuleObject } from '../engine/objects.ts';
import { PYTHON_DIALECT } from '../frontends/python/dialect.ts';
import { definesOnly } from '../frontends/python/definitions-only.ts';
import { lowerPythonModule } from '../frontends/python/frontend.ts';
import type { PythonFile } from '../frontends/python/resolve.ts';
import { PythonResolver } from '../frontends/python/resolve.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import { declaredLibraries } from './declared-libraries.ts';
import { INTRINSIC_NAMES } from '../models/intrinsic-names.ts';
import type { FileSystem } from '../source/file-system.ts';

/** Files of a workspace, each read and lowered at most once. */
export class Program {
  readonly fileSystem: FileSystem;
  private readonly models: ReadonlyMap<string, string>;
  private readonly nodes = new Map<string, ModuleNode | undefined>();
  private readonly texts = new Map<string, string | undefined>();
  private readonly inert = new Map<string, boolean>();
  private readonly modelNodes = new Map<string, ModuleNode>();
  readonly resolver: PythonResolver;
  private readonly matters: (text: string) => boolean;
  private declared: ReadonlySet<string> | undefined;

  /** @param matters whether a file's text may hold a component: then it is run where it is imported. */
  constructor(
    fileSystem: FileSystem,
    models: ReadonlyMap<string, string>,
    matters: (text: string) => boolean = () => false,
    resolver = new PythonResolver(fileSystem),
  ) {
    this.fileSystem = fileSystem;
    this.models = models;
    this.matters = matters;
    this.resolver = resolver;
  }

  /** Workspace files that were read and lowered. */
  get filesParsed(): number {
    return this.nodes.size;
  }

  /** Everything that was read, for places and problems. */
  get files(): readonly ModuleNode[] {
    return [...this.nodes.values()].filter((node) => node !== undefined);
  }

  node(path: string): ModuleNode | undefined {
    if (this.nodes.has(path)) return this.nodes.get(path);
    const text = this.text(path);
    const node = text === undefined ? undefined : lowerPythonModule(path, text);
    this.nodes.set(path, node);
    return node;
  }

  /** Whether running the file's top level shows nowhere but in the module itself. */
  definesOnly(path: string): boolean {
    let answer = this.inert.get(path);
    if (answer === undefined) {
      const text = this.text(path);
      answer = text !== undefined && this.textDefinesOnly(text);
      this.inert.set(path, answer);
    }
    return answer;
  }

  /** The same of a text. */
  textDefinesOnly(text: string): boolean {
    return definesOnly(text) && !this.matters(text);
  }

  /** Text of a file as it was read. */
  text(path: string): string | undefined {
    if (!this.texts.has(path)) this.texts.set(path, this.fileSystem.read(path));
    return this.texts.get(path);
  }

  /** Whether somebody asked for the text of a file. */
  hasRead(path: string): boolean {
    return this.texts.has(path);
  }

  /** The same files with some texts laid over them: what did not change is shared. */
  over(fileSystem: FileSystem, changed: ReadonlySet<string>, matters: (text: string) => boolean): Program {
    const copy = new Program(fileSystem, this.models, matters);
    this.share(copy, changed);
    return copy;
  }

  /** The same files after the texts of some have changed, and nothing else; this one stays what it is. */
  after(changed: ReadonlySet<string>): Program {
    const copy = new Program(this.fileSystem, this.models, this.matters, this.resolver);
    this.share(copy, changed);
    for (const [path, answer] of this.inert) if (!changed.has(path)) copy.inert.set(path, answer);
    copy.declared = this.declared;
    return copy;
  }

  private share(copy: Program, changed: ReadonlySet<string>): void {
    const shared = <V>(from: ReadonlyMap<string, V>, into: Map<string, V>): void => {
      for (const [path, value] of from) if (!changed.has(path)) into.set(path, value);
    };
    shared(this.nodes, copy.nodes);
    shared(this.texts, copy.texts);
    for (const [name, node] of this.modelNodes) copy.modelNodes.set(name, node);
  }

  model(name: string): ModuleNode | undefined {
    const known = this.modelNodes.get(name);
    if (known) return known;
    const text = this.models.get(name);
    if (text === undefined) return undefined;
    const node = lowerPythonModule(`<model>/${name}`, text);
    this.modelNodes.set(name, node);
    return node;
  }

  /** Top-level names of the libraries that the project says it needs, in lower case. */
  get libraries(): ReadonlySet<string> {
    this.declared ??= declaredLibraries(this.fileSystem);
    return this.declared;
  }

  hasModelPackage(name: string): boolean {
    return this.models.has(name);
  }
}

/**
 * The module source of runs that look for modules below `roots`, in that order, then among the libraries, then below
 * `further`: there only for whole names, since a part of one says little. `asked` is told of every file whose text matters.
 */
export function moduleSource(
  program: Program,
  roots: readonly string[],
  further: readonly string[] = [],
  asked: (path: string) => void = () => undefined,
): ModuleSource {
  const found = new Map<string, readonly (FoundModule | undefined)[]>();
  const search: ModuleSearch = { program, roots, further, asked };
  return {
    dialect: PYTHON_DIALECT,
    intrinsics: [...INTRINSIC_NAMES.map((entry) => entry.name), 'record_constructor'],
    belongsToWorkspace: (name) => belongs(search, name),
    resolve: (reference, importer) => {
      const name = absoluteName(reference, importer);
      if (name === undefined) return [undefined];
      const key = importer.isModel ? `model:${name}` : name;
      const known = found.get(key);
      if (known) return known;
      const result = importer.isModel ? resolveModel(search, name) : resolveName(search, name);
      found.set(key, result);
      return result;
    },
  };
}

interface ModuleSearch {
  readonly program: Program;
  readonly roots: readonly string[];
  readonly further: readonly string[];
  readonly asked: (path: string) => void;
}

/** The dotted name that a relative import means; `undefined` where it climbs out of its package (Python reference 5.7). */
function absoluteName(
  reference: { readonly name: string; readonly level: number },
  importer: ModuleObject,
): string | undefined {
  if (reference.level === 0) return reference.name;
  const parts = packagePath(importer).split('.');
  const climbed = parts.slice(0, parts.length - (reference.level - 1));
  if (climbed.length === 0 || climbed[0] === '') return reference.level === 1 ? reference.name : undefined;
  return reference.name === '' ? climbed.join('.') : `${climbed.join('.')}.${reference.name}`;
}

function packagePath(importer: ModuleObject): string {
  const name = importer.importName ?? importer.name;
  return importer.isPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

function resolveModel(search: ModuleSearch, name: string): readonly (FoundModule | undefined)[] {
  return search.program.hasModelPackage(name) ? modelChain(search.program, name) : resolveName(search, name);
}

/** A folder without `__init__.py` hides neither a library nor a module of its name, wherever that stands (Python reference 5.5). */
function resolveName(search: ModuleSearch, name: string): readonly (FoundModule | undefined)[] {
  const { program, roots, further } = search;
  const top = name.split('.')[0] ?? name;
  const isModelled = program.hasModelPackage(top);
  const isLibrary = isModelled || program.libraries.has(top.toLowerCase());
  const found = roots.map((root) => program.resolver.find(root, name)).filter((files) => files.length > 0);
  const files =
    found.find(([first]) => first?.path !== undefined) ?? found.find((each) => !isNamespace(each));
  if (files) return workspaceChain(search, name, files);
  if (isModelled) return modelChain(program, name);
  const whole = isLibrary ? undefined : (wholeName(program, further, name) ?? found[0]);
  return whole ? workspaceChain(search, name, whole) : partial(search, name);
}

function wholeName(
  program: Program,
  roots: readonly string[],
  name: string,
): readonly PythonFile[] | undefined {
  return roots.map((root) => program.resolver.find(root, name)).find((files) => !isNamespace(files));
}

/** Whether nothing of what was found is a file. */
function isNamespace(files: readonly PythonFile[]): boolean {
  return files.every((file) => file.path === undefined);
}

/** The packages that exist before the part that is missing. Folders without a file are no proof that there is one. */
function partial(search: ModuleSearch, name: string): readonly (FoundModule | undefined)[] {
  const { program, roots } = search;
  const parts = name.split('.');
  for (let length = parts.length - 1; length > 0; length--) {
    const prefix = parts.slice(0, length).join('.');
    for (const root of roots) {
      const files = program.resolver.find(root, prefix);
      if (files[0]?.path !== undefined) return [...workspaceChain(search, prefix, files), undefined];
    }
  }
  return [];
}

function workspaceChain(
  { program, asked }: ModuleSearch,
  name: string,
  files: readonly PythonFile[],
): readonly FoundModule[] {
  const parts = name.split('.');
  return files.map((file, index) => ({
    name: parts.slice(0, index + 1).join('.'),
    // Read and lowered when it is run: many imports are of names that startup never uses.
    get node() {
      if (file.path === undefined) return undefined;
      asked(file.path);
      return program.node(file.path);
    },
    get definesOnly() {
      if (file.path === undefined) return true;
      asked(file.path);
      return program.definesOnly(file.path);
    },
    isPackage: file.folder !== undefined,
    isModel: false,
  }));
}

function modelChain(program: Program, name: string): readonly (FoundModule | undefined)[] {
  const parts = name.split('.');
  return parts.map((_, index) => {
    const prefix = parts.slice(0, index + 1).join('.');
    const node = program.model(prefix);
    return node ? { name: prefix, node, isPackage: true, isModel: true, definesOnly: false } : undefined;
  });
}

/**
 * Whether the first part of a name is a module or regular package of the workspace, so that a missing part is an error.
 * A folder without `__init__.py` decides nothing: a library of that name would win over it.
 */
function belongs({ program, roots }: ModuleSearch, name: string): boolean {
  const top = name.split('.')[0] ?? name;
  return roots.some((root) => !isNamespace(program.resolver.find(root, top)));
}
