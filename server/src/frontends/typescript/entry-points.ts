/**
 * Where JavaScript and TypeScript programs start: files that the scripts of a `package.json` run, its `main` and `bin`, mapped from built
 * files back to their sources; else files that are named and look like servers. Reads texts and manifests only; parses nothing.
 */
import type { FileSystem } from '../../source/file-system.ts';
import { importedFrom } from './imported-files.ts';
import { outputFoldersOf } from './output-folders.ts';
import { folderOf, joined } from './paths.ts';
import { sourceCandidates } from './source-files.ts';
import { type ScriptReference, scriptReferences } from './start-commands.ts';
import { isRecord, readManifest } from './workspace-packages.ts';

/** A file that something starts. */
export interface ScriptEntry {
  readonly file: string;
  /** What starts it. */
  readonly kind: 'start-script' | 'main' | 'server-file';
  /** Name of the script, or of the package. */
  readonly name: string;
}

/** Scripts that start an application, the surest first. */
const START_SCRIPTS = [
  'start',
  'start:prod',
  'start:production',
  'prod',
  'serve',
  'server',
  'start:server',
  'start:dev',
  'dev',
  'dev:server',
  'develop',
];
/** Other scripts than those that start an application in operation. */
const ASIDE_SCRIPT =
  /test|mock|fake|seed|migrat|lint|build|bench|example|demo|doc|story|e2e|install|release/i;
