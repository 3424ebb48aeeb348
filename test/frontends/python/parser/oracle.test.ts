/** Our tree equals CPython's `ast` on every file of the standard library, node by node. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePython } from '../../../../server/src/frontends/python/parser.ts';
import { askPython, firstDifference, newestPython } from '../../../support/python-oracle/oracle.ts';
import { dumpRows } from '../../../support/python-oracle/rows.ts';

const python = newestPython();

describe.skipIf(python === undefined)('the standard library of the newest Python', () => {
  it('gives the same nodes with the same ranges, and no problem', { timeout: 300_000 }, async () => {
    if (python === undefined) return;
    const differences: string[] = [];
    for await (const document of askPython(python, [python.library], true)) {
      if (document.rows === undefined || document.file.includes('site-packages')) continue;
      const ours = dumpRows(parsePython(readFileSync(document.file, 'utf8')), true);
      const difference = firstDifference(document.rows, ours.rows);
      if (difference !== undefined) differences.push(`${document.file}: ${difference}`);
      for (const problem of ours.problems) differences.push(`${document.file}: ${JSON.stringify(problem)}`);
    }
    expect(differences).toEqual([]);
  });
});
