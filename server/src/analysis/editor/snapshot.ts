/** From a report to what an editor is shown of it. Must not know how the report came about, nor a protocol. */
import type { Configuration } from '../../config/configuration.ts';
import type { ConfigurationProblem } from '../../config/read-configuration.ts';
import type { FileSystem } from '../../source/file-system.ts';
import type { Report } from '../report.ts';
import type { Analysis } from './analysis.ts';
import { configurationLinks, suitesOf } from './configuration-view.ts';
import { editorDiagnostics } from './diagnostics.ts';
import { marksOf } from './marks.ts';
import type { TextPlaces } from './text-places.ts';

export interface SnapshotParts {
  readonly report: Report;
  /** With the editor's settings. */
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
  /** What is told besides the problems. */
  readonly notices: readonly string[];
}

export function snapshotOf(
  { report, configuration, problems, notices }: SnapshotParts,
  files: FileSystem,
  places: TextPlaces,
): Analysis {
  const told = problems.map(({ file, message }) => `${file}: ${message}`);
  return {
    revision: 0,
    isDue: false,
    ...placed(report, problems, places),
    suites: suitesOf(configuration, files, places),
    links: configurationLinks(configuration, files, places),
    configurationFile: configuration.file ?? problems[0]?.file,
    isConfigurationSound: problems.length === 0,
    notices: [...told, ...notices],
    settings: JSON.stringify({ ...configuration, places: undefined }, null, 2),
  };
}

/** What of a snapshot depends on where things stand. */
export function placed(
  report: Report,
  problems: readonly ConfigurationProblem[],
  places: TextPlaces,
): Pick<Analysis, 'report' | 'diagnostics' | 'marks'> {
  return {
    report,
    diagnostics: editorDiagnostics(report, problems, places),
    marks: marksOf(report, places),
  };
}
