/**
 * What `.env*` files beside the application assign to a variable. They are read as data; nothing in them is run.
 * Must not know what the values are used for.
 */
import type { FileSystem } from '../source/file-system.ts';

/** Values of `variable` in the `.env*` files of the root and of the folders above `file`, each once. */
export function environmentFileValues(
  fileSystem: FileSystem,
  file: string,
  variable: string,
): readonly string[] {
  const values = new Set<string>();
  for (const folder of foldersOf(file)) {
    for (const name of fileSystem.list(folder)) {
      if (!/^\.env(?:\.|$)/.test(name)) continue;
      const text = fileSystem.read(folder === '' ? name : `${folder}/${name}`);
      const value = text === undefined ? undefined : assignedIn(text, variable);
      if (value !== undefined) values.add(value);
    }
  }
  return [...values];
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return [...parts.keys(), parts.length].map((length) => parts.slice(0, length).join('/'));
}

/** `NAME=value`, `export NAME="value"`, with a comment behind; the last one wins. */
function assignedIn(text: string, variable: string): string | undefined {
  let found: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, name, quoted, plain] =
      /^\s*(?:export\s+)?(\w+)\s*=\s*(?:["']([^"']*)["']|([^#\s]*))/.exec(line) ?? [];
    if (name === variable) found = quoted ?? plain;
  }
  return found === '' || found?.includes('$') ? undefined : found;
}
