import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../server/src/config/read-configuration.ts';
import { contractEdits } from '../../server/src/config/write-configuration.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';
import { applyEdits } from '../../server/src/source/text-edits.ts';

const CONTRACT = { component: 'app.Registry', setter: 'set_manager', dependency: 'Manager' };

function added(file: string, text: string): string {
  const after = applyEdits(text, contractEdits(file, text, CONTRACT));
  const { configuration, problems } = readConfiguration(new MemoryFileSystem({ [file]: after }));
  expect(problems).toEqual([]);
  expect(configuration.contracts.at(-1)).toEqual({ ...CONTRACT, legacySetters: [] });
  return after;
}

describe('a declared contract is added', () => {
  it('to nothing', () => {
    expect(added('wiretrace.json', '')).toBe(`${JSON.stringify({ contracts: [CONTRACT] }, null, 2)}\n`);
  });

  it('behind the others, with comments and indentation kept', () => {
    const text =
      '{\n    // what startup owes\n    "contracts": [\n        { "component": "a.B", "setter": "s", "dependency": "D" } // first\n    ]\n}\n';
    expect(added('wiretrace.json', text).split('\n').slice(0, 5)).toEqual([
      '{',
      '    // what startup owes',
      '    "contracts": [',
      '        { "component": "a.B", "setter": "s", "dependency": "D" }, // first',
      '        {',
    ]);
  });

  it('beside other settings', () => {
    expect(added('wiretrace.json', '{ "entryPoints": ["main.py"] }')).toContain(
      '"entryPoints": ["main.py"],',
    );
  });

  it('to package.json', () => {
    expect(added('package.json', '{\n  "name": "x",\n  "wiretrace": { "events": ["a"] }\n}\n')).toContain(
      '"name": "x"',
    );
  });

  it('to pyproject.toml', () => {
    expect(added('pyproject.toml', '[tool.wiretrace]\nevents = ["a"] # one\n')).toBe(
      '[tool.wiretrace]\nevents = ["a"] # one\n\n[[tool.wiretrace.contracts]]\ncomponent = "app.Registry"\nsetter = "set_manager"\ndependency = "Manager"\n',
    );
  });
});
