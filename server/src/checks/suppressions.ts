/** Comments that silence a check on a line, a block or a file. Must not know what the checks report. */
import type { Configuration } from '../config/configuration.ts';
import type { CodeIndex } from '../wiring/code-index.ts';
import type { Finding } from '../wiring/types.ts';

export function suppress(_code: CodeIndex, _configuration: Configuration, findings: readonly Finding[]): readonly Finding[] {
  return findings;
}
