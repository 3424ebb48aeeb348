/**
 * Entry points that files tell of: applications that stand in them, programs that serve, and what deployment files start.
 * Must not know which of them are chosen.
 */
import type { Span } from '../base/span.ts';
import {
  type ModuleLookup,
  type PythonApplication,
  type PythonFactory,
  type PythonImport,
  type PythonMain,
  type PythonStarts,
  type Served,
  placeOfName,
  servingOfFunction,
  sortOf,
  startsOf,
} from '../frontends/python/entry-points.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import type { Program } from './program.ts';
import { createModuleLookup, resolveFrom } from './workspace-modules.ts';

/** How good a reason there is to take it for an entry point; the first is the best. */
export const REASONS = ['served', 'startup', 'application', 'factory', 'endless', 'program'] as const;

export type CandidateReason = (typeof REASONS)[number];

/** Something that an application may start with. */
export interface Candidate {
  readonly file: string;
  /** What is served after the import; absent for a program, and for a function that is called. */
  readonly serve: { readonly name: string; readonly factory: boolean } | undefined;
  readonly call: string | undefined;
  readonly asMain: boolean;
  /** Where in the file it stands. */
  readonly span: Span | undefined;
  readonly kind: string;
  /** `undefined` for the module itself. */
  readonly name: string | undefined;
  readonly reason: CandidateReason;
  /** Folder that its module's name is relative to, where the command that starts it says so. */
  readonly root: string | undefined;
}

export interface CandidateFinder {
  readonly program: Program;
  readonly lookup: ModuleLookup;
  readonly starts: Map<string, PythonStarts | undefined>;
}

export function createFinder(program: Program): CandidateFinder {
  return { program, lookup: createModuleLookup(program), starts: new Map() };
}

/** What stands in a file: its applications, and the program that it is. */
export function candidatesIn(finder: CandidateFinder, file: string): readonly Candidate[] {
  const starts = startsIn(finder, file);
  if (!starts) return [];
  const program = programCandidates(finder, file, starts);
  const inProgram = new Set(program.filter(({ asMain }) => asMain).flatMap(() => servedNames(starts.main)));
  const applications = starts.applications.filter(({ name }) => !inProgram.has(name));
  const found = [...program, ...applications.map((application) => ofApplication(file, application))];
  return found.length > 0 ? found : starts.factories.map((factory) => ofFactory(file, factory));
}

/** The program that a file is when it is run by its path or with `-m`. */
export function programIn(finder: CandidateFinder, file: string): readonly Candidate[] {
  const starts = startsIn(finder, file);
  return starts ? programCandidates(finder, file, starts) : [];
}

export function importsIn(finder: CandidateFinder, file: string): readonly PythonImport[] {
  return startsIn(finder, file)?.imports ?? [];
}

function startsIn(finder: CandidateFinder, file: string): PythonStarts | undefined {
  if (finder.starts.has(file)) return finder.starts.get(file);
  const node = finder.program.node(file);
  const starts = node && startsOf(node, finder.lookup);
  finder.starts.set(file, starts);
  return starts;
}

function ofApplication(file: string, application: PythonApplication): Candidate {
  const { name, span, protocol, hasStartup, lifespan } = application;
  const shown = lifespan ? { ...lifespan, kind: 'asgi-lifespan' } : { name, span, kind: `${protocol}-app` };
  const reason = hasStartup ? 'startup' : 'application';
  return {
    file,
    serve: { name, factory: false },
    call: undefined,
    asMain: false,
    reason,
    root: undefined,
    ...shown,
  };
}

/** A factory that no file of its own calls: the server is told its name. */
function ofFactory(file: string, { name, span, protocol }: PythonFactory): Candidate {
  const serve = { name, factory: true };
  const kind = `${protocol}-factory`;
  return {
    file,
    serve,
    call: undefined,
    asMain: false,
    span,
    kind,
    name,
    reason: 'factory',
    root: undefined,
  };
}

function servedNames(main: PythonMain | undefined): readonly string[] {
  return (main?.served ?? []).flatMap((served) => (served.kind === 'name' ? [served.name] : []));
}

function programCandidates(
  finder: CandidateFinder,
  file: string,
  { main }: PythonStarts,
): readonly Candidate[] {
  if (!main) return [];
  const found: Candidate[] = [];
  for (const served of main.served) {
    const imported = ofServed(finder, file, main, served);
    if (imported) found.push(imported);
  }
  // What only serves is better started as a server would start it: imported.
  const isImported = found.length > 0 && found.length === main.served.length;
  return isImported ? found : [ofProgram(file, main), ...found];
}

