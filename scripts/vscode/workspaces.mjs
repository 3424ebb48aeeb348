// Folders that are opened in VS Code: copies, so that nothing in the checkout is changed.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, runNode } from '../lib/project.mjs';
import { preparePythonEnvironment } from '../python-environment.mjs';

const EXAMPLES = join(ROOT, 'examples');
const SUITE_FILE = 'tests/mission_critical/test_websocket_agent_events_suite.py';
const LEFTOVERS = /[\\/](__pycache__|\.pytest_cache|node_modules|dist)$/;

/** Copies an example, without what running it left, into a folder; gives the folder. */
export function copyExample(folder, name = 'chat-backend') {
  cpSync(join(EXAMPLES, name), folder, { recursive: true, filter: (path) => !LEFTOVERS.test(path) });
  return folder;
}

/** A workspace of two folders, one example each. */
export function bothExamples(folder) {
  const names = ['chat-backend', 'chat-backend-ts'];
  for (const name of names) copyExample(join(folder, name), name);
  const file = join(folder, 'both.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: names.map((path) => ({ path })) }));
  return file;
}

/** The example with the interpreter that has its packages, which is set up where that has not been done. */
export function exampleWithPython(folder) {
  copyExample(folder);
  const python = preparePythonEnvironment({ log: console.log });
  writeFileSync(join(folder, 'wiretrace.json'), JSON.stringify({ python }));
  return folder;
}

/** The TypeScript example with its packages, which are installed where that has not been done. */
export function exampleWithNode(folder) {
  copyExample(folder, 'chat-backend-ts');
  if (
    runNode([join(ROOT, 'scripts', 'node-environment.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] }) !== 0
  )
    throw new Error('the packages of the TypeScript example could not be installed');
  cpSync(join(EXAMPLES, 'chat-backend-ts', 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  return folder;
}

/** The corrected example with a second suite, which hangs until it is ended, and with what an earlier run recorded. */
export function exampleWithSuites(folder) {
  exampleWithPython(folder);
  execFileSync('git', ['apply', 'correction.patch'], { cwd: folder });
  const configuration = JSON.parse(readFileSync(join(folder, 'wiretrace.json'), 'utf8'));
  const suites = [
    { name: 'events', command: `python ${SUITE_FILE}` },
    { name: 'hanging', command: 'python hang.py' },
  ];
  writeFileSync(join(folder, 'wiretrace.json'), JSON.stringify({ ...configuration, suites }));
  writeFileSync(join(folder, 'hang.py'), HANGING);
  const records = join(folder, 'earlier', 'records');
  mkdirSync(records, { recursive: true });
  const lines = [
    { kind: 'start', root: folder },
    { kind: 'client' },
    { kind: 'received', event: 'agent_started' },
  ];
  const text = lines.map((line, time) => `${JSON.stringify({ time, test: null, ...line })}\n`).join('');
  writeFileSync(join(records, '1-1.jsonl'), text);
  return folder;
}

const HANGING = `import os, time
open("running", "w").write(str(os.getpid()))
time.sleep(600)
`;

/**
 * The corrected example whose only suite writes down what it runs in, with a virtual environment `chosen` beside the configured
 * interpreter that sees the same packages.
 */
export function exampleWithChosenPython(folder) {
  exampleWithPython(folder);
  execFileSync('git', ['apply', 'correction.patch'], { cwd: folder });
  const { python } = JSON.parse(readFileSync(join(folder, 'wiretrace.json'), 'utf8'));
  const suites = [{ name: 'events', command: `python tests/run_suite.py ${SUITE_FILE}` }];
  writeFileSync(join(folder, 'wiretrace.json'), JSON.stringify({ python, suites }));
  writeFileSync(join(folder, 'tests', 'run_suite.py'), RUN_SUITE);
  const chosen = join(folder, 'chosen');
  execFileSync(python, ['-m', 'venv', '--without-pip', chosen]);
  const sites = (prefix) =>
    execFileSync(prefix, ['-c', 'import site; print(site.getsitepackages()[0])'], {
      encoding: 'utf8',
    }).trim();
  writeFileSync(join(sites(interpreterOf(chosen)), 'packages.pth'), `${sites(python)}\n`);
  return folder;
}

function interpreterOf(environment) {
  return join(environment, ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']));
}

const RUN_SUITE = `import json, sys

debugger = "pydevd" in sys.modules
with open("ran.json", "w") as file:
    json.dump({"prefix": sys.prefix, "debugger": debugger}, file)

import pytest

sys.exit(pytest.main(["-q", *sys.argv[1:]]))
`;

/** The example among files that want to be run: each of them would leave a file in `traces`, beside the folder. */
export function hostileExample(folder) {
  const traces = join(dirname(folder), 'traces');
  copyExample(folder);
  mkdirSync(traces);
  for (const [path, text] of Object.entries(hostileFiles(traces))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    if (path.includes('/bin/') || path.includes('/.bin/')) chmodSync(join(folder, path), 0o755);
  }
  const project = readFileSync(join(folder, 'pyproject.toml'), 'utf8');
  writeFileSync(join(folder, 'pyproject.toml'), `${project}\n${HOSTILE_CONFIGURATION}`);
  return folder;
}

const HOSTILE_CONFIGURATION = `[tool.wiretrace]
suites = [{ command = "python run_me.py" }, { command = "node_modules/.bin/vitest" }]
`;

function hostileFiles(traces) {
  const python = (name) => `open(${JSON.stringify(join(traces, name))}, "w").close()\n`;
  const node = (name) => `require("node:fs").writeFileSync(${JSON.stringify(join(traces, name))}, "");\n`;
  const shell = (name) => `#!/bin/sh\n: > '${join(traces, name)}'\n`;
  const module = `module.exports = () => ({ create(info) { return info.languageService; } });\n`;
  return {
    'conftest.py': python('conftest'),
    'sitecustomize.py': python('sitecustomize'),
    'usercustomize.py': python('usercustomize'),
    'run_me.py': python('suite'),
    'app/__init__.py': python('package'),
    '.venv/bin/python': shell('venv-python'),
    '.venv/lib/python3.12/site-packages/evil.pth': `import os; ${python('pth')}`,
    'node_modules/.bin/vitest': shell('vitest'),
    'node_modules/.bin/tsc': shell('tsc'),
    'node_modules/evil-plugin/package.json': '{ "name": "evil-plugin", "main": "index.js" }\n',
    'node_modules/evil-plugin/index.js': node('plugin') + module,
    'node_modules/typescript/package.json': '{ "name": "typescript", "main": "index.js" }\n',
    'node_modules/typescript/index.js': node('typescript'),
    'node_modules/ts-morph/package.json': '{ "name": "ts-morph", "main": "index.js" }\n',
    'node_modules/ts-morph/index.js': node('ts-morph'),
    'tsconfig.json':
      '{ "compilerOptions": { "plugins": [{ "name": "evil-plugin" }] }, "extends": "evil-plugin" }\n',
    'server.ts': "import { createServer } from 'node:http';\ncreateServer().listen(8080);\n",
    'package.json': '{ "name": "x", "scripts": { "preinstall": "node node_modules/evil-plugin" } }\n',
    'vitest.config.ts': node('vitest-config'),
    '.vscode/settings.json': JSON.stringify({
      'wiretrace.python': './.venv/bin/python',
      'wiretrace.server.path': './node_modules/evil-plugin/index.js',
      'wiretrace.suites': [{ command: 'python run_me.py' }],
      'python.defaultInterpreterPath': './.venv/bin/python',
      'typescript.tsdk': 'node_modules/typescript',
    }),
  };
}
