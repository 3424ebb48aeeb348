/** The command line from arguments to an exit code. Must not know the machine; the host stands for it. */
import { CommanderError } from 'commander';
import { ConfigurationError, EXIT_CODES, type ExitCode, UsageError } from './failures.ts';
import type { CommandLineHost } from './host.ts';
import { createProgram } from './program.ts';
import { printable } from './text/printable.ts';

/** Runs `args` (without the program's own name). Never throws or rejects: what goes wrong is a message and an exit code. */
export function runCommandLine(host: CommandLineHost, args: readonly string[]): ExitCode | Promise<ExitCode> {
  const codes: (ExitCode | Promise<ExitCode>)[] = [];
  const program = createProgram(host, (code) => codes.push(code));
  const failed = (error: unknown): ExitCode =>
    reportFailure(host, error, program.opts<{ debug?: boolean }>().debug === true);
  try {
    program.parse(args, { from: 'user' });
    const code = codes.at(-1) ?? EXIT_CODES.noFindings;
    return typeof code === 'number' ? code : code.catch(failed);
  } catch (error) {
    return failed(error);
  }
}

function reportFailure(host: CommandLineHost, error: unknown, debug: boolean): ExitCode {
  // Commander has already said what is wrong; help and version are not failures.
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? EXIT_CODES.noFindings : EXIT_CODES.usageError;
  if (error instanceof UsageError) {
    host.err.write(`wiretrace: ${printable(error.message)}\n`);
    return EXIT_CODES.usageError;
  }
  if (error instanceof ConfigurationError) {
    for (const { file, line, column, message } of error.problems) {
      host.err.write(`${printable(`${file}:${line}:${column}: ${message}`)}\n`);
    }
    host.err.write('wiretrace: nothing was checked, since the configuration has mistakes\n');
    return EXIT_CODES.configurationError;
  }
  return reportInternalError(host, error, debug);
}

function reportInternalError(host: CommandLineHost, error: unknown, debug: boolean): ExitCode {
  const [summary = ''] = String(error).split('\n');
  const hint = debug ? '' : '; --debug shows where';
  host.err.write(`wiretrace: internal error, this is a mistake of Wiretrace: ${printable(summary)}${hint}\n`);
  if (debug && error instanceof Error) host.err.write(`${error.stack ?? ''}\n`);
  return EXIT_CODES.internalError;
}
