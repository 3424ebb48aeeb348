// `npm run test:vscode [-- SCENARIO ...]`: runs the tests of `test/vscode/` in the oldest supported VS Code and in a current one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './lib/project.mjs';
import { ensureBuild } from './lib/setup.mjs';
import { runInBrowser } from './vscode/browser-host.mjs';
import { ensureChromium } from './vscode/chromium.mjs';
import { CODE_SERVERS, ensureCodeServer } from './vscode/code-server.mjs';
import { desktopVersions, runOnDesktop } from './vscode/desktop-host.mjs';
import { bundleTests, SCENARIOS } from './vscode/scenarios.mjs';

const MINUTES = 5;
const chosen = process.argv.slice(2);
const scenarios = SCENARIOS.filter(({ name }) => chosen.length === 0 || chosen.includes(name));

process.exit(await main());

async function main() {
  const failed = ensureBuild(console.log);
  if (failed) return failed;
  const hosts = (await desktopHosts()) ?? browserHosts();
  const failures = [];
  for (const host of hosts) {
    for (const scenario of scenarios) {
      console.log(`\n-- ${scenario.name} in ${host.name}`);
      if ((await runScenario(host, scenario)) !== 0) failures.push(`${scenario.name} in ${host.name}`);
    }
  }
  if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`);
  return failures.length === 0 ? 0 : 1;
}

/** Each host runs one test bundle in one folder and gives an exit code. */
async function desktopHosts() {
  const versions = await desktopVersions(console.log);
  return versions?.map(({ version, program }) => ({
    id: `desktop-${version}`,
    name: `VS Code ${version} on the desktop`,
    run: (options) => runOnDesktop({ program, ...options }),
  }));
}

function browserHosts() {
  const browser = ensureChromium(console.log);
  return Object.values(CODE_SERVERS).map((version) => {
    const programs = ensureCodeServer(version);
    return {
      id: `browser-${version.vscode}`,
      name: `VS Code ${version.vscode} in a browser`,
      run: (options) => runInBrowser({ programs, browser, ...options }),
    };
  });
}

async function runScenario(host, scenario) {
  const temporary = mkdtempSync(join(tmpdir(), 'wiretrace-vscode-'));
  try {
    return await host.run({
      profile: join(temporary, 'profile'),
      folder: scenario.prepare(join(temporary, 'workspace')),
      extension: ROOT,
      tests: await bundleTests(scenario),
      isTrusted: scenario.isTrusted,
      minutes: MINUTES,
      log: join(ROOT, '.build', 'vscode', `${scenario.name}-${host.id}.log`),
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
