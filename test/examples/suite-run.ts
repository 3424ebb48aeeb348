/** Runs a Python event suite of an example as a user does, and reports what it observed; knows no example. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RUN_MILLISECONDS = 50_000;

export type Outcome = 'passed' | 'failed' | 'error' | 'skipped';

export interface SuiteRun {
  /** The exit status; null if a signal ended the run. */
  readonly status: number | null;
  /** Standard output and standard error as one text. */
  readonly output: string;
  /** Outcome by test name, from the JUnit report, in the order of the report. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** The line with the total, such as `0/5 events found in staging`; undefined if none was printed. */
  readonly total: string | undefined;
  /** Whether a process that the run started was still there after its end. */
  readonly leftOver: boolean;
}

/** Runs `suite` (a path inside `folder`) as a script, with `environment` as ENVIRONMENT. */
export async function runSuite(
  python: string,
  folder: string,
  suite: string,
  environment: string,
): Promise<SuiteRun> {
  const reports = await mkdtemp(join(tmpdir(), 'wiretrace-suite-'));
  try {
    const report = join(reports, 'junit.xml');
    const args = [suite, `--junitxml=${report}`, '-p', 'no:cacheprovider'];
    const run = await runGroup(python, args, folder, environment);
    const total = /^\d+\/\d+ events found in .*$/m.exec(run.output)?.[0];
    return { ...run, total, outcomes: parseOutcomes(await readFile(report, 'utf8')) };
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

/** Outcome by test name in a JUnit report as pytest writes it: one `testcase` per test, its failure inside. */
function parseOutcomes(junit: string): Record<string, Outcome> {
  const outcomes: Record<string, Outcome> = {};
  for (const [, attributes = '', body = ''] of junit.matchAll(
    /<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g,
  )) {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    if (name !== undefined) outcomes[name] = outcomeOf(body);
  }
  return outcomes;
}

function outcomeOf(body: string): Outcome {
  if (body.includes('<error')) return 'error';
  if (body.includes('<failure')) return 'failed';
  return body.includes('<skipped') ? 'skipped' : 'passed';
}

type GroupRun = Pick<SuiteRun, 'status' | 'output' | 'leftOver'>;

/** Runs a command in a process group of its own, so that the server it starts can be ended with it. */
function runGroup(command: string, args: string[], cwd: string, environment: string): Promise<GroupRun> {
  const env = { ...process.env, ENVIRONMENT: environment, PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: string[] = [];
  const collect = (chunk: Buffer): number => chunks.push(chunk.toString('utf8'));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      endGroup(child.pid);
      reject(new Error(`The suite took more than ${RUN_MILLISECONDS} ms:\n${chunks.join('')}`));
    }, RUN_MILLISECONDS);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, output: chunks.join(''), leftOver: endGroup(child.pid) });
    });
  });
}

/** Ends what is left of a process group; returns whether there was anything. */
function endGroup(leader: number | undefined): boolean {
  if (leader === undefined) return false;
  try {
    process.kill(-leader, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}
