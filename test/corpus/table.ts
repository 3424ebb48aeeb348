/** The result of a run over applications, as text and as the page of the documentation. Must not know how it was scored. */
import type { ReportFinding, Report } from '../../server/src/analysis/report.ts';
import type { LabelledApplication } from './labels.ts';
import type { Score } from './score.ts';

export interface ApplicationResult {
  readonly application: LabelledApplication;
  readonly report: Report;
  readonly score: Score;
}

interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly unresolved: number;
  readonly true: number;
  readonly false: number;
  readonly hint: number;
  readonly other: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly healthy: number;
}

export function countsOf(score: Score): Counts {
  const labels = (outcome: string): number =>
    score.labels.filter((entry) => entry.outcome === outcome).length;
  const findings = (outcome: string): number =>
    score.findings.filter((entry) => entry.outcome === outcome).length;
  const healthy = score.labels.filter(({ label }) => label.verdict === 'wired' || label.verdict === 'unused');
  return {
    right: labels('right'),
    wrong: labels('wrong'),
    unresolved: labels('unresolved'),
    true: findings('true'),
    false: findings('false'),
    hint: findings('hint'),
    other: findings('other'),
    missed: score.missed.length,
    falseAlarms: healthy.filter(({ reported }) => reported).length,
    healthy: healthy.length,
  };
}

export function totalOf(results: readonly ApplicationResult[]): Counts {
  const all = results.map(({ score }) => score);
  return countsOf({
    labels: all.flatMap(({ labels }) => labels),
    findings: all.flatMap(({ findings }) => findings),
    missed: all.flatMap(({ missed }) => missed),
  });
}

const HEAD = [
  'application',
  'right',
  'wrong',
  'unresolved',
  'true',
  'false',
  'missed',
  'other',
  'seconds',
  'files',
];

function rowOf(name: string, counts: Counts, reports: readonly Report[]): readonly string[] {
  const { right, wrong, unresolved, missed, other } = counts;
  const milliseconds = reports.reduce((sum, { stats }) => sum + stats.milliseconds, 0);
  const parsed = reports.reduce((sum, { stats }) => sum + stats.filesParsed, 0);
  const seen = reports.reduce((sum, { stats }) => sum + stats.filesSeen, 0);
  const numbers = [right, wrong, unresolved, counts.true, counts.false, missed, other].map(String);
  return [name, ...numbers, (milliseconds / 1000).toFixed(1), `${parsed} of ${seen}`];
}

function rowsOf(results: readonly ApplicationResult[]): readonly (readonly string[])[] {
  const rows = results.map(({ application, report, score }) =>
    rowOf(application.repo, countsOf(score), [report]),
  );
  return [
    ...rows,
    rowOf(
      'total',
      totalOf(results),
      results.map(({ report }) => report),
    ),
  ];
}

/** The table, then every label that is not right and every finding that is not true. */
export function textOf(results: readonly ApplicationResult[]): string {
  const rows = [HEAD, ...rowsOf(results)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const notes = results.flatMap(notesOf);
  return [...table, '', ...notes, ...(notes.length > 0 ? [''] : []), ...summary(totalOf(results))].join('\n');
}

function notesOf({ application, score, report }: ApplicationResult): readonly string[] {
  const labels = score.labels
    .filter(({ outcome }) => outcome !== 'right')
    .map(
      ({ label, verdict }) =>
        `${application.repo}: ${label.component} (${label.attribute ?? label.setters[0] ?? ''}): ${verdict}, is ${label.verdict}`,
    );
  const findings = score.findings
    .filter(({ outcome }) => outcome !== 'true')
    .map(({ finding, outcome }) => `${application.repo}: ${outcome} finding: ${sentence(finding)}`);
  const missed = score.missed.map((label) => `${application.repo}: missed: ${label.component}`);
  return [
    ...labels,
    ...findings,
    ...missed,
    ...(report.entryPoints.length === 0 ? [`${application.repo}: no entry point`] : []),
  ];
}

function sentence(finding: ReportFinding): string {
  return `${finding.severity} ${finding.check} at ${finding.file}:${finding.range.start.line}: ${finding.message}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

export function summary(counts: Counts): readonly string[] {
  const labels = counts.right + counts.wrong + counts.unresolved;
  return [
    `verdicts right: ${share(counts.right, labels)} (${counts.right} of ${labels})`,
    `findings on labelled components: precision ${share(counts.true, counts.true + counts.false)}, ` +
      `recall ${share(counts.true, counts.true + counts.missed)}`,
    `components that are wired or not used and reported all the same: ${share(counts.falseAlarms, counts.healthy)} (${counts.falseAlarms} of ${counts.healthy})`,
  ];
}

/** A Markdown section. */
export function pageOf(results: readonly ApplicationResult[], title: string): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [...HEAD.slice(0, 1), 'revision', ...HEAD.slice(1)];
  const revisions = results.map(({ application }) => `\`${application.commit.slice(0, 10)}\``);
  const rows = rowsOf(results).map((row, index) => [row[0] ?? '', revisions[index] ?? '', ...row.slice(1)]);
  const wrong = results.flatMap(notesOf).map((note) => `- ${note}`);
  const tables = [line(head), line(head.map(() => '---')), ...rows.map(line)];
  return [
    `## ${title}`,
    '',
    ...tables,
    '',
    ...summary(totalOf(results)).map((text) => `- ${text}`),
    '',
    ...(wrong.length > 0 ? ['What is not right:', '', ...wrong, ''] : []),
  ].join('\n');
}
