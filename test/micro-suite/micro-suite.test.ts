import { describe, expect, it } from 'vitest';
import { analyseProgram, missingStep, rangesOf, verdictsOf } from './support/analysed.ts';
import { themes } from './support/documents.ts';
import type { SuiteProgram } from './support/suite.ts';

/** Programs whose expectation is true and which the analyser gets wrong: what it says today, so that a change shows, and why. */
const KNOWN_WRONG: Readonly<Record<string, { readonly says: readonly string[]; readonly why: string }>> = {
  'Two modules with a class of one name': {
    says: ['never', 'wired'],
    why: 'What requests may run is told by the names of methods, so emit() of the one class stands for that of the other.',
  },
};

const suite = themes();

describe.each(suite)('docs/micro-suite/$stem', ({ programs }) => {
  it.each(programs.filter(({ title }) => !(title in KNOWN_WRONG)))('$name', expectTruth);
});

function expectTruth({ files, expect: expected }: SuiteProgram): void {
  const result = analyseProgram(files);
  const verdicts = expected.components.map((component) => verdictsOf(result.report, component));
  expect(verdicts).toEqual(expected.components.map((component) => component.verdicts));
  if (expected.findings) expect(rangesOf(result.report)).toEqual(expected.findings);
  expect(missingStep(result, expected.steps)).toBeUndefined();
}

describe('known wrong results', () => {
  const programs = suite.flatMap((theme) => theme.programs);

  it('are of programs that there are', () => {
    const titles = new Set(programs.map(({ title }) => title));
    expect(Object.keys(KNOWN_WRONG).filter((title) => !titles.has(title))).toEqual([]);
  });

  it.each(programs.filter(({ title }) => title in KNOWN_WRONG))('$name', (program: SuiteProgram) => {
    const { report } = analyseProgram(program.files);
    const { components } = program.expect;
    const says = components.map((component) => verdictsOf(report, component)?.['']);
    expect(says).toEqual(KNOWN_WRONG[program.title]?.says);
    expect(says).not.toEqual(components.map(({ verdicts }) => verdicts['']));
  });
});
