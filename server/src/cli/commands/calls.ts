/** `wiretrace calls`: the call graph of the program that starts at a file, as JSON. Must not know how it was found. */
import { NEVER_CANCELLED } from '../../base/cancellation.ts';
import { EXIT_CODES, type ExitCode, UsageError } from '../failures.ts';
import type { CommandLineHost } from '../host.ts';
import { folderOf, nameOf } from '../paths.ts';
import { existing } from '../project.ts';

export function calls(host: CommandLineHost, file: string): ExitCode {
  const place = existing(host.folders, file);
  if (host.folders.kindOf(place) !== 'file')
    throw new UsageError(`calls wants a file, and ${file} is a folder`);
  const graph = host.callGraph({
    fileSystem: host.folders.open(folderOf(place)),
    models: host.models,
    file: nameOf(place),
    token: NEVER_CANCELLED,
  });
  host.out.write(`${JSON.stringify(graph, null, 2)}\n`);
  return EXIT_CODES.noFindings;
}
