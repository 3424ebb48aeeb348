// How right `wiretrace check` is on real applications that somebody labelled: `node test/corpus/run.mjs APPLICATIONS LABELS`.
// The applications are not part of this repository. Builds the command line first.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import '../../scripts/build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'wiretrace-corpus-'));
const outfile = join(folder, 'main.mjs');
await build({
  entryPoints: [join(root, 'test/corpus/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true });
process.exitCode = main(process.argv.slice(2), join(root, 'dist/wiretrace.cjs'));
