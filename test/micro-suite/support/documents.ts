/** The Markdown files that are tests: the pages of docs/checks and the themes of docs/micro-suite. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../support/source-tree.ts';
import { parseCheckPage, type CheckPage } from './check-page.ts';
import { parseSuite, parseThemeSections, type SuiteProgram, type SuiteSection } from './suite.ts';

export interface PageFile {
  /** Name of the file without `.md`. */
  readonly stem: string;
  readonly page: CheckPage;
}

export interface Theme {
  readonly stem: string;
  readonly programs: readonly SuiteProgram[];
}

export function checkPages(): readonly PageFile[] {
  return markdownIn('docs/checks').map(({ stem, text }) => ({ stem, page: parseCheckPage(text) }));
}

export function themes(): readonly Theme[] {
  return markdownIn('docs/micro-suite').map(({ stem, text }) => ({ stem, programs: parseSuite(text) }));
}

/** The sections of all themes. */
export function sections(): readonly SuiteSection[] {
  return markdownIn('docs/micro-suite').flatMap(({ text }) => parseThemeSections(text));
}

function markdownIn(folder: string): readonly { stem: string; text: string }[] {
  return readdirSync(join(REPOSITORY, folder))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => ({
      stem: name.slice(0, -'.md'.length),
      text: readFileSync(join(REPOSITORY, folder, name), 'utf8'),
    }));
}
