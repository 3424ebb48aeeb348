import type { Log } from 'sarif';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { runOn, under } from '../support/fake-host.ts';
import { SAMPLE_FILES, SAMPLE_REPORT, SAMPLE_RESULT } from '../support/sample-report.ts';

const files = under('/work/shop', SAMPLE_FILES);
const [FINDING] = SAMPLE_REPORT.findings;
if (!FINDING) throw new Error('the sample has a finding');
const { start, end } = FINDING.range;

describe('SARIF', () => {
  const { out, code } = runOn({ files }, 'check', 'shop', '--format', 'sarif');
  const log = JSON.parse(out) as Log;

  it('has a result per finding, with place, rule and the proof', () => {
    expect(code).toBe(1);
    expect([log.version, log.runs.length]).toEqual(['2.1.0', 1]);
    const [run] = log.runs;
    expect(run?.tool.driver).toMatchObject({ name: 'Wiretrace', semanticVersion: '1.2.3' });
    const [result] = run?.results ?? [];
    expect(result).toMatchObject({
      ruleId: FINDING.check,
      level: FINDING.severity,
      message: { text: FINDING.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `shop/${FINDING.file}`, uriBaseId: '%SRCROOT%' },
            region: {
              startLine: start.line,
              startColumn: start.column,
              endLine: end.line,
              endColumn: end.column,
            },
          },
        },
      ],
    });
    expect(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe(FINDING.check);
    expect(result?.codeFlows?.[0]?.threadFlows[0]?.locations.length).toBe(FINDING.steps.length);
  });
});

describe('JUnit', () => {
  it('has a case per component, and fails those with findings', () => {
    const { out } = runOn({ files }, 'check', 'shop', '--format', 'junit');
    const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' });
    const { testsuites } = parser.parse(out) as {
      testsuites: { testsuite: { testcase: Record<string, unknown>[] } };
    };
    const cases = testsuites.testsuite.testcase;
    const own = cases.find((each) => 'failure' in each);
    expect(own).toMatchObject({
      '@_classname': FINDING.component,
      failure: { '@_type': FINDING.check, '@_message': FINDING.message },
    });
    expect(testsuites.testsuite).toMatchObject({ '@_tests': String(cases.length), '@_failures': '1' });
  });
});

describe('GitHub', () => {
  it('annotates the place, with what would end a command escaped', () => {
    const report = { ...SAMPLE_REPORT, findings: [{ ...FINDING, message: 'a: 50%\nb', environments: [] }] };
    const analyze = () => ({ ...SAMPLE_RESULT, report });
    const { out } = runOn({ files, analyze }, 'check', 'shop', '--format', 'github');
    expect(out).toBe(
      `::error file=shop/${FINDING.file},line=${start.line},endLine=${end.line},col=${start.column},` +
        `endColumn=${end.column},title=wiretrace ${FINDING.check}::a: 50%25%0Ab\n`,
    );
  });
});

describe('a baseline', () => {
  it('hides what it holds, also where lines have moved, and nothing else', () => {
    const saved = new Map<string, string>();
    const update = runOn({ files, saved }, 'check', 'shop', '--baseline', 'known.json', '--update-baseline');
    expect(update).toMatchObject({ code: 0, err: 'wiretrace: 1 finding of the baseline left out\n' });
    expect(saved.get('/work/known.json')).not.toMatch(/:\d/);

    const moved = { ...FINDING, range: { start: { line: 90, column: 1 }, end: { line: 90, column: 2 } } };
    const other = { ...FINDING, component: 'Other' };
    const analyze = () => ({ ...SAMPLE_RESULT, report: { ...SAMPLE_REPORT, findings: [moved, other] } });
    const later = runOn(
      { files, saved, analyze },
      'check',
      'shop',
      '--baseline',
      'known.json',
      '--format',
      'json',
    );
    expect(
      (JSON.parse(later.out) as typeof SAMPLE_REPORT).findings.map(({ component }) => component),
    ).toEqual(['Other']);
    expect(later.code).toBe(1);
  });

  it('says what of it is gone', () => {
    const saved = new Map([
      [
        '/work/known.json',
        JSON.stringify({ version: 1, findings: [{ check: 'a', file: 'b', component: 'c', message: 'd' }] }),
      ],
    ]);
    const { err } = runOn({ files, saved }, 'check', 'shop', '--baseline', 'known.json');
    expect(err).toBe('wiretrace: 1 finding of the baseline gone; --update-baseline writes it anew\n');
  });

  it.each([
    ['that is not there', {}, 'there is no baseline known.json; --update-baseline writes one'],
    ['that is none', { '/work/known.json': '[]' }, 'known.json is not a baseline'],
  ])('%s is a usage error', (_, more, message) => {
    expect(
      runOn({ files: { ...files, ...more } }, 'check', 'shop', '--baseline', 'known.json'),
    ).toMatchObject({
      code: 4,
      err: `wiretrace: ${message}\n`,
    });
  });
});
