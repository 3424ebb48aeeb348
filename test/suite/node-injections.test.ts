/** Calls of injection points in Node.js: of ES modules and CommonJS, classes and functions; the modules behave as without the probe. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runIn, writeFiles } from './support.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'node-injections-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const BODY = `class Registry {
  #secret = 1;
  setManager(manager) { this.manager = manager; return this.#secret; }
  static setShared(manager) { throw new TypeError('no'); }
}
let io;
function setIO(value) { io = value; }
const getIO = () => io; // the last line is a comment`;
const USE = `const registry = new Registry();
console.log(registry.setManager(new Map()), registry.manager.size, registry.setManager.name, Object.keys(registry));
try { Registry.setShared(null); } catch (error) { console.log(error.message); }
setIO('value');
console.log(getIO(), setIO.length);
`;
const OUTPUT = "1 0 setManager [ 'manager' ]\nno\nvalue 1\n";

it.each([
  [
    'registry.mjs',
    `${BODY}\nexport { Registry, setIO, getIO };`,
    "import { Registry, setIO, getIO } from './registry.mjs';\n",
  ],
  [
    'registry.cjs',
    `${BODY}\nmodule.exports = { Registry, setIO, getIO };`,
    "import all from './registry.cjs';\nconst { Registry, setIO, getIO } = all;\n",
  ],
])('of %s', async (name, text, load) => {
  writeFiles(root, { [name]: text, 'run.mjs': load + USE });
  const file = join(root, name);
  const functions = [
    { file, line: 3, name: 'setManager' },
    { file, line: 4, name: 'setShared' },
    { file, line: 7, name: 'setIO' },
  ];
  const { result, output } = await runIn(root, 'node run.mjs', { wraps: { functions, classes: [] } });
  expect(output).toBe(OUTPUT);
  const line = load.split('\n').length - 1;
  expect(
    result.injections.map(({ component, value, raised, stack }) => [
      component,
      value,
      raised,
      stack[0]?.line,
    ]),
  ).toEqual([
    ['Registry', 'Map', undefined, line + 2],
    ['Registry', 'None', 'TypeError', line + 3],
    [name, 'String', undefined, line + 4],
  ]);
});
