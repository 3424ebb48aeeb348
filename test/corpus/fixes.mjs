// Proves every fix that is offered for some applications once more: `node test/corpus/fixes.mjs FOLDER ...`.
// The applications are not part of this repository.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { rawText } from '../../scripts/lib/raw-text.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'wiretrace-fixes-'));
const outfile = join(folder, 'fixes.cjs');
await build({
  entryPoints: [join(root, 'test/corpus/fixes.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  plugins: [rawText],
  logLevel: 'warning',
});
const { main } = (await import(pathToFileURL(outfile).href)).default;
rmSync(folder, { recursive: true });
process.exitCode = main(process.argv.slice(2));
