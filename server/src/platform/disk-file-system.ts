/** The disk below one folder, as the analysis asks for it. Must not know what the files mean; never leaves its root. */
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileSystem } from '../source/file-system.ts';
import { decodeText, mayDeclareEncoding } from './decode-text.ts';
import { isIgnoredFolder } from './ignored-folders.ts';

/** An existing file or folder, by its real absolute path. */
interface Located {
  readonly place: string;
  readonly kind: 'file' | 'folder';
}

interface Folder {
  readonly place: string;
  readonly entries: ReadonlyMap<string, Dirent>;
}

/**
 * Files below `root`, an absolute path. Links are followed as long as they stay below the root; a walk enters every
 * folder once, whatever links lead to it. Names in folders are read once and kept for the life of the object, since
 * imports ask for many files that are not there; texts are not kept.
 */
export class DiskFileSystem implements FileSystem {
  private readonly root: string;
  private readonly folders = new Map<string, Folder | undefined>();

  constructor(root: string) {
    this.root = realPath(root) ?? root;
  }

  read(path: string): string | undefined {
    const located = this.locate(path);
    if (located?.kind !== 'file') return undefined;
    try {
      return readText(located.place, path);
    } catch {
      return undefined;
    }
  }

  exists(path: string): boolean {
    return this.locate(path) !== undefined;
  }

  isDirectory(path: string): boolean {
    return this.locate(path)?.kind === 'folder';
  }

  list(path: string): readonly string[] {
    return [...(this.folder(path)?.entries.keys() ?? [])].sort();
  }

  walk(path: string): readonly string[] {
    const start = this.locate(path);
    if (start?.kind === 'file') return [path];
    const found: string[] = [];
    this.walkFolder(path, new Set(), found);
    return found.sort();
  }

  private walkFolder(path: string, visited: Set<string>, found: string[]): void {
    const folder = this.folder(path);
    if (!folder || visited.has(folder.place)) return;
    visited.add(folder.place);
    if (path !== '' && isIgnoredFolder(path.slice(path.lastIndexOf('/') + 1), folder.entries)) return;
    // Links last: a folder is known by its own name rather than by a link's.
    const entries = [...folder.entries.values()];
    for (const entry of entries.sort((a, b) => Number(a.isSymbolicLink()) - Number(b.isSymbolicLink()))) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      const kind = this.locate(below)?.kind;
      if (kind === 'file') found.push(below);
      else if (kind === 'folder') this.walkFolder(below, visited, found);
    }
  }

  /** `undefined` for what is not there, lies outside the root, or is neither file nor folder (a pipe, a device). */
  private locate(path: string): Located | undefined {
    if (path === '') return { place: this.root, kind: 'folder' };
    const slash = path.lastIndexOf('/');
    const folder = this.folder(slash < 0 ? '' : path.slice(0, slash));
    const entry = folder?.entries.get(path.slice(slash + 1));
    if (!folder || !entry) return undefined;
    const place = join(folder.place, entry.name);
    if (entry.isFile()) return { place, kind: 'file' };
    if (entry.isDirectory()) return { place, kind: 'folder' };
    return entry.isSymbolicLink() ? this.followLink(place) : undefined;
  }

  private followLink(link: string): Located | undefined {
    const place = realPath(link);
    if (place === undefined || !this.holds(place)) return undefined;
    const stats = statSync(place, { throwIfNoEntry: false });
    if (stats?.isFile()) return { place, kind: 'file' };
    return stats?.isDirectory() ? { place, kind: 'folder' } : undefined;
  }

  private folder(path: string): Folder | undefined {
    if (this.folders.has(path)) return this.folders.get(path);
    const located = this.locate(path);
    const folder = located?.kind === 'folder' ? readFolder(located.place) : undefined;
    this.folders.set(path, folder);
    return folder;
  }

  private holds(place: string): boolean {
    return place === this.root || place.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep);
  }
}

/** Nearly every file is UTF-8, which Node reads fastest when it is told so; a replaced character says that the bytes have to be looked at. */
function readText(place: string, path: string): string {
  if (mayDeclareEncoding(path)) return decodeText(readFileSync(place), path);
  const text = readFileSync(place, 'utf8');
  if (text.includes('\ufffd')) return decodeText(readFileSync(place), path);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function readFolder(place: string): Folder | undefined {
  try {
    const entries = readdirSync(place, { withFileTypes: true });
    return { place, entries: new Map(entries.map((entry) => [entry.name, entry])) };
  } catch {
    return undefined;
  }
}
