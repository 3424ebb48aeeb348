/** Runs one suite with the probe and says what was observed. Must not know the machine, nor who asked. */
import type { CancellationToken } from '../base/cancellation.ts';
import { judge } from './judge.ts';
import { readEvidence, saveEvidence } from './evidence.ts';
import { optionWord, reportingOf, type Reporting } from './node-runner.ts';
import type { ProbePlan } from './plan.ts';
import type { Ending, RunningCommand, Suite, SuiteMachine, SuiteResult } from './suite.ts';

/** What is handed on of the output of a run; what is printed beyond it is counted. Characters. */
export const MAX_OUTPUT = 2 * 1024 * 1024;
/** Where the last words of a run are looked for. Characters. */
const MAX_TAIL = 16 * 1024;
const POLL_MILLISECONDS = 50;

export interface SuiteRun {
  readonly machine: SuiteMachine;
  readonly suite: Suite;
  /** The application's root, absolute. */
  readonly root: string;
  readonly plan: ProbePlan;
  /** Variable and value that choose the environment; without it, whatever is set. */
  readonly environment?: { readonly variable: string; readonly value: string };
  /** Absolute path of the interpreter that `python` means. */
  readonly interpreter?: string;
  /** The probe: name of a file, and its text. */
  readonly probe: Readonly<Record<string, string>>;
  /** Folder that the test report and the records are copied to. */
  readonly saveTo?: string;
  readonly token: CancellationToken;
  /** Called with what the command prints, as it comes. */
  readonly onOutput: (text: string) => void;
}

/** Resolves whatever happens to the command; rejects only where the machine has no room for a run. */
export async function runSuite(run: SuiteRun): Promise<SuiteResult> {
  const { machine } = run;
  const prepared = await prepareSuite(run);
  try {
    const started = machine.now();
    const { ending, tail } = await execute(run, prepared);
    const notes = [...endingNotes(ending, run.suite), ...outputNotes(tail)];
    return await resultOf(run, prepared, { ending, started, notes });
  } finally {
    await machine.remove(prepared.scratch);
  }
}

