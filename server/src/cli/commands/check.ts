/** `wiretrace check`: the report, and an exit code that says whether it has findings. Must not know how it was found. */
import { withFixes } from '../../analysis/list-fixes.ts';
import { NEVER_CANCELLED } from '../../base/cancellation.ts';
import { EXIT_CODES, type ExitCode } from '../failures.ts';
import type { CommandLineHost } from '../host.ts';
import { withProgress } from '../progress.ts';
import { openProject, type ProjectOptions } from '../project.ts';
import { type TextOptions, textReport } from '../text/report.ts';
import { createStyle } from '../text/style.ts';
import { type RunOptions, runAnalysis } from './analysis.ts';

export interface CheckOptions extends ProjectOptions, RunOptions, TextOptions {
  readonly format: 'text' | 'json';
  /** List proved fixes whatever it costs. */
  readonly fixes?: boolean;
}

export function check(host: CommandLineHost, path: string, options: CheckOptions): ExitCode {
  const project = openProject(host, path, options);
  const result = runAnalysis(host, project, options);
  const report = withProgress(host, () => withFixes(result, NEVER_CANCELLED, options.fixes === true));
  if (options.format === 'json') host.out.write(`${JSON.stringify(report, null, 2)}\n`);
  else host.out.write(textReport(createStyle(host.out, project.name, project.fileSystem), report, options));
  return report.findings.length === 0 ? EXIT_CODES.noFindings : EXIT_CODES.findings;
}
