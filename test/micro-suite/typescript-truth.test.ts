import { describe, expect, it } from 'vitest';
import { themes } from './support/documents.ts';
import { differences, runsOf } from './truth/compare.ts';
import { runProgram } from './truth/run-program.ts';

const programs = themes()
  .map(({ stem, programs: all }) => ({ stem, programs: all.filter(({ language }) => language === 'ts') }))
  .filter(({ programs: own }) => own.length > 0);

/** Every program is started under Node, with stand-ins for the frameworks, and stopped at its serving point. */
describe.each(programs)('docs/micro-suite/$stem is true under Node', ({ programs: own }) => {
  const cases = own.flatMap((program) =>
    runsOf(program).map((run) => ({ name: `${program.title}: ${run.label}`, program, run })),
  );
  it.concurrent.each(cases)('$name', { timeout: 60_000 }, async ({ program, run }) => {
    const seen = await runProgram(program.files, program.expect.components, run.start);
    expect(differences(program, run, seen)).toEqual([]);
  });
});
