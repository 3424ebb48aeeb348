/**
 * Which file a Python import means (Python reference 5.3 to 5.5): packages win over modules of one name, folders without
 * `__init__.py` are namespace packages. Must not read or run the files.
 */
import type { FileSystem } from '../../source/file-system.ts';

/** A module found on disk: a file, or a folder without a file of its own. */
export interface PythonFile {
  /** Path of the file; `undefined` for a namespace package. */
  readonly path: string | undefined;
  /** Folder that holds its submodules; `undefined` for a plain module. */
  readonly folder: string | undefined;
}

/** Answers by folder listings, each read once. */
export class PythonResolver {
  private readonly fileSystem: FileSystem;
  private readonly listings = new Map<string, ReadonlySet<string>>();
  private readonly codeFolders = new Map<string, boolean>();

  constructor(fileSystem: FileSystem) {
    this.fileSystem = fileSystem;
  }

  /** The files of a dotted name below a source root, outermost first; empty where some part is missing. */
  find(root: string, name: string): readonly PythonFile[] {
    const found: PythonFile[] = [];
    let folder: string | undefined = root;
    for (const part of name.split('.')) {
      if (folder === undefined) return [];
      const file = this.findIn(folder, part);
      if (!file) return [];
      found.push(file);
      folder = file.folder;
    }
    return found;
  }

  /** Whether the last part of what was found is a file, or a folder with a file: not only a namespace. */
  private findIn(folder: string, name: string): PythonFile | undefined {
    const names = this.names(folder);
    const path = folder === '' ? name : `${folder}/${name}`;
    if (names.has(name)) {
      const inside = this.names(path);
      if (inside.has('__init__.py')) return { path: `${path}/__init__.py`, folder: path };
      if (!names.has(`${name}.py`) && this.holdsCode(path)) return { path: undefined, folder: path };
    }
    return names.has(`${name}.py`) ? { path: `${path}.py`, folder: undefined } : undefined;
  }

  /** Whether Python code stands in a folder or, two levels down, in a folder of it. */
  private holdsCode(folder: string, depth = 3): boolean {
    const known = this.codeFolders.get(folder);
    if (known !== undefined) return known;
    let result = false;
    for (const name of this.names(folder)) {
      if (name.endsWith('.py')) result = true;
      else if (depth > 0 && !name.includes('.') && this.fileSystem.isDirectory(`${folder}/${name}`))
        result = this.holdsCode(`${folder}/${name}`, depth - 1);
      if (result) break;
    }
    this.codeFolders.set(folder, result);
    return result;
  }

  private names(folder: string): ReadonlySet<string> {
    const known = this.listings.get(folder);
    if (known) return known;
    const names = new Set(this.fileSystem.list(folder));
    this.listings.set(folder, names);
    return names;
  }
}

/** Dotted name of a file below a source root: `pkg/mod.py` is `pkg.mod`, `pkg/__init__.py` is `pkg`. */
export function moduleNameOf(path: string, root: string): string {
  const inner = root === '' ? path : path.slice(root.length + 1);
  const dotted = inner.replace(/\.py$/, '').split('/').join('.');
  return dotted.endsWith('.__init__') ? dotted.slice(0, -'.__init__'.length) : dotted;
}

/** The folders above a file, nearest first, the root (`''`) last. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
    folders.push(path.slice(0, slash));
    if (slash === 0) break;
  }
  folders.push('');
  return folders;
}
