/**
 * The files of a workspace that is being edited: open buffers win over what lies on the disk, and what changed is looked at again.
 * Must not know the disk, an editor or what the files mean.
 */
import type { FileSystem } from './file-system.ts';

/** Something happened to a file on the disk. */
export interface FileChange {
  /** Below the root. */
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Texts are not kept: who reads a file twice keeps it. Names in folders are kept until a file comes or goes. */
export class LiveFileSystem implements FileSystem {
  private readonly open: () => FileSystem;
  private disk: FileSystem;
  private readonly buffers = new Map<string, string>();
  private walked: { readonly path: string; readonly files: readonly string[] } | undefined;

  /** @param open gives the disk as it is at the time of the call. */
  constructor(open: () => FileSystem) {
    this.open = open;
    this.disk = open();
  }

  /** The text of an open buffer; `undefined` closes it. Says whether a file came or went by it. */
  setBuffer(path: string, text: string | undefined): boolean {
    const wasThere = this.exists(path);
    if (text === undefined) this.buffers.delete(path);
    else this.buffers.set(path, text);
    const isThere = this.exists(path);
    if (wasThere !== isThere) this.walked = undefined;
    return wasThere !== isThere;
  }

  /** Whether the text of a file is that of an open buffer. */
  isOpen(path: string): boolean {
    return this.buffers.has(path);
  }

  /** The paths of all open buffers at this moment. */
  openPaths(): ReadonlySet<string> {
    return new Set(this.buffers.keys());
  }

  /** Looks at the disk anew. */
  refresh(): void {
    this.disk = this.open();
    this.walked = undefined;
  }

  read(path: string): string | undefined {
    return this.buffers.get(path) ?? this.disk.read(path);
  }

  exists(path: string): boolean {
    return this.buffers.has(path) || this.disk.exists(path) || this.unsavedBelow(path).length > 0;
  }

  isDirectory(path: string): boolean {
    return this.disk.isDirectory(path) || this.unsavedBelow(path).length > 0;
  }

  list(path: string): readonly string[] {
    const names = this.disk.list(path);
    const unsaved = this.unsavedBelow(path);
    if (unsaved.length === 0) return names;
    const start = path === '' ? 0 : path.length + 1;
    const added = unsaved.map((file) => file.slice(start).split('/')[0] ?? '');
    return [...new Set([...names, ...added])].sort();
  }

  walk(path: string): readonly string[] {
    if (this.walked?.path === path) return this.walked.files;
    const found = this.disk.walk(path);
    const unsaved = this.unsavedBelow(path);
    const files = unsaved.length === 0 ? found : [...new Set([...found, ...unsaved])].sort();
    this.walked = { path, files };
    return files;
  }

  /** Buffers below a folder whose files are not on the disk. */
  private unsavedBelow(path: string): readonly string[] {
    const prefix = path === '' ? '' : `${path}/`;
    return [...this.buffers.keys()].filter((file) => file.startsWith(prefix) && !this.disk.exists(file));
  }
}
