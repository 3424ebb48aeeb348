// `npm run editor [-- FOLDER]`: VS Code on FOLDER, or on a fresh copy of the example, with the extension loaded.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT, runNode } from './lib/project.mjs';
import { ensureBuild, ensurePackages } from './lib/setup.mjs';

const SHELL = { shell: process.platform === 'win32' };
const log = (text) => console.log(`wiretrace: ${text}`);

process.exit(await main(process.argv[2]));

async function main(given) {
  const failed = ensurePackages(log) || ensureBuild(log);
  if (failed) return failed;
  // Only now: these need the packages.
  const { CACHE } = await import('./vscode/cache.mjs');
  const { copyExample } = await import('./vscode/workspaces.mjs');
  const home = join(CACHE, 'editor');
  // npm changes to the package's folder; paths are meant from where the user is.
  const folder = given
    ? resolve(process.env.INIT_CWD ?? ROOT, given)
    : copyExample(freshFolder(join(home, 'chat-backend')));
  return hasDesktop() ? openDesktop(folder) : openInBrowser(home, folder, given === undefined);
}

function freshFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function hasDesktop() {
  return spawnSync('code', ['--version'], SHELL).status === 0;
}

function openDesktop(folder) {
  log(`opening ${folder} in VS Code`);
  const { status } = spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${ROOT}`, folder], SHELL);
  return status ?? 1;
}

/** Stays until it is interrupted. */
async function openInBrowser(home, folder, isOurs) {
  const { CODE_SERVERS, ensureCodeServer, installExtension, startCodeServer } = await import(
    './vscode/code-server.mjs'
  );
  log('there is no `code` on the path: VS Code is opened in the browser');
  const programs = ensureCodeServer(CODE_SERVERS.current);
  const vsix = join(home, 'wiretrace.vsix');
  const packed = runNode([join(ROOT, 'scripts', 'package.mjs'), vsix], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const failed = packed || installExtension(programs, home, vsix);
  if (failed) return failed;
  const { address, stop } = await startCodeServer(programs, { folder: home, isTrusted: isOurs });
  log(`open ${address}?folder=${encodeURIComponent(folder)} (Ctrl+C ends it)`);
  await new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, done);
  });
  await stop();
  return 0;
}
