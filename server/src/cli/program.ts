/** The command line as it is declared: commands, options, help. Must not know what the commands do. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { calls } from './commands/calls.ts';
import { check, FORMATS } from './commands/check.ts';
import { events } from './commands/events.ts';
import { fix } from './commands/fix.ts';
import { explain } from './commands/explain.ts';
import { trace } from './commands/trace.ts';
import { EXIT_CODES, type ExitCode } from './failures.ts';
import type { CommandLineHost } from './host.ts';

/** Is given the exit code of the command that ran; a promise where the command takes its time. */
type Finish = (code: ExitCode | Promise<ExitCode>) => void;

export function createProgram(host: CommandLineHost, finish: Finish): Command {
  const program = new Command('wiretrace')
    .description(
      'Finds dependencies that server startup silently never injected. Nothing of the project is executed.',
    )
    .version(host.version, '--version', 'print the version')
    .helpOption('-h, --help', 'show help, also for a command')
    .option('--debug', 'show the stack of an internal error')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', PROGRAM_HELP);
  program.addCommand(checkCommand(host, finish));
  program.addCommand(traceCommand(host, finish));
  program.addCommand(explainCommand(host, finish));
  program.addCommand(fixCommand(host, finish));
  program.addCommand(eventsCommand(host, finish));
  program.addCommand(callsCommand(host, finish));
  for (const command of [program, ...program.commands]) configure(command, host);
  return program;
}

/** Sends a command's own output to the host, and keeps it from ending the process. */
function configure(command: Command, host: CommandLineHost): void {
  command
    .copyInheritedSettings(command.parent ?? command)
    .exitOverride()
    .showHelpAfterError('(wiretrace --help shows what there is)')
    .configureOutput({
      writeOut: (text) => host.out.write(text),
      writeErr: (text) => host.err.write(text),
      getOutHelpWidth: () => host.out.width || HELP_WIDTH,
      getErrHelpWidth: () => host.err.width || HELP_WIDTH,
      getOutHasColors: () => host.out.hasColors,
      getErrHasColors: () => host.err.hasColors,
    });
}

const HELP_WIDTH = 100;

function checkCommand(host: CommandLineHost, finish: Finish): Command {
  const command = new Command('check')
    .description('check that every component has its dependency when the application starts to serve')
    .addArgument(pathArgument())
    .addOption(new Option('--format <format>', 'how the report is printed').choices(FORMATS).default('text'))
    .option('--all', 'list components that nothing uses, too')
    .option('--unresolved', 'list what could not be followed')
    .option('--baseline <file>', 'leave out the findings that this file holds')
    .option('--update-baseline', 'write the findings into the baseline')
    .option('--fixes', 'look for fixes also where proving them takes long')
    .addHelpText('after', CHECK_HELP);
  return withRunOptions(command).action((path: string, options: Parameters<typeof check>[2]) =>
    finish(check(host, path, options)),
  );
}

function traceCommand(host: CommandLineHost, finish: Finish): Command {
  const command = new Command('trace')
    .description('print the dry run of startup step by step, two spaces deeper per call')
    .addArgument(pathArgument())
    .addHelpText('after', TRACE_HELP);
  return withRunOptions(command).action((path: string, options: Parameters<typeof trace>[2]) =>
    finish(trace(host, path, options)),
  );
}

function explainCommand(host: CommandLineHost, finish: Finish): Command {
  const command = new Command('explain')
    .description('say all that is known about one line')
    .argument('<file:line>', 'the line, as the other commands print it')
    .option(
      '--root <folder>',
      'root of the application; without it, the nearest project folder above the file',
    )
    .addHelpText('after', EXPLAIN_HELP);
  return withRunOptions(command).action((place: string, options: Parameters<typeof explain>[2]) =>
    finish(explain(host, place, options)),
  );
}

function fixCommand(host: CommandLineHost, finish: Finish): Command {
  const command = new Command('fix')
    .description('apply fixes that another dry run has proved')
    .addArgument(pathArgument())
    .option('--dry-run', 'print the changes as a patch and write nothing')
    .addOption(repeatable('--check <id>', 'only findings of this check', 'all'))
    .option('--unsafe', 'apply also fixes that need review')
    .addHelpText('after', FIX_HELP);
  return withRunOptions(command).action((path: string, options: Parameters<typeof fix>[2]) =>
    finish(fix(host, path, options)),
  );
}