function ofServed(
  finder: CandidateFinder,
  file: string,
  main: PythonMain,
  served: Served,
): Candidate | undefined {
  if (served.kind === 'other') return undefined;
  if (served.kind === 'name')
    return main.onlyServes ? namedIn(finder, file, served.name, served.factory) : undefined;
  const [module = '', name = ''] = served.target.split(':');
  return applicationAt(finder, { module, name, factory: served.factory }, foldersFor(file));
}

function ofProgram(file: string, main: PythonMain): Candidate {
  const reason = main.served.length > 0 ? 'served' : main.runsForever ? 'endless' : 'program';
  const kind = main.isGuarded ? 'main' : 'module';
  return {
    file,
    serve: undefined,
    call: undefined,
    asMain: true,
    span: main.span,
    kind,
    name: undefined,
    reason,
    root: undefined,
  };
}

/** Folders that a module's name may be relative to, for a command that is given in `file`. */
export function foldersFor(file: string, folder?: string): readonly string[] {
  const above = file.split('/').slice(0, -1);
  const folders = [...above.keys(), above.length].map((length) => above.slice(0, length).join('/')).reverse();
  const inside = folder?.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '') ?? '';
  const stated =
    inside === '' || inside === '.'
      ? []
      : folders.map((outer) => (outer === '' ? inside : `${outer}/${inside}`));
  return [...stated, ...folders, 'src'];
}

/** A server's usual names for what it serves. */
const USUAL_NAMES = ['app', 'application', 'api', 'create_app', 'make_app'];

/** The application that a command names; `undefined` where there is none of the workspace. */
export function applicationAt(
  finder: CandidateFinder,
  target: { readonly module: string; readonly name: string | undefined; readonly factory: boolean },
  folders: readonly string[],
): Candidate | undefined {
  const found = resolveFrom(finder.program, target.module, folders);
  if (!found) return undefined;
  const names = target.name === undefined ? USUAL_NAMES : [target.name.split('.')[0] ?? target.name];
  for (const name of names) {
    const candidate = namedIn(finder, found.file, name, target.factory);
    if (candidate) return { ...candidate, root: found.root };
  }
  return undefined;
}

/** A name in a file, as what serves. */
export function namedIn(
  finder: CandidateFinder,
  file: string,
  name: string,
  factory: boolean,
): Candidate | undefined {
  const node = finder.program.node(file);
  const sort = node && sortOf(node, name, finder.lookup);
  if (!node || !sort) return undefined;
  const application = startsIn(finder, file)?.applications.find((candidate) => candidate.name === name);
  if (application) return { ...ofApplication(file, application), reason: 'served' };
  const isFactory = factory || sort === 'factory';
  return {
    ...ofName(finder, node, name),
    kind: isFactory ? 'asgi-factory' : 'asgi-app',
    serve: { name, factory: isFactory },
  };
}

/** A function that is called to start everything. */
export function functionIn(finder: CandidateFinder, file: string, name: string): Candidate | undefined {
  const node = finder.program.node(file);
  return node && { ...ofName(finder, node, name), kind: 'main', call: name };
}

function ofName({ lookup }: CandidateFinder, node: ModuleNode, name: string): Candidate {
  const span = placeOfName(node, name, lookup);
  return {
    file: node.path,
    serve: undefined,
    call: undefined,
    asMain: false,
    span,
    kind: 'main',
    name,
    reason: 'served',
    root: undefined,
  };
}

/** A console script's function, where it serves; what it serves by import instead of it. */
export function consoleScriptAt(
  finder: CandidateFinder,
  script: { readonly module: string; readonly name: string },
  folders: readonly string[],
): Candidate | undefined {
  const found = resolveFrom(finder.program, script.module, folders);
  const node = found && finder.program.node(found.file);
  const serving = node && servingOfFunction(node, script.name, finder.lookup);
  if (!found || !serving || (serving.served.length === 0 && !serving.runsForever)) return undefined;
  for (const served of serving.served) {
    if (served.kind !== 'import') continue;
    const [module = '', name = ''] = served.target.split(':');
    const imported = applicationAt(finder, { module, name, factory: served.factory }, [
      found.root,
      ...folders,
    ]);
    if (imported) return imported;
  }
  const candidate = functionIn(finder, found.file, script.name);
  return candidate && { ...candidate, root: found.root };
}
