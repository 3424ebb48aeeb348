/**
 * Comments that silence a check on a line, a block or a file, and those of them that silence nothing.
 * Must not know what the checks report.
 */
import { CHECK_IDS } from '../config/checks.ts';
import type { Place } from '../engine/objects.ts';
import type { ModuleNode, Statement } from '../ir/nodes.ts';
import { eachStatement } from '../ir/outline.ts';
import type { CodeIndex } from '../wiring/code-index.ts';
import { around, placeIn, within } from '../wiring/source.ts';
import type { Finding } from '../wiring/types.ts';
import { list } from '../wiring/words.ts';
import type { Span } from '../base/span.ts';
import { beginsLine, layoutAt, lineEnd, lineStart, nextLine } from '../source/layout.ts';
import { type Correction, type CorrectionContext, editsIn, replaced, textIn } from '../wiring/correction.ts';
import { type Check, pageOf } from './check.ts';

export const UNUSED_IGNORE: Check = {
  id: 'unused-ignore',
  summary: 'a comment silences a check that reports nothing there',
  severity: 'warning',
  url: pageOf('unused-ignore'),
};

export interface Suppressed {
  /** What is left. */
  readonly findings: readonly Finding[];
  /** Comments that silenced nothing. */
  readonly unused: readonly Omit<Finding, 'severity'>[];
}

interface Ignore {
  /** The comment. */
  readonly place: Place;
  readonly checks: readonly string[];
  /** What it holds for. */
  readonly scope: Place;
}

/** Takes away what comments silence. A comment counts as used when it silences at least one finding of each check that it names. */
export function suppress(code: Pick<CodeIndex, 'modules'>, findings: readonly Finding[]): Suppressed {
  const ignores = code.modules.filter((module) => module.text.includes('wiretrace:')).flatMap(ignoresIn);
  if (ignores.length === 0) return { findings, unused: [] };
  const used = new Map<Ignore, Set<string>>();
  const left = findings.filter((finding) => {
    const silencing = ignores.filter((ignore) => silences(ignore, finding));
    for (const ignore of silencing) used.set(ignore, new Set([...(used.get(ignore) ?? []), finding.check]));
    return silencing.length === 0;
  });
  return {
    findings: left,
    unused: ignores.flatMap((ignore) => unusedOf(ignore, used.get(ignore) ?? new Set())),
  };
}

function silences(ignore: Ignore, { check, place }: Finding): boolean {
  if (!('module' in place) || !ignore.checks.includes(check)) return false;
  return within(ignore.scope, { ...place, end: place.start });
}

function unusedOf(
  { place, checks }: Ignore,
  used: ReadonlySet<string>,
): readonly Omit<Finding, 'severity'>[] {
  const idle = checks.filter((check) => !used.has(check));
  if (idle.length === 0) return [];
  const strange = idle.filter((check) => !CHECK_IDS.some((id) => id === check));
  const message =
    strange.length > 0
      ? `No check is named ${list(strange)}.`
      : `This comment silences ${list(idle)}, but nothing of it is reported here.`;
  const about = { component: '', environments: [], steps: [], events: [] };
  const corrections = (): Iterable<Correction> => removals(place, checks, idle);
  return [{ ...about, check: UNUSED_IGNORE.id, message, place, corrections }];
}

/** Without the comment, or without the names in it that silence nothing. */
function* removals(place: Place, checks: readonly string[], idle: readonly string[]): Iterable<Correction> {
  const { module } = place;
  const left = checks.filter((check) => !idle.includes(check));
  const text = textIn(place);
  const names = /\[[^\]\n]*\]/.exec(text);
  const lines = left.length === 0 ? linesOf(module.text, place) : undefined;
  const edit = lines ? replaced(lines, '') : names && replaced(spanIn(place, names), `[${left.join(', ')}]`);
  if (!edit) return;
  yield {
    title: lines ? 'Remove the comment' : `Remove ${list(idle)} from the comment`,
    applicability: 'safe',
    edits: editsIn(module, edit),
    wires: undefined,
  };
}

