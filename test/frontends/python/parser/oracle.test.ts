/** Our tree equals CPython's `ast` on every file of the standard library, node by node. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePython } from '../../../../server/src/frontends/python/parser.ts';
import {
  askPython,
  firstDifference,
  newestPython,
  type Interpreter,
} from '../../../support/python-oracle/oracle.ts';
import { dumpRows } from '../../../support/python-oracle/rows.ts';

const python = newestPython();

describe.skipIf(python === undefined)('the standard library of the newest Python', () => {
  it('gives the same nodes with the same ranges, and no problem', { timeout: 300_000 }, async () => {
    if (python === undefined) return;
    expect(await differences(python, modulesOf(python.library), true)).toEqual([]);
  });

  it('and its tests the same definitions, imports and calls', { timeout: 300_000 }, async () => {
    if (python === undefined) return;
    expect(await differences(python, [join(python.library, 'test')], false)).toEqual([]);
  });
});

/** Files and folders of a library, but for its tests and what was installed into it. */
function modulesOf(library: string): string[] {
  return readdirSync(library)
    .filter((name) => !['test', 'site-packages', 'lib2to3', '__pycache__'].includes(name))
    .map((name) => join(library, name));
}

/** Where our tree differs from CPython's, and our problems, in all files that CPython accepts. */
async function differences(
  interpreter: Interpreter,
  paths: readonly string[],
  full: boolean,
): Promise<string[]> {
  const found: string[] = [];
  for await (const document of askPython(interpreter, paths, full)) {
    if (document.rows === undefined) continue;
    const ours = dumpRows(parsePython(readFileSync(document.file, 'utf8')), full);
    const difference = firstDifference(document.rows, ours.rows);
    if (difference !== undefined) found.push(`${document.file}: ${difference}`);
    for (const problem of ours.problems) found.push(`${document.file}: ${JSON.stringify(problem)}`);
  }
  return found;
}
