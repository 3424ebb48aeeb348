/** The fixes of a report's findings, by title. Must not know how a fix is proved. */
import type { CancellationToken } from '../base/cancellation.ts';
import type { AnalysisResult } from './api.ts';
import { byPlace } from './build-report.ts';
import type { Report, ReportFinding, ReportFix, ReportUnresolved } from './report.ts';

/**
 * Steps of the interpreter that proving may take in all when nobody asked for fixes: about two seconds. Proving one takes about
 * as many as the analysis did, so that this is enough for small applications, and nothing at all for large ones.
 */
const STEPS_UNASKED = 400_000;
/** A person chooses among this many. */
const MAX_LISTED = 3;

/** The report with the titles of proved fixes: of all of them where `all`, else as far as they cost little. @throws CancelledError */
export function withFixes(result: AnalysisResult, token: CancellationToken, all: boolean): Report {
  const { report } = result;
  if (report.findings.length === 0) return report;
  const allowance = {
    left: all ? Number.POSITIVE_INFINITY : Math.floor(STEPS_UNASKED / Math.max(1, report.stats.steps)),
  };
  const findings: ReportFinding[] = [];
  const untried: ReportFinding[] = [];
  for (const finding of report.findings) {
    const fixes: ReportFix[] = [];
    findings.push({ ...finding, fixes });
    // Not even looked for: on a large application finding what might fit takes long as well.
    if (allowance.left <= 0) {
      untried.push(finding);
      continue;
    }
    for (const { title, applicability } of result.fixesFor(finding, token, allowance)) {
      fixes.push({ title, applicability });
      if (fixes.length === MAX_LISTED) break;
    }
  }
  const unresolved = [...report.unresolved, ...leftOut(untried)].toSorted(byPlace);
  return { ...report, findings, unresolved };
}

function leftOut(untried: readonly ReportFinding[]): readonly ReportUnresolved[] {
  const [first] = untried;
  if (!first) return [];
  const which = untried.length === 1 ? 'this finding' : `this finding and ${untried.length - 1} more`;
  return [
    {
      file: first.file,
      line: first.range.start.line,
      reason: `no fixes were looked for, for ${which}: proving them takes long here; --fixes does it`,
    },
  ];
}
