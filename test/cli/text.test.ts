import { describe, expect, it } from 'vitest';
import type { Report } from '../../server/src/analysis/report.ts';
import { createStyle } from '../../server/src/cli/text/style.ts';
import { textReport } from '../../server/src/cli/text/report.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';
import { runOn, under } from '../support/fake-host.ts';
import { SAMPLE_FILES, SAMPLE_REPORT, SAMPLE_RESULT, WIRED_RESULT } from '../support/sample-report.ts';

const machine = { files: under('/work/shop', SAMPLE_FILES) };

function text(report: Report, files: Readonly<Record<string, string>> = SAMPLE_FILES): string {
  const output = { write: () => undefined, isTerminal: false, hasColors: false, width: 0 };
  return textReport(createStyle(output, '.', new MemoryFileSystem(files)), report, {});
}

describe('the text report', () => {
  it('is what a person reads', () => {
    expect(runOn(machine, 'check', 'shop').out).toBe(`\
error[legacy-setter] shop/app/main.py:6:9
AgentRegistry never gets its WebSocketManager in staging.

  6 |         registry.set_websocket_bridge(bridge)
    |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  in staging

  1/2 lifespan starts  shop/app/main.py:3
      | async def lifespan(app):
  2/2 the bridge is handed over  shop/app/main.py:6
      | registry.set_websocket_bridge(bridge)
      => registry.websocket_manager = None

  fix: Call set_websocket_manager(manager) (safe)

Components
  component      injection point          development  staging       defined at
  AgentRegistry  set_websocket_manager()  wired        wrong-setter  shop/app/registry.py:1
    loses 2 of 2 events: agent_started, agent_completed

Events 0/2 deliverable
  agent_started    unwired
      shop/app/registry.py:2 through registry.websocket_manager, which is not there
  agent_completed  never-emitted

1 place could not be followed; --unresolved lists them

Found 1 error (2 of 3 files parsed, 1 entry point, 2 environments, 0.12 s)
`);
  });

  it('lists what could not be followed when asked', () => {
    const { out } = runOn(machine, 'check', 'shop', '--unresolved');
    expect(out).toContain('\nNot followed (1)\n  shop/app/main.py:7  the name is computed\n\nFound');
  });

  it('is one line where everything is in order', () => {
    const { out } = runOn({ ...machine, analyze: () => WIRED_RESULT }, 'check', 'shop');
    expect(out).toBe('No findings (2 of 3 files parsed, 1 entry point, 0.12 s)\n');
  });

  it('does not call nothing a success', () => {
    const report = { ...WIRED_RESULT.report, stats: { ...SAMPLE_REPORT.stats, filesSeen: 0 } };
    const { out } = runOn({ ...machine, analyze: () => ({ ...WIRED_RESULT, report }) }, 'check', 'shop');
    expect(out).toBe('There are no source files below shop: nothing was checked.\n');
  });

  it('says what to do where no application was found to start', () => {
    const report = { ...WIRED_RESULT.report, entryPoints: [] };
    const host = { ...machine, analyze: () => ({ ...WIRED_RESULT, report }) };
    const told =
      'Nothing was checked: no place where an application starts was found in 3 files. Name one with --entry FILE, or under "entryPoints" in the configuration.\n';
    expect(runOn(host, 'check', 'shop').out).toBe(told);
    expect(runOn(host, 'check', 'shop', '--format', 'github')).toMatchObject({
      out: '',
      err: `wiretrace: ${told}`,
    });
  });

  it('has one column of verdicts where the code never looks at an environment', () => {
    const [component] = SAMPLE_REPORT.components;
    if (!component) throw new Error('the sample has a component');
    const out = text({
      ...SAMPLE_REPORT,
      findings: [],
      environments: [],
      components: [{ ...component, verdicts: { '': 'never' }, lostEvents: [] }],
    });
    expect(out).toContain('component      injection point          verdict  defined at\n');
    expect(out).toContain('AgentRegistry  set_websocket_manager()  never    app/registry.py:1\n');
  });

  it('says which dependency a row is about where a setter takes several', () => {
    const [component] = SAMPLE_REPORT.components;
    if (!component) throw new Error('the sample has a component');
    const { injectionPoint } = component;
    const second = { ...component, injectionPoint: { ...injectionPoint, attribute: 'session_factory' } };
    const out = text({ ...SAMPLE_REPORT, components: [component, second] });
    expect(out).toContain('AgentRegistry  set_websocket_manager() for websocket_manager  wired');
    expect(out).toContain('AgentRegistry  set_websocket_manager() for session_factory    wired');
  });

  it('counts severities in their order', () => {
    const [finding] = SAMPLE_REPORT.findings;
    if (!finding) throw new Error('the sample has a finding');
    const all = (['information', 'warning', 'error', 'warning'] as const).map((severity) => ({
      ...finding,
      severity,
    }));
    expect(text({ ...SAMPLE_REPORT, findings: all })).toContain('\nFound 1 error, 2 warnings and 1 note (');
  });

  it('goes without source where a file cannot be read', () => {
    expect(text(SAMPLE_REPORT, {})).toContain(
      'staging.\n\n  in staging\n\n  1/2 lifespan starts  app/main.py:3\n  2/2 the',
    );
  });
});

