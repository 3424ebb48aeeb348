/** Paths and folders of the machine, as the command line asks for them. Must not know what is in the files. */
import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Folders } from '../cli/host.ts';
import { DiskFileSystem } from './disk-file-system.ts';
import { saveText } from './save-text.ts';

export function openFolders(workingFolder: string): Folders {
  return {
    workingFolder: withSlashes(workingFolder),
    resolve: (path) => withSlashes(resolve(workingFolder, path)),
    kindOf,
    open: (folder) => new DiskFileSystem(folder),
    save: saveText,
  };
}

function kindOf(path: string): 'file' | 'folder' | 'missing' {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'missing';
  } catch {
    return 'missing';
  }
}

function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
