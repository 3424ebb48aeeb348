/**
 * Code that is being typed: while a file cannot be read where it could, what was said of it before stands, at its places now.
 * Must not know the language, nor what is said.
 */
import { LineIndex } from '../../base/line-index.ts';
import type { ModuleNode, SyntaxProblem } from '../../ir/nodes.ts';
import { forEachStatement } from '../../ir/walk.ts';
import type { CodeLines } from '../../frontends/python/code-lines.ts';
import type { Report, ReportUnresolved } from '../report.ts';
import { type Hunk, lineHunks } from './line-hunks.ts';
import { type LineMove, lineMove } from './moved-lines.ts';

/** The first thing in a file that could be read before and cannot be read now. */
export interface Unreadable {
  readonly file: string;
  /** From one. */
  readonly line: number;
  readonly message: string;
}

/** `undefined` where nothing is wrong in a file that was not wrong before. */
export function unreadable(
  readBefore: () => ModuleNode | undefined,
  now: ModuleNode,
): Unreadable | undefined {
  const problems = problemsIn(now);
  if (problems.length === 0) return undefined;
  const before = readBefore();
  const known = new Set(before && problemsIn(before).map((problem) => keyOf(before, problem)));
  const fresh = problems.find((problem) => !known.has(keyOf(now, problem)));
  return fresh && { file: now.path, line: lineOf(now, fresh) + 1, message: `syntax: ${fresh.message}` };
}

/** A name alone on its line is one that is being typed: `self.log`. Words that are whole statements are none. */
const NAME_ALONE = /^\s*(?!(?:return|pass|break|continue|raise|yield|await)$)[\p{L}_][\w.]*$/u;

/** The first line of an edit that is a name and nothing else; `undefined` where the edit is anything besides. */
export function nameAlone({ path, newLines, hunks, oldLines }: TypedLines): Unreadable | undefined {
  const [hunk] = hunks;
  if (!hunk || hunks.length > 1 || hunk.otherTo !== hunk.otherFrom + 1) return undefined;
  const isFresh = oldLines.texts.slice(hunk.from, hunk.to).every((line) => NAME_ALONE.test(line));
  const line = newLines.numbers[hunk.otherFrom];
  if (!isFresh || line === undefined || !NAME_ALONE.test(newLines.texts[hunk.otherFrom] ?? ''))
    return undefined;
  return { file: path, line, message: 'A name stands alone here.' };
}

/** How the lines of a file changed. */
export interface TypedLines {
  readonly path: string;
  readonly oldLines: CodeLines;
  readonly newLines: CodeLines;
  readonly hunks: readonly Hunk[];
}

/** Of the whole file: functions are read when somebody looks into them. */
function problemsIn(module: ModuleNode): readonly SyntaxProblem[] {
  forEachStatement(module.body, () => undefined, { intoFunctions: true });
  return module.problems;
}

function lineOf({ text }: ModuleNode, { start }: SyntaxProblem): number {
  return new LineIndex(text).position(start).line;
}

/** A problem is the same where its line says the same. */
function keyOf(module: ModuleNode, problem: SyntaxProblem): string {
  const lines = module.text.split(/\r\n|\r|\n/);
  return `${problem.message}\n${lines[lineOf(module, problem)]?.trim() ?? ''}`;
}

/** How all lines of a text moved, whatever they say. */
export function textMove(before: string, now: string): LineMove {
  const oldLines = allLines(before);
  const newLines = allLines(now);
  return lineMove(oldLines, newLines, lineHunks(oldLines.texts, newLines.texts));
}

function allLines(text: string): CodeLines {
  const texts = text.split(/\r\n|\r|\n/);
  return { texts, numbers: texts.map((_, index) => index + 1) };
}

/** The report with what cannot be read at the moment. */
export function withUnreadable(report: Report, broken: readonly Unreadable[]): Report {
  const added = broken.map(
    ({ file, line, message }): ReportUnresolved => ({
      file,
      line,
      reason: `${message} Until this can be read, what was found before it was typed stands.`,
    }),
  );
  const unresolved = [...report.unresolved, ...added].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.reason, b.reason),
  );
  return { ...report, unresolved };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
