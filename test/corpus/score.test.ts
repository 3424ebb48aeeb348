import { expect, test } from 'vitest';
import type { Report, ReportComponent, ReportFinding, Verdict } from '../../server/src/analysis/report.ts';
import { type Label, applicationOf } from './labels.ts';
import { scoreReport } from './score.ts';
import { countsOf } from './table.ts';

function label(of: Partial<Label>): Label {
  return {
    component: 'Engine',
    kind: 'class',
    file: 'engine.py',
    setters: ['set_manager'],
    attribute: 'manager',
    verdict: 'wired',
    accept: [of.verdict ?? 'wired'],
    expectReport: false,
    borderline: false,
    evidence: [],
    ...of,
  };
}

function component(verdict: Verdict, of: Partial<ReportComponent> = {}): ReportComponent {
  return {
    component: 'Engine',
    kind: 'class',
    file: 'engine.py',
    line: 1,
    injectionPoint: { kind: 'setter', name: 'set_manager', attribute: 'manager', file: 'engine.py', line: 3 },
    verdict,
    verdicts: { '': verdict },
    instances: [],
    injections: [],
    lostEvents: [],
    ...of,
  };
}

function finding(of: Partial<ReportFinding> = {}): ReportFinding {
  const range = { start: { line: 9, column: 1 }, end: { line: 9, column: 2 } };
  const message = 'Engine never receives its `manager`';
  const about = { check: 'never-injected', severity: 'error', component: 'Engine' } as const;
  return { ...about, message, file: 'main.py', range, environments: [], steps: [], fixes: [], ...of };
}

function report(components: readonly ReportComponent[], findings: readonly ReportFinding[] = []): Report {
  const stats = { filesParsed: 1, filesSeen: 1, steps: 1, milliseconds: 1, runs: 1 };
  const nothing = { entryPoints: [], environments: [], events: [], unresolved: [] };
  return { version: 1, root: '.', ...nothing, components, findings, stats };
}

test('A verdict is right, wrong or unresolved', () => {
  const outcome = (verdict: Verdict): string | undefined =>
    scoreReport([label({})], report([component(verdict)])).labels[0]?.outcome;
  expect(['wired', 'never', 'unresolved'].map((verdict) => outcome(verdict as Verdict))).toEqual([
    'right',
    'wrong',
    'unresolved',
  ]);
});

test('What is not listed is right only where nothing uses it', () => {
  const scored = scoreReport([label({}), label({ verdict: 'unused', accept: ['unused'] })], report([]));
  expect(scored.labels.map(({ verdict, outcome }) => [verdict, outcome])).toEqual([
    ['missing', 'wrong'],
    ['missing', 'right'],
  ]);
});

test('A label is found by file, class and attribute; without an attribute by the setter', () => {
  const other = component('never', { component: 'Other' });
  const scored = scoreReport(
    [label({}), label({ component: 'Other (a class)', attribute: undefined }), label({ attribute: 'bus' })],
    report([component('wired'), other]),
  );
  expect(scored.labels.map(({ verdict }) => verdict)).toEqual(['wired', 'never', 'missing']);
});

test('Labels of one class are told apart by where its instances are made', () => {
  const instances = [
    { file: 'main.py', line: 3, verdict: 'wired' },
    { file: 'flow.py', line: 40, verdict: 'never' },
  ] as const;
  const dead = { verdict: 'unused', accept: ['unused'], evidence: [{ file: 'dead.py', line: 5 }] };
  const labels = [
    label({}),
    label({
      verdict: 'never',
      accept: ['never'],
      expectReport: true,
      evidence: [{ file: 'flow.py', line: 41 }],
    }),
    label(dead),
  ];
  const steps = [{ file: 'flow.py', line: 40, kind: 'create', message: '', state: '' }] as const;
  const scored = scoreReport(labels, report([component('never', { instances })], [finding({ steps })]));
  expect(scored.labels.map(({ verdict, outcome, reported }) => [verdict, outcome, reported])).toEqual([
    ['wired', 'right', false],
    ['never', 'right', true],
    ['missing', 'right', false],
  ]);
  expect(scored.findings.map(({ outcome }) => outcome)).toEqual(['true']);
  expect(scored.missed).toEqual([]);
});

test('Findings are true, false, hints, or about something without a label', () => {
  const labels = [
    label({ verdict: 'never', accept: ['never'], expectReport: true }),
    label({ component: 'Quiet', verdict: 'conditional', accept: ['conditional'], expectReport: 'hint' }),
    label({ component: 'Missed', verdict: 'never', accept: ['never'], expectReport: true }),
  ];
  const components = ['Engine', 'Quiet', 'Missed'].map((name) => component('never', { component: name }));
  const scored = scoreReport(
    labels,
    report(components, [
      finding(),
      finding({ component: 'Quiet' }),
      finding({ component: 'Quiet', severity: 'information' }),
      finding({ component: 'Stranger' }),
    ]),
  );
  expect(scored.findings.map(({ outcome }) => outcome)).toEqual(['true', 'false', 'hint', 'other']);
  expect(scored.missed).toEqual([labels[2]]);
  expect(countsOf(scored)).toMatchObject({ true: 1, false: 1, hint: 1, other: 1, missed: 1 });
});

test('What is borderline counts neither way', () => {
  const labels = [label({ borderline: true, expectReport: true, verdict: 'never', accept: ['never'] })];
  expect(scoreReport(labels, report([component('wired')]))).toEqual({ labels: [], findings: [], missed: [] });
});

test('Labels are read into the words of a report', () => {
  const read = applicationOf({
    repo: 'owner/name',
    commit: 'abc',
    entry: { file: 'main.py' },
    components: [
      {
        component: 'core (module)',
        kind: 'module',
        file: 'core.ts',
        setter: '(attribute assignment)',
        property: 'io (a remark)',
        verdict: 'request_only',
        accept: ['late'],
      },
    ],
  });
  expect(read.labels).toEqual([
    {
      component: 'core (module)',
      kind: 'module',
      file: 'core.ts',
      setters: [],
      attribute: 'io',
      verdict: 'request-only',
      accept: ['request-only', 'late'],
      expectReport: true,
      borderline: false,
      evidence: [],
    },
  ]);
});
