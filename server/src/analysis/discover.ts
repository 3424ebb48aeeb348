/**
 * Looks for the entry points of a workspace: first by words in its files, then on the parsed top level of those that have them.
 * Must not know the configuration nor how a run works.
 */
import type { CancellationToken } from '../base/cancellation.ts';
import { throwIfCancelled } from '../base/cancellation.ts';
import type { FileSystem } from '../source/file-system.ts';
import {
  applicationAt,
  type Candidate,
  type CandidateFinder,
  candidatesIn,
  consoleScriptAt,
  foldersFor,
  importsIn,
  programIn,
  REASONS,
} from './candidates.ts';
import { type DeploymentStart, deploymentStarts, isDeploymentFile } from './deployment-files.ts';
import { type FolderMemory, isAside, isTool } from './entry-folders.ts';
import type { Program } from './program.ts';
import { fileOf, resolveFrom } from './workspace-modules.ts';

export interface Discovery {
  /** The best first. */
  readonly candidates: readonly Candidate[];
  /** What was left out, in words. */
  readonly limits: readonly string[];
}

/** More entry points than this are not run. */
const MAX_ENTRY_POINTS = 10;

/** Libraries whose applications and servers are known, as imports name them. */
const LIBRARIES =
  /\b(?:fastapi|starlette|flask\w*|quart|sanic|litestar|blacksheep|falcon|bottle|connexion|robyn|aiohttp|tornado|socketio|engineio|channels|django\.core\.[aw]sgi|uvicorn|hypercorn|waitress|granian|mangum|websockets|wsgiref|gevent|eventlet|cheroot|grpc|socketserver|http\.server)\b/;
/** Characters at the beginning of a file that imports usually stand in. */
const IMPORTS_LENGTH = 6000;
/** Words without which a file that imports one of them makes no application and serves none. */
const MARKERS = [
  'FastAPI(',
  'FastAPI as',
  'Starlette(',
  'Starlette as',
  'Flask(',
  'Flask as',
  'App(',
  'Application(',
  'Quart(',
  'Sanic(',
  'Litestar(',
  'Bottle(',
  'Robyn(',
  'SGI',
  'sgi_application',
  'ProtocolTypeRouter(',
  'Mangum(',
  'Granian(',
  'AppRunner(',
  'Server(',
  'uvicorn',
  'hypercorn',
  'waitress',
  '.serve(',
  'run_app',
  'run_simple',
  'make_server',
];
/** Words that do without such an import. */
const FURTHER_MARKERS = ['create_app', 'make_app', 'uvicorn', '_forever(', '.start_server('];
/** Names that files where something starts usually have: they are looked into whatever words they hold. */
const USUAL_FILES = /(?:^|\/)(?:main|app|asgi|wsgi|server|application|run|__main__)\.py$/;

/** Files of one search. */
interface Search {
  readonly finder: CandidateFinder;
  readonly fileSystem: FileSystem;
  readonly token: CancellationToken;
  readonly memory: FolderMemory;
}

/** `files` is everything below the root, Python or not. */
export function discover(
  finder: CandidateFinder,
  files: readonly string[],
  token: CancellationToken,
): Discovery {
  const search: Search = { finder, fileSystem: finder.program.fileSystem, token, memory: new Map() };
  const python = files.filter((file) => file.endsWith('.py'));
  const own = python.filter((file) => !isAside(file, search.memory));
  const deployed = deployedCandidates(search, files, own);
  const found = candidatesOf(
    search,
    own.filter((file) => isPromising(search, file)),
  );
  const chosen = chosenFrom(search, [...deployed, ...found.filter((candidate) => !isBeside(candidate))]);
  if (chosen.length > 0) return limited(chosen);
  const aside = python.filter((file) => isAside(file, search.memory));
  return limited(firstOf([() => programs(search, own), () => programs(search, aside)]));
}

function firstOf(searches: readonly (() => readonly Candidate[])[]): readonly Candidate[] {
  for (const look of searches) {
    const found = look();
    if (found.length > 0) return found;
  }
  return [];
}

