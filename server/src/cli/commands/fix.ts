/** `wiretrace fix`: applies proved fixes, or shows them as a patch. Must not know how they are found. */
import type { FixAllResult } from '../../analysis/fix-all.ts';
import { CHECK_IDS, type CheckId } from '../../config/checks.ts';
import { EXIT_CODES, type ExitCode, UsageError } from '../failures.ts';
import type { CommandLineHost } from '../host.ts';
import { withProgress } from '../progress.ts';
import { openProject, type Project, type ProjectOptions } from '../project.ts';
import { fixingText } from '../text/fixing.ts';
import { printable } from '../text/printable.ts';
import { createStyle } from '../text/style.ts';
import { unifiedDiff } from '../text/unified-diff.ts';
import { requestFor, type RunOptions } from './analysis.ts';

export interface FixOptions extends ProjectOptions, RunOptions {
  readonly check: readonly string[];
  readonly dryRun?: boolean;
  readonly unsafe?: boolean;
}

/** @throws UsageError */
export function fix(host: CommandLineHost, path: string, options: FixOptions): ExitCode {
  const checks = options.check.map(checkNamed);
  const project = openProject(host, path, options);
  const request = requestFor(host, project, options);
  const result = withProgress(host, (onProgress) =>
    host.fixAll({ ...request, onProgress }, { checks, unsafe: options.unsafe === true }),
  );
  const failures = options.dryRun === true ? showPatch(host, project, result) : save(host, project, result);
  // A patch is for `git apply`: what is said about it goes to people alone.
  const output = options.dryRun === true ? host.err : host.out;
  const style = createStyle(output, project.name, project.fileSystem);
  output.write(fixingText(style, result, options));
  for (const failure of failures) host.err.write(`wiretrace: ${printable(failure)}\n`);
  if (failures.length > 0) return EXIT_CODES.internalError;
  return result.left.length === 0 ? EXIT_CODES.noFindings : EXIT_CODES.findings;
}

function checkNamed(name: string): CheckId {
  const id = CHECK_IDS.find((known) => known === name);
  if (id === undefined) throw new UsageError(`--check: there is no check ${name}`);
  return id;
}

function showPatch(
  { out }: CommandLineHost,
  { fileSystem }: Project,
  { texts }: FixAllResult,
): readonly string[] {
  for (const [file, text] of texts) {
    const diff = unifiedDiff(file, fileSystem.read(file), text);
    out.write(out.isTerminal ? diff.split('\n').map(printable).join('\n') : diff);
  }
  return [];
}

/** Files that could not be written, with the reason. */
function save(
  { folders }: CommandLineHost,
  { root, fileSystem }: Project,
  { texts }: FixAllResult,
): readonly string[] {
  return [...texts].flatMap(([file, after]) => {
    const reason = folders.save(root, file, { before: fileSystem.read(file), after });
    return reason === undefined ? [] : [`${file} was not written: ${reason}`];
  });
}
