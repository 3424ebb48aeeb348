// `npm run build`: bundles the command line, the language server and the extension, one file each, into dist/.
import { existsSync, readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compilerPart } from './lib/compiler-part.mjs';
import { rawText } from './lib/raw-text.mjs';
import { BUNDLES, CLI_BUNDLE, ROOT } from './lib/project.mjs';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
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
  define: {
    WIRETRACE_VERSION: JSON.stringify(version),
    // ws would try to load native helpers that are not there.
    'process.env.WS_NO_BUFFER_UTIL': '"1"',
    'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
  },
  external: ['vscode'],
  plugins: [rawText, compilerPart],
  logLevel: 'warning',
};

const banner = { js: '#!/usr/bin/env node' };
await Promise.all(
  BUNDLES.filter(({ source }) => existsSync(source)).map(({ source, bundle }) =>
    build({
      ...COMMON,
      entryPoints: [source],
      outfile: bundle,
      ...(bundle === CLI_BUNDLE ? { banner } : {}),
    }),
  ),
);
await chmod(CLI_BUNDLE, 0o755);
