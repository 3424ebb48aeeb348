/**
 * Measures `wiretrace calls` on a folder of PyCG's micro-benchmark: `node scripts/bench-pycg.mjs FOLDER [--differences]`.
 * FOLDER holds categories, those hold cases, and each case a main.py and its callgraph.json.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { rawText } from './lib/raw-text.mjs';

const repository = dirname(dirname(fileURLToPath(import.meta.url)));

const ENTRY = `
export { callGraph } from './server/src/analysis/call-graph.ts';
export { PYTHON_MODELS } from './server/src/models/python/registry.ts';
export { DiskFileSystem } from './server/src/platform/disk-file-system.ts';
export { NEVER_CANCELLED } from './server/src/base/cancellation.ts';
`;

async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'wiretrace-bench-'));
  const outfile = join(folder, 'calls.mjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: repository, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [rawText],
    logLevel: 'warning',
  });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return loaded;
}

function edgesOf(graph) {
  return new Set(
    Object.entries(graph).flatMap(([caller, callees]) => callees.map((callee) => `${caller} -> ${callee}`)),
  );
}

function without(a, b) {
  return [...a].filter((entry) => !b.has(entry));
}

/** Counts of one case: edges that are wanted, found and right, and what differs. */
function compare(wanted, found) {
  const wantedEdges = edgesOf(wanted);
  const foundEdges = edgesOf(found);
  const missing = without(wantedEdges, foundEdges);
  const extra = without(foundEdges, wantedEdges);
  const missingKeys = without(new Set(Object.keys(wanted)), new Set(Object.keys(found)));
  const extraKeys = without(new Set(Object.keys(found)), new Set(Object.keys(wanted)));
  return {
    wanted: wantedEdges.size,
    found: foundEdges.size,
    right: wantedEdges.size - missing.length,
    sound: missing.length === 0,
    complete: extra.length === 0,
    exact: missing.length + extra.length + missingKeys.length + extraKeys.length === 0,
    differences: [
      ...missing.map((edge) => `missing ${edge}`),
      ...extra.map((edge) => `extra ${edge}`),
      ...missingKeys.map((key) => `missing key ${key}`),
      ...extraKeys.map((key) => `extra key ${key}`),
    ],
  };
}

function folders(path) {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function row(name, results) {
  const count = (of) => results.filter(of).length;
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const right = sum((r) => r.right);
  const cells = [
    name.padEnd(14),
    ...[count((r) => r.exact), count((r) => r.complete), count((r) => r.sound), results.length].map((n) =>
      String(n).padStart(8),
    ),
    (
      right /
      Math.max(
        1,
        sum((r) => r.found),
      )
    )
      .toFixed(3)
      .padStart(10),
    (
      right /
      Math.max(
        1,
        sum((r) => r.wanted),
      )
    )
      .toFixed(3)
      .padStart(8),
  ];
  console.log(cells.join(' '));
}

const [root, flag] = process.argv.slice(2);
if (root === undefined || !existsSync(root)) {
  console.error('usage: node scripts/bench-pycg.mjs FOLDER [--differences]');
  process.exit(4);
}
const { callGraph, DiskFileSystem, NEVER_CANCELLED, PYTHON_MODELS } = await load();
const all = [];
const started = performance.now();
console.log('category          exact complete    sound    cases  precision   recall');
for (const category of folders(root)) {
  const results = [];
  for (const name of folders(join(root, category))) {
    const path = join(root, category, name);
    const wanted = JSON.parse(readFileSync(join(path, 'callgraph.json'), 'utf8'));
    const fileSystem = new DiskFileSystem(path);
    const found = callGraph({
      fileSystem,
      models: { python: PYTHON_MODELS },
      file: 'main.py',
      token: NEVER_CANCELLED,
    });
    results.push({ name: `${category}/${name}`, ...compare(wanted, found) });
  }
  row(category, results);
  all.push(...results);
}
row('all', all);
console.log(`${Math.round(performance.now() - started)} ms`);
if (flag === '--differences') {
  for (const result of all.filter((r) => !r.exact))
    console.log(`\n${result.name}\n  ${result.differences.join('\n  ')}`);
}
