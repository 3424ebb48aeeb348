/**
 * How the test runner of a JavaScript suite is asked for its results without changing what it runs. Where the command is anything but
 * one plain call of a known runner it is left alone: no results are better than a broken command. Must not know what the results say.
 */
import type { Suite, SuiteMachine } from './suite.ts';

export interface Reporting {
  /** The command, with arguments for its runner behind it. */
  readonly line: string;
  /** For every Node process of the run. */
  readonly nodeOptions: readonly string[];
}

const MAX_MANIFEST_BYTES = 1024 * 1024;

/** `folder` is that of the suite, `scratch` that of the run; both absolute. mocha needs nothing: the probe sees its tests. */
export async function reportingOf(
  machine: SuiteMachine,
  suite: Suite,
  folder: string,
  scratch: string,
): Promise<Reporting> {
  const alone: Reporting = { line: suite.command, nodeOptions: [] };
  const call = await runnerCall(machine, suite.command, folder);
  const junit = machine.join(scratch, 'junit.xml');
  switch (runnerOf(call?.script ?? '')) {
    case 'vitest':
      return withArguments(alone, call, [
        '--reporter=default',
        '--reporter=junit',
        `--outputFile.junit=${junit}`,
      ]);
    case 'jest':
      return withArguments(alone, call, ['--json', `--outputFile=${machine.join(scratch, 'jest.json')}`]);
    case 'node': {
      const set = suite.variables['NODE_OPTIONS'] ?? machine.variables['NODE_OPTIONS'] ?? '';
      if (set.includes('--test-reporter') || !(await nodeWritesJunit(machine, folder))) return alone;
      return { ...alone, nodeOptions: nodeReporters(junit) };
    }
    case undefined:
      return alone;
  }
}

/** As NODE_OPTIONS takes a word: in quotes where it has to be, `\` before `\` and `"`. */
export function optionWord(word: string): string {
  return /[\s"\\]/.test(word) ? `"${word.replaceAll(/["\\]/g, String.raw`\$&`)}"` : word;
}

interface RunnerCall {
  /** What runs in the end. */
  readonly script: string;
  /** Between the command and arguments for the script. */
  readonly separator: string;
}

/** npm passes on what follows `--`; pnpm and yarn pass on everything. */
const SCRIPT_CALL = /^(npm|pnpm|yarn) (?:(?:run|run-script) ([\w:.-]+)|(test|t))$/;

async function runnerCall(
  machine: SuiteMachine,
  command: string,
  folder: string,
): Promise<RunnerCall | undefined> {
  const [, manager, named, test] = SCRIPT_CALL.exec(command.trim()) ?? [];
  if (manager === undefined) return { script: command, separator: ' ' };
  const manifest = await machine.read(machine.join(folder, 'package.json'), MAX_MANIFEST_BYTES);
  const script = scriptOf(manifest?.text, named ?? (test === undefined ? '' : 'test'));
  return script === undefined ? undefined : { script, separator: manager === 'npm' ? ' -- ' : ' ' };
}

function scriptOf(text: string | undefined, name: string): string | undefined {
  try {
    const { scripts } = JSON.parse(text ?? '{}') as { readonly scripts?: Readonly<Record<string, unknown>> };
    const script = scripts?.[name];
    return typeof script === 'string' ? script : undefined;
  } catch {
    return undefined;
  }
}

type Runner = 'vitest' | 'jest' | 'node';

/** Several commands, redirections, substitutions: what is put behind them may reach something else. */
const SHELL = /[|&;<>()`$\n#]|\s--(?:\s|$)/;
/** The script itself says where results go. */
const OWN_REPORT = /--(?:test-reporter|reporter|outputFile|json|watch)\b/;
const BEFORE = /^(?:cross-env\s+)?(?:[A-Za-z_]\w*=\S*\s+)*/;
const RUNNERS: readonly (readonly [RegExp, Runner])[] = [
  [/^(?:npx\s+)?vitest(?:\s+run\b|\s+-|\s*$)/, 'vitest'],
  [/^(?:npx\s+)?jest(?:\s|$)/, 'jest'],
  [/^node\s+(?:-\S+\s+)*(?:\.\/)?node_modules\/(?:\.bin\/jest|jest\/bin\/jest\.js)(?:\s|$)/, 'jest'],
  [/^(?:node|(?:npx\s+)?tsx)\s+(?:\S+\s+)*?--test(?:\s|$)/, 'node'],
];

function runnerOf(script: string): Runner | undefined {
  const plain = script.trim();
  if (SHELL.test(plain) || OWN_REPORT.test(plain)) return undefined;
  const call = plain.replace(BEFORE, '');
  return RUNNERS.find(([pattern]) => pattern.test(call))?.[1];
}

/** Only for paths that every shell takes as one plain word. */
function withArguments(alone: Reporting, call: RunnerCall | undefined, words: readonly string[]): Reporting {
  if (call === undefined || words.some((word) => !/^[\w./:\\=-]+$/.test(word))) return alone;
  return { ...alone, line: `${alone.line.trimEnd()}${call.separator}${words.join(' ')}` };
}

/** Processes of `node --test` that run a file take no notice of them. */
function nodeReporters(junit: string): readonly string[] {
  return [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=junit',
    `--test-reporter-destination=${junit}`,
  ];
}

/** An older Node.js would refuse to start: its test runner has no `junit` reporter (nodejs/node#49614), or NODE_OPTIONS does not take it. */
async function nodeWritesJunit(machine: SuiteMachine, folder: string): Promise<boolean> {
  let printed = '';
  const asked = machine.start({
    line: 'node --version',
    folder,
    variables: {},
    onOutput: (text) => (printed += text),
  });
  await asked.ended;
  await asked.stop();
  const [, major = '0', minor = '0'] = /^v(\d+)\.(\d+)\./m.exec(printed) ?? [];
  return Number(major) > 20 || (Number(major) === 20 && Number(minor) >= 12);
}