describe('carets', () => {
  function caretsFor(line: string, start: number, end: number, endLine = 1): string {
    const [finding] = SAMPLE_REPORT.findings;
    if (!finding) throw new Error('the sample has a finding');
    const range = { start: { line: 1, column: start }, end: { line: endLine, column: end } };
    const out = text(
      { ...SAMPLE_REPORT, findings: [{ ...finding, file: 'a.py', range, steps: [] }] },
      { 'a.py': line },
    );
    return out.split('\n').slice(3, 5).join('\n');
  }

  it.each([
    ['stand under tabs', '\tregister(x)', 2, 10, 1, '  1 |     register(x)\n    |     ^^^^^^^^'],
    [
      'stand under wide characters',
      's = "日本"; f(x)',
      11,
      12,
      1,
      '  1 | s = "日本"; f(x)\n    |             ^',
    ],
    ['mark at least one column', 'f(x)', 5, 5, 1, '  1 | f(x)\n    |     ^'],
    ['say that a range goes on', 'f(', 1, 2, 3, '  1 | f(\n    | ^^...'],
    ['stop at the end of the line', 'f(x)', 3, 99, 1, '  1 | f(x)\n    |   ^^'],
    ['stand under a control character', 'a\u001b[2Jb', 1, 3, 1, '  1 | a␛[2Jb\n    | ^^'],
  ])('%s', (_, line, start, end, endLine, expected) => {
    expect(caretsFor(line, start, end, endLine)).toBe(expected);
  });
});

describe('the terminal', () => {
  const colored = { ...machine, terminal: { width: 60, hasColors: true } };
  const ESCAPE = '\u001b';

  it('gets colours, a pipe gets none', () => {
    expect(runOn(colored, 'check', 'shop').out).toContain(`${ESCAPE}[31m`);
    expect(runOn(machine, 'check', 'shop').out).not.toContain(ESCAPE);
    expect(
      runOn({ ...machine, terminal: { width: 60, hasColors: false } }, 'check', 'shop').out,
    ).not.toContain(ESCAPE);
  });

  it('has its columns aligned with and without colours', () => {
    const plain = runOn(machine, 'check', 'shop').out;
    const codes = new RegExp(`${ESCAPE}\\[\\d+m`, 'g');
    const stripped = runOn(
      { ...machine, terminal: { width: 0, hasColors: true } },
      'check',
      'shop',
    ).out.replaceAll(codes, '');
    expect(stripped.replaceAll(/ +$/gm, '')).toBe(plain);
  });

  it('has messages wrapped to its width', () => {
    const [finding] = SAMPLE_REPORT.findings;
    if (!finding) throw new Error('the sample has a finding');
    const report = {
      ...SAMPLE_REPORT,
      findings: [{ ...finding, message: 'every word is short and plain '.repeat(6) }],
    };
    const { out } = runOn({ ...colored, analyze: () => ({ ...SAMPLE_RESULT, report }) }, 'check', 'shop');
    const message = out.split('\n').slice(1, out.split('\n').indexOf(''));
    expect(message).toEqual([
      'every word is short and plain every word is short and plain',
      'every word is short and plain every word is short and plain',
      'every word is short and plain every word is short and plain',
    ]);
  });

  it('cannot be steered by names in the report', () => {
    const [finding] = SAMPLE_REPORT.findings;
    if (!finding) throw new Error('the sample has a finding');
    const evil = `x${ESCAPE}]0;owned\u0007\u202e`;
    const report = {
      ...SAMPLE_REPORT,
      findings: [
        {
          ...finding,
          message: evil,
          file: evil,
          environments: [evil],
          steps: [
            {
              ...SAMPLE_REPORT.findings[0]?.steps[0],
              file: evil,
              line: 1,
              kind: 'enter' as const,
              message: evil,
              state: evil,
            },
          ],
          fixes: [{ title: evil, applicability: 'safe' as const }],
        },
      ],
      unresolved: [{ file: evil, line: 1, reason: evil }],
    };
    const { out } = runOn(
      { ...machine, analyze: () => ({ ...SAMPLE_RESULT, report }) },
      'check',
      'shop',
      '--unresolved',
    );
    expect(out).not.toMatch(new RegExp(`[${ESCAPE}\u0007\u202e]`));
    expect(out).toContain('x␛]0;owned␇�');
  });
});

describe('progress', () => {
  function progressOf(isTerminal: boolean, milliseconds: readonly number[]): string {
    const times = [0, ...milliseconds];
    let call = 0;
    const analyze = (request: {
      onProgress?: (progress: { stage: 'run'; subject: string; done: number; total: number }) => void;
    }) => {
      for (const time of milliseconds)
        request.onProgress?.({ stage: 'run', subject: `at ${time}`, done: 1, total: 3 });
      return WIRED_RESULT;
    };
    const terminal = isTerminal ? { terminal: { width: 30, hasColors: false } } : {};
    return runOn({ ...machine, ...terminal, analyze, clock: () => times[call++] ?? 0 }, 'check', 'shop').err;
  }

  it('stays away from short work and from pipes', () => {
    expect(progressOf(true, [10, 299])).toBe('');
    expect(progressOf(false, [10, 500, 900])).toBe('');
  });

  it('is one line that is gone at the end, at most ten times a second', () => {
    expect(progressOf(true, [100, 300, 350, 401])).toBe(
      '\r\u001b[Kwiretrace: dry run 1/3 at 300\r\u001b[Kwiretrace: dry run 1/3 at 401\r\u001b[K',
    );
  });
});
