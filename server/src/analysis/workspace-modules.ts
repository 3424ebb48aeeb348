/**
 * Which file of the workspace a module name means, before it is decided where imports start from.
 * Must not know what the files are searched for.
 */
import type { ModuleLookup } from '../frontends/python/entry-points.ts';
import { foldersAbove } from '../frontends/python/resolve.ts';
import type { Program } from './program.ts';

export interface ModuleFile {
  readonly file: string;
  /** Folder that the name is relative to. */
  readonly root: string;
}

/** The file of a dotted name below the first of some folders that has it. */
export function resolveFrom(
  { resolver }: Program,
  name: string,
  folders: readonly string[],
): ModuleFile | undefined {
  for (const root of folders) {
    const file = resolver.find(root, name).at(-1)?.path;
    if (file !== undefined) return { file, root };
  }
  return undefined;
}

/** Imports as the folders around the importing file suggest them: the outermost folder first, then the nearer ones. */
export function createModuleLookup(program: Program): ModuleLookup {
  return (reference, importer) => {
    const file = fileOf(program, reference, importer.path);
    return file === undefined ? undefined : program.node(file);
  };
}

/** The file that an import in `importer` means; `undefined` for a library. */
export function fileOf(
  program: Program,
  reference: { readonly name: string; readonly level: number },
  importer: string,
): string | undefined {
  const above = foldersAbove(importer);
  if (reference.level > 0) {
    const folder = above[reference.level - 1];
    return folder === undefined ? undefined : relativeFile(program, folder, reference.name);
  }
  return resolveFrom(program, reference.name, [...above.toReversed(), 'src'])?.file;
}

function relativeFile({ resolver, fileSystem }: Program, folder: string, name: string): string | undefined {
  if (name !== '') return resolver.find(folder, name).at(-1)?.path;
  const file = folder === '' ? '__init__.py' : `${folder}/__init__.py`;
  return fileSystem.exists(file) ? file : undefined;
}
