// `npm run package [-- FILE]`: one VSIX with all that the extension needs, for every platform.
import { createVSIX } from '@vscode/vsce';
import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ROOT } from './lib/project.mjs';
import { ensureBuild } from './lib/setup.mjs';

const MAX_BYTES = 3 * 1024 * 1024;

const failed = ensureBuild(console.log);
if (failed) process.exit(failed);

const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const [file = join(ROOT, `${name}-${version}.vsix`)] = process.argv.slice(2).map((path) => resolve(path));

await createVSIX({
  cwd: ROOT,
  packagePath: file,
  // Everything is bundled.
  dependencies: false,
  // The pictures of the README are in the package.
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});
const { size } = statSync(file);
console.log(`${relative(process.cwd(), file)}: ${(size / 1024 / 1024).toFixed(2)} MB`);
if (size > MAX_BYTES) {
  console.error(`it is larger than ${MAX_BYTES / 1024 / 1024} MB`);
  process.exit(1);
}
