/** Finds event suites: those of the configuration, test files that name critical events, test scripts of manifests whose tests do. Runs nothing. */
import type { Configuration } from '../config/configuration.ts';
import type { FileSystem } from '../source/file-system.ts';
import type { Suite } from './suite.ts';

/** What a run may take where nothing else is said. */
export const DEFAULT_TIME_LIMIT_SECONDS = 300;

/** Those of the configuration first, in its order; then the others, those that name most events first. */
export function findSuites(
  fileSystem: FileSystem,
  configuration: Configuration,
  events: readonly string[],
): readonly Suite[] {
  const declared = configuration.suites.map(declaredSuite);
  const found = [...pytestSuites(fileSystem, events), ...manifestSuites(fileSystem, events)];
  const taken = new Set(declared.map(({ command }) => command));
  const isRun = ({ file }: Suite): boolean =>
    file !== undefined && declared.some(({ command, folder }) => command.includes(relativeTo(folder, file)));
  return [...declared, ...found.filter((suite) => !taken.has(suite.command) && !isRun(suite))];
}

/** The suite that a file is, if it is one: as `findSuites` has it, without looking at other files. */
export function suiteOf(
  fileSystem: FileSystem,
  configuration: Configuration,
  events: readonly string[],
  path: string,
): Suite | undefined {
  const declared = configuration.suites.map(declaredSuite).find(({ file }) => file === path);
  if (declared !== undefined) return declared;
  const isScript = SCRIPT_TEST_FILE.test(path);
  if (!isScript && !PYTEST_FILE.test(path)) return undefined;
  const [file] = naming(fileSystem, [path], events);
  if (file === undefined) return undefined;
  return isScript
    ? manifestSuite(fileSystem, nearestManifest(fileSystem, file), file)
    : pytestSuite(fileSystem, file);
}

function declaredSuite(setting: Configuration['suites'][number]): Suite {
  const { command, folder, variables, timeLimitSeconds } = setting;
  const file = command.split(/\s+/).find((word) => /\.(?:py|[cm]?[jt]sx?)$/.test(word));
  const path = file === undefined ? undefined : joined(folder, file);
  return {
    id: idOf(folder, command),
    name: setting.name ?? path ?? command,
    command,
    folder,
    variables,
    timeLimitSeconds,
    ...(path === undefined ? {} : { file: path }),
    origin: 'configuration',
  };
}

function idOf(folder: string, command: string): string {
  return `${folder === '' ? '.' : folder}$ ${command}`;
}

function joined(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

function relativeTo(folder: string, path: string): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

const PYTEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;

function pytestSuites(fileSystem: FileSystem, events: readonly string[]): readonly Suite[] {
  const files = fileSystem.walk('').filter((path) => PYTEST_FILE.test(path));
  return naming(fileSystem, files, events).map((file) => pytestSuite(fileSystem, file));
}

function pytestSuite(fileSystem: FileSystem, file: string): Suite {
  const folder = projectFolder(fileSystem, file);
  const command = `python -m pytest ${shellWord(relativeTo(folder, file))}`;
  return found({ name: file, command, folder, file });
}

/** Tests are run from the project they belong to: the nearest folder above that has a manifest, else the root. */
function projectFolder(fileSystem: FileSystem, file: string): string {
  const parts = file.split('/').slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    const folder = parts.join('/');
    if (MANIFESTS.some((name) => fileSystem.exists(`${folder}/${name}`))) return folder;
  }
  return '';
}

const MANIFESTS = ['pyproject.toml', 'setup.cfg', 'pytest.ini', 'tox.ini', 'setup.py', 'requirements.txt'];

function shellWord(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path.replaceAll(/["$`\\]/g, String.raw`\$&`)}"`;
}

const SCRIPT_TEST_FILE =
  /(?:^|\/)[^/]*\.(?:test|spec)\.[cm]?[jt]sx?$|(?:^|\/)(?:test|tests|__tests__)\/[^.][^/]*\.[cm]?[jt]s$/;

function manifestSuites(fileSystem: FileSystem, events: readonly string[]): readonly Suite[] {
  const paths = fileSystem.walk('');
  const tests = naming(
    fileSystem,
    paths.filter((path) => SCRIPT_TEST_FILE.test(path)),
    events,
  );
  return paths
    .filter((path) => path === 'package.json' || path.endsWith('/package.json'))
    .flatMap((path) => {
      const folder = path.slice(0, -'/package.json'.length);
      const file = tests.find((test) => folder === '' || test.startsWith(`${folder}/`));
      const suite = file === undefined ? undefined : manifestSuite(fileSystem, folder, file);
      return suite === undefined ? [] : [suite];
    });
}

/** The test script of the manifest in `folder`, where it has one, for the sake of a test file. */
function manifestSuite(fileSystem: FileSystem, folder: string, file: string): Suite | undefined {
  if (!hasTestScript(fileSystem.read(joined(folder, MANIFEST)))) return undefined;
  const name = `npm test${folder === '' ? '' : ` in ${folder}`}`;
  return found({ name, command: 'npm test', folder, file });
}

const MANIFEST = 'package.json';

function nearestManifest(fileSystem: FileSystem, file: string): string {
  const parts = file.split('/').slice(0, -1);
  while (parts.length > 0 && !fileSystem.exists(`${parts.join('/')}/${MANIFEST}`)) parts.pop();
  return parts.join('/');
}

function hasTestScript(text: string | undefined): boolean {
  try {
    const manifest: unknown = JSON.parse(text ?? '');
    if (typeof manifest !== 'object' || manifest === null || !('scripts' in manifest)) return false;
    const { scripts } = manifest;
    if (typeof scripts !== 'object' || scripts === null || !('test' in scripts)) return false;
    return typeof scripts.test === 'string' && !scripts.test.includes('no test specified');
  } catch {
    return false;
  }
}

function found(suite: Pick<Suite, 'name' | 'command' | 'folder'> & { readonly file: string }): Suite {
  return {
    ...suite,
    id: idOf(suite.folder, suite.command),
    variables: {},
    timeLimitSeconds: DEFAULT_TIME_LIMIT_SECONDS,
    origin: 'found',
  };
}

/** Files that name a critical event as a text, those with most of them first. */
function naming(
  fileSystem: FileSystem,
  files: readonly string[],
  events: readonly string[],
): readonly string[] {
  return files
    .map((file) => {
      const text = fileSystem.read(file) ?? '';
      return {
        file,
        count: events.filter((event) => text.includes(`"${event}"`) || text.includes(`'${event}'`)).length,
      };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.file < b.file ? -1 : 1))
    .map(({ file }) => file);
}
