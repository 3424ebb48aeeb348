/** A file system that leaves some files out of searches. Must not know the disk or why they are left out. */
import picomatch from 'picomatch';
import type { FileSystem } from './file-system.ts';

/**
 * `walk` passes over files that a glob matches, or that lie in a folder that one matches. Asked for by name they are
 * still there: excluded code that is imported is part of the program.
 */
export function excluding(fileSystem: FileSystem, globs: readonly string[]): FileSystem {
  if (globs.length === 0) return fileSystem;
  const isExcluded = picomatch(
    globs.flatMap((glob) => [glob, `${glob.replace(/\/+$/, '')}/**`]),
    { dot: true },
  );
  return {
    read: (path) => fileSystem.read(path),
    exists: (path) => fileSystem.exists(path),
    isDirectory: (path) => fileSystem.isDirectory(path),
    list: (path) => fileSystem.list(path),
    walk: (path) => fileSystem.walk(path).filter((file) => !isExcluded(file)),
  };
}
