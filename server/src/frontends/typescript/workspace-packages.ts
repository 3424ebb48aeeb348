/**
 * Packages of the workspace itself, by their names: what one of them gives to the others, in its sources where the built files are not
 * there. Must not know how relative imports are found. Rules: Node.js "Packages" (`exports`, `main`).
 */
import type { FileSystem } from '../../source/file-system.ts';
import { sourceCandidates } from './source-files.ts';

export interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

export type WorkspacePackages = ReadonlyMap<string, WorkspacePackage>;

/** Every package of the workspace that has a name; of two with one name the outer one. */
export function findPackages(fileSystem: FileSystem): WorkspacePackages {
  const found = new Map<string, WorkspacePackage>();
  const files = fileSystem
    .walk('')
    .filter((file) => file === 'package.json' || file.endsWith('/package.json'));
  for (const file of files.toSorted((a, b) => a.length - b.length)) {
    const manifest = readManifest(fileSystem, file);
    const name = manifest?.['name'];
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    if (manifest && typeof name === 'string' && !found.has(name)) found.set(name, { folder, manifest });
  }
  return found;
}

/** A manifest as data; `undefined` where it is missing or broken. */
export function readManifest(
  fileSystem: FileSystem,
  file: string,
): Readonly<Record<string, unknown>> | undefined {
  const text = fileSystem.read(file);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `@scope/name/part` in a package of the workspace, or `#part` in the importer's own. */
export function packageFile(
  fileSystem: FileSystem,
  packages: WorkspacePackages,
  specifier: string,
  importer: string,
): string | undefined {
  if (specifier.startsWith('#')) return ownImport(fileSystem, packages, specifier, importer);
  const [, name = '', inner = ''] = /^(@[^/]+\/[^/]+|[^/]+)(?:\/(.*))?$/.exec(specifier) ?? [];
  const found = packages.get(name);
  if (!found) return undefined;
  const { manifest } = found;
  const targets = [
    ...targetsOf(manifest['exports'], inner === '' ? '.' : `./${inner}`),
    ...(inner === ''
      ? ['source', 'module', 'main'].flatMap((field) => texts(manifest[field]))
      : [inner, `src/${inner}`]),
    ...(inner === '' ? ['src/index', 'index'] : []),
  ];
  return firstFile(fileSystem, found.folder, targets);
}

function ownImport(
  fileSystem: FileSystem,
  packages: WorkspacePackages,
  specifier: string,
  importer: string,
): string | undefined {
  const own = [...packages.values()]
    .filter(({ folder }) => folder === '' || importer.startsWith(`${folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
  return own && firstFile(fileSystem, own.folder, targetsOf(own.manifest['imports'], specifier));
}

function firstFile(fileSystem: FileSystem, folder: string, targets: readonly string[]): string | undefined {
  for (const target of targets) {
    const plain = target.replace(/^(?:\.\/)+/, '');
    const path = folder === '' ? plain : `${folder}/${plain}`;
    const file = sourceCandidates(path, folder).find((candidate) => fileSystem.exists(candidate));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** Files of an entry in `exports` or `imports`, whichever conditions they stand under; patterns with one `*`. */
function targetsOf(exports: unknown, key: string): readonly string[] {
  if (
    !isRecord(exports) ||
    !Object.keys(exports).some((each) => each.startsWith('.') || each.startsWith('#'))
  )
    return key === '.' ? leaves(exports) : [];
  if (key in exports) return leaves(exports[key]);
  for (const [pattern, value] of Object.entries(exports)) {
    const [before, after] = pattern.split('*');
    if (before === undefined || after === undefined) continue;
    if (!key.startsWith(before) || !key.endsWith(after)) continue;
    const star = key.slice(before.length, key.length - after.length);
    return leaves(value).map((leaf) => leaf.replaceAll('*', star));
  }
  return [];
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isRecord(value) ? Object.values(value).flatMap(leaves) : [];
}

function texts(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : [];
}
