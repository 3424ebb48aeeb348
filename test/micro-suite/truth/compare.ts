/** Compares what a program of the micro-suite really did with what is expected of it. Must not know how it was run. */
import type { ExpectedStep, SuiteProgram } from '../support/suite.ts';
import type { Seen, Start } from './run-program.ts';

/** One start of a program: `expected` is per component whether it then holds its dependency, `undefined` where that is not asked. */
export interface Run {
  readonly label: string;
  readonly start: Start;
  readonly expected: readonly (boolean | undefined)[];
  readonly isWitness: boolean;
}

const HOLDS: Readonly<Record<string, boolean>> = {
  wired: true,
  'wrong-dependency': true,
  never: false,
  'wrong-setter': false,
  late: false,
  'request-only': false,
};

/** The runs of a program; none where no run could show that the expectation is true. */
export function runsOf({ expect: { components, witnesses } }: SuiteProgram): readonly Run[] {
  if (witnesses.length > 0) return witnesses.map(({ input, verdict }) => witnessRun(input, verdict));
  const named = new Set(
    components.flatMap(({ verdicts }) => Object.keys(verdicts)).filter((name) => name !== ''),
  );
  const environments = named.size > 0 ? [...named] : [''];
  const runs = environments.map((environment) => ({
    label: environment || 'run',
    start: { variables: environment ? { ENVIRONMENT: environment } : {}, files: [], args: [] },
    expected: components.map(({ verdicts }) => HOLDS[verdicts[environment] ?? verdicts[''] ?? '']),
    isWitness: false,
  }));
  const isUnused = components.some(({ verdicts }) => Object.values(verdicts).includes('unused'));
  const isAsked = runs.some(({ expected }) => expected.some((holds) => holds !== undefined));
  return isAsked || isUnused || components.length === 0 ? runs : [];
}

function witnessRun(input: readonly string[], verdict: string): Run {
  const of = (sign: RegExp): readonly string[] =>
    input.filter((word) => sign.test(word)).map((word) => word.replace(sign, ''));
  const assignments = input.filter((word) => !/^(file|argv):/.test(word)).map((word) => word.split('='));
  const variables = Object.fromEntries(assignments.map(([name = '', ...rest]) => [name, rest.join('=')]));
  const start = { variables, files: of(/^file:/), args: of(/^argv:/) };
  return { label: input.join(' ') || 'no input', start, expected: [HOLDS[verdict]], isWitness: true };
}

/** What differs, in words; empty where everything is as expected. */
export function differences(program: SuiteProgram, run: Run, seen: Seen): readonly string[] {
  const { components, steps } = program.expect;
  const held = components.flatMap(({ component, attribute }, index) => {
    const expected = run.expected[index];
    const values = seen.values[index] ?? [];
    if (expected === undefined) return [];
    if (values.length === 0) return [`${component}: nothing holds ${attribute}`];
    return expected === values.every((value) => value)
      ? []
      : [`${component}.${attribute}: expected ${expected}, found ${values.join(', ')}`];
  });
  const isWired = components.length > 0 && components.every(({ verdicts }) => verdicts[''] === 'wired');
  const compared = !run.isWitness && (run.label === 'run' || run.expected.includes(false));
  return [...held, ...(isWired ? seen.requests : []), ...(compared ? stepDifferences(steps, seen) : [])];
}

function stepDifferences(steps: readonly ExpectedStep[], { lines }: Seen): readonly string[] {
  let from = 0;
  for (const { file, line, kind, decision } of steps) {
    const isHere = (ran: Seen['lines'][number]): boolean => ran[0] === file && ran[1] === line;
    // Lines that a condition calls come before what it was, and hooks run in the call that serves.
    const start = kind === 'branch' || kind === 'serve' ? 0 : from;
    const found = lines.findIndex((ran, index) => index >= start && isHere(ran));
    if (found < 0) return [`step ${file}:${line} ${kind}: the line did not run in this order`];
    const taken = lines.filter((ran) => isHere(ran) && ran[2] !== undefined).map((ran) => ran[2]);
    if (kind === 'branch' && decision !== 'open' && taken.length > 0 && !taken.includes(decision === 'true'))
      return [`step ${file}:${line} branch: it was ${taken.join(', ')}`];
    from = Math.max(from, found);
  }
  return [];
}
