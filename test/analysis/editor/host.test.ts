/** A workspace that is edited: every snapshot is the one that a new analysis of the same texts gives. */
import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../server/src/analysis/editor/analysis.ts';
import type { AnalysisHost } from '../../../server/src/analysis/editor/host.ts';
import { CancelledError, NEVER_CANCELLED } from '../../../server/src/base/cancellation.ts';
import { parsePython } from '../../../server/src/frontends/python/parser.ts';
import { anew, EDITED, FILES, hostOf, idsOf, plain, TEXT } from './edited-example.ts';

const SAYS_NOTHING = fc.constantFrom(
  '',
  '   ',
  '# a comment',
  '        # self.app.state.websocket_manager',
  '#"""',
  "\t#'",
);

describe('edits that say nothing', () => {
  it('move what is known, as a new analysis has it', () => {
    const host = hostOf(FILES);
    host.analyse(NEVER_CANCELLED);
    const lines = TEXT.split('\n');
    const edit = fc.record({ at: fc.nat(lines.length), text: SAYS_NOTHING });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), (edits) => {
        const next = [...lines];
        for (const { at, text } of edits) next.splice(at, 0, text);
        const text = next.join('\n');
        host.update({ buffers: [[EDITED, text]] });
        const refreshed = host.refresh();
        // In the middle of a text of several lines an empty line says something, and quotes may end it: then what is known stands.
        const stands = parsePython(text).problems.length > 0;
        if (refreshed && !stands) expect(plain(refreshed)).toEqual(anew({ ...FILES, [EDITED]: text }));
      }),
      { numRuns: 8 },
    );
  });

  it('need no run: lines of comment before the finding, behind code, and back again', () => {
    const host = hostOf(FILES);
    const first = host.analyse(NEVER_CANCELLED);
    for (const text of [`# one\n\n${TEXT}`, TEXT.replaceAll('\n', '  # here\n'), TEXT]) {
      host.update({ buffers: [[EDITED, text]] });
      const refreshed = host.refresh();
      if (text === TEXT) expect(refreshed && plain(refreshed)).toEqual(plain(first));
      else if (text.startsWith('#')) {
        const [finding] = refreshed?.report.findings ?? [];
        expect(finding?.range.start).toEqual({ line: 126, column: 26 });
        expect(finding?.steps.map(({ file, line }) => `${file}:${line}`)).toContain('app/smd.py:103');
        expect(finding?.steps.map(({ file, line }) => `${file}:${line}`)).toContain(
          'app/core/lifespan_manager.py:20',
        );
      }
    }
  });

  it('move the lines that messages name', () => {
    const setter = 'app/agents/agent_registry.py';
    const host = hostOf(FILES);
    host.analyse(NEVER_CANCELLED);
    host.update({ buffers: [[setter, `# one\n${FILES[setter]}`]] });
    expect(host.refresh()?.report.findings[0]?.message).toContain('(app/agents/agent_registry.py:42)');
  });

  it('are exact wherever somebody looks closer', () => {
    const host = hostOf(FILES);
    host.analyse(NEVER_CANCELLED);
    host.update({ buffers: [[EDITED, `# one\n${TEXT}`]] });
    host.refresh();
    const query = { file: undefined, line: undefined, entryPoint: undefined, environment: 'staging' };
    const trace = host.trace(query, NEVER_CANCELLED);
    const line = trace?.text.split('\n').find((each) => each.includes('set_websocket_bridge() at'));
    expect(line).toContain('at app/smd.py:125:17');
  });
});

/** What people type that leaves the wiring as it is, or not: both must come out as a new analysis has it. */
const TYPED = fc.constantFrom(
  'logger.info("ready")',
  'started_at = time.time()',
  'print("one", 2)',
  'remaining = 3',
  '"""A text."""',
  'return',
  'unheard_of()',
  'registry = None',
  'self.registry = None',
  'for each in range(3): print(each)',
  'assert remaining',
  'registry.set_websocket_manager(None)',
  'import json',
  'raise RuntimeError("no")',
  'self.',
  'x = [y for y in (1, 2)]',
);

/** The same line once more, with the indentation of the line that it goes before. */
function typed(lines: readonly string[], at: number, text: string): readonly string[] {
  const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
  return [...lines.slice(0, at), indent + text, ...lines.slice(at)];
}

/** Splices lines from one on; what goes in is made of what stands there. */
function ofLines(count: number, made: (...lines: string[]) => readonly string[]) {
  return (text: string, at: number): string => {
    const lines = text.split('\n');
    const from = at % lines.length;
    return [
      ...lines.slice(0, from),
      ...made(...lines.slice(from, from + count)),
      ...lines.slice(from + count),
    ].join('\n');
  };
}

function ofCharacter(typed: string) {
  return (text: string, at: number): string => {
    const offset = at % text.length;
    return text.slice(0, offset) + typed + text.slice(typed === '' ? offset + 1 : offset);
  };
}

