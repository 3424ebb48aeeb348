// Finds a Chromium, or brings one: CHROME_PATH, the system's, the system's package (as root), Playwright's download.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { packageProgram, run, runNode } from '../lib/project.mjs';
import { CACHE } from './cache.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium; throws an Error a person can act on. */
export function ensureChromium(log) {
  process.env.PLAYWRIGHT_BROWSERS_PATH ??= join(CACHE, 'browsers');
  const found = named() ?? onSystem() ?? downloaded();
  if (found) return found;
  log('looking for a Chromium in the packages of the system, then at Playwright');
  if (canInstall() && installFromSystem()) {
    const installed = onSystem();
    if (installed) return installed;
  }
  runNode([packageProgram('playwright-core/cli.js'), 'install', 'chromium']);
  const browser = downloaded();
  if (browser) return browser;
  throw new Error('The tests need a Chromium. Install one, or name it in the variable CHROME_PATH.');
}

function named() {
  const path = process.env.CHROME_PATH;
  if (path && !existsSync(path)) throw new Error(`CHROME_PATH names ${path}, which does not exist.`);
  return path || undefined;
}

function onSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...candidates, ...PLACES].find((path) => existsSync(path));
}

function downloaded() {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function canInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function installFromSystem() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  run('apt-get', ['update', '-qq'], options);
  const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options) === 0;
}
