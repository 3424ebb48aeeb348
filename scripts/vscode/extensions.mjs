// Extensions that stand in for those of others, which the tests cannot install: complete copies of `test/vscode/fixtures/`.
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/project.mjs';
import { preparePythonEnvironment } from '../python-environment.mjs';
import { cached } from './cache.mjs';

const FIXTURES = join(ROOT, 'test', 'vscode', 'fixtures');
const DEBUGPY = '1.8.22';

/** The Python extension and the Python Debugger, the latter with the real debugpy; gives their folders below `folder`. */
export function pythonExtensions(folder) {
  const names = ['python-extension', 'debugpy-extension'];
  const folders = names.map((name) => join(folder, name));
  for (const [index, name] of names.entries())
    cpSync(join(FIXTURES, name), folders[index], { recursive: true });
  cpSync(ensureDebugpy(), join(folder, 'debugpy-extension', 'bundled'), { recursive: true });
  return folders;
}

function ensureDebugpy() {
  const python = preparePythonEnvironment({ log: console.log });
  const minor = execFileSync(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
    encoding: 'utf8',
  }).trim();
  return cached(`debugpy-${DEBUGPY}-python-${minor}`, (draft) => {
    const quiet = ['--disable-pip-version-check', '--quiet', '--no-deps'];
    execFileSync(python, ['-m', 'pip', 'install', ...quiet, '--target', draft, `debugpy==${DEBUGPY}`]);
  });
}
