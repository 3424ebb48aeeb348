import { describe, expect, it } from 'vitest';
import { parseCheckPage } from './check-page.ts';
import { parseSections, splitFiles } from './markdown-programs.ts';
import { readMarkers, textAt } from './markers.ts';
import { parseExpectation, parseSuite } from './suite.ts';

describe('parseSections', () => {
  it('gives headings with the fenced blocks below them, and their lines', () => {
    const page = [
      '# Top',
      'text',
      '## One',
      '```py',
      '# not a heading',
      '```',
      '```jsonc file=a.json',
      '{}',
      '```',
    ];
    expect(parseSections(page.join('\n'))).toEqual([
      { level: 0, title: '', line: 1, fences: [] },
      { level: 1, title: 'Top', line: 1, fences: [] },
      {
        level: 2,
        title: 'One',
        line: 3,
        fences: [
          { language: 'py', file: undefined, text: '# not a heading', line: 5 },
          { language: 'jsonc', file: 'a.json', text: '{}', line: 8 },
        ],
      },
    ]);
  });

  it('keeps a shorter fence inside a longer one', () => {
    const [, section] = parseSections('# T\n````md\n```py\n```\n````');
    expect(section?.fences.map((fence) => fence.text)).toEqual(['```py\n```']);
  });

  it('refuses a block that is never closed', () => {
    expect(() => parseSections('# T\n```py\nx = 1')).toThrow('line 2: the fenced block is never closed');
  });
});

describe('splitFiles', () => {
  it('takes a block without file lines as one file', () => {
    expect(splitFiles('x = 1\n\n', 'main.py')).toEqual({ 'main.py': 'x = 1\n' });
  });

  it('begins a file after each file line, and counts its lines from there', () => {
    const text = '# file: a/__init__.py\n# file: a/b.py\nx = 1\n\n# file: main.py\nimport a.b\n';
    expect(splitFiles(text, 'main.py')).toEqual({
      'a/__init__.py': '',
      'a/b.py': 'x = 1\n',
      'main.py': 'import a.b\n',
    });
  });

  it('refuses two files of one name', () => {
    expect(() => splitFiles('# file: a.py\nx\n# file: a.py\ny', 'main.py')).toThrow(
      'two files are named a.py',
    );
  });
});