const CHANGE = fc.constantFrom(
  ofLines(1, () => []),
  ofLines(1, (line) => [line, line]),
  ofLines(1, (line) => [`    ${line}`]),
  ofLines(2, (one, other = '') => [other, one]),
  ...['', 'a', '(', '"', '.', ' ', ',', '=', '#', '0'].map(ofCharacter),
);

describe('edits of code', () => {
  const files = [
    'app/smd.py',
    'app/agents/agent_registry.py',
    'app/main.py',
    'app/websocket/bridge.py',
    'app/handlers/message_handlers.py',
  ];

  function watched(): AnalysisHost {
    const host = hostOf(FILES);
    host.update({ buffers: files.map((path) => [path, FILES[path] ?? ''] as const) });
    host.analyse(NEVER_CANCELLED);
    return host;
  }

  /** Says what came of one file, then takes it back. */
  function isSaidAnew(host: AnalysisHost, first: Analysis, file: string, after: string): void {
    host.update({ buffers: [[file, after]] });
    const refreshed = host.refresh();
    if (refreshed?.isDue) expect(idsOf(refreshed)).toEqual(idsOf(first));
    else if (refreshed) expect(plain(refreshed)).toEqual(anew({ ...FILES, [file]: after }));
    host.update({ buffers: [[file, FILES[file] ?? '']] });
    expect(host.refresh()).toBeDefined();
  }

  it('that need no run say what a new analysis says', () => {
    const host = watched();
    const first = host.analyse(NEVER_CANCELLED);
    const edit = fc.record({ file: fc.constantFrom(...files), at: fc.nat(400), text: TYPED });
    fc.assert(
      fc.property(edit, ({ file, at, text }) => {
        const lines = (FILES[file] ?? '').split('\n');
        isSaidAnew(host, first, file, typed(lines, at % lines.length, text).join('\n'));
      }),
      { numRuns: 40 },
    );
  });

  it('of lines that come, go and change places, and of single characters, say what a new analysis says', () => {
    const host = watched();
    const first = host.analyse(NEVER_CANCELLED);
    const edit = fc.record({ file: fc.constantFrom(...files), at: fc.nat(9000), change: CHANGE });
    fc.assert(
      fc.property(edit, ({ file, at, change }) => {
        isSaidAnew(host, first, file, change(FILES[file] ?? '', at));
      }),
      { numRuns: 60 },
    );
  });

  const LINE = '        self.app.state.agent_supervisor = supervisor\n';
  it.each([
    ['a log line in code that runs', LINE, `        print("wired", supervisor)\n${LINE}`],
    ['a variable of its own', LINE, `        since = 3 * 60\n${LINE}`],
    ['a condition that holds nothing', LINE, `        if supervisor: print("wired")\n${LINE}`],
    ['one more text', LINE, `${LINE}        "Wired."\n`],
  ])('%s needs no run', (_what, from, to) => {
    expect(TEXT).toContain(from);
    const host = watched();
    host.update({ buffers: [[EDITED, TEXT.replace(from, to)]] });
    expect(host.refresh()).toBeDefined();
  });

  it('need one where a setter that nothing reaches goes into another branch', () => {
    const handlers = 'app/handlers/message_handlers.py';
    const text = FILES[handlers] ?? '';
    const setter = '            self.supervisor.agent_registry.set_websocket_manager(websocket_manager)\n';
    const branch = '        else:\n';
    expect(text).toContain(setter + branch);
    const host = watched();
    host.update({ buffers: [[handlers, text.replace(setter + branch, branch + setter)]] });
    expect(host.refresh()).toBeUndefined();
  });

  it('need one where a text comes before the name of what is served', () => {
    const main = 'app/main.py';
    const text = FILES[main] ?? '';
    expect(text).toContain('        "app.main:app",');
    const host = watched();
    host.update({ buffers: [[main, text.replace('"app.main:app",', '"other."\n        "app.main:app",')]] });
    expect(host.refresh()).toBeUndefined();
  });

  it.each([
    ['a line that stores', LINE, ''],
    ['another value of a variable that is read', LINE, `        supervisor = None\n${LINE}`],
    ['a call of the application', LINE, `        await self._phase4_cache()\n${LINE}`],
    ['the end of the path', LINE, `        return\n${LINE}`],
    ['a name that somebody looks for', LINE, `        print(set_websocket_manager)\n${LINE}`],
    ['a field of a class', 'class ', 'class Extra:\n    extra: int = 1\n\n\nclass '],
  ])('%s needs one', (_what, from, to) => {
    expect(TEXT).toContain(from);
    const host = watched();
    host.update({ buffers: [[EDITED, TEXT.replace(from, to)]] });
    expect(host.refresh()).toBeUndefined();
  });
});

