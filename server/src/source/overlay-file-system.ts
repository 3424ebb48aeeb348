/** A file system with some texts laid over another one: edits that are tried, buffers that are not saved. Must not know the disk. */
import type { FileSystem } from './file-system.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

/** The texts win over the files below; a text whose path is not there yet is a new file. */
export function overlaid(below: FileSystem, texts: ReadonlyMap<string, string>): FileSystem {
  if (texts.size === 0) return below;
  const above = new MemoryFileSystem(Object.fromEntries(texts));
  const merged = (one: readonly string[], other: readonly string[]): readonly string[] =>
    one.length === 0 ? other : [...new Set([...one, ...other])].sort();
  return {
    read: (path) => above.read(path) ?? below.read(path),
    exists: (path) => above.exists(path) || below.exists(path),
    isDirectory: (path) => above.isDirectory(path) || below.isDirectory(path),
    list: (path) => merged(above.list(path), below.list(path)),
    walk: (path) => merged(above.walk(path), below.walk(path)),
  };
}
