/** The programs of docs/micro-suite with what is true of them. The format stands in docs/micro-suite/README.md. Must not know the analyser. */
import { parseSections, splitFiles, type Section } from './markdown-programs.ts';
import type { MarkedRange } from './markers.ts';

export interface SuiteProgram {
  readonly title: string;
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

export function parseSuite(markdown: string): readonly SuiteProgram[] {
  return parseSections(markdown)
    .filter((section) => section.level === 2)
    .map(programOf);
}

/** The lines of an `expect` block. Throws at a line that is not of the format. */
export function parseExpectation(text: string): Expectation {
  const components: ExpectedComponent[] = [];
  let steps: readonly ExpectedStep[] = [];
  let findings: readonly ExpectedRange[] | undefined;
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, word = '', rest = ''] = /^(component|steps:|findings:|witness:) ?(.*)$/.exec(line) ?? [];
    if (word === 'component') components.push(componentOf(rest));
    else if (word === 'steps:') steps = rest.split(' | ').map(stepOf);
    else if (word === 'findings:') findings = rest === 'none' ? [] : rest.split(', ').map(findingOf);
    else if (word !== 'witness:') throw new Error(`not an expectation: ${line}`);
  }
  return { components, steps, findings };
}

function programOf(section: Section): SuiteProgram {
  const files: Record<string, string> = {};
  let expect: Expectation | undefined;
  for (const fence of section.fences) {
    if (fence.language === 'expect') expect = parseExpectation(fence.text);
    else Object.assign(files, splitFiles(fence.text, fence.file ?? 'main.py'));
  }
  if (!expect) throw new Error(`line ${section.line}: "${section.title}" expects nothing`);
  return { title: section.title, line: section.line, files, expect };
}

function componentOf(text: string): ExpectedComponent {
  const match = /^(?:(\S+\.py):)?([\w.]+)\.(\w+)(?: \((\w+)\))?: (.+)$/.exec(text);
  const [, file, component = '', point = '', attribute, words = ''] = match ?? [];
  if (!match) throw new Error(`not a component: ${text}`);
  const verdicts = Object.fromEntries(words.split(' ').map(verdictOf));
  return { file, component, point, attribute: attribute ?? point.replace(/^set_/, ''), verdicts };
}

function verdictOf(word: string): [environment: string, verdict: string] {
  const at = word.indexOf('=');
  return at < 0 ? ['', word] : [word.slice(0, at), word.slice(at + 1)];
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
