import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../support/source-tree.ts';
import { themes } from './support/documents.ts';
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

describe.each(suite)('docs/micro-suite/$stem', ({ programs: theme }) => {
  it('has one program of each title', () => {
    const titles = theme.map((program) => program.title);
    expect(titles).toEqual([...new Set(titles)]);
  });

  it.each(theme)('$title: is of the format', (program) => {
    const { components, steps, findings } = program.expect;
    expect(Object.keys(program.files).some((file) => file === 'main.py' || file === 'app.py')).toBe(true);
    for (const { verdicts } of components)
      expect(VERDICTS).toEqual(expect.arrayContaining(Object.values(verdicts)));
    expect(STEPS).toEqual(expect.arrayContaining(steps.map((step) => step.kind)));
    for (const { file, line } of steps) expect(lineOf(program, file, line)).toMatch(/\S/);
    for (const { file, range } of findings ?? []) expect(marked(program, file, range)).toMatch(/^\S(.*\S)?$/);
  });

  it.each(theme)('$title: marks a name where a call or a creation is marked', (program) => {
    const named = (program.expect.findings ?? []).filter(({ check }) => MARKS_A_NAME.includes(check));
    for (const { file, range } of named) expect(marked(program, file, range)).toMatch(/^[A-Za-z_]\w*$/);
  });

  it.each(theme)(
    '$title: has findings only where something is wrong',
    ({ expect: { components, findings } }) => {
      const isSilent = components.every(({ verdicts }) =>
        Object.values(verdicts).every((verdict) => SILENT.includes(verdict)),
      );
      if (findings && components.length > 0) expect(findings.length === 0).toBe(isSilent);
    },
  );
});

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
