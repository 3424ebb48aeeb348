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
  'An object that can be awaited (TypeScript)': 'An object with a then() of its own is not awaited.',
  'A promise chain that nobody returns (TypeScript)': 'To be mended.',
  'A promise that is made by hand (TypeScript)': 'To be mended.',
  'setattr with a name from outside (TypeScript)': 'To be mended.',
  'A slot exists only once it is written (TypeScript)': 'To be mended.',
  'A class method sets the subclass, the base serves (TypeScript)': 'To be mended.',
  'A field of the subclass undoes what the constructor of the base did (TypeScript)': 'To be mended.',
  'An arrow function as field keeps its object (TypeScript)': 'To be mended.',
  'Subscribed after it was published (TypeScript)': 'To be mended.',
  'Closures in a loop, each with its own (TypeScript)': 'To be mended.',
  'At exit is too late (TypeScript)': 'To be mended.',
  'An event under another name (TypeScript)': 'To be mended.',
  'A slice leaves the first one out (TypeScript)': 'To be mended.',
  'An asynchronous context manager around the yield (TypeScript)': 'To be mended.',
  'Disposed at the end of the function that listens (TypeScript)': 'To be mended.',
  'Wired after the server has stopped (TypeScript)': 'To be mended.',
  'The server imports the application by its name (TypeScript)': 'To be mended.',
  'An optional dependency that no Nest module provides (TypeScript)': 'To be mended.',
  'A WebSocket server that wires what it serves (TypeScript)': 'To be mended.',
  'send() hands the dependency in (TypeScript)': 'To be mended.',
  'An object that is iterated by its own method (TypeScript)': 'To be mended.',
  'A cycle of imports asks too early (TypeScript)': 'To be mended.',
  'After the yield (TypeScript)': 'To be mended.',
  'A router brings its startup handler along (TypeScript)': 'To be mended.',
  'A partial as lifespan (TypeScript)': 'To be mended.',
  '__getattr__ passes on to the component (TypeScript)': 'To be mended.',
  '__getattr__ has everything and does nothing (TypeScript)': 'To be mended.',
  'A router that nothing includes injects nothing (TypeScript)': 'To be mended.',
  'A setter chosen from outside (TypeScript)': 'To be mended.',
  'all() of an object that is there but empty (TypeScript)': 'To be mended.',
  'A missing module of the project leaves None (TypeScript)': 'To be mended.',
  'A missing module of the project has a substitute (TypeScript)': 'To be mended.',
  'A swallowed NameError (TypeScript)': 'To be mended.',
  'contextlib.suppress swallows as well (TypeScript)': 'To be mended.',
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
