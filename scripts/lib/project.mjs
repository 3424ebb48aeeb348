// Paths and child processes for the scripts. Uses node:* only, so that it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const CLI_BUNDLE = join(ROOT, 'dist', 'wiretrace.cjs');

/** What `npm run build` makes of what. */
export const BUNDLES = [
  { source: join(ROOT, 'server/src/main-cli.ts'), bundle: CLI_BUNDLE },
  { source: join(ROOT, 'server/src/main-lsp.ts'), bundle: join(ROOT, 'dist', 'server.cjs') },
  { source: join(ROOT, 'server/src/main-typescript.ts'), bundle: join(ROOT, 'dist', 'typescript.cjs') },
  { source: join(ROOT, 'client/src/extension.ts'), bundle: join(ROOT, 'dist', 'extension.cjs') },
];

/** Runs a program to its end with our terminal; gives its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (result.error) {
    console.error(`${command} could not be started: ${result.error.message}`);
    return 127;
  }
  return result.status ?? 1;
}

export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** npm as it started us, else the one on the path. */
export function runNpm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return runNode([own, ...args], options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

/** A program of one of our packages, run by this Node: no shell, no search path. */
export function packageProgram(path) {
  return join(ROOT, 'node_modules', ...path.split('/'));
}
