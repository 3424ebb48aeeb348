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

/** Programs in TypeScript that the analyser gets wrong, or says differently, and why. One that is right fails here. */
const WRONG_IN_TYPESCRIPT: Readonly<Record<string, string>> = {
  'The server imports the application by its name (TypeScript)':
    'What a function awaits of an imported module is called only after the import in JavaScript, and is not followed yet.',
  'A cycle of imports asks too early (TypeScript)':
    'The call behind `?.` on an export that is not there yet is not seen as one that can never run.',
  'After the yield (TypeScript)':
    'A program that waits at its top level until its server closes is left before its handlers are looked at.',
  'A router brings its startup handler along (TypeScript)':
    'A plug-in that is a default export beside named ones is not followed.',
  'A partial as lifespan (TypeScript)':
    'A bound function that is handed to a framework may be a module with a default export.',
  '__getattr__ passes on to the component (TypeScript)':
    'A method that a proxy hands out is called on the proxy.',
};

const suite = themes();

describe.each(suite)('docs/micro-suite/$stem', ({ programs }) => {
  const right = programs.filter(
    ({ title, name }) => !(title in KNOWN_WRONG) && !(name in WRONG_IN_TYPESCRIPT),
  );
  const wrong = programs.filter(({ name }) => name in WRONG_IN_TYPESCRIPT);
  it.each(right)('$name', expectTruth);
  it.fails.each(wrong)('$name', expectTruth);
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
    const names = new Set(programs.map(({ name }) => name));
    const known = [...Object.keys(KNOWN_WRONG), ...Object.keys(WRONG_IN_TYPESCRIPT)];
    expect(known.filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(programs.filter(({ title }) => title in KNOWN_WRONG))('$name', (program: SuiteProgram) => {
    const { report } = analyseProgram(program.files);
    const { components } = program.expect;
    const says = components.map((component) => verdictsOf(report, component)?.['']);
    expect(says).toEqual(KNOWN_WRONG[program.title]?.says);
    expect(says).not.toEqual(components.map(({ verdicts }) => verdicts['']));
  });
});
