/** Models of the standard library: what a dry run computes is what CPython computes. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dryRun, runForReal, variables } from './run-program.ts';

const FOLDER = fileURLToPath(new URL('./programs/', import.meta.url));

describe('Dry runs agree with CPython', () => {
  for (const file of readdirSync(FOLDER)) {
    it(file, () => {
      const program = readFileSync(FOLDER + file, 'utf8');
      const { run } = dryRun(program);
      expect(run.failures).toEqual([]);
      expect(variables(run)).toEqual(runForReal(program));
    });
  }
});
