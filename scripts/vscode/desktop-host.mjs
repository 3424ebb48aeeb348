// Runs a test bundle in a desktop VS Code that `@vscode/test-electron` downloads.
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { CACHE } from './cache.mjs';

const VERSIONS = ['1.100.0', 'stable'];
const DOWNLOAD_MILLISECONDS = 15_000;

/** The programs, downloaded where that is possible; `undefined` where it is not, or where there is no display. */
export async function desktopVersions(log) {
  if (!hasDisplay()) {
    log('no desktop VS Code: there is no display (on Linux xvfb-run gives one)');
    return undefined;
  }
  try {
    const programs = [];
    for (const version of VERSIONS) {
      const program = await downloadAndUnzipVSCode({
        version,
        cachePath: join(CACHE, 'desktop'),
        reporter: new SilentReporter(),
        timeout: DOWNLOAD_MILLISECONDS,
      });
      programs.push({ version, program });
    }
    return programs;
  } catch (error) {
    log(`no desktop VS Code: it could not be downloaded (${error.message})`);
    return undefined;
  }
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Gives an exit code. */
export async function runOnDesktop({ program, profile, folder, extension, others, tests, isTrusted }) {
  const launchArgs = [
    folder,
    '--disable-extensions',
    ...['--user-data-dir', join(profile, 'user')],
    ...(isTrusted ? ['--disable-workspace-trust'] : []),
  ];
  try {
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: [extension, ...others],
      extensionTestsPath: tests,
      launchArgs,
    });
  } catch (error) {
    console.error(error.message);
    return 1;
  }
}
