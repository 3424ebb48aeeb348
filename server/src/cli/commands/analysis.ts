/** Runs the analysis for a command. Must not know what is made of the result. */
import type { AnalysisRequest, AnalysisResult } from '../../analysis/api.ts';
import { NEVER_CANCELLED } from '../../base/cancellation.ts';
import type { CommandLineHost } from '../host.ts';
import { withProgress } from '../progress.ts';
import { entryPoints, type Project } from '../project.ts';

/** The options that choose what is run. */
export interface RunOptions {
  readonly entry: readonly string[];
  readonly environment: readonly string[];
}

/** The report's root is named as the person named it. @throws UsageError */
export function runAnalysis(host: CommandLineHost, project: Project, options: RunOptions): AnalysisResult {
  const request = requestFor(host, project, options);
  const result = withProgress(host, (onProgress) => host.analyze({ ...request, onProgress }));
  // The same object: fixes are asked for by its findings.
  return { ...result, report: { ...result.report, root: project.name } };
}

/** What is asked of the analysis. @throws UsageError */
export function requestFor(
  { folders, models, clock }: CommandLineHost,
  project: Project,
  options: RunOptions,
): AnalysisRequest {
  return {
    fileSystem: project.fileSystem,
    configuration: project.configuration,
    target: project.target,
    entryPoints: entryPoints(folders, project, options.entry),
    environments: options.environment,
    models,
    token: NEVER_CANCELLED,
    clock,
  };
}
