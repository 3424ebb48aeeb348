// Installs the locked packages of the TypeScript example unless exactly those are there, and prints its folder. node:* only.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNpm } from './lib/project.mjs';

const EXAMPLE = join(ROOT, 'examples', 'chat-backend-ts');

/** Versions by path, as a lock file or npm's own record of an installation has them. */
function versions(file) {
  if (!existsSync(file)) return undefined;
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(packages).map(([path, entry]) => [path, entry]));
}

function isCurrent() {
  const wanted = versions(join(EXAMPLE, 'package-lock.json'));
  const installed = versions(join(EXAMPLE, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return [...wanted].every(
    ([path, entry]) =>
      path === '' || entry.optional === true || installed.get(path)?.version === entry.version,
  );
}

if (!isCurrent()) {
  const status = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: EXAMPLE,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status);
}
process.stdout.write(`${EXAMPLE}\n`);
