// `npm run test:vscode [-- PART ...]`: the grammars, the extension inside of VS Code, and the packed extension as a person uses it,
// in the oldest supported VS Code and in a current one. A part is `grammars`, `person`, `listening` or the name of a scenario.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './lib/project.mjs';
import { ensureBuild } from './lib/setup.mjs';
import { runInBrowser } from './vscode/browser-host.mjs';
import { CACHE } from './vscode/cache.mjs';
import { ensureChromium } from './vscode/chromium.mjs';
import { CODE_SERVERS, ensureCodeServer } from './vscode/code-server.mjs';
import { desktopVersions, runOnDesktop } from './vscode/desktop-host.mjs';
import { testGrammars } from './vscode/grammars.mjs';
import { bundleTests, SCENARIOS } from './vscode/scenarios.mjs';
import { THEMES, visit } from './vscode/visit.mjs';

/** For one scenario; the machine may be busy. */
const MINUTES = 10;
const chosen = process.argv.slice(2);
const isChosen = (part) => chosen.length === 0 || chosen.includes(part);

process.exit(await main());

async function main() {
  const failed = ensureBuild(console.log);
  if (failed) return failed;
  const browser = ensureChromium(console.log);
  const servers = Object.entries(CODE_SERVERS).map(([age, version]) => ({
    ...version,
    themes: age === 'current' ? Object.keys(THEMES) : ['dark'],
    programs: ensureCodeServer(version),
  }));
  const failures = [];
  for (const { name, run } of [
    ...grammarParts(servers),
    ...(await scenarioParts(servers, browser)),
    ...visits(servers, browser),
  ]) {
    console.log(`\n-- ${name}`);
    if ((await run()) !== 0) failures.push(name);
  }
  console.log(failures.length === 0 ? '\nall parts passed' : `\nfailed: ${failures.join(', ')}`);
  return failures.length === 0 ? 0 : 1;
}

function grammarParts(servers) {
  if (!isChosen('grammars')) return [];
  return servers.map(({ vscode, programs }) => ({
    name: `grammars with those of VS Code ${vscode}`,
    run: () => testGrammars(join(dirname(dirname(programs.server)), 'extensions')),
  }));
}

/** On the desktop where there is one to be had, else in the browser. */
async function scenarioParts(servers, browser) {
  const scenarios = SCENARIOS.filter(({ name }) => isChosen(name));
  if (scenarios.length === 0) return [];
  const hosts = (await desktopHosts()) ?? browserHosts(servers, browser);
  return hosts.flatMap((host) =>
    scenarios.map((scenario) => ({
      name: `${scenario.name} in ${host.name}`,
      run: () => runScenario(host, scenario),
    })),
  );
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

function browserHosts(servers, browser) {
  return servers.map(({ vscode, programs }) => ({
    id: `browser-${vscode}`,
    name: `VS Code ${vscode} in a browser`,
    run: (options) => runInBrowser({ programs, browser, ...options }),
  }));
}

async function runScenario(host, scenario) {
  const temporary = mkdtempSync(join(tmpdir(), 'wiretrace-vscode-'));
  try {
    return await host.run({
      profile: join(temporary, 'profile'),
      folder: scenario.prepare(join(temporary, 'workspace')),
      extension: ROOT,
      others: scenario.extensions?.(join(temporary, 'extensions')) ?? [],
      tests: await bundleTests(scenario),
      isTrusted: scenario.isTrusted,
      minutes: MINUTES,
      log: join(ROOT, '.build', 'vscode', `${scenario.name}-${host.id}.log`),
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What a person sees in both themes in the current version; in the oldest one is enough. */
function visits(servers, browser) {
  return ['person', 'listening'].filter(isChosen).flatMap((name) =>
    servers.flatMap(({ vscode, programs, themes }) =>
      (name === 'person' ? themes : ['dark']).map((theme) => ({
        name: `${name} with VS Code ${vscode}, ${theme}`,
        run: () => {
          const pictures = join(CACHE, 'pictures', `${name}-${vscode}-${theme}`);
          return visit({ name, programs, browser, theme: THEMES[theme], pictures });
        },
      })),
    ),
  );
}
