// Runs a test bundle in the extension host of VS Code in a headless browser.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { packageProgram, runNode } from '../lib/project.mjs';
import { installExtension, startCodeServer } from './code-server.mjs';

const START_MILLISECONDS = 120_000;
/** Begins the lines of `test/vscode/support/run-mocha.ts`. */
const MARK = '[test]';

/** A browser with one page; `close` ends both. */
export async function openBrowser(executablePath, options = {}) {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({
    permissions,
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  return { page, context, close: () => browser.close() };
}

/**
 * Opens `folder` with the extension of `extension` loaded, and with those in the folders `others` installed (a page loads one at most), and runs `tests` in it. Gives an exit code.
 * The payload of the address is what VS Code's own integration tests use.
 */
export async function runInBrowser({
  programs,
  browser,
  profile,
  folder,
  extension,
  others,
  tests,
  isTrusted,
  minutes,
  log,
}) {
  for (const other of others) installFolder(programs, profile, other);
  const server = await startCodeServer(programs, { folder: profile, isTrusted, runsTests: true });
  const { page, close } = await openBrowser(browser);
  const print = consoleSink(log);
  try {
    const finished = new Promise((resolve, reject) => {
      const limit = (reason, time) => setTimeout(() => reject(new Error(reason)), time).unref();
      const starting = limit('VS Code did not start in the browser', START_MILLISECONDS);
      limit(`the tests were not done after ${minutes} minutes`, minutes * 60_000);
      const exposed = [
        page.exposeFunction('codeAutomationLog', (type, values) => {
          clearTimeout(starting);
          print(type, values);
        }),
        page.exposeFunction('codeAutomationExit', (code) => resolve(code)),
      ];
      Promise.all(exposed).then(() => page.goto(addressOf(server, folder, extension, tests)), reject);
      page.on('close', () => reject(new Error('the page was closed')));
    });
    return await finished;
  } catch (error) {
    console.error(`${error.message}; see ${log}`);
    return 1;
  } finally {
    await close();
    await server.stop();
    appendFileSync(log, server.output.join(''));
  }
}

function installFolder(programs, profile, folder) {
  const vsix = `${folder}.vsix`;
  const flags = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
  const code =
    runNode([packageProgram('@vscode/vsce/vsce'), 'package', ...flags, '--out', vsix], {
      cwd: folder,
      stdio: 'ignore',
    }) || installExtension(programs, profile, vsix);
  if (code !== 0) throw new Error(`${folder} could not be installed`);
}

function addressOf(server, folder, extension, tests) {
  const remote = (path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  const address = new URL(server.address);
  address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** What an editor says on its console, with the tests' own lines among it, goes to a file and to the terminal. */
function consoleSink(file) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  return (type, values) => {
    const text = format(...values);
    appendFileSync(file, `${type}: ${text}\n`);
    if (text.startsWith(MARK)) console.log(text.slice(MARK.length));
  };
}
