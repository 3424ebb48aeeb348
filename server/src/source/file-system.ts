/** What Wiretrace asks of a file system. Must not know the disk: `platform/` implements it, tests hold files in memory. */

/** Paths are relative to the workspace root, use `/`, and never start with `./`; the root itself is `''`. */
export interface FileSystem {
  /** Text of a file (UTF-8, or Latin-1 where that fails), without a byte order mark; `undefined` where it cannot be read. */
  read(path: string): string | undefined;
  exists(path: string): boolean;
  isDirectory(path: string): boolean;
  /** Names in a directory, sorted; empty where it cannot be read. */
  list(path: string): readonly string[];
  /** All file paths below `path` except those in ignored folders (virtual environments, caches, `node_modules`, dot folders); symlink loops are cut. */
  walk(path: string): readonly string[];
}
