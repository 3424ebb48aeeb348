// `npm run build`: bundles the command line into one file, dist/wiretrace.cjs.
import { readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rawText } from './lib/raw-text.mjs';
import { CLI_BUNDLE, ROOT } from './lib/project.mjs';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

await build({
  entryPoints: [join(ROOT, 'server/src/main-cli.ts')],
  outfile: CLI_BUNDLE,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // jsonc-parser's `main` is a UMD file that bundlers cannot follow; its `module` is sound.
  mainFields: ['module', 'main'],
  // Small, and yet a stack in an error report names our functions.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: false,
  legalComments: 'inline',
  banner: { js: '#!/usr/bin/env node' },
  define: { WIRETRACE_VERSION: JSON.stringify(version) },
  external: ['ts-morph', 'vscode', 'vscode-languageclient', 'vscode-languageserver'],
  plugins: [rawText],
  logLevel: 'warning',
});
await chmod(CLI_BUNDLE, 0o755);
