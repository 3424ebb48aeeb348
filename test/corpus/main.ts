/**
 * Runs `wiretrace check` on labelled applications and says how right it is.
 * Must not know an application: folders and labels are given.
 */
import { type StdioOptions, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../../server/src/analysis/report.ts';
import { type LabelledApplication, readLabels } from './labels.ts';
import { scoreReport } from './score.ts';
import { type ApplicationResult, pageOf, textOf } from './table.ts';

const USAGE = `usage: node test/corpus/run.mjs APPLICATIONS LABELS [--entry] [--only TEXT] [--write PAGE]
  APPLICATIONS  folder that holds one folder OWNER__REPO per application, or a JSON file { "OWNER/REPO": "PATH" }
  LABELS        JSON file of labels
  --entry       start at the labelled entry points instead of those that are found
  --only TEXT   only applications whose name holds TEXT
  --write PAGE  put the table into this page as well, between the markers of the label file's name
`;

/** Exit code. `bundle` is the command line to run; `root` the folder of this repository. */
export function main(args: readonly string[], bundle: string): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      entry: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      write: { type: 'string' },
    },
  });
  const [folder, labels] = positionals;
  if (folder === undefined || labels === undefined || !existsSync(folder)) {
    process.stdout.write(`No applications are given, so nothing is measured.\n\n${USAGE}`);
    return 0;
  }
  const find = locator(folder);
  const results = readLabels(labels)
    .filter(({ repo }) => repo.includes(values.only))
    .flatMap((application) => runOne(application, find(application.repo), bundle, values.entry));
  process.stdout.write(`${textOf(results)}\n`);
  if (values.write !== undefined) write(values.write, labels, results);
  return 0;
}

function locator(folder: string): (repo: string) => string | undefined {
  if (statSync(folder).isDirectory()) {
    return (repo) => {
      const path = join(folder, repo.replace('/', '__'));
      return existsSync(path) ? path : undefined;
    };
  }
  const map = JSON.parse(readFileSync(folder, 'utf8')) as Readonly<Record<string, string>>;
  return (repo) => map[repo];
}

function runOne(
  application: LabelledApplication,
  path: string | undefined,
  bundle: string,
  labelledEntries: boolean,
): readonly ApplicationResult[] {
  if (path === undefined) {
    process.stderr.write(`${application.repo}: not there, left out\n`);
    return [];
  }
  const entries = labelledEntries ? application.entries.flatMap((entry) => ['--entry', entry]) : [];
  const report = check(bundle, [path, ...entries]);
  return [{ application, report, score: scoreReport(application.labels, report) }];
}

/** Exit code 1 says that there are findings. */
export function check(bundle: string, args: readonly string[]): Report {
  const command = [bundle, 'check', ...args, '--format', 'json'];
  const quiet: StdioOptions = ['ignore', 'pipe', 'ignore'];
  try {
    const text = execFileSync(process.execPath, command, {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: quiet,
    });
    return JSON.parse(text) as Report;
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 1 && 'stdout' in error)
      return JSON.parse(String(error.stdout)) as Report;
    throw error;
  }
}

function write(page: string, labels: string, results: readonly ApplicationResult[]): void {
  const name = labels.replace(/^.*[\\/]/, '').replace(/\.json$/, '');
  const from = `<!-- begin ${name} -->`;
  const to = `<!-- end ${name} -->`;
  const known = existsSync(page) ? readFileSync(page, 'utf8') : `# Accuracy\n\n${from}\n${to}\n`;
  const text = known.includes(from) ? known : `${known.trimEnd()}\n\n${from}\n${to}\n`;
  const start = text.indexOf(from) + from.length;
  const section = pageOf(results, `Labelled applications: ${name}`);
  writeFileSync(page, `${text.slice(0, start)}\n\n${section}\n${text.slice(text.indexOf(to))}`);
}
