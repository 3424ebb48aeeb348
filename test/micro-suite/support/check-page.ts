/** A page of docs/checks: its headings and the programs in it with what they expect. Must not know the analyser. */
import { parseSections, splitFiles, type Fence, type Section } from './markdown-programs.ts';
import { readMarkers, type ExpectedFinding } from './markers.ts';

export const PAGE_HEADINGS: readonly string[] = [
  'What it does',
  'Why is this bad?',
  'Example',
  'Use instead',
  'Limits of the analysis',
  'Fix safety',
];

export interface PageProgram {
  readonly section: string;
  /** Line of the program in the page, from one. */
  readonly line: number;
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly ExpectedFinding[];
  /** The `diff` block below it: the best fix of each of its findings that has one, see `fixText`. */
  readonly fix: string | undefined;
}

export interface CheckPage {
  readonly id: string;
  readonly headings: readonly string[];
  readonly programs: readonly PageProgram[];
}

export function parseCheckPage(markdown: string): CheckPage {
  const sections = parseSections(markdown);
  return {
    id: sections.find((section) => section.level === 1)?.title ?? '',
    headings: sections.filter((section) => section.level === 2).map((section) => section.title),
    programs: sections.flatMap(programsOf),
  };
}

function programsOf(section: Section): readonly PageProgram[] {
  const groups: Fence[][] = [];
  for (const fence of section.fences) {
    if (fence.file === undefined && fence.language !== 'diff') groups.push([fence]);
    else groups.at(-1)?.push(fence);
  }
  return groups.map((fences) => programOf(section.title, fences));
}

function programOf(section: string, fences: readonly Fence[]): PageProgram {
  const files: Record<string, string> = {};
  const programs = fences.filter(({ language }) => language !== 'diff');
  const fix = fences.find(({ language }) => language === 'diff')?.text;
  for (const fence of programs)
    Object.assign(files, splitFiles(fence.text, fence.file ?? `main.${fence.language}`));
  const expected = Object.entries(files).flatMap(([path, text]) => readMarkers(path, text));
  return { section, line: fences[0]?.line ?? 0, files, expected, fix };
}