/** A run that is ready to be started: by `runSuite`, or by a debugger. */
export interface PreparedRun {
  /** Folder of the run, outside of the workspace; whoever asked for it removes it. */
  readonly scratch: string;
  readonly line: string;
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

export async function prepareSuite(run: SuiteRun): Promise<PreparedRun> {
  const { machine, suite, root } = run;
  const scratch = await machine.temporaryFolder();
  await writeScratch(run, scratch);
  const folder = suite.folder === '' ? root : machine.join(root, ...suite.folder.split('/'));
  const reporting = await reportingOf(machine, suite, folder, scratch);
  return {
    scratch,
    line: reporting.line,
    folder,
    variables: variablesOf(run, scratch, reporting),
  };
}

/** What a prepared run has shown, once it has ended. */
export async function resultOf(
  run: SuiteRun,
  { scratch }: PreparedRun,
  end: { readonly ending: Ending; readonly started: number; readonly notes: readonly string[] },
): Promise<SuiteResult> {
  const { machine, suite, plan, root } = run;
  const seconds = (machine.now() - end.started) / 1000;
  const evidence = await readEvidence(machine, scratch);
  if (run.saveTo !== undefined) await saveEvidence(machine, scratch, run.saveTo);
  const judged = judge(evidence.record, evidence.junit, plan.events, root);
  const environment = run.environment?.value ?? '';
  return { suite, environment, seconds, ...end, ...judged, notes: [...end.notes, ...judged.notes] };
}

async function writeScratch({ machine, plan, probe, interpreter }: SuiteRun, folder: string): Promise<void> {
  for (const [name, text] of Object.entries(probe))
    await machine.write(machine.join(folder, 'probe', name), text);
  await machine.write(machine.join(folder, 'plan.json'), JSON.stringify(plan));
  await machine.write(machine.join(folder, 'records', '.keep'), '');
  if (interpreter === undefined) return;
  // A virtual environment is known by where its interpreter lies, so a link would not do.
  const quoted = `'${interpreter.replaceAll("'", String.raw`'\''`)}'`;
  for (const name of ['python', 'python3'])
    await machine.write(machine.join(folder, 'bin', name), `#!/bin/sh\nexec ${quoted} "$@"\n`);
  await machine.write(machine.join(folder, 'bin', 'python.cmd'), `@"${interpreter}" %*\r\n`);
}

/** How it ended, and the end of what it printed. */
async function execute(run: SuiteRun, prepared: PreparedRun): Promise<{ ending: Ending; tail: string }> {
  let printed = 0;
  let tail = '';
  const command = run.machine.start({
    ...prepared,
    onOutput: (text) => {
      const room = MAX_OUTPUT - printed;
      printed += text.length;
      tail = (tail + text).slice(-MAX_TAIL);
      if (room > 0) run.onOutput(text.slice(0, room));
      if (room > 0 && printed > MAX_OUTPUT) run.onOutput('\n[the rest of the output is not shown]\n');
    },
  });
  const ending = await watched(command, run.token, run.suite.timeLimitSeconds);
  return { ending, tail };
}

/** Waits for the end, ends it at the limit and on demand; what it started is gone afterwards, however it ended. */
async function watched(command: RunningCommand, token: CancellationToken, seconds: number): Promise<Ending> {
  let stopped: Ending | undefined;
  const end = (ending: Ending): void => {
    stopped ??= ending;
    void command.stop();
  };
  const limit = setTimeout(() => end({ kind: 'time-limit', seconds }), seconds * 1000);
  const poll = setInterval(() => {
    if (token.isCancelled) end({ kind: 'cancelled' });
  }, POLL_MILLISECONDS);
  try {
    const ending = await command.ended;
    return stopped ?? ending;
  } finally {
    clearTimeout(limit);
    clearInterval(poll);
    await command.stop();
  }
}

/**
 * Everything reaches the run through its environment, so it holds for whatever the command starts: the probe by PYTHONPATH and
 * NODE_OPTIONS, the test report by PYTEST_ADDOPTS, which the command line of the suite itself overrides.
 */
function variablesOf(run: SuiteRun, folder: string, reporting: Reporting): Record<string, string> {
  const { machine, suite, environment, interpreter } = run;
  const inherited = (name: string): string | undefined => suite.variables[name] ?? machine.variables[name];
  const prefixed = (name: string, parts: readonly string[]): string =>
    [...parts, ...[inherited(name)].filter((value) => value !== undefined && value !== '')].join(
      machine.pathDelimiter,
    );
  const report = machine.join(folder, 'junit.xml');
  const bin = interpreter === undefined ? [] : [machine.join(folder, 'bin'), folderOf(interpreter)];
  return {
    ...suite.variables,
    ...(environment === undefined ? {} : { [environment.variable]: environment.value }),
    PYTHONPATH: prefixed('PYTHONPATH', [machine.join(folder, 'probe')]),
    PYTEST_ADDOPTS: `${inherited('PYTEST_ADDOPTS') ?? ''} "--junitxml=${report}" -o junit_logging=no`.trim(),
    NODE_OPTIONS: [
      inherited('NODE_OPTIONS') ?? '',
      `--require=${optionWord(machine.join(folder, 'probe', 'wiretrace-probe.cjs'))}`,
      ...reporting.nodeOptions.map(optionWord),
    ]
      .join(' ')
      .trim(),
    PATH: prefixed('PATH', bin),
    PYTHONUNBUFFERED: '1',
    WIRETRACE_PLAN: machine.join(folder, 'plan.json'),
    WIRETRACE_RECORDS: machine.join(folder, 'records'),
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
}

/** What a shell says by its exit status where it finds no program (POSIX, 2.8.2). */
const NOT_FOUND = 127;

function endingNotes(ending: Ending, { command }: Suite): readonly string[] {
  switch (ending.kind) {
    case 'time-limit':
      return [
        `the suite was ended after ${ending.seconds} s, its time limit; what it had not yet shown counts as not observed`,
      ];
    case 'signal':
      return [`the suite was ended by ${ending.signal}; results after that are missing`];
    case 'not-started':
      return [`the suite could not be started: ${ending.reason}`];
    case 'exited':
      return ending.status === NOT_FOUND ? [`a program of the command was not found: \`${command}\``] : [];
    case 'cancelled':
    case 'debugged':
    case 'earlier':
      return [];
  }
}

function outputNotes(tail: string): readonly string[] {
  return /No module named '?pytest\b/.test(tail)
    ? ['pytest is not installed for the interpreter that ran the suite, or it cannot be loaded']
    : [];
}
