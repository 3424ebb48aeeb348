// VS Code in a browser: the server of the npm package code-server, for where no desktop VS Code can be downloaded.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cached, installPackages } from './cache.mjs';

/** Each with the VS Code that it is, and the major version of Node that this one runs on. */
export const CODE_SERVERS = {
  oldest: { package: '4.100.3', vscode: '1.100.3', node: '20.20.2' },
  current: { package: '4.139.1', vscode: '1.139.1', node: '24.21.0' },
};

const HOST = '127.0.0.1';
const START_MILLISECONDS = 60_000;

/** Installs what is missing; gives the two programs. */
export function ensureCodeServer(version) {
  return { node: ensureNode(version.node), server: ensureServer(version.package) };
}

function ensureServer(version) {
  const folder = cached(`code-server-${version}`, (draft) => {
    installPackages(draft, `code-server@${version}`);
    // What its install script would do, without its native builds, which nothing here needs.
    const vscode = join(draft, 'node_modules/code-server/lib/vscode');
    installPackages(vscode);
    installPackages(join(vscode, 'extensions'));
  });
  return join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js');
}

/** This Node where its major version is the right one, else one of npm's packages of Node. */
function ensureNode(version) {
  const [major] = version.split('.');
  if (process.versions.node.split('.')[0] === major) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const folder = cached(`node-${version}`, (draft) => installPackages(draft, `${name}@${version}`));
  return join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
}

/**
 * Starts a server; gives its address and a function that ends it. `folder` keeps profile, extensions and logs.
 * `isTrusted: false` is a true Restricted Mode; `runsTests` lets a page load an extension from a folder.
 */
export async function startCodeServer(programs, { folder, isTrusted, runsTests = false }) {
  makeProfile(folder);
  const port = await freePort();
  const flags = [isTrusted ? '--disable-workspace-trust' : '', runsTests ? '--enable-smoke-test-driver' : ''];
  const child = spawn(
    programs.node,
    [programs.server, ...addressFlags(port), ...profileFlags(folder), ...flags.filter(Boolean)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment() },
  );
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
  await untilListening(child, output);
  return {
    address: `http://${HOST}:${port}/`,
    authority: `${HOST}:${port}`,
    stop: () => stop(child),
    output,
  };
}

/** Installs a packed extension as `code --install-extension` does. Gives an exit code. */
export function installExtension(programs, folder, vsix) {
  makeProfile(folder);
  const args = [programs.server, ...profileFlags(folder), '--install-extension', vsix];
  const result = spawnSync(programs.node, args, { env: serverEnvironment(), encoding: 'utf8' });
  // Even where it succeeds it complains at length about a log that it cannot write.
  if (result.status !== 0) console.error(result.stdout + result.stderr);
  return result.status ?? 1;
}

/** Older servers install and find no extension at all where these are missing. */
function makeProfile(folder) {
  for (const name of ['user', 'server', 'extensions']) mkdirSync(join(folder, name), { recursive: true });
}

function addressFlags(port) {
  return [
    '--host',
    HOST,
    '--port',
    String(port),
    '--without-connection-token',
    '--accept-server-license-terms',
  ];
}

function profileFlags(folder) {
  return [
    '--disable-telemetry',
    ...['--user-data-dir', join(folder, 'user')],
    ...['--server-data-dir', join(folder, 'server')],
    ...['--extensions-dir', join(folder, 'extensions')],
  ];
}

/** The extension host inherits it; what belongs to an editor around us would confuse it. */
function serverEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilListening(child, output) {
  const deadline = Date.now() + START_MILLISECONDS;
  while (!output.join('').includes('Extension host agent listening')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop(child);
      throw new Error(`the VS Code server did not start:\n${output.join('')}`);
    }
    await delay(50);
  }
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.on('close', resolve));
  child.kill();
  await Promise.race([closed, delay(5000).then(() => child.kill('SIGKILL'))]);
}
