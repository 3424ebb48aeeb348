import { describe, expect, it } from 'vitest';
import { analyseProgram, missingStep, rangesOf, verdictsOf } from './support/analysed.ts';
import { themes } from './support/documents.ts';

describe.each(themes())('docs/micro-suite/$stem.md', ({ programs }) => {
  it.each(programs)('$title', ({ files, expect: expected }) => {
    const result = analyseProgram(files);
    const verdicts = expected.components.map((component) => verdictsOf(result.report, component));
    expect(verdicts).toEqual(expected.components.map((component) => component.verdicts));
    if (expected.findings) expect(rangesOf(result.report)).toEqual(expected.findings);
    expect(missingStep(result, expected.steps)).toBeUndefined();
  });
});
