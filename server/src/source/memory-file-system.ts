/** A file system in memory, for tests and for open buffers that win over files. Must not know the disk. */
import type { FileSystem } from './file-system.ts';

/** Files of a plain record, keyed by path (`pkg/mod.py`). Folders exist through the files in them. */
export class MemoryFileSystem implements FileSystem {
  private readonly files: ReadonlyMap<string, string>;
  private readonly folders = new Map<string, Set<string>>();

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
    this.folders.set('', new Set());
    for (const path of this.files.keys()) this.enter(path);
  }

  read(path: string): string | undefined {
    return this.files.get(path);
  }

  exists(path: string): boolean {
    return this.files.has(path) || this.folders.has(path);
  }

  isDirectory(path: string): boolean {
    return this.folders.has(path);
  }

  list(path: string): readonly string[] {
    return [...(this.folders.get(path) ?? [])].sort();
  }

  walk(path: string): readonly string[] {
    const prefix = path === '' ? '' : `${path}/`;
    return [...this.files.keys()].filter((file) => file.startsWith(prefix)).sort();
  }

  private enter(path: string): void {
    const slash = path.lastIndexOf('/');
    const parent = slash < 0 ? '' : path.slice(0, slash);
    const siblings = this.folders.get(parent);
    if (siblings) {
      siblings.add(path.slice(slash + 1));
      return;
    }
    this.folders.set(parent, new Set([path.slice(slash + 1)]));
    if (parent !== '') this.enter(parent);
  }
}
