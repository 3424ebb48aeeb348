import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, modulesBelow, REPOSITORY, type SourceModule } from '../support/source-tree.ts';
import {
  brokenClientImports,
  brokenImports,
  importCycles,
  NEUTRAL_PARTS,
  partOf,
  pythonWords,
} from './rules.ts';

const server = modulesBelow('server/src');
const client = existsSync(join(REPOSITORY, 'client/src')) ? modulesBelow('client/src') : [];

describe('the architecture', () => {
  it('has every import in the table', () => {
    expect([...server, ...client].flatMap(brokenImports)).toEqual([]);
    expect(client.flatMap(brokenClientImports)).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(importCycles(server)).toEqual([]);
  });

  it('has a first comment in every module that says what it is', () => {
    const silent = [...server, ...client].filter(({ text }) => !text.startsWith('/**'));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('has no word of Python in the parts that know no language', () => {
    const neutral = server.filter(({ path }) => NEUTRAL_PARTS.includes(partOf(path) ?? ''));
    expect(neutral.flatMap(pythonWords)).toEqual([]);
  });

  it('has no barrels: no module only passes on what others export', () => {
    const barrels = server.filter(({ path }) => path.endsWith('/index.ts'));
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });
});

describe('the code map of ARCHITECTURE.md', () => {
  const page = readFileSync(join(REPOSITORY, 'ARCHITECTURE.md'), 'utf8');
  const mapped = [...page.matchAll(/^\| `([\w./-]+\/)`/gm)].map(([, folder = '']) => folder.slice(0, -1));

  it('names folders that exist', () => {
    expect(mapped.filter((folder) => !existsSync(join(REPOSITORY, folder)))).toEqual([]);
  });

  it('names every folder of the server that holds something', () => {
    const parts = new Set(server.map(({ path }) => partOf(path)).filter((part) => part !== undefined));
    expect([...parts].filter((part) => !mapped.includes(`server/src/${part}`))).toEqual([]);
  });

  it('names every folder at the top that is kept', () => {
    const ignored = readFileSync(join(REPOSITORY, '.gitignore'), 'utf8')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    const top = readdirSync(REPOSITORY, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== '.git' && !ignored.includes(entry.name))
      .map((entry) => entry.name);
    expect(
      top.filter((folder) => !mapped.some((path) => path === folder || path.startsWith(`${folder}/`))),
    ).toEqual([]);
  });
});

describe('the rules themselves', () => {
  function module(path: string, text: string): SourceModule {
    return { path, text, imports: importsOf(path, text) };
  }

  it.each([
    [
      'server/src/engine/a.ts',
      "import { x } from '../wiring/x.ts';",
      'engine/ may import only base, source, ir',
    ],
    ['server/src/base/a.ts', "import type { x } from '../ir/x.ts';", 'base/ may import only itself'],
    [
      'server/src/frontends/python/a.ts',
      "export * from '../typescript/x.ts';",
      'frontends/python/ may import only base, source, ir',
    ],
    [
      'server/src/cli/a.ts',
      "const x = await import('../lsp/x.ts');",
      'cli/ may import only base, source, config, analysis',
    ],
    ['server/src/analysis/a.ts', "import '../main-cli.ts';", 'analysis/ may import only'],
    ['server/src/attic/a.ts', "import '../base/x.ts';", 'attic/ is not in the import table'],
    [
      'server/src/cli/a.ts',
      "import { join } from 'node:path';",
      'only platform/ and the composition roots touch the machine',
    ],
    [
      'server/src/analysis/a.ts',
      "let x: import('vscode-languageserver').Range;",
      'only lsp/ and protocol/ know the protocol',
    ],
    [
      'server/src/analysis/a.ts',
      "import { Project } from 'ts-morph';",
      'only frontends/typescript/ knows ts-morph',
    ],
  ])('%s: %s', (path, text, rule) => {
    expect(brokenImports(module(path, text))).toEqual([expect.stringContaining(rule)]);
  });

  it.each([
    ['server/src/platform/a.ts', "import 'node:fs';"],
    ['server/src/main-cli.ts', "import 'node:process'; import './cli/run.ts'; import './analysis/a.ts';"],
    ['server/src/lsp/a.ts', "import 'vscode-languageserver/node'; import '../analysis/a.ts';"],
    ['server/src/models/python/a.ts', "import x from './fastapi.py?raw'; import '../../engine/x.ts';"],
  ])('allows %s: %s', (path, text) => {
    expect(brokenImports(module(path, text))).toEqual([]);
  });

  it('finds a cycle once, by its shortest way', () => {
    const modules = [
      module('server/src/ir/a.ts', "import './b.ts'; import './c.ts';"),
      module('server/src/ir/b.ts', "import type { A } from './a.ts';"),
      module('server/src/ir/c.ts', "import './b.ts';"),
    ];
    expect(importCycles(modules)).toEqual([
      'server/src/ir/a.ts -> server/src/ir/b.ts -> server/src/ir/a.ts',
      'server/src/ir/c.ts -> server/src/ir/b.ts -> server/src/ir/a.ts -> server/src/ir/c.ts',
    ]);
  });

  it('finds Python in code and leaves comments alone', () => {
    const text = "// Python's __init__\nconst a = '__init__';\nconst pythonic = `${a}.py`;\nconst copy = a;";
    expect(pythonWords(module('server/src/engine/a.ts', text)).map((found) => found.split(' ')[0])).toEqual([
      'server/src/engine/a.ts:2:',
      'server/src/engine/a.ts:3:',
      'server/src/engine/a.ts:3:',
    ]);
  });

  it('keeps the client to the messages', () => {
    const text = "import '../../server/src/protocol/messages.ts'; import '../../server/src/analysis/a.ts';";
    expect(brokenClientImports(module('client/src/extension.ts', text))).toEqual([
      'client/src/extension.ts:1: imports ../../server/src/analysis/a.ts (client/ may import only protocol/ of the server)',
    ]);
  });
});
