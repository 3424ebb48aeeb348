// The ignored folder for downloaded editors: `.vscode-test/` of the checkout, or WIRETRACE_VSCODE_CACHE.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT, runNpm } from '../lib/project.mjs';

export const CACHE = resolve(process.env.WIRETRACE_VSCODE_CACHE ?? join(ROOT, '.vscode-test'));

/**
 * A folder of the cache, made by `fill` when it is not there. It appears at once and complete: an interrupted
 * download leaves nothing behind that looks finished, and two runs at a time do not meet.
 */
export function cached(name, fill) {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, `${name}-draft-`));
  try {
    fill(draft);
    if (!existsSync(folder)) renameSync(draft, folder);
    return folder;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Installs packages from npm into a folder without running any of their scripts. */
export function installPackages(folder, ...packages) {
  if (!existsSync(join(folder, 'package.json')))
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const code = runNpm(
    ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error', ...packages],
    { cwd: folder },
  );
  if (code !== 0) throw new Error(`npm could not install ${packages.join(', ') || `what ${folder} needs`}`);
}
