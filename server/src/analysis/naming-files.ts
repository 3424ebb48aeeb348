/** Files of the workspace that name something, whether or not a run loads them. Must not know what is named. */
import type { ModuleNode } from '../ir/nodes.ts';
import type { FileSystem } from '../source/file-system.ts';
import type { Program } from './program.ts';

/** More files than this are not searched. */
const MAX_FILES = 5000;
/** Tests name everything, and serve nothing. */
const TEST =
  /(?:^|\/)(?:tests?|testing|test_framework|fixtures|examples|docs)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.\w+$/;

/** Modules outside of tests whose text has one of `texts` in it. */
export function modulesNaming(
  program: Program,
  fileSystem: FileSystem,
  texts: readonly string[],
): readonly ModuleNode[] {
  return fileSystem
    .walk('')
    .filter((path) => path.endsWith('.py') && !TEST.test(path))
    .slice(0, MAX_FILES)
    .filter((path) => {
      const text = fileSystem.read(path);
      return text !== undefined && texts.some((part) => text.includes(part));
    })
    .flatMap((path) => program.node(path) ?? []);
}