function eventsCommand(host: CommandLineHost, finish: Finish): Command {
  const command = new Command('events')
    .description('run the suites that show the critical events flowing, or listen to a running server')
    .addArgument(pathArgument())
    .option('--run', 'run the suites: this executes code of the project')
    .addOption(
      repeatable('--suite <name>', 'only this suite', 'those of the configuration, else the best one'),
    )
    .option('--python <file>', 'interpreter for the suites')
    .option('--save <folder>', 'with --run: keep the test report and what was recorded')
    .option('--load <folder>', 'show what --save kept, of this machine or another one')
    .option('--listen <url>', 'listen to a running server instead (ws:// or wss://)')
    .option('--send <message>', 'with --listen: send this once the connection is open')
    .option('--token-variable <name>', 'with --listen: environment variable that holds the token')
    .option('--time-limit <seconds>', 'with --listen: wait no longer', seconds)
    .addOption(
      new Option('--format <format>', 'how results are printed').choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', EVENTS_HELP);
  return withRunOptions(command).action((path: string, options: Parameters<typeof events>[2]) =>
    finish(events(host, path, options)),
  );
}

function seconds(value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError('It has to be a number of seconds greater than 0.');
}

function callsCommand(host: CommandLineHost, finish: Finish): Command {
  return new Command('calls')
    .description('print the call graph of the program that starts at a file, as JSON')
    .argument('<file>', 'the file that is run')
    .addHelpText('after', CALLS_HELP)
    .action((file: string) => finish(calls(host, file)));
}

function pathArgument(): Argument {
  return new Argument('[path]', 'root folder of the application, or the file that starts it').default('.');
}

function withRunOptions(command: Command): Command {
  return command
    .addOption(repeatable('--environment <name>', 'only this environment', 'all'))
    .addOption(
      repeatable('--entry <file[:name]>', 'start here', 'what the configuration names, else what is found'),
    )
    .option('--config <file>', 'read the configuration from this file');
}

function repeatable(flags: string, description: string, fallback: string): Option {
  return new Option(flags, `${description} (may be repeated)`)
    .argParser((value: string, all: readonly string[]) => [...all, value])
    .default([], fallback);
}

const EXIT_HELP = `
Exit codes:
  ${EXIT_CODES.noFindings}  no findings
  ${EXIT_CODES.findings}  findings
  ${EXIT_CODES.internalError}  internal error
  ${EXIT_CODES.configurationError}  mistake in the configuration
  ${EXIT_CODES.usageError}  mistake on the command line`;

const PROGRAM_HELP = `
Examples:
  wiretrace check                                  check the application in this folder
  wiretrace check backend --environment staging    only as it starts in staging
  wiretrace trace backend --entry app/main.py      walk through its startup
  wiretrace explain backend/app/startup.py:42      what is known about this line
${EXIT_HELP}`;

const CHECK_HELP = `
Examples:
  wiretrace check backend
  wiretrace check backend --environment staging --environment production
  wiretrace check backend --entry app/main.py:create_app
  wiretrace check backend --format json > report.json
  wiretrace check backend --format sarif > report.sarif
  wiretrace check backend --baseline wiretrace-baseline.json --update-baseline
${EXIT_HELP}`;

const FIX_HELP = `
A fix is applied only after the dry run has been made again on the edited text: the finding is gone,
nothing new appeared, and the files still read. Without --unsafe those that change more than the
wiring are only listed. With --dry-run the patch goes to standard output, what is said about it to
standard error. The exit code tells of the findings that are left.

Examples:
  wiretrace fix backend
  wiretrace fix backend --unsafe --dry-run > fixes.patch
  wiretrace fix backend --check legacy-setter
${EXIT_HELP}`;

const TRACE_HELP = `
A line reads: what happens, where, why a guard goes that way, and what is known after it. Guards are
[true] or [false] where the code decides them, and [open] where both ways are followed.

Examples:
  wiretrace trace backend
  wiretrace trace backend --environment staging --entry app/main.py`;

const EXPLAIN_HELP = `
Examples:
  wiretrace explain backend/app/startup.py:42
  wiretrace explain app/startup.py:42 --root backend`;

const EVENTS_HELP = `
An event counts as observed only where it was seen to arrive, whatever the tests say. Without --run the suites
are listed and nothing is executed.

Examples:
  wiretrace events backend
  wiretrace events backend --run --environment staging
  wiretrace events --listen ws://localhost:8000/ws --send '{"type": "chat", "text": "hello"}'

Exit codes: 0 all events were observed, 1 some were not or a test failed, 2 to 4 as for check`;

const CALLS_HELP = `
Names are dotted from the file's folder; every function of the program is a key.

Example:
  wiretrace calls app/main.py`;
