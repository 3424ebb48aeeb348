/** `wiretrace trace`: the dry run step by step. Must not know how it was found. */
import { traceText } from '../../analysis/trace-text.ts';
import { EXIT_CODES, type ExitCode } from '../failures.ts';
import type { CommandLineHost } from '../host.ts';
import { joined } from '../paths.ts';
import { openProject, type ProjectOptions } from '../project.ts';
import { printable } from '../text/printable.ts';
import { type RunOptions, runAnalysis } from './analysis.ts';

export interface TraceOptions extends ProjectOptions, RunOptions {}

export function trace(host: CommandLineHost, path: string, options: TraceOptions): ExitCode {
  const project = openProject(host, path, options);
  const result = runAnalysis(host, project, options);
  const text = traceText(result.trace, (file) => joined(project.name, file));
  if (result.trace.runs.length === 0)
    host.err.write('wiretrace: no entry point was found, so there is nothing to trace\n');
  for (const line of text === '' ? [] : text.split('\n')) host.out.write(`${printable(line)}\n`);
  return EXIT_CODES.noFindings;
}
