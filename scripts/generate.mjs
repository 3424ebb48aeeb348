// `npm run generate [-- --check]`: writes what follows from the configuration schema, or says what is out of date.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { packageProgram, ROOT } from './lib/project.mjs';

const check = process.argv.includes('--check');
const { renderJsonSchema, renderConfigurationPage, renderManifest } = await loadRenderers();

const FILES = [
  { path: 'schemas/wiretrace.schema.json', text: json(renderJsonSchema()) },
  { path: 'docs/configuration.md', text: renderConfigurationPage() },
  { path: 'package.json', text: json(renderManifest(JSON.parse(current('package.json')))) },
];

const stale = FILES.map((file) => ({ ...file, text: formatted(file) })).filter(
  (file) => current(file.path) !== file.text,
);
if (check && stale.length > 0) {
  console.error(`out of date: ${stale.map((file) => file.path).join(', ')}. Run: npm run generate`);
  process.exit(1);
}
for (const file of stale) {
  const path = join(ROOT, file.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.text);
  console.log(`wrote ${file.path}`);
}

/** The renderers are TypeScript like the schema; they are bundled in memory and imported from there. */
async function loadRenderers() {
  const result = await build({
    entryPoints: [join(ROOT, 'server/src/config/render.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  const [bundle] = result.outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** JSON as the formatter writes it, so that generating and formatting never argue. */
function formatted({ path, text }) {
  if (!path.endsWith('.json')) return text;
  const result = spawnSync(
    process.execPath,
    [packageProgram('@biomejs/biome/bin/biome'), 'format', `--stdin-file-path=${path}`],
    { cwd: ROOT, input: text, encoding: 'utf8' },
  );
  if (result.status !== 0) throw new Error(`formatting ${path} failed: ${result.stderr}`);
  return result.stdout;
}

function current(path) {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return undefined;
  }
}
