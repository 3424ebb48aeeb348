/** Runs the analysis for a command. Must not know what is made of the result. */
import type { AnalysisResult } from '../../analysis/api.ts';
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
  const chosen = entryPoints(host.folders, project, options.entry);
  const result = withProgress(host, (onProgress) =>
    host.analyze({
      fileSystem: project.fileSystem,
      configuration: project.configuration,
      target: project.target,
      entryPoints: chosen,
      environments: options.environment,
      models: host.models,
      token: NEVER_CANCELLED,
      clock: host.clock,
      onProgress,
    }),
  );
  return { ...result, report: { ...result.report, root: project.name } };
}
