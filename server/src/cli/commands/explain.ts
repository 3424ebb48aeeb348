/** `wiretrace explain`: all that is known about one line. Must not know how it was found. */
import { EXIT_CODES, type ExitCode, UsageError } from '../failures.ts';
import type { CommandLineHost } from '../host.ts';
import { fileBelow, openProject, type ProjectOptions } from '../project.ts';
import { explanation } from '../text/explanation.ts';
import { createStyle } from '../text/style.ts';
import { type RunOptions, runAnalysis } from './analysis.ts';

export interface ExplainOptions extends ProjectOptions, RunOptions {}

/** @throws UsageError where the place is not `FILE:LINE`, or is not there. */
export function explain(host: CommandLineHost, place: string, options: ExplainOptions): ExitCode {
  // A column, as other output of ours has it, is welcome and passed over.
  const [, path, digits] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (path === undefined)
    throw new UsageError(`explain wants FILE:LINE, as in app/main.py:12, and not ${place}`);
  const project = openProject(host, options.root ?? path, options);
  const file = fileBelow(host.folders, project, path, 'explain');
  const line = Number(digits);
  const style = createStyle(host.out, project.name, project.fileSystem);
  if (style.sourceLine(file, line) === undefined) throw new UsageError(`${path} has no line ${digits}`);
  // The line belongs to the whole application, not only to its own file.
  const result = runAnalysis(host, { ...project, target: '' }, options);
  host.out.write(explanation(style, result, { file, line }));
  return EXIT_CODES.noFindings;
}
