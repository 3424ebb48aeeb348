import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../server/src/config/checks.ts';
import { PAGE_HEADINGS } from '../micro-suite/support/check-page.ts';
import { checkPages } from '../micro-suite/support/documents.ts';
import { textAt } from '../micro-suite/support/markers.ts';
import { REPOSITORY } from '../support/source-tree.ts';

const pages = checkPages();

describe.each(pages)('docs/checks/$stem', ({ stem, page }) => {
  it('is the page of a check, with the fixed headings', () => {
    expect(CHECK_IDS).toContain(stem);
    expect(page.id).toBe(stem);
    expect(page.headings).toEqual(PAGE_HEADINGS);
  });

  it('has its programs under Example and Use instead', () => {
    const sections = new Set(page.programs.map((program) => program.section));
    expect(sections).toEqual(new Set(['Example', 'Use instead']));
  });

  it.each(page.programs)(
    'line $line: marks whole pieces of text of this check',
    ({ section, files, expected }) => {
      expect(new Set(expected.map((finding) => finding.check))).toEqual(
        new Set(section === 'Example' ? [stem] : []),
      );
      for (const { file, range } of expected) {
        const isPoint = range.start.line === range.end.line && range.start.column === range.end.column;
        if (!isPoint) expect(textAt(files[file] ?? '', range)).toMatch(/^\S(.*\S)?$/);
      }
    },
  );

  it.each(page.programs)('line $line: names places that exist', ({ files, expected }) => {
    const places = expected.flatMap(({ message }) => [
      ...message.matchAll(/\(([\w./]+\.(?:py|[jt]s)):(\d+)\)/g),
    ]);
    for (const [, file = '', line] of places) {
      expect(files[file]?.split('\n')[Number(line) - 1] ?? '').toMatch(/\S/);
    }
  });
});

describe('docs/checks/README.md', () => {
  const table = readFileSync(join(REPOSITORY, 'docs/checks/README.md'), 'utf8');

  it('lists every page once', () => {
    const listed = [...table.matchAll(/^\| \[([a-z-]+)\]\(([a-z-]+)\.md\) \|/gm)];
    expect(listed.map(([, id]) => id).sort()).toEqual(pages.map(({ stem }) => stem));
    expect(listed.map(([, id]) => id)).toEqual(listed.map(([, , target]) => target));
  });
});
