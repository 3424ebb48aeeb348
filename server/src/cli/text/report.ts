/** The whole report as text. Must not know which command asked for it. */
import type { Report } from '../../analysis/report.ts';
import type { ReportedSeverity } from '../../config/checks.ts';
import { findingLines } from './finding.ts';
import { counted, listed } from './layout.ts';
import type { Style } from './style.ts';
import { componentLines, eventLines, unresolvedLines } from './tables.ts';

export interface TextOptions {
  /** List what could not be followed instead of counting it. */
  readonly unresolved?: boolean;
  /** List components that nothing uses, too. */
  readonly all?: boolean;
}

export function textReport(style: Style, report: Report, options: TextOptions): string {
  const blocks = [
    ...report.findings.map((finding) => findingLines(style, finding)),
    componentLines(style, report, options.all === true),
    eventLines(style, report.events),
    unresolvedLines(style, report, options.unresolved === true),
    summaryLines(style, report),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function summaryLines(style: Style, report: Report): readonly string[] {
  const { stats } = report;
  const nothing = nothingChecked(report);
  if (nothing !== undefined) return [style.yellow(nothing)];
  const seconds = (stats.milliseconds / 1000).toFixed(2);
  const extent = [
    `${stats.filesParsed} of ${counted(stats.filesSeen, 'file')} parsed`,
    counted(report.entryPoints.length, 'entry point'),
    ...(report.environments.length > 0 ? [counted(report.environments.length, 'environment')] : []),
    `${seconds} s`,
  ].join(', ');
  const verdict =
    report.findings.length === 0 ? style.green('No findings') : style.bold(`Found ${severities(report)}`);
  return [`${verdict} ${style.dim(`(${extent})`)}`];
}

/** Why a report without findings says nothing; `undefined` where something was checked. */
export function nothingChecked({ stats, root, entryPoints, findings }: Report): string | undefined {
  if (stats.filesSeen === 0) return `There are no source files below ${root}: nothing was checked.`;
  if (entryPoints.length > 0 || findings.length > 0) return undefined;
  const where = `no place where an application starts was found in ${counted(stats.filesSeen, 'file')}`;
  return `Nothing was checked: ${where}. Name one with --entry FILE, or under "entryPoints" in the configuration.`;
}

const NOUNS: readonly (readonly [ReportedSeverity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['information', 'note'],
];

function severities(report: Report): string {
  const parts = NOUNS.map(([severity, noun]) => {
    const count = report.findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? '' : counted(count, noun);
  });
  return listed(parts.filter((part) => part !== ''));
}
