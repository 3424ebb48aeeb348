/**
 * Which folders absolute imports of an entry file start from, decided by which of its imports can be found from where.
 * Must not know how entry points are found.
 */
import type { ModuleNode } from '../ir/nodes.ts';
import { importsOf } from '../frontends/python/entry-points.ts';
import { foldersAbove, moduleNameOf } from '../frontends/python/resolve.ts';
import type { Program } from './program.ts';

/** Folders to look for modules in. */
export interface SourceRoots {
  /** As on Python's own path, the first one first. */
  readonly first: readonly string[];
  /** Looked at for what neither those nor the libraries have, and only for whole names. */
  readonly further: readonly string[];
  /** Dotted name of the entry file below the first one. */
  readonly module: string;
}

export interface SourceRootOptions {
  readonly program: Program;
  readonly file: string;
  /** From the configuration. */
  readonly configured: readonly string[];
  /** Where the command that starts the application says the modules are. */
  readonly stated: string | undefined;
  /** Whether the file is run as a program: by its path its own folder comes first. */
  readonly isScript: boolean;
}

/** Files beside the entry file whose imports count as well. */
const MAX_SIBLINGS = 8;

export function sourceRootsOf(options: SourceRootOptions): SourceRoots {
  const { program, file, configured, stated, isScript } = options;
  const above = foldersAbove(file);
  const own = above[0] ?? '';
  const chosen =
    configured.length > 0
      ? configured
      : [stated ?? bestRoot(program, file, possibleRoots(program, file, above))];
  // What lies in a package is run with `-m`, or its imports could not work.
  const isPlainScript = isScript && !isPackage(program, own) && stated === undefined;
  const script = isPlainScript && !chosen.includes(own) ? [own] : [];
  const first = [...script, ...chosen];
  // The name has to be found from the folder it is relative to.
  const home = first.find((root) => isBelow(file, root)) ?? '';
  const ordered = [home, ...first.filter((root) => root !== home)];
  const further = [...above, ...sourceFolders(program)].filter((root) => !first.includes(root));
  return { first: ordered, further: [...new Set(further)], module: moduleNameOf(file, home) };
}

function isBelow(file: string, root: string): boolean {
  return root === '' || file.startsWith(`${root}/`);
}

/** The conventional folders that packages stand in. */
function sourceFolders({ fileSystem }: Program): readonly string[] {
  return ['src', 'lib', 'libs', 'packages'].filter((folder) => fileSystem.isDirectory(folder));
}

/** Relative imports need a package around the file: the folders that would leave none are no roots. */
function possibleRoots(program: Program, file: string, above: readonly string[]): readonly string[] {
  const node = program.node(file);
  const levels = node ? importsOf(node).map(({ reference }) => reference.level) : [];
  const possible = above.slice(Math.max(0, ...levels));
  return possible.length > 0 ? possible : above.slice(-1);
}

/** The folder from which most imports of the file, and of the files beside it, are found. */
function bestRoot(program: Program, file: string, above: readonly string[]): string {
  const names = importedNames(program, file);
  const plain = packageRoot(program, above);
  let best = plain;
  let bestScore = scoreOf(program, plain, names);
  for (const root of above.toReversed()) {
    const score = scoreOf(program, root, names);
    if (score > bestScore) {
      best = root;
      bestScore = score;
    }
  }
  return best;
}

/** Without any evidence: the folder that holds the outermost package around the file. */
function packageRoot(program: Program, above: readonly string[]): string {
  let root = above[0] ?? '';
  for (const [index, folder] of above.entries()) {
    if (!isPackage(program, folder)) break;
    root = above[index + 1] ?? '';
  }
  return root;
}

function isPackage({ fileSystem }: Program, folder: string): boolean {
  return fileSystem.exists(folder === '' ? '__init__.py' : `${folder}/__init__.py`);
}

function scoreOf(program: Program, root: string, names: readonly string[]): number {
  let score = 0;
  for (const name of names) if (isFile(program, root, name)) score++;
  return score;
}

/** Whether a whole dotted name is a file below a root; a folder without one says little. */
function isFile(program: Program, root: string, name: string): boolean {
  return program.resolver.find(root, name).at(-1)?.path !== undefined;
}

/** Modules that are imported by their absolute names, each once. */
function importedNames(program: Program, file: string): readonly string[] {
  const names = new Set<string>();
  for (const path of [file, ...siblings(program, file)]) {
    const node = program.node(path);
    if (node) for (const name of absoluteImports(node)) names.add(name);
  }
  return [...names];
}

function siblings({ fileSystem }: Program, file: string): readonly string[] {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  const paths = fileSystem
    .list(folder)
    .filter((name) => name.endsWith('.py'))
    .map((name) => (folder === '' ? name : `${folder}/${name}`));
  return paths.filter((path) => path !== file).slice(0, MAX_SIBLINGS);
}

function absoluteImports(module: ModuleNode): readonly string[] {
  return importsOf(module).flatMap(({ reference }) => (reference.level === 0 ? [reference.name] : []));
}
