// What is tested in VS Code: a workspace, a test bundle, and whether the workspace is trusted.
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../lib/project.mjs';
import { pythonExtensions } from './extensions.mjs';
import {
  bothExamples,
  copyExample,
  exampleWithChosenPython,
  exampleWithNode,
  exampleWithPython,
  exampleWithSuites,
  hostileExample,
} from './workspaces.mjs';

/** `prepare` fills an empty folder and gives what is opened of it; `extensions` gives folders of further extensions. */
export const SCENARIOS = [
  { name: 'incident', isTrusted: true, prepare: (folder) => copyExample(join(folder, 'chat-backend')) },
  {
    name: 'story',
    isTrusted: true,
    prepare: (folder) => exampleWithPython(join(folder, 'chat-backend')),
  },
  {
    name: 'story-typescript',
    isTrusted: true,
    prepare: (folder) => exampleWithNode(join(folder, 'chat-backend-ts')),
  },
  { name: 'two-folders', isTrusted: true, prepare: bothExamples },
  {
    name: 'suites',
    isTrusted: true,
    prepare: (folder) => exampleWithSuites(join(folder, 'chat-backend')),
  },
  {
    name: 'python-extensions',
    isTrusted: true,
    prepare: (folder) => exampleWithChosenPython(join(folder, 'chat-backend')),
    extensions: pythonExtensions,
  },
  { name: 'restricted', isTrusted: false, prepare: (folder) => hostileExample(join(folder, 'chat-backend')) },
];

/** Bundles a scenario's tests, mocha included; gives the path of the file. */
export async function bundleTests({ name }) {
  const outfile = join(ROOT, '.build', 'vscode', `${name}.cjs`);
  await build({
    entryPoints: [join(ROOT, 'test/vscode', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    sourcesContent: false,
    // mocha is written as modules that know their address.
    define: { 'import.meta.url': 'moduleAddress' },
    banner: { js: 'const moduleAddress = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'error',
  });
  return outfile;
}
