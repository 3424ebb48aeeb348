/** The programs of docs/micro-suite with what is true of them. The format stands in docs/micro-suite/README.md. Must not know the analyser. */
import { parseSections, splitFiles, type Section } from './markdown-programs.ts';
import type { MarkedRange } from './markers.ts';
import { componentIn, expectationLines, type Language, LANGUAGES } from './suite-languages.ts';

export interface SuiteProgram {
  readonly title: string;
  readonly language: Language;
  /** The title, with the language where it is not the first one: what a test is called. */
  readonly name: string;
  /** Line of the heading in the Markdown file, from one. */
  readonly line: number;
  readonly files: Readonly<Record<string, string>>;
  readonly expect: Expectation;
}

export interface Expectation {
  readonly components: readonly ExpectedComponent[];
  readonly steps: readonly ExpectedStep[];
  /** `undefined` where the program says nothing about findings. */
  readonly findings: readonly ExpectedRange[] | undefined;
  readonly witnesses: readonly Witness[];
}

/** What a program is started with, word by word, and the verdict that it then has. */
export interface Witness {
  readonly input: readonly string[];
  readonly verdict: string;
}

export interface ExpectedComponent {
  /** File of the component's definition, where its name alone would not do. */
  readonly file: string | undefined;
  readonly component: string;
  readonly point: string;
  readonly attribute: string;
  /** By environment; the key is `''` where one verdict holds for all. */
  readonly verdicts: Readonly<Record<string, string>>;
}

export interface ExpectedStep {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly decision: string | undefined;
}

export interface ExpectedRange {
  readonly check: string;
  readonly file: string;
  readonly range: MarkedRange;
}

export interface SuiteSection {
  readonly title: string;
  readonly programs: readonly SuiteProgram[];
  /** Why there is no TypeScript program; `undefined` where there is one, or where there is TypeScript alone. */
  readonly without: string | undefined;
}

/** The programs of a theme, one for each language of a section. */
export function parseSuite(markdown: string): readonly SuiteProgram[] {
  return parseThemeSections(markdown).flatMap(({ programs }) => programs);
}

/** Throws at a section that expects nothing, or that is not of the format. */
export function parseThemeSections(markdown: string): readonly SuiteSection[] {
  return parseSections(markdown)
    .filter((section) => section.level === 2)
    .map(sectionOf);
}

/** The lines of an `expect` block for one language. Throws at a line that is not of the format. */
export function parseExpectation(text: string, language: Language = 'py'): Expectation {
  const components: ExpectedComponent[] = [];
  let steps: readonly ExpectedStep[] = [];
  let findings: readonly ExpectedRange[] | undefined;
  const witnesses: Witness[] = [];
  for (const line of expectationLines(text, language)) {
    const [, word = '', rest = ''] = /^(component|steps:|findings:|witness:) ?(.*)$/.exec(line) ?? [];
    if (word === 'component') components.push(componentOf(rest, language));
    else if (word === 'steps:') steps = rest === 'none' ? [] : rest.split(' | ').map(stepOf);
    else if (word === 'findings:') findings = rest === 'none' ? [] : rest.split(', ').map(findingOf);
    else if (word === 'witness:') witnesses.push(witnessOf(rest));
    else throw new Error(`not an expectation: ${line}`);
  }
  return { components, steps, findings, witnesses };
}

function sectionOf(section: Section): SuiteSection {
  const expect = section.fences.find(({ language }) => language === 'expect')?.text;
  if (expect === undefined) throw new Error(`line ${section.line}: "${section.title}" expects nothing`);
  const files: Partial<Record<Language, Record<string, string>>> = {};
  let current: Record<string, string> = {};
  for (const { language, file, text } of section.fences) {
    if (language === 'expect') continue;
    const own = LANGUAGES.find((each) => each === language && file === undefined);
    if (own) current = files[own] ??= {};
    Object.assign(current, splitFiles(text, file ?? `main.${own ?? 'py'}`));
  }
  const present = LANGUAGES.filter((language) => files[language]);
  const without = /^ts: none\. (.+)$/m.exec(expect)?.[1];
  const programs = present.map((language) => ({
    title: section.title,
    language,
    name: language === 'py' ? section.title : `${section.title} (TypeScript)`,
    line: section.line,
    files: files[language] ?? {},
    expect: parseExpectation(expect, language),
  }));
  return { title: section.title, programs, without };
}

function componentOf(text: string, language: Language): ExpectedComponent {
  const at = text.indexOf(': ');
  const match = /^(?:(\S+\.(?:py|ts)):)?([\w./]+)\.(\w+)(?: \((\w+)\))?$/.exec(
    componentIn(text.slice(0, at), language),
  );
  const [, file, component = '', point = '', attribute] = match ?? [];
  if (!match) throw new Error(`not a component: ${text}`);
  const verdicts = Object.fromEntries(
    text
      .slice(at + 2)
      .split(' ')
      .map(verdictOf),
  );
  return { file, component, point, attribute: attribute ?? attributeOf(point), verdicts };
}

/** Where a setter keeps what it is given, as far as its name tells. */
function attributeOf(point: string): string {
  return point.replace(/^set_/, '').replace(/^set([A-Z])/, (_, letter: string) => letter.toLowerCase());
}

function verdictOf(word: string): [environment: string, verdict: string] {
  const at = word.indexOf('=');
  return at < 0 ? ['', word] : [word.slice(0, at), word.slice(at + 1)];
}

function witnessOf(text: string): Witness {
  const [input = '', verdict = ''] = text.split('-> ');
  return { input: input.split(' ').filter((word) => word !== ''), verdict };
}

function stepOf(text: string): ExpectedStep {
  const [, file = '', line = '', kind = '', decision] =
    /^(\S+):(\d+) ([a-z]+)(?: (true|false|open))?$/.exec(text) ?? [];
  if (kind === '') throw new Error(`not a step: ${text}`);
  return { file, line: Number(line), kind, decision };
}

function findingOf(text: string): ExpectedRange {
  const match = /^([a-z-]+) (\S+):(\d+):(\d+)-(\d+):(\d+)$/.exec(text);
  const [, check = '', file = '', ...numbers] = match ?? [];
  if (!match) throw new Error(`not a finding: ${text}`);
  const [startLine = 0, startColumn = 0, endLine = 0, endColumn = 0] = numbers.map(Number);
  const start = { line: startLine, column: startColumn };
  return { check, file, range: { start, end: { line: endLine, column: endColumn } } };
}
