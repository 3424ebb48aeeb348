/**
 * Libraries that a project says it needs, by what its requirement files and its `pyproject.toml` list.
 * Must not know what is in them.
 */
import type { FileSystem } from '../source/file-system.ts';

/** Import names, as far as they follow from the names of distributions, in lower case. */
export function declaredLibraries(fileSystem: FileSystem): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of fileSystem.list('')) {
    if (!/^requirements[\w.-]*\.(?:txt|in)$|^pyproject\.toml$|^Pipfile$|^setup\.(?:py|cfg)$/.test(file))
      continue;
    for (const line of (fileSystem.read(file) ?? '').split(/\r?\n/)) addName(names, line);
  }
  return names;
}

/** `redis>=5`, `"redis[hiredis]>=5",`, `redis = "^5"` */
function addName(names: Set<string>, line: string): void {
  const [, name] = /^\s*["']?([A-Za-z][\w.-]*)\s*(?:\[[^\]]*\])?["']?\s*(?:[=<>!~;,@]|$)/.exec(line) ?? [];
  if (name !== undefined) names.add(name.toLowerCase().replaceAll('-', '_'));
}
