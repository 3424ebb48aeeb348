/** The rules of ARCHITECTURE.md as data and functions, so that a test can hold them, and a test of the test can break them. */
import type { Import, SourceModule } from '../support/source-tree.ts';
import { wordsOf } from '../support/source-tree.ts';

/** What each part of `server/src` may import; every part may import itself. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  source: ['base'],
  ir: ['base', 'source'],
  'frontends/python': ['base', 'source', 'ir'],
  'frontends/typescript': ['base', 'source', 'ir'],
  engine: ['base', 'source', 'ir'],
  config: ['base', 'source'],
  models: ['base', 'source', 'ir', 'engine'],
  wiring: ['base', 'source', 'ir', 'engine', 'models', 'config'],
  checks: ['base', 'source', 'ir', 'engine', 'models', 'config', 'wiring'],
  analysis: [
    'base',
    'source',
    'ir',
    'frontends/python',
    'frontends/typescript',
    'engine',
    'models',
    'config',
    'wiring',
    'checks',
  ],
  protocol: ['base'],
  suite: ['base', 'source', 'config', 'analysis'],
  lsp: ['base', 'source', 'config', 'analysis', 'suite', 'protocol'],
  cli: ['base', 'source', 'config', 'analysis', 'suite'],
  // `suite`, `cli` and `lsp` say what they need of the machine; `platform` provides it.
  platform: ['base', 'source', 'suite', 'cli', 'lsp'],
};

const SERVER = 'server/src/';

/** `frontends/python`, `engine` ...; `undefined` for composition roots, which may import everything. */
export function partOf(path: string): string | undefined {
  if (!path.startsWith(SERVER)) return undefined;
  const [first = '', second = '', third] = path.slice(SERVER.length).split('/');
  if (second === '') return undefined;
  return first === 'frontends' && third !== undefined ? `${first}/${second}` : first;
}

/** Broken rules of one module, each as `FILE:LINE: what is wrong (the rule)`. */
export function brokenImports(module: SourceModule): readonly string[] {
  const part = partOf(module.path);
  return module.imports.flatMap((imported) =>
    [brokenTable(part, imported), brokenPackage(module.path, part, imported)]
      .filter((rule) => rule !== undefined)
      .map((rule) => `${module.path}:${imported.line}: imports ${imported.specifier} (${rule})`),
  );
}

function brokenTable(part: string | undefined, imported: Import): string | undefined {
  if (part === undefined || imported.file === undefined) return undefined;
  const target = partOf(imported.file);
  if (target === part) return undefined;
  const allowed = MAY_IMPORT[part];
  if (!allowed) return `${part}/ is not in the import table`;
  if (target !== undefined && allowed.includes(target)) return undefined;
  return `${part}/ may import only ${allowed.length === 0 ? 'itself' : allowed.join(', ')}`;
}

interface PackageRule {
  readonly packages: RegExp;
  readonly allowed: (path: string, part: string | undefined) => boolean;
  readonly rule: string;
}

const PACKAGE_RULES: readonly PackageRule[] = [
  {
    packages: /^node:/,
    allowed: (path, part) => part === 'platform' || /^server\/src\/main-[^/]+\.ts$/.test(path),
    rule: 'only platform/ and the composition roots touch the machine',
  },
  {
    packages: /^vscode-languageserver/,
    allowed: (path, part) => part === 'lsp' || part === 'protocol' || path.startsWith('client/'),
    rule: 'only lsp/ and protocol/ know the protocol',
  },
  {
    packages: /^ts-morph$/,
    allowed: (_path, part) => part === 'frontends/typescript',
    rule: 'only frontends/typescript/ knows ts-morph',
  },
];

function brokenPackage(path: string, part: string | undefined, imported: Import): string | undefined {
  if (imported.file !== undefined) return undefined;
  return PACKAGE_RULES.find(
    ({ packages, allowed }) => packages.test(imported.specifier) && !allowed(path, part),
  )?.rule;
}

/** The client is thin: of the server it knows the messages between them. */
export function brokenClientImports(module: SourceModule): readonly string[] {
  return module.imports
    .filter(({ file }) => file?.startsWith('server/') === true && partOf(file) !== 'protocol')
    .map(
      ({ line, specifier }) =>
        `${module.path}:${line}: imports ${specifier} (client/ may import only protocol/ of the server)`,
    );
}

/** The shortest import cycle through each module that is on one, as `a -> b -> a`, every cycle once. */
export function importCycles(modules: readonly SourceModule[]): readonly string[] {
  const targets = new Map(
    modules.map((module) => [module.path, module.imports.flatMap(({ file }) => file ?? [])]),
  );
  const cycles = new Map<string, string>();
  for (const { path } of modules) {
    const cycle = shortestCycle(targets, path);
    const members = cycle?.toSorted().join() ?? '';
    if (cycle && !cycles.has(members)) cycles.set(members, [...cycle, path].join(' -> '));
  }
  return [...cycles.values()];
}

function shortestCycle(
  targets: ReadonlyMap<string, readonly string[]>,
  start: string,
): readonly string[] | undefined {
  const queue: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (let path = queue.shift(); path; path = queue.shift()) {
    for (const next of targets.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return path;
      if (!seen.has(next)) {
        seen.add(next);
        queue.push([...path, next]);
      }
    }
  }
  return undefined;
}

/** Language-neutral parts; what differs between languages is in the IR's dialect. */
export const NEUTRAL_PARTS: readonly string[] = ['engine', 'wiring', 'checks'];

/** Python's own names: a special name, the language, its files' ending. `__wiretrace__` is ours: where models find intrinsics. */
const PYTHON = /(?:^|\W)__(?!wiretrace__)[a-z]+__(?:\W|$)|python|\.py(?:\W|$)/i;

export function pythonWords(module: SourceModule): readonly string[] {
  return wordsOf(module)
    .filter(({ text }) => PYTHON.test(text))
    .map(({ text, line }) => `${module.path}:${line}: ${text} (${partOf(module.path)}/ knows no language)`);
}
