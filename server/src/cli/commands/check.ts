/** `wiretrace check`: the report, and an exit code that says whether it has findings. Must not know how it was found. */
import type { AnalysisResult } from '../../analysis/api.ts';
import { withFixes } from '../../analysis/list-fixes.ts';
import type { Report } from '../../analysis/report.ts';
import { NEVER_CANCELLED } from '../../base/cancellation.ts';
import { updateBaseline, withoutBaseline } from '../baseline.ts';
import { EXIT_CODES, type ExitCode, UsageError } from '../failures.ts';
import type { CommandLineHost } from '../host.ts';
import { joined } from '../paths.ts';
import { withProgress } from '../progress.ts';
import { openProject, type Project, type ProjectOptions } from '../project.ts';
import { githubReport } from '../reports/github.ts';
import { junitReport } from '../reports/junit.ts';
import { sarifReport } from '../reports/sarif.ts';
import { counted } from '../text/layout.ts';
import { nothingChecked, type TextOptions, textReport } from '../text/report.ts';
import { createStyle } from '../text/style.ts';
import { type RunOptions, runAnalysis } from './analysis.ts';

export const FORMATS = ['text', 'json', 'sarif', 'junit', 'github'] as const;

export interface CheckOptions extends ProjectOptions, RunOptions, TextOptions {
  readonly format: (typeof FORMATS)[number];
  /** List proved fixes whatever it costs. */
  readonly fixes?: boolean;
  /** File of findings that are not reported, as it was typed. */
  readonly baseline?: string;
  /** Write the findings into that file instead. */
  readonly updateBaseline?: boolean;
}

/** @throws UsageError */
export function check(host: CommandLineHost, path: string, options: CheckOptions): ExitCode {
  const project = openProject(host, path, options);
  const file = options.baseline ?? configuredBaseline(project);
  if (options.updateBaseline === true && file === undefined)
    throw new UsageError('--update-baseline wants --baseline FILE, or "baseline" in the configuration');
  const analysed = runAnalysis(host, project, options);
  if (options.updateBaseline === true && file !== undefined) updateBaseline(host, file, analysed.report);
  const result = file === undefined ? analysed : baselined(host, file, analysed);
  const report = withProgress(host, () => withFixes(result, NEVER_CANCELLED, options.fixes === true));
  host.out.write(printed(host, project, report, options));
  const nothing = options.format === 'text' ? undefined : nothingChecked(report);
  if (nothing !== undefined) host.err.write(`wiretrace: ${nothing}\n`);
  return report.findings.length === 0 ? EXIT_CODES.noFindings : EXIT_CODES.findings;
}

/** In the configuration it stands from the root. */
function configuredBaseline({ root, configuration }: Project): string | undefined {
  return configuration.baseline === undefined ? undefined : joined(root, configuration.baseline);
}

function baselined(host: CommandLineHost, file: string, result: AnalysisResult): AnalysisResult {
  const { report, hidden, stale } = withoutBaseline(host, file, result.report);
  if (hidden > 0) host.err.write(`wiretrace: ${counted(hidden, 'finding')} of the baseline left out\n`);
  if (stale > 0)
    host.err.write(
      `wiretrace: ${counted(stale, 'finding')} of the baseline gone; --update-baseline writes it anew\n`,
    );
  return { ...result, report };
}

function printed(host: CommandLineHost, project: Project, report: Report, options: CheckOptions): string {
  switch (options.format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'sarif':
      return sarifReport(report, host.version);
    case 'junit':
      return junitReport(report);
    case 'github':
      return githubReport(report);
    case 'text':
      return textReport(createStyle(host.out, project.name, project.fileSystem), report, options);
  }
}
