/**
 * Whether a file that is not there may be made before the program runs: by a build, a generator, or by hand on the machine that serves. Such
 * files stand in output folders or are left out of version control. Must not know what imports them.
 */
import picomatch from 'picomatch';
import type { FileSystem } from '../../source/file-system.ts';

/** Folders that builds and generators write, by the usual names. */
const MADE =
  /^(?:dist|build|lib|out|\..*|target|built|compiled|bin|.*generated.*|gen|codegen|vendor|node_modules)$/i;

const ENDINGS = ['', '.js', '.ts', '.json', '/index.js', '/index.ts'];

/** @param path from the root, with or without its extension. */
export function mayBeMade(fileSystem: FileSystem, path: string, outDir: string | undefined): boolean {
  const parts = path.split('/');
  if (outDir !== undefined && `${path}/`.startsWith(`${outDir}/`)) return true;
  return parts.some((part) => MADE.test(part)) || isIgnored(fileSystem, path);
}

/** As git reads `.gitignore` files (gitignore(5)), but for patterns that take files back in: those leave them out here. */
function isIgnored(fileSystem: FileSystem, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, depth) => {
    const folder = parts.slice(0, depth).join('/');
    const text = fileSystem.read(folder === '' ? '.gitignore' : `${folder}/.gitignore`);
    const rest = parts.slice(depth).join('/');
    return text !== undefined && text.split(/\r?\n/).some((line) => covers(line.trim(), rest));
  });
}

function covers(line: string, path: string): boolean {
  if (line === '' || line.startsWith('#') || line.startsWith('!')) return false;
  const bare = line.replace(/\/$/, '');
  const anchored = bare.includes('/') ? bare.replace(/^\//, '') : `**/${bare}`;
  const matches = picomatch([anchored, `${anchored}/**`], { dot: true });
  return ENDINGS.some((ending) => matches(path + ending));
}
