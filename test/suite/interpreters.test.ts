/** The Python probe in every further interpreter of this machine, CPython 3.9 to 3.14 and PyPy: it records there what it records in the first. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { PYTHON, writeFiles } from './support.ts';

const LAUNCHER = resolve(import.meta.dirname, '../../server/src/suite/probe/wiretrace_probe.py');
const NAMES = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14'].map((version) => `python${version}`);
const FOUND = [...NAMES, 'pypy3'].filter((name) => spawnSync(name, ['--version']).status === 0);

const REGISTRY = `class Registry:
    manager = None
    def set_manager(self, manager):
        self.manager = manager
    @staticmethod
    def set_shared(manager):
        Registry.manager = manager
    async def set_later(self, manager):
        self.manager = manager
    def emit(self, event):
        return {"type": event}
def set_global(manager):
    return manager
`;
const SCRIPT = `import registry
one = registry.Registry()
one.set_manager(object())
registry.Registry.set_shared(one)
try:
    one.set_later(None).send(None)
except StopIteration:
    pass
registry.set_global(one)
one.emit("agent_started")
`;

/** Kind, function, what it was given, event. */
function recordedBy(python: string): readonly unknown[] {
  const root = mkdtempSync(join(tmpdir(), 'interpreters-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, { 'registry.py': REGISTRY, 'script.py': SCRIPT, 'records/.keep': '' });
  const file = join(root, 'registry.py');
  const functions = [3, 6, 8, 12].map((line) => ({ file, line }));
  const plan = { root, events: ['agent_started'], functions, classes: [{ file, name: 'Registry' }] };
  writeFileSync(join(root, 'plan.json'), JSON.stringify(plan));
  const { status, stderr } = spawnSync(python, [LAUNCHER, join(root, 'script.py')], {
    env: {
      ...process.env,
      WIRETRACE_PLAN: join(root, 'plan.json'),
      WIRETRACE_RECORDS: join(root, 'records'),
    },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return readdirSync(join(root, 'records'))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      readFileSync(join(root, 'records', name), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .filter(({ kind }) => kind !== 'start')
    .map(({ kind, function: called, value, event }) => [kind, called, value ?? event]);
}

const EXPECTED = [
  ['injection', 'Registry.set_manager', 'object'],
  ['injection', 'Registry.set_shared', 'Registry'],
  ['injection', 'Registry.set_later', 'None'],
  ['injection', 'set_global', 'Registry'],
  ['emission', 'Registry.emit', 'agent_started'],
];

it('records calls in the interpreter of the examples', () => expect(recordedBy(PYTHON)).toEqual(EXPECTED));

it.skipIf(FOUND.length === 0).each(FOUND)('records the same in %s', (python) => {
  expect(recordedBy(python)).toEqual(EXPECTED);
});