function spanIn({ start }: Place, match: RegExpExecArray): Span {
  return { start: start + match.index, end: start + match.index + match[0].length };
}

/** A comment with the blanks before it; with its line where nothing else is in it. */
function linesOf(text: string, { start, end }: Place): Span {
  if (beginsLine(text, start)) return { start: lineStart(text, start), end: nextLine(text, end) };
  let from = start;
  while (/[ \t]/.test(text[from - 1] ?? '')) from--;
  return { start: from, end };
}

/** Comments that would silence a finding, the one that silences least first. Nothing where its language cannot be written. */
export function* ignoring(context: CorrectionContext, { check, place }: Finding): Iterable<Correction> {
  if (!('module' in place)) return;
  const { module } = place;
  const { text } = module;
  const comment = context.writerOf(module)?.comment(`wiretrace: ignore[${check}] TODO: say why`);
  if (comment === undefined) return;
  const end = lineEnd(text, place.start);
  const { indentation, newline } = layoutAt(text, place.start);
  const beside = { start: end, end, newText: `  ${comment}` };
  const start = lineStart(text, place.start);
  const above = { start, end: start, newText: indentation + comment + newline };
  for (const edit of isPlainLine(text.slice(start, end)) ? [beside, above] : [above])
    yield {
      title: `Ignore ${check} here, with a reason`,
      applicability: 'needs-review',
      edits: editsIn(module, edit),
      wires: undefined,
    };
}

/** Whether a comment may follow: none is there, nothing goes on in the next line. */
function isPlainLine(line: string): boolean {
  return !/#|\/\/|\\$|"""|'''|`/.test(line) && line.trim() !== '';
}

const COMMENT = /(?:#|\/\/)[ \t]*wiretrace:[ \t]*ignore(-file)?\[([^\]\n]*)\][^\n]*/g;

function ignoresIn(module: ModuleNode): readonly Ignore[] {
  const ignores: Ignore[] = [];
  for (const match of module.text.matchAll(COMMENT)) {
    const start = match.index;
    const place = placeIn(module, { start, end: start + match[0].trimEnd().length });
    const checks = (match[2] ?? '')
      .split(',')
      .map((check) => check.trim())
      .filter((check) => check !== '');
    const scope = match[1] === undefined ? scopeOf(module, place) : fileScope(module, place);
    ignores.push({ place, checks, scope: scope ?? place });
  }
  return ignores;
}

/** A file is silenced above its first statement only; further down the comment would be overlooked. */
function fileScope(module: ModuleNode, comment: Place): Place | undefined {
  const [first, second] = module.body;
  const documentation = first?.kind === 'expression' && first.expression.kind === 'constant';
  const code = documentation ? second : first;
  return !code || comment.start < code.start
    ? placeIn(module, { start: 0, end: module.text.length })
    : undefined;
}

/** Beside code: its line. On a line of its own: the next statement, with all that is in it. */
function scopeOf(module: ModuleNode, comment: Place): Place | undefined {
  const { text } = module;
  const line = text.lastIndexOf('\n', comment.start - 1) + 1;
  if (text.slice(line, comment.start).trim() !== '')
    return placeIn(module, { start: line, end: comment.end });
  return nextStatement(module, comment);
}

function nextStatement(module: ModuleNode, comment: Place): Place | undefined {
  let next: Statement | undefined;
  const { block } = around(module, comment.start);
  eachStatement(block, (s) => {
    if (s.start >= comment.end && (!next || s.start < next.start)) next = s;
  });
  return next ? placeIn(module, { start: startOf(next), end: next.end }) : undefined;
}

/** Decorators stand before the name and belong to the statement. */
function startOf(statement: Statement): number {
  const decorators =
    statement.kind === 'function-declaration'
      ? statement.function.decorators
      : statement.kind === 'class-declaration'
        ? statement.class.decorators
        : [];
  return Math.min(statement.start, ...decorators.map((decorator) => decorator.start));
}
