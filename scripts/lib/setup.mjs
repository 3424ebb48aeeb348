// Brings a clone to the point where it can build and run: packages, bundle, Python environment. node:* only.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, ROOT, runNode, runNpm } from './project.mjs';

/** Installs the locked packages unless exactly those are installed. Gives an exit code. */
export function ensurePackages(log) {
  if (packagesAreCurrent()) return 0;
  log('installing the locked packages (npm ci)');
  return runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Builds the bundles when one is missing or a source is newer. Gives an exit code. */
export function ensureBuild(log) {
  if (buildIsCurrent()) return 0;
  log('building');
  return runNode([join(ROOT, 'scripts', 'build.mjs')]);
}

/** Sets up the virtual environment that tests compare with and the examples run in. Gives an exit code. */
export function ensurePython() {
  const script = join(ROOT, 'scripts', 'python-environment.mjs');
  return existsSync(script) ? runNode([script]) : 0;
}

/** Compares the lock file with npm's own record of what it installed. */
function packagesAreCurrent() {
  const wanted = lockedPackages(join(ROOT, 'package-lock.json'));
  const installed = lockedPackages(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function buildIsCurrent() {
  const wanted = BUNDLES.filter(({ source }) => existsSync(source)).map(({ bundle }) => bundle);
  if (!wanted.every((bundle) => existsSync(bundle))) return false;
  const built = Math.min(...wanted.map((bundle) => statSync(bundle).mtimeMs));
  const inputs = [
    join(ROOT, 'package.json'),
    join(ROOT, 'package-lock.json'),
    join(ROOT, 'scripts', 'build.mjs'),
  ];
  if (inputs.some((file) => statSync(file).mtimeMs > built)) return false;
  return ['server', 'client'].every((folder) => newest(join(ROOT, folder, 'src')) <= built);
}

/** Latest change of anything in a folder; the folders count, so that a removed file is seen too. */
function newest(folder) {
  let latest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}
