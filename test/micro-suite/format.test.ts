import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../support/source-tree.ts';
import { sections, themes } from './support/documents.ts';
import { textAt } from './support/markers.ts';
import type { SuiteProgram } from './support/suite.ts';

const VERDICTS = [
  'wired',
  'never',
  'conditional',
  'late',
  'request-only',
  'wrong-setter',
  'wrong-dependency',
  'unused',
  'unresolved',
];
const STEPS = ['branch', 'create', 'inject', 'raise', 'serve', 'write'];
const MARKS_A_NAME = [
  'never-injected',
  'conditionally-injected',
  'legacy-setter',
  'dead-injection',
  'failing-injection',
  'environment-drift',
];
const SILENT = ['wired', 'unused', 'unresolved'];

const suite = themes();
const programs = suite.flatMap((theme) => theme.programs);

const STARTS = /^(?:(?:src\/)?(?:main|app)\.(?:py|[jt]s)|src\/production\.ts)$/;
const allSections = sections();

describe.each(suite)('docs/micro-suite/$stem', ({ programs: theme }) => {
  it('has one program of each name', () => {
    const names = theme.map((program) => program.name);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(theme)('$name: is of the format', (program) => {
    const { components, steps, findings } = program.expect;
    expect(Object.keys(program.files).some((file) => STARTS.test(file))).toBe(true);
    for (const { verdicts } of components)
      expect(VERDICTS).toEqual(expect.arrayContaining(Object.values(verdicts)));
    expect(STEPS).toEqual(expect.arrayContaining(steps.map((step) => step.kind)));
    for (const { file, line } of steps) expect(lineOf(program, file, line)).toMatch(/\S/);
    for (const { file, range } of findings ?? []) expect(marked(program, file, range)).toMatch(/^\S(.*\S)?$/);
  });

  it.each(theme)('$name: marks a name where a call or a creation is marked', (program) => {
    const named = (program.expect.findings ?? []).filter(({ check }) => MARKS_A_NAME.includes(check));
    for (const { file, range } of named) expect(marked(program, file, range)).toMatch(/^[A-Za-z_$][\w$]*$/);
  });

  it.each(theme)(
    '$name: has findings only where something is wrong',
    ({ expect: { components, findings } }) => {
      const isSilent = components.every(({ verdicts }) =>
        Object.values(verdicts).every((verdict) => SILENT.includes(verdict)),
      );
      if (findings && components.length > 0) expect(findings.length === 0).toBe(isSilent);
    },
  );
});

describe('the languages of the micro-suite', () => {
  it('are both there, or it is said why not', () => {
    const missing = allSections.filter(
      ({ programs: own, without }) =>
        (without === undefined) !== own.some((program) => program.language === 'ts'),
    );
    expect(missing.map(({ title }) => title)).toEqual([]);
    const inPython = allSections.filter(({ programs: own }) =>
      own.some((program) => program.language === 'py'),
    );
    const without = inPython.filter((section) => section.without !== undefined);
    expect(without.length / inPython.length).toBeLessThan(0.15);
    expect(allSections.length - inPython.length).toBeGreaterThanOrEqual(15);
  });

  it.each(allSections.filter(({ programs: own }) => own.length === 2))(
    '$title: is expected the same',
    ({ programs: [python, typescript] }) => {
      const verdicts = (program: SuiteProgram | undefined): unknown =>
        program?.expect.components.map((component) => component.verdicts);
      const checks = (program: SuiteProgram | undefined): unknown =>
        program?.expect.findings?.map(({ check }) => check);
      expect(verdicts(typescript)).toEqual(verdicts(python));
      expect(checks(typescript)).toEqual(checks(python));
      expect(isWithin(stepsOf(typescript), stepsOf(python))).toBe(true);
    },
  );
});

function stepsOf(program: SuiteProgram | undefined): readonly string[] {
  return (program?.expect.steps ?? []).map(({ kind, decision }) => `${kind} ${decision ?? ''}`.trim());
}

/** Whether the one is the other with some left out. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  const rest = [...all];
  return some.every((step) => {
    const at = rest.indexOf(step);
    rest.splice(0, at + 1);
    return at >= 0;
  });
}

describe('the micro-suite', () => {
  it('is large enough to say something: both answers, many times', () => {
    const wired = programs.filter(({ expect: { findings } }) => findings?.length === 0);
    expect(programs.length).toBeGreaterThanOrEqual(130);
    expect(wired.length).toBeGreaterThan(programs.length / 3);
  });

  it('is true under CPython', { timeout: 300_000 }, async () => {
    const script = join(REPOSITORY, 'test/micro-suite/ground-truth.py');
    const { stdout } = await promisify(execFile)('python3', [script]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout.split('\n').filter((line) => /^\S+\.md: /.test(line))).toEqual([]);
    expect(stdout).toContain(' 0 programs with differences');
  });
});

function lineOf(program: SuiteProgram, file: string, line: number): string {
  return program.files[file]?.split('\n')[line - 1] ?? '';
}

function marked(program: SuiteProgram, file: string, range: Parameters<typeof textAt>[1]): string {
  return textAt(program.files[file] ?? '', range);
}