describe('readMarkers', () => {
  it('marks the characters above the carets', () => {
    const text =
      'registry.set_bridge(b)\n#        ^^^^^^^^^^ error: [legacy-setter] "Startup calls set_bridge()"\n';
    const [marker, ...others] = readMarkers('main.py', text);
    expect(others).toEqual([]);
    expect(marker).toEqual({
      file: 'main.py',
      range: { start: { line: 1, column: 10 }, end: { line: 1, column: 20 } },
      severity: 'error',
      check: 'legacy-setter',
      message: 'Startup calls set_bridge()',
    });
    expect(marker && textAt(text, marker.range)).toBe('set_bridge');
  });

  it('lets several comments mark one line, and quotes stand in a message', () => {
    const text = 'f(a)\n# ^ error: [x] "one"\n# ^ warning: [y] "say \\"two\\""\n';
    const markers = readMarkers('main.py', text);
    expect(markers.map(({ check, message, range }) => [check, message, range.start.line])).toEqual([
      ['x', 'one', 1],
      ['y', 'say \\"two\\"', 1],
    ]);
  });

  it('reads a range in figures, in a configuration as well', () => {
    const text = '{\n  // 1:1-1:1 error: [unresolved-entry-point] "No entry point"\n}';
    expect(readMarkers('wiretrace.json', text).map(({ range }) => range)).toEqual([
      { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    ]);
  });

  it('refuses a comment that is nearly a marker', () => {
    expect(() => readMarkers('main.py', 'f(a)\n# ^^ eror: [x] "one"\n')).toThrow('main.py:2: not a marker');
    expect(() => readMarkers('main.py', 'f(a)\n  error: [x] "one"\n')).toThrow('main.py:2: not a marker');
  });
});

describe('parseCheckPage', () => {
  it('joins a block that names its file to the program before it', () => {
    const page =
      '# some-check\n## Example\n```py\nx = 1\n```\n```jsonc file=wiretrace.json\n{}\n```\n```py\ny = 1\n```';
    expect(parseCheckPage(page)).toEqual({
      id: 'some-check',
      headings: ['Example'],
      programs: [
        {
          section: 'Example',
          line: 4,
          files: { 'main.py': 'x = 1\n', 'wiretrace.json': '{}\n' },
          expected: [],
        },
        { section: 'Example', line: 10, files: { 'main.py': 'y = 1\n' }, expected: [] },
      ],
    });
  });
});

describe('parseSuite', () => {
  it('gives title, files and expectation', () => {
    const page =
      '# Theme\n## One\n```py\nx = 1\n```\n```expect\ncomponent C.set_bus: wired\nfindings: none\n```';
    expect(parseSuite(page)).toEqual([
      {
        title: 'One',
        language: 'py',
        name: 'One',
        line: 2,
        files: { 'main.py': 'x = 1\n' },
        expect: {
          components: [
            {
              file: undefined,
              component: 'C',
              point: 'set_bus',
              attribute: 'bus',
              verdicts: { '': 'wired' },
            },
          ],
          steps: [],
          findings: [],
          witnesses: [],
        },
      },
    ]);
  });

  it('gives a program for each language, files with the one above them', () => {
    const page = [
      '## One',
      '```py',
      'x = 1',
      '```',
      '```ts',
      '// file: src/main.ts',
      'let x = 1;',
      '```',
      '```json file=package.json',
      '{}',
      '```',
      '```expect',
      'component a.hold.set_event_bus (_event_bus): never',
      'steps: main.py:1 create',
      'ts steps: src/main.ts:1 create',
      '```',
    ];
    const [python, typescript] = parseSuite(page.join('\n'));
    expect(python?.files).toEqual({ 'main.py': 'x = 1\n' });
    expect(python?.expect.steps.map(({ file }) => file)).toEqual(['main.py']);
    expect(typescript?.name).toBe('One (TypeScript)');
    expect(typescript?.files).toEqual({ 'src/main.ts': 'let x = 1;\n', 'package.json': '{}\n' });
    expect(typescript?.expect.steps.map(({ file }) => file)).toEqual(['src/main.ts']);
    expect(
      typescript?.expect.components.map(({ component, point, attribute }) => [component, point, attribute]),
    ).toEqual([['a/hold', 'setEventBus', '_eventBus']]);
  });

  it('refuses a program that expects nothing', () => {
    expect(() => parseSuite('## One\n```py\nx = 1\n```')).toThrow('line 1: "One" expects nothing');
  });
});

describe('parseExpectation', () => {
  it('reads every kind of line', () => {
    const lines = [
      'component a/b.py:app.holder.init (event_bus): staging=never production=wired',
      'steps: a/b.py:3 branch false | a/b.py:9 serve',
      'witness: NAME=value -> wired',
      'findings: never-injected a/b.py:3:5-3:9, dead-injection c.py:1:1-1:4',
    ];
    expect(parseExpectation(lines.join('\n'))).toEqual({
      components: [
        {
          file: 'a/b.py',
          component: 'app.holder',
          point: 'init',
          attribute: 'event_bus',
          verdicts: { staging: 'never', production: 'wired' },
        },
      ],
      steps: [
        { file: 'a/b.py', line: 3, kind: 'branch', decision: 'false' },
        { file: 'a/b.py', line: 9, kind: 'serve', decision: undefined },
      ],
      findings: [
        {
          check: 'never-injected',
          file: 'a/b.py',
          range: { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } },
        },
        {
          check: 'dead-injection',
          file: 'c.py',
          range: { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } },
        },
      ],
      witnesses: [{ input: ['NAME=value'], verdict: 'wired' }],
    });
  });

  it('says nothing of findings without the line', () => {
    expect(parseExpectation('component C.set_bus: wired').findings).toBeUndefined();
  });

  it.each([
    'verdict: wired',
    'component wired',
    'steps: main.py branch',
    'findings: never-injected main.py:3',
  ])('refuses %s', (line) => {
    expect(() => parseExpectation(line)).toThrow(/^not an? (expectation|component|step|finding): /);
  });
});
