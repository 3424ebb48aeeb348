/** Runs of small made-up suites with the real probe, the real Python and real processes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { SUITE_MACHINE } from '../../server/src/platform/suite-machine.ts';
import type { ProbePlan } from '../../server/src/suite/plan.ts';
import { PROBE_FILES } from '../../server/src/suite/probe-files.ts';
import { runSuite, type SuiteRun } from '../../server/src/suite/run.ts';
import type { Suite, SuiteResult } from '../../server/src/suite/suite.ts';

export const EVENTS = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_completed',
];

const PREPARE = resolve(import.meta.dirname, '../../scripts/python-environment.mjs');

/** The interpreter of the examples; it is set up where that has not been done. */
export const PYTHON = execFileSync(process.execPath, [PREPARE], { encoding: 'utf8' }).trim();

export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

export function suiteOf(command: string, more: Partial<Suite> = {}): Suite {
  return {
    id: command,
    name: command,
    command,
    folder: '',
    variables: {},
    timeLimitSeconds: 60,
    origin: 'found',
    ...more,
  };
}

export interface Made {
  readonly result: SuiteResult;
  readonly output: string;
}

export async function runIn(
  root: string,
  command: string,
  more: Partial<SuiteRun> & { readonly wraps?: Pick<ProbePlan, 'functions' | 'classes'> } = {},
): Promise<Made> {
  const printed: string[] = [];
  const { wraps = { functions: [], classes: [] }, ...run } = more;
  const result = await runSuite({
    machine: SUITE_MACHINE,
    suite: suiteOf(command),
    root,
    plan: { root, events: EVENTS, ...wraps },
    interpreter: PYTHON,
    probe: PROBE_FILES,
    token: NEVER_CANCELLED,
    onOutput: (text) => printed.push(text),
    ...run,
  });
  return { result, output: printed.join('') };
}

export function observed(result: SuiteResult): readonly string[] {
  return result.events.filter((event) => event.observed).map(({ name }) => name);
}

/** State of each test by its name. */
export function states(result: SuiteResult): Readonly<Record<string, string>> {
  return Object.fromEntries(result.tests.map(({ name, state }) => [name, state]));
}

/** Whether a process with this text in its command line is there. */
export function isRunning(text: string): boolean {
  return spawnSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' })
    .stdout.split('\n')
    .some((line) => line.includes(text));
}