describe('edits that say something', () => {
  it.each([
    ['a statement', (text: string) => `${text}\nx = 1\n`],
    [
      'another name',
      (text: string) => text.replace('set_websocket_bridge(bridge)', 'set_websocket_manager(bridge)'),
    ],
    [
      'a condition around a line',
      (text: string) =>
        text.replace(
          '        self.app.state.agent_supervisor =',
          '        if supervisor:\n            self.app.state.agent_supervisor =',
        ),
    ],
    ['a comment for us', (text: string) => `# wiretrace: ignore-file[legacy-setter] known\n${text}`],
    ['a line in a text', (text: string) => text.replace('"""', '"""\n\n')],
    ['a backslash', (text: string) => text.replace('registry and bridge:', 'registry and \\\n bridge:')],
  ])('%s needs a run, and gives what a new analysis gives', (_what, edit) => {
    const host = hostOf(FILES);
    host.analyse(NEVER_CANCELLED);
    const text = edit(TEXT);
    expect(text).not.toBe(TEXT);
    host.update({ buffers: [[EDITED, text]] });
    expect(host.refresh()).toBeUndefined();
    expect(plain(host.analyse(NEVER_CANCELLED))).toEqual(anew({ ...FILES, [EDITED]: text }));
    host.update({ buffers: [[EDITED, TEXT]] });
    expect(plain(host.analyse(NEVER_CANCELLED))).toEqual(anew(FILES));
  });
});

describe('files and settings', () => {
  it('are looked at again when files come and go', () => {
    const files: Record<string, string> = { ...FILES };
    const host = hostOf(files);
    host.analyse(NEVER_CANCELLED);
    files['wiretrace.json'] = '{"checks": {"legacy-setter": "warning"}}';
    host.update({ files: [{ path: 'wiretrace.json', kind: 'created' }] });
    expect(host.analyse(NEVER_CANCELLED).report.findings.map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
    host.update({ buffers: [['wiretrace.json', '{"checks": {"legacy-setter": "off"}}']] });
    expect(host.analyse(NEVER_CANCELLED).report.findings).toEqual([]);
    host.update({
      buffers: [['wiretrace.json', null]],
      files: [{ path: 'wiretrace.json', kind: 'deleted' }],
    });
    delete files['wiretrace.json'];
    host.update({ files: [{ path: 'wiretrace.json', kind: 'deleted' }] });
    expect(plain(host.analyse(NEVER_CANCELLED))).toEqual(anew(FILES));
  });

  it('give the same snapshot where nothing changed, and after a buffer was saved', () => {
    const host = hostOf(FILES);
    const first = host.analyse(NEVER_CANCELLED);
    host.update({ buffers: [[EDITED, TEXT]], files: [{ path: EDITED, kind: 'changed' }] });
    expect(host.refresh()).toBe(first);
  });

  it("fall back to the editor's settings, and say which of them are not sound", () => {
    const host = hostOf({ ...FILES, 'wiretrace.json': '{"vocabulary": ["websocket"]}' });
    host.update({
      settings: { checks: { 'legacy-setter': 'information' }, vocabulary: ['pager'], exclude: 3 },
    });
    const analysis = host.analyse(NEVER_CANCELLED);
    expect(analysis.report.findings.map(({ severity }) => severity)).toEqual(['information']);
    expect(JSON.parse(analysis.settings)).toMatchObject({ vocabulary: ['websocket'], exclude: [] });
    expect(analysis.notices).toEqual([
      'the editor\'s setting "exclude" is passed over: "exclude" has to be a list, not a number',
    ]);
  });

  it('show a broken configuration on its line, and what it links to', () => {
    const broken = hostOf({ ...FILES, 'wiretrace.json': '{\n  "entrypoints": []\n}' }).analyse(
      NEVER_CANCELLED,
    );
    expect(
      broken.diagnostics.get('wiretrace.json')?.map(({ code, message, range }) => ({ code, message, range })),
    ).toEqual([
      {
        code: 'invalid-configuration',
        message: 'There is no setting "entrypoints"; did you mean "entryPoints"?',
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 19 } },
      },
    ]);
    const text =
      '{"entryPoints": ["app/main.py:app"],\n "suites": [{"command": "python -m app.smd app/smd.py"}]}';
    const { links } = hostOf({ ...FILES, 'wiretrace.json': text }).analyse(NEVER_CANCELLED);
    expect(links.map(({ range, target }) => [range.start, range.end.character, target])).toEqual([
      [{ line: 0, character: 18 }, 33, 'app/main.py'],
      [{ line: 1, character: 25 }, 53, 'app/smd.py'],
    ]);
  });

  it('ends when it is cancelled, and goes on from there', () => {
    const host = hostOf(FILES);
    expect(() => host.analyse({ isCancelled: true })).toThrow(CancelledError);
    let asked = 0;
    const late = {
      get isCancelled() {
        return ++asked > 40;
      },
    };
    expect(() => host.analyse(late)).toThrow(CancelledError);
    expect(plain(host.analyse(NEVER_CANCELLED))).toEqual(anew(FILES));
  });
});
