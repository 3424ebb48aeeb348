import { describe, expect, it } from 'vitest';
import type { FixAllOptions, FixAllResult } from '../../server/src/analysis/fix-all.ts';
import { runOn, under } from '../support/fake-host.ts';
import { SAMPLE_FILES, SAMPLE_REPORT, WIRED_RESULT } from '../support/sample-report.ts';

const files = under('/work/shop', SAMPLE_FILES);
const [FINDING] = SAMPLE_REPORT.findings;
if (!FINDING) throw new Error('the sample has a finding');
const FIX = {
  title: 'Call set_websocket_manager()',
  applicability: 'safe',
  kind: 'correction',
  edits: [],
} as const;
const REVIEW = { ...FIX, title: 'Fail startup (needs review)', applicability: 'needs-review' } as const;

const FIXED: FixAllResult = {
  applied: [{ finding: FINDING, fix: FIX }],
  left: [],
  texts: new Map([['app/main.py', 'x = 1\n']]),
  report: WIRED_RESULT.report,
};
const LEFT: FixAllResult = {
  applied: [],
  left: [{ finding: FINDING, fixes: [REVIEW] }],
  texts: new Map(),
  report: SAMPLE_REPORT,
};

function fix(result: FixAllResult, ...args: readonly string[]) {
  const asked: FixAllOptions[] = [];
  const saved = new Map<string, string>();
  const fixAll = (_: unknown, options: FixAllOptions): FixAllResult => {
    asked.push(options);
    return result;
  };
  return { ...runOn({ files, saved, fixAll }, 'fix', 'shop', ...args), asked, saved };
}

describe('wiretrace fix', () => {
  it('writes what is proved, and says what was done', () => {
    const { code, out, err, saved } = fix(FIXED);
    expect([...saved]).toEqual([['/work/shop/app/main.py', 'x = 1\n']]);
    expect(out).toBe(
      `fixed shop/${FINDING.file}:${FINDING.range.start.line} legacy-setter\n` +
        '  Call set_websocket_manager()\n\n' +
        '1 finding fixed in 1 file, 0 left.\n' +
        'For each, the dry run was made again: the finding is gone, nothing new appeared, and the files read as before.\n',
    );
    expect([code, err]).toEqual([0, '']);
  });

  it('names what is left, and how to get it', () => {
    const { code, out, saved } = fix(LEFT);
    expect(out).toBe(
      `left shop/${FINDING.file}:${FINDING.range.start.line} legacy-setter\n` +
        '  possible: Fail startup (needs review)\n\n' +
        '0 findings fixed, 1 left.\n' +
        '--unsafe applies those that need review too.\n',
    );
    expect([code, saved.size]).toEqual([1, 0]);
  });

  it('prints a patch alone on standard output in a dry run, and writes nothing', () => {
    const { out, err, saved } = fix(FIXED, '--dry-run');
    expect(out.split('\n').slice(0, 2)).toEqual(['--- a/app/main.py', '+++ b/app/main.py']);
    expect(err).toContain('1 finding would be fixed in 1 file, 0 left.');
    expect(saved.size).toBe(0);
  });

  it('passes on which checks, and whether those that need review', () => {
    expect(fix(LEFT).asked).toEqual([{ checks: [], unsafe: false }]);
    expect(fix(LEFT, '--unsafe', '--check', 'legacy-setter', '--check', 'silent-skip').asked).toEqual([
      { checks: ['legacy-setter', 'silent-skip'], unsafe: true },
    ]);
  });

  it('knows its checks', () => {
    expect(fix(LEFT, '--check', 'legacy')).toMatchObject({
      code: 4,
      err: 'wiretrace: --check: there is no check legacy\n',
      asked: [],
    });
  });
});
