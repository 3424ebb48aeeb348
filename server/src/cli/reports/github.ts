/** The report as workflow commands of GitHub Actions: an annotation per finding. Must not know how it was found. */
import type { Report, ReportFinding } from '../../analysis/report.ts';
import type { ReportedSeverity } from '../../config/checks.ts';
import { joined } from '../paths.ts';

const COMMANDS: Readonly<Record<ReportedSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

/** Files are named from the working folder: annotations are placed from the root of the repository. */
export function githubReport(report: Report): string {
  return report.findings.map((finding) => `${annotation(report.root, finding)}\n`).join('');
}

function annotation(
  root: string,
  { check, severity, message, file, range, environments }: ReportFinding,
): string {
  const { start, end } = range;
  const properties = {
    file: joined(root, file),
    line: start.line,
    endLine: end.line,
    // Columns are for annotations within one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: `wiretrace ${check}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  const where = environments.length > 0 ? ` (in ${environments.join(', ')})` : '';
  return `::${COMMANDS[severity]} ${list.join(',')}::${escaped(message + where)}`;
}

/** A line ending would end the command, and a percent sign begins an escape. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
