/** Which files a file imports by their paths, told from texts alone. Must not know what they are imported for. */
import type { FileSystem } from '../../source/file-system.ts';
import { folderOf, joined } from './paths.ts';

/** `from './x'`, `import './x'`, `import('./x')`, `require('./x')`, but for types alone. */
const SPECIFIER = /\b(?:from|import|require)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]*|\.{1,2})\1/g;
const TYPES = /\b(?:import|export)\s+type\b[^;'"]*from\s*(['"])[^'"\n]*\1/g;

/** More files than this are not read. */
const MOST = 500;

/** The files that `file` imports, and those that these import, without itself unless one of them does. */
export function importedFrom(fileSystem: FileSystem, file: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [file];
  for (let at = waiting.pop(); at !== undefined && found.size < MOST; at = waiting.pop())
    for (const next of importsOf(fileSystem, at)) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  return found;
}

function importsOf(fileSystem: FileSystem, file: string): readonly string[] {
  const text = fileSystem.read(file)?.replace(TYPES, '') ?? '';
  return [...text.matchAll(SPECIFIER)].flatMap(([, , specifier = '']) => {
    const path = joined(folderOf(file), specifier);
    const target = candidates(path).find((candidate) => fileSystem.exists(candidate));
    return target === undefined ? [] : [target];
  });
}

/** TypeScript names the built file (`./app.js`), the file without its ending, or its folder. */
function candidates(path: string): readonly string[] {
  const bare = path.replace(/\.[cm]?[jt]sx?$/, '');
  const named = bare === path ? [] : [path];
  const inFolder = bare === path ? EXTENSIONS.map((extension) => joined(path, `index${extension}`)) : [];
  return [...named, ...EXTENSIONS.map((extension) => bare + extension), ...inFolder];
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
