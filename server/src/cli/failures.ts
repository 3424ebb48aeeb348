/** Exit codes, and the ways in which a run ends without a result. Must not know any command. */
import type { ConfigurationProblem } from '../config/read-configuration.ts';

/** What the shell is told; `--help` prints this list too. */
export const EXIT_CODES = {
  noFindings: 0,
  findings: 1,
  internalError: 2,
  configurationError: 3,
  usageError: 4,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** The command was not given what it needs; the message says what, in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The configuration is wrong; nothing was analysed. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    super(problems.map((problem) => problem.message).join('; '));
    this.problems = problems;
  }
}
