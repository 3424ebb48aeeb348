/** Edits that come while somebody types, and go again: what was found stands, or was known before. */
import { queryObjects } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { NEVER_CANCELLED } from '../../../server/src/base/cancellation.ts';
import { State } from '../../../server/src/engine/state.ts';
import { changed } from '../../../server/src/lsp/documents.ts';
import { anew, EDITED, FILES, hostOf, plain, TEXT } from './edited-example.ts';

describe('runs', () => {
  it('are given up when others stand: two analyses are kept with their heaps', () => {
    const host = hostOf(FILES);
    const line = '        self.app.state.agent_supervisor = supervisor\n';
    const counted: number[] = [];
    for (let turn = 0; turn < 12; turn++) {
      const text = TEXT.replace(line, `        self.app.state.turn_${turn} = supervisor\n${line}`);
      host.update({ buffers: [[EDITED, text]] });
      host.analyse(NEVER_CANCELLED);
      if (turn === 3 || turn === 11) counted.push(queryObjects(State, { format: 'count' }));
    }
    expect(counted[1]).toBeLessThanOrEqual(counted[0] ?? 0);
  });
});

/** Takes a line apart into what is there after each key. */
function keys(before: string, line: string, after: string): readonly string[] {
  return [...line].map((_, index) => `${before}${line.slice(0, index + 1)}\n${after}`);
}

describe('code that is being typed', () => {
  const LINE = '        self.app.state.agent_supervisor = supervisor\n';
  const [before = '', after = ''] = TEXT.split(LINE);

  it('lets stand what was found, at its places, until it can be read', () => {
    const host = hostOf(FILES);
    host.update({ buffers: [[EDITED, TEXT]] });
    const first = host.analyse(NEVER_CANCELLED);
    const [known] = first.diagnostics.get(EDITED) ?? [];
    const statement = '        print("wired", supervisor)';
    const shown = keys(before, statement, LINE + after).map((text) => {
      host.update({ buffers: [[EDITED, text]] });
      return host.refresh();
    });
    const open = shown.filter((each) => each?.isDue);
    expect(open).toHaveLength('prin'.length + '("wired", supervisor'.length);
    for (const each of open) {
      expect(each?.diagnostics.get(EDITED)?.map(({ id }) => id)).toEqual([known?.id]);
      expect(each?.diagnostics.get(EDITED)?.[0]?.range.start.line).toBe((known?.range.start.line ?? 0) + 1);
    }
    const line = before.split('\n').length;
    const told = open[4]?.report.unresolved.find(({ reason }) => reason.startsWith('syntax: '));
    expect(told).toMatchObject({ file: EDITED, line });
    expect(told?.reason).toContain('. Until this can be read');
    expect(open[0]?.notices).toEqual([
      `${EDITED}:${line} cannot be read yet: what was found before it was typed stands`,
    ]);
    expect(shown.at(-1)?.isDue).toBe(false);
    expect(shown.at(-1)?.notices).toEqual([]);
  });

  it('lets stand what was found while a name is typed that nothing else has', () => {
    const host = hostOf(FILES);
    host.update({ buffers: [[EDITED, TEXT]] });
    const [known] = host.analyse(NEVER_CANCELLED).diagnostics.get(EDITED) ?? [];
    for (const [typed, isDue] of [
      ['        self.app.state.registry = superv\n', true],
      ['        self.app.state.registry = supervisor.regi\n', true],
      ['        self.app.state.registry = supervisor.registry\n', undefined],
      ['        self.app.state.fresh = supervisor\n', undefined],
    ] as const) {
      host.update({ buffers: [[EDITED, before + typed + LINE + after]] });
      const shown = host.refresh();
      expect(shown?.isDue).toBe(isDue);
      if (isDue) expect(shown?.diagnostics.get(EDITED)?.map(({ id }) => id)).toEqual([known?.id]);
    }
    const typo = `${before}        self.app.state.registry = superv\n${LINE}${after}`;
    host.update({ buffers: [[EDITED, typo]] });
    expect(host.refresh()?.notices[0]).toMatch(/^app\/smd\.py:\d+ cannot be read yet/);
    expect(plain(host.analyse(NEVER_CANCELLED))).toEqual(anew({ ...FILES, [EDITED]: typo }));
    expect(host.refresh()?.isDue).toBe(false);
  });

  it('offers no fix meanwhile, and is analysed as it is once somebody asks', () => {
    const host = hostOf(FILES);
    const [known] = host.analyse(NEVER_CANCELLED).diagnostics.get(EDITED) ?? [];
    const text = `${TEXT}\ndef (:\n`;
    host.update({ buffers: [[EDITED, text]] });
    expect(host.refresh()?.isDue).toBe(true);
    expect(host.fixes(known?.id ?? '', NEVER_CANCELLED)).toEqual([]);
    expect(plain(host.analyse(NEVER_CANCELLED))).toEqual(anew({ ...FILES, [EDITED]: text }));
    expect(host.refresh()?.isDue).toBe(false);
  });

  it('is analysed at once where it was broken when it was opened, and changes elsewhere', () => {
    const broken = `${TEXT}\ndef (:\n`;
    const host = hostOf(FILES);
    host.update({ buffers: [[EDITED, broken]] });
    host.analyse(NEVER_CANCELLED);
    const text = broken.replace(LINE, '');
    host.update({ buffers: [[EDITED, text]] });
    expect(host.refresh()).toBeUndefined();
    expect(plain(host.analyse(NEVER_CANCELLED))).toEqual(anew({ ...FILES, [EDITED]: text }));
  });
});

describe('texts that were seen before', () => {
  const LINE = '        self.app.state.agent_supervisor = supervisor\n';

  it('need no run, whatever happened in between', () => {
    const host = hostOf(FILES);
    host.update({ buffers: [[EDITED, TEXT]] });
    const texts = [TEXT, TEXT.replace(LINE, ''), TEXT.replace(LINE, `        return\n${LINE}`)];
    const first = texts.map((text) => {
      host.update({ buffers: [[EDITED, text]] });
      return plain(host.analyse(NEVER_CANCELLED));
    });
    for (const at of [1, 0, 2, 0, 1]) {
      host.update({ buffers: [[EDITED, texts[at] ?? '']] });
      const refreshed = host.refresh();
      expect(refreshed && plain(refreshed)).toEqual(first[at]);
    }
  });

  it('leave small changes small, once a run of another text was taken back', () => {
    const host = hostOf(FILES);
    for (const text of [TEXT, TEXT.replace(LINE, '')]) {
      host.update({ buffers: [[EDITED, text]] });
      host.analyse(NEVER_CANCELLED);
    }
    const text = TEXT.replace(LINE, `        print("wired")\n${LINE}`);
    host.update({ buffers: [[EDITED, text]] });
    const refreshed = host.refresh();
    expect(refreshed && plain(refreshed)).toEqual(anew({ ...FILES, [EDITED]: text }));
  });

  it('are known before they are there, where a fix was proved', () => {
    const host = hostOf(FILES);
    const [known] = host.analyse(NEVER_CANCELLED).diagnostics.get(EDITED) ?? [];
    const [fix] = host.fixes(known?.id ?? '', NEVER_CANCELLED);
    const text = (fix?.edits ?? []).reduceRight(
      (current, { range: { start, end }, newText }) =>
        changed(current, { range: { start, end }, text: newText }, 'utf-16'),
      TEXT,
    );
    expect(text).not.toBe(TEXT);
    host.update({ buffers: [[EDITED, text]] });
    const refreshed = host.refresh();
    expect(refreshed && plain(refreshed)).toEqual(anew({ ...FILES, [EDITED]: text }));
  });
});