const SCRIPT_FILE = /\.[cm]?[jt]sx?$/;
const USUAL = /(?:^|\/)(?:server|app|index|main)\.[cm]?[jt]s$/;
/** What a file that serves has in it. */
const SERVES =
  /\.listen\s*\(|createServer\s*\(|NestFactory|\bBun\.serve|\bserve\s*\(|new\s+(?:Elysia|Hono|Koa|WebSocketServer|(?:WebSocket|ws)\.Server)\b|fastify\s*\(|express\s*\(/i;

export function isScriptFile(path: string): boolean {
  return SCRIPT_FILE.test(path) && !/\.d\.[cm]?ts$/.test(path);
}

/** @param files everything below the root that is to be looked at. */
export function scriptEntries(fileSystem: FileSystem, files: readonly string[]): readonly ScriptEntry[] {
  const manifests = files.filter((file) => /(?:^|\/)package\.json$/.test(file));
  const search: Search = { fileSystem, files, manifests: new Set(manifests) };
  const found = manifests.flatMap((file) => ofManifest(search, file));
  const started = distinct(found.filter(({ kind }) => kind === 'start-script'));
  if (started.length > 0) return started;
  const named = distinct(found).filter(({ file }) => serves(fileSystem, file));
  return named.length > 0 ? named : usualFiles(search);
}

interface Search {
  readonly fileSystem: FileSystem;
  readonly files: readonly string[];
  readonly manifests: ReadonlySet<string>;
}

function distinct(entries: readonly ScriptEntry[]): readonly ScriptEntry[] {
  return [...new Map(entries.toReversed().map((entry) => [entry.file, entry])).values()].toReversed();
}

function serves(fileSystem: FileSystem, file: string): boolean {
  return SERVES.test(fileSystem.read(file) ?? '');
}

/** What another of these files imports is a part of that program, and none by itself. */
function usualFiles({ fileSystem, files }: Search): readonly ScriptEntry[] {
  const found = files.filter((file) => USUAL.test(file));
  const reached = new Map(found.map((file) => [file, importedFrom(fileSystem, file)]));
  const isPart = (file: string, other: string): boolean =>
    other !== file && reached.get(other)?.has(file) === true && reached.get(file)?.has(other) !== true;
  const isServing = (file: string): boolean =>
    serves(fileSystem, file) || found.some((part) => isPart(part, file) && serves(fileSystem, part));
  return found
    .filter((file) => isServing(file) && !found.some((other) => isPart(file, other)))
    .map((file) => ({ file, kind: 'server-file', name: file }));
}

function ofManifest(search: Search, file: string): readonly ScriptEntry[] {
  const manifest = readManifest(search.fileSystem, file);
  if (!manifest) return [];
  const folder = folderOf(file);
  const scripts = isRecord(manifest['scripts']) ? manifest['scripts'] : {};
  const run = (name: string): readonly ScriptEntry[] => {
    const command = scripts[name];
    if (typeof command !== 'string') return [];
    const files = filesOf(search, folder, command, new Set([`${folder}:${name}`]));
    return files.map((path) => ({ file: path, kind: 'start-script', name }));
  };
  const found = START_SCRIPTS.flatMap(run);
  // Where a framework's own command starts the pages (`next start`), a server beside it has a script of any name.
  if (found.length === 0) {
    const others = Object.keys(scripts).filter((name) => !ASIDE_SCRIPT.test(name));
    found.push(...others.flatMap(run).filter((entry) => serves(search.fileSystem, entry.file)));
  }
  const packageName = typeof manifest['name'] === 'string' ? manifest['name'] : folder;
  for (const target of [manifest['main'], ...binaries(manifest['bin'])]) {
    const path = typeof target === 'string' ? sourceOf(search, folder, target) : undefined;
    if (path !== undefined) found.push({ file: path, kind: 'main', name: packageName });
  }
  return found;
}

function binaries(bin: unknown): readonly unknown[] {
  return isRecord(bin) ? Object.values(bin) : [bin];
}

function filesOf(search: Search, folder: string, command: string, seen: Set<string>): readonly string[] {
  return scriptReferences(command).flatMap((reference) => ofReference(search, folder, reference, seen));
}

function ofReference(
  search: Search,
  folder: string,
  reference: ScriptReference,
  seen: Set<string>,
): readonly string[] {
  const inside = below(folder, reference.folder);
  switch (reference.kind) {
    case 'nest':
      return present(nestFile(search, inside, reference.project));
    case 'script': {
      const owner =
        reference.package === undefined ? inside : packageFolder(search, reference.package, inside);
      const key = `${owner}:${reference.name}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const scripts = readManifest(search.fileSystem, below(owner, 'package.json'))?.['scripts'];
      const command = isRecord(scripts) ? scripts[reference.name] : undefined;
      return typeof command === 'string' ? filesOf(search, owner, command, seen) : [];
    }
    case 'file':
      for (const word of reference.words) {
        const file = word === '.' ? mainOf(search, inside) : sourceOf(search, inside, word);
        if (file !== undefined) return [file];
      }
      return present(elsewhere(search, inside, reference.words));
  }
}

function mainOf(search: Search, folder: string): string | undefined {
  const main = readManifest(search.fileSystem, below(folder, 'package.json'))?.['main'];
  return sourceOf(search, folder, typeof main === 'string' ? main : 'index.js');
}

function packageFolder(search: Search, name: string, otherwise: string): string {
  const plain = name.replace(/^\.\//, '');
  for (const file of search.manifests) {
    const folder = folderOf(file);
    if (folder === plain || folder.endsWith(`/${plain}`)) return folder;
    if (readManifest(search.fileSystem, file)?.['name'] === name) return folder;
  }
  return otherwise;
}

/** The source of a file that a command or a manifest names; `undefined` where there is none. */
function sourceOf({ fileSystem }: Search, folder: string, path: string): string | undefined {
  const plain = joined(folder, path);
  if (plain === '') return undefined;
  const candidates = sourceCandidates(plain, folder, outputFoldersOf(fileSystem, folder));
  return candidates.find((candidate) => isScriptFile(candidate) && fileSystem.exists(candidate));
}

/** A script that names a file which is not there: the one file of that name below, where there is exactly one. */
function elsewhere({ files }: Search, folder: string, words: readonly string[]): string | undefined {
  const [name] = words.filter((word) => SCRIPT_FILE.test(word));
  if (name === undefined) return undefined;
  const ending = `/${name.replace(/^(?:\.\/)+/, '')}`;
  const inside = folder === '' ? '' : `${folder}/`;
  const matching = files.filter((file) => file.startsWith(inside) && file.endsWith(ending));
  return matching.length === 1 ? matching[0] : undefined;
}

/** Where the Nest command finds the program: `nest-cli.json` says otherwise than `src/main.ts`. */
function nestFile(search: Search, folder: string, project: string | undefined): string | undefined {
  const settings = readManifest(search.fileSystem, below(folder, 'nest-cli.json'));
  const projects = settings?.['projects'];
  const own = project !== undefined && isRecord(projects) ? projects[project] : undefined;
  const chosen = isRecord(own) ? own : settings;
  const root = typeof chosen?.['sourceRoot'] === 'string' ? chosen['sourceRoot'] : 'src';
  const entry = typeof chosen?.['entryFile'] === 'string' ? chosen['entryFile'] : 'main';
  return sourceOf(search, folder, `${root}/${entry.replace(/^src\//, '')}`);
}

function present(file: string | undefined): readonly string[] {
  return file === undefined ? [] : [file];
}

function below(folder: string, path: string): string {
  return joined(folder, path);
}
