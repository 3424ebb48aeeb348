/**
 * Files that are not where an application starts, by their names: tests, tools, examples, documents.
 * Must not know what stands in them.
 */

const FOLDERS = new Set([
  'alembic',
  'archive',
  'archived',
  'backup',
  'backups',
  'bench',
  'benchmark',
  'benchmarks',
  'ci',
  'contrib',
  'cookbook',
  'demo',
  'demos',
  'deprecated',
  'dev_tools',
  'devtools',
  'doc',
  'docs',
  'docs_src',
  'documentation',
  'e2e',
  'example',
  'examples',
  'experiments',
  'fixtures',
  'hack',
  'migrations',
  'mock',
  'mocks',
  'notebooks',
  'playground',
  'sample',
  'samples',
  'sandbox',
  'scratch',
  'script',
  'scripts',
  'spec',
  'specs',
  'stubs',
  'templates',
  'testing',
  'third_party',
  'tool',
  'tools',
  'tutorial',
  'tutorials',
  'vendor',
  'work_in_progress',
]);
const TEST_FOLDER = /^tests?$|^tests?[_-]|[_-]tests?$|^test(?:ing)?s?$/i;
/** The standard library of an interpreter that lies in the workspace. */
const INTERPRETER = /^python\d(?:\.\d+)?$/;
const FILE =
  /^(?:test_.*|.*_tests?|conftest|setup|noxfile|tasks|fabfile|dodo|manage|locustfile|gunicorn(?:[._]conf(?:ig)?)?)\.py$/i;

/** Folders that are known already. */
export type FolderMemory = Map<string, boolean>;

/** Whether a file lies aside of the application itself. Folders are remembered in `memory`. */
export function isAside(path: string, memory: FolderMemory): boolean {
  const slash = path.lastIndexOf('/');
  return FILE.test(path.slice(slash + 1)) || (slash > 0 && isFolderAside(path.slice(0, slash), memory));
}

/** Whether a program that runs on and on looks like a tool beside the application: it starts or watches other programs. */
export function isTool(path: string): boolean {
  return /(?:^|[_-])(?:launch(?:er)?|install(?:er)?|setup|build|deploy|watch(?:er)?|dev|cli|client)(?:[_-]|$)/i.test(
    path.slice(path.lastIndexOf('/') + 1, -'.py'.length),
  );
}

function isFolderAside(folder: string, memory: FolderMemory): boolean {
  const known = memory.get(folder);
  if (known !== undefined) return known;
  const slash = folder.lastIndexOf('/');
  const name = folder.slice(slash + 1).toLowerCase();
  const aside =
    FOLDERS.has(name) ||
    TEST_FOLDER.test(name) ||
    INTERPRETER.test(name) ||
    (slash > 0 && isFolderAside(folder.slice(0, slash), memory));
  memory.set(folder, aside);
  return aside;
}
