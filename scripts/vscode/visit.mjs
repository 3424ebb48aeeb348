// Installs the packed extension into a clean profile and lets a test use it like a person, in a headless browser.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, runNode } from '../lib/project.mjs';
import { preparePythonEnvironment } from '../python-environment.mjs';
import { openBrowser } from './browser-host.mjs';
import { installExtension, startCodeServer } from './code-server.mjs';
import { bundleTests } from './scenarios.mjs';
import { copyExample } from './workspaces.mjs';

/** What the pictures are taken with: nothing in them that is not about us. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

export const THEMES = { dark: 'Default Dark Modern', light: 'Default Light Modern' };

/** Runs the test `name`. Gives an exit code; pictures are left in `pictures`. */
export async function visit({ name, programs, browser, theme, pictures }) {
  const temporary = mkdtempSync(join(tmpdir(), 'wiretrace-visit-'));
  const profile = join(temporary, 'profile');
  const vsix = join(temporary, 'wiretrace.vsix');
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  let server, window;
  try {
    const failed =
      runNode([join(ROOT, 'scripts', 'package.mjs'), vsix], quiet) ||
      installExtension(programs, profile, vsix);
    if (failed) return failed;
    writeSettings(profile, { ...SETTINGS, 'workbench.colorTheme': theme });
    const folder = copyExample(join(temporary, 'chat-backend'));
    server = await startCodeServer(programs, { folder: profile, isTrusted: true });
    window = await openBrowser(browser, { viewport: { width: 1120, height: 640 } });
    rmSync(pictures, { recursive: true, force: true });
    mkdirSync(pictures, { recursive: true });
    const { run } = await import(pathToFileURL(await bundleTests({ name })).href);
    const python = preparePythonEnvironment({ log: console.log });
    await run({ page: window.page, address: server.address, folder, pictures, profile, python });
    console.log(`  passed  ${name}; pictures in ${pictures}`);
    return 0;
  } catch (error) {
    await window?.page.screenshot({ path: join(pictures, 'failed.png') }).catch(() => {});
    console.log(`  FAILED  ${name}; see ${join(pictures, 'failed.png')}\n${error.stack}`);
    return 1;
  } finally {
    await window?.close();
    await server?.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
}

function writeSettings(profile, settings) {
  const file = join(profile, 'user', 'User', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, null, 2));
}