/** A tool that runs until it is stopped is taken only where a deployment file names it, or where there is nothing else. */
function isBeside({ reason, file }: Candidate): boolean {
  return reason === 'endless' && isTool(file);
}

function limited(candidates: readonly Candidate[]): Discovery {
  const left = candidates.slice(MAX_ENTRY_POINTS);
  const names = left.map(({ file }) => file).join(', ');
  const limits =
    left.length === 0 ? [] : [`no more than ${MAX_ENTRY_POINTS} entry points are run; left out: ${names}`];
  return { candidates: candidates.slice(0, MAX_ENTRY_POINTS), limits };
}

function isPromising({ fileSystem, token }: Search, file: string): boolean {
  throwIfCancelled(token);
  if (USUAL_FILES.test(file)) return true;
  const text = fileSystem.read(file);
  if (text === undefined) return false;
  const imports = text.length > IMPORTS_LENGTH ? text.slice(0, IMPORTS_LENGTH) : text;
  if (LIBRARIES.test(imports) && MARKERS.some((marker) => text.includes(marker))) return true;
  return FURTHER_MARKERS.some((marker) => text.includes(marker));
}

function candidatesOf({ finder, token }: Search, files: readonly string[]): readonly Candidate[] {
  return files.flatMap((file) => {
    throwIfCancelled(token);
    return candidatesIn(finder, file);
  });
}

/** Where a first look finds nothing: what any of the files starts; else main programs, those that are named like one first. */
function programs(search: Search, files: readonly string[]): readonly Candidate[] {
  const all = candidatesOf(
    search,
    files.filter((file) => isPromising(search, file) || isProgram(search, file)),
  );
  const chosen = chosenFrom(search, all);
  if (chosen.length > 0) return chosen;
  const usual = all.filter(({ file }) => USUAL_FILES.test(file));
  return distinct(usual.length > 0 ? usual : all);
}

function isProgram({ fileSystem }: Search, file: string): boolean {
  return fileSystem.read(file)?.includes('__main__') === true;
}

/** What deployment files start; they may name files that a search would pass over. */
function deployedCandidates(
  search: Search,
  files: readonly string[],
  own: readonly string[],
): readonly Candidate[] {
  const starts = files
    .filter((file) => isDeploymentFile(file) && !isAside(file, search.memory) && !isForTests(file))
    .flatMap((file) => deploymentStarts(search.fileSystem, file));
  return starts.flatMap((start) => deployed(search, start, own));
}

/** `docker-compose.test.yml` starts what the tests need. */
function isForTests(file: string): boolean {
  return /(?:^|[._-])(?:e2e|tests?|ci)(?:[._-]|$)/i.test(file.slice(file.lastIndexOf('/') + 1));
}

function deployed(
  { finder }: Search,
  { file, reference }: DeploymentStart,
  own: readonly string[],
): readonly Candidate[] {
  const folders = foldersFor(file, reference.folder);
  switch (reference.kind) {
    case 'application': {
      const where = [...folders, ...rootsBySuffix(reference.module, own)];
      return present(applicationAt(finder, reference, where));
    }
    case 'function':
      return present(consoleScriptAt(finder, reference, folders));
    case 'module':
      return moduleProgram(finder, reference.module, [...folders, ...rootsBySuffix(reference.module, own)]);
    case 'file':
      return fileProgram(finder, reference.path, reference.served, folders);
  }
}

function present(candidate: Candidate | undefined): readonly Candidate[] {
  return candidate ? [candidate] : [];
}

/** Where exactly one file ends like the module's path: an image may have been built from any folder. */
function rootsBySuffix(module: string, own: readonly string[]): readonly string[] {
  const ending = `/${module.replaceAll('.', '/')}.py`;
  const matching = own.filter((file) => file.endsWith(ending));
  const [only] = matching;
  return matching.length === 1 && only !== undefined ? [only.slice(0, -ending.length)] : [];
}

