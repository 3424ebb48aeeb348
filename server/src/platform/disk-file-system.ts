/** The disk below one folder, as the analysis asks for it. Must not know what the files mean; never leaves its root. */
import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileSystem } from '../source/file-system.ts';
import { decodeText } from './decode-text.ts';
import { isIgnoredFolder } from './ignored-folders.ts';

/**
 * Files below `root`, an absolute path. Links are followed as long as they stay below the root; every folder is walked
 * once, whatever links lead to it. Nothing is cached but where folders really are, for the life of the object.
 */
export class DiskFileSystem implements FileSystem {
  private readonly root: string;
  /** Real paths of folders, by their paths; `undefined` for those that are not there or not below the root. */
  private readonly realFolders = new Map<string, string | undefined>();

  constructor(root: string) {
    this.root = realPath(root) ?? root;
  }

  read(path: string): string | undefined {
    const place = this.locate(path);
    if (place === undefined || !statOf(place)?.isFile()) return undefined;
    try {
      return decodeText(readFileSync(place), path);
    } catch {
      return undefined;
    }
  }

  exists(path: string): boolean {
    return this.locate(path) !== undefined;
  }

  isDirectory(path: string): boolean {
    const place = this.locate(path);
    return place !== undefined && (statOf(place)?.isDirectory() ?? false);
  }

  list(path: string): readonly string[] {
    const place = this.locate(path);
    return place === undefined
      ? []
      : entriesOf(place)
          .map((entry) => entry.name)
          .sort();
  }

  walk(path: string): readonly string[] {
    const start = this.locate(path);
    if (start === undefined) return [];
    if (statOf(start)?.isFile()) return [path];
    const found: string[] = [];
    this.walkFolder(path, start, new Set([start]), found);
    return found.sort();
  }

  private walkFolder(path: string, place: string, visited: Set<string>, found: string[]): void {
    const entries = entriesOf(place);
    const names = entries.map((entry) => entry.name);
    if (path !== '' && isIgnoredFolder(path.slice(path.lastIndexOf('/') + 1), names)) return;
    // Real folders first: a folder is known by its own name rather than by a link's.
    for (const entry of [...entries].sort(
      (a, b) => Number(a.isSymbolicLink()) - Number(b.isSymbolicLink()),
    )) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isFile()) found.push(below);
      else if (entry.isDirectory() || entry.isSymbolicLink()) this.follow(below, visited, found);
    }
  }

  /** A folder, or a link to a file or folder below the root. */
  private follow(path: string, visited: Set<string>, found: string[]): void {
    const place = this.locate(path);
    const stats = place === undefined ? undefined : statOf(place);
    if (place === undefined || !stats) return;
    if (stats.isFile()) found.push(path);
    if (!stats.isDirectory() || visited.has(place)) return;
    visited.add(place);
    this.walkFolder(path, place, visited, found);
  }

  /** Real absolute path of an existing file or folder; `undefined` where there is none or it lies outside the root. */
  private locate(path: string): string | undefined {
    if (path === '') return this.root;
    const slash = path.lastIndexOf('/');
    const folder = slash < 0 ? this.root : this.realFolder(path.slice(0, slash));
    const place = folder === undefined ? undefined : realPath(join(folder, path.slice(slash + 1)));
    return place !== undefined && this.holds(place) ? place : undefined;
  }

  private realFolder(path: string): string | undefined {
    if (this.realFolders.has(path)) return this.realFolders.get(path);
    const place = this.locate(path);
    this.realFolders.set(path, place);
    return place;
  }

  private holds(place: string): boolean {
    return place === this.root || place.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep);
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function statOf(place: string): Stats | undefined {
  return statSync(place, { throwIfNoEntry: false });
}

function entriesOf(place: string): readonly Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch {
    return [];
  }
}