function moduleProgram(
  finder: CandidateFinder,
  module: string,
  folders: readonly string[],
): readonly Candidate[] {
  const { program } = finder;
  const found = resolveFrom(program, `${module}.__main__`, folders) ?? resolveFrom(program, module, folders);
  return found
    ? serving(programIn(finder, found.file)).map((candidate) => ({ ...candidate, root: found.root }))
    : [];
}

function fileProgram(
  finder: CandidateFinder,
  path: string,
  isServed: boolean,
  folders: readonly string[],
): readonly Candidate[] {
  const plain = path
    .replace(/^(?:\.?\/)+/, '')
    .replace(/^(?:usr\/src\/)?(?:app|code|workspace)\//, (prefix) => (path.startsWith('/') ? '' : prefix));
  for (const folder of folders) {
    const file = folder === '' ? plain : `${folder}/${plain}`;
    if (!finder.program.fileSystem.exists(file)) continue;
    return isServed ? candidatesIn(finder, file).slice(0, 1) : serving(programIn(finder, file));
  }
  return [];
}

/** A program that only does something and ends (a migration, a check) is not where the application starts. */
function serving(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ reason }) => reason !== 'program');
}

function chosenFrom(search: Search, candidates: readonly Candidate[]): readonly Candidate[] {
  const all = distinct(serving(candidates));
  const called = all.filter(({ reason }) => reason !== 'factory');
  // A factory counts only where nothing else starts: elsewhere something calls it.
  const kept = withoutPartners(withoutInner(search, called.length > 0 ? called : all));
  return kept.toSorted((a, b) => REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason));
}

/** One per thing that is started; the best reason counts. */
export function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    const known = found.get(key);
    if (!known) found.set(key, candidate);
    else if (REASONS.indexOf(candidate.reason) < REASONS.indexOf(known.reason)) {
      found.set(key, { ...candidate, root: candidate.root ?? known.root });
    }
  }
  return [...found.values()];
}

function keyOf({ file, serve, call, asMain }: Candidate): string {
  return `${file}:${asMain ? '<main>' : (serve?.name ?? call ?? '')}`;
}

/** Without applications that another candidate's file imports, unless something serves them as they are. */
function withoutInner({ finder }: Search, candidates: readonly Candidate[]): readonly Candidate[] {
  const imported = new Set<string>();
  for (const file of new Set(candidates.map((candidate) => candidate.file))) {
    for (const name of importedNames(finder.program, finder, file)) imported.add(name);
  }
  return candidates.filter((candidate) => {
    if (candidate.reason === 'served' || candidate.asMain) return true;
    return !imported.has(`${candidate.file}:${candidate.serve?.name ?? ''}`) && !imported.has(candidate.file);
  });
}

/** `FILE:NAME` of what a file imports from others; `FILE` where it imports a whole module. */
function importedNames(program: Program, finder: CandidateFinder, file: string): readonly string[] {
  return importsIn(finder, file).flatMap(({ reference, name }) => {
    if (name === undefined) return fileOf(program, reference, file) ?? [];
    const inner = reference.name === '' ? name : `${reference.name}.${name}`;
    const module = fileOf(program, { name: inner, level: reference.level }, file);
    const holder = fileOf(program, reference, file);
    const named = holder === undefined ? [] : [`${holder}:${name}`];
    return module === undefined || module === file ? named : [module, ...named];
  });
}

/** Django writes an `asgi.py` and a `wsgi.py` for one application: the first is enough where nothing says otherwise. */
function withoutPartners(candidates: readonly Candidate[]): readonly Candidate[] {
  const files = new Set(candidates.map(({ file }) => file));
  return candidates.filter(({ file, reason }) => {
    return (
      reason === 'served' ||
      !/(?:^|\/)wsgi\.py$/.test(file) ||
      !files.has(file.replace(/wsgi\.py$/, 'asgi.py'))
    );
  });
}
