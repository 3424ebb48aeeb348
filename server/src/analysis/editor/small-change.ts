/**
 * Whether an edit of code leaves every run and everything that is said of it as it was: a log line, a variable of its own, a text.
 * The statements that went and those that came are tried where the runs came by. Must not know how the edit was made.
 */
import type { Span } from '../../base/span.ts';
import type { CodeLines } from '../../frontends/python/code-lines.ts';
import type { Trials } from '../../engine/trial.ts';
import type { Block, Expression, ModuleNode, Statement } from '../../ir/nodes.ts';
import { forEachExpression, forEachStatement, forEachTarget } from '../../ir/walk.ts';
import { factsOf } from '../../wiring/facts.ts';
import { mayHoldName } from '../../wiring/identifiers.ts';
import type { Matters } from '../matters.ts';
import {
  changedStatements,
  type ChangedStatements,
  type Numbered,
  type Scope,
} from './changed-statements.ts';
import type { Hunk } from './line-hunks.ts';

export interface SmallChange {
  readonly before: ModuleNode;
  readonly after: ModuleNode;
  readonly oldLines: CodeLines;
  readonly newLines: CodeLines;
  readonly hunks: readonly Hunk[];
}

/** What the last analysis was about. */
export interface Watched {
  readonly trials: readonly Trials[];
  /** Modules that some run loaded. */
  readonly modules: readonly ModuleNode[];
  readonly matters: Matters;
}

/** Hunks that are looked at: with more of them, a new run is due. */
const MOST_HUNKS = 12;

/** "No" also where it cannot be told. */
export function changesNothing(watched: Watched, change: SmallChange): boolean {
  const { before, after, hunks } = change;
  if (hunks.length > MOST_HUNKS || !watched.trials.every(({ watches }) => watches(before.path))) return false;
  const old = numbered(before, change.oldLines);
  const now = numbered(after, change.newLines);
  const changed: ChangedStatements[] = [];
  for (const hunk of hunks) {
    const found = changedStatements(old, now, hunk);
    if (!found || !isPlain(watched, found)) return false;
    changed.push(found);
  }
  // What is broken may be read in another way than it stands there.
  if (after.problems.length > 0) return false;
  return changed.every((each) => agree(watched, change, each));
}

function numbered(module: ModuleNode, { numbers }: CodeLines): Numbered {
  const starts = [0];
  for (const match of module.text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return {
    module,
    lineAt: (offset) => lastAtMost(numbers, lastAtMost(starts, offset) + 1),
  };
}

/** The index of the last number of a sorted list that is at most `value`; -1 without one. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether nothing but expressions and names of variables came and went, and no name that matters. */
function isPlain({ matters }: Watched, { scope, removed, added }: ChangedStatements): boolean {
  if (![...removed, ...added].every((statement) => isSimple(statement, scope))) return false;
  if (leavesOf(removed) !== leavesOf(added)) return false;
  const old = wordsIn(removed);
  const now = wordsIn(added);
  return [...old.keys(), ...now.keys()].every((word) => {
    if (old.get(word) === now.get(word)) return true;
    if (!isName(word)) return !matters.text(word);
    return !matters.name(word) && (!matters.mention(word) || isMentionedStill(scope, word));
  });
}

/** Whether the function around mentions a name before and after. */
function isMentionedStill(scope: Scope, name: string): boolean {
  if (scope.kind !== 'function') return false;
  return factsOf(scope.before).mentions.has(name) && factsOf(scope.after).mentions.has(name);
}

function isName(word: string): boolean {
  return /^[\w.$:-]{1,80}$/.test(word);
}

/** The ways in which statements leave the code around them, in order: what is said of paths hangs on them. */
function leavesOf(block: Block): string {
  const leaves: string[] = [];
  forEachStatement(block, ({ kind }) => {
    if (LEAVING.has(kind)) leaves.push(kind);
  });
  return leaves.join();
}

const LEAVING: ReadonlySet<Statement['kind']> = new Set(['return', 'raise', 'break', 'continue']);

/** What a class body names is part of the class. */
function isSimple(statement: Statement, scope: Scope): boolean {
  if (scope.kind === 'class' && statement.kind !== 'expression') return false;
  let simple = true;
  forEachStatement([statement], ({ kind }) => {
    if (!SIMPLE_STATEMENTS.has(kind) && !LEAVING.has(kind)) simple = false;
  });
  forEachTarget([statement], ({ kind }) => {
    if (kind !== 'name') simple = false;
  });
  forEachExpression([statement], ({ kind }) => {
    if (NOT_SIMPLE.has(kind)) simple = false;
  });
  return simple;
}

const SIMPLE_STATEMENTS: ReadonlySet<Statement['kind']> = new Set([
  'expression',
  'assert',
  'assign',
  'augmented-assign',
  'declare',
  'if',
  'for-each',
  'while',
]);

const NOT_SIMPLE: ReadonlySet<Expression['kind']> = new Set(['function', 'class', 'yield', 'bind', 'import']);

/** Every name and every text in the statements, and how often it stands there. */
function wordsIn(block: Block): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const add = (word: string): void => {
    words.set(word, (words.get(word) ?? 0) + 1);
  };
  namesIn(block).forEach(add);
  forEachExpression(block, (e) => {
    if (e.kind === 'name' || e.kind === 'attribute') add(e.name);
    else if (e.kind === 'constant' && typeof e.value === 'string') add(e.value);
    else if (e.kind === 'call') for (const { name } of e.args) if (name !== undefined) add(name);
  });
  return words;
}

/** Names that simple statements give values. */
function namesIn(block: Block): ReadonlySet<string> {
  const names = new Set<string>();
  forEachTarget(block, (target) => {
    if (target.kind === 'name') names.add(target.name);
  });
  forEachStatement(block, (statement) => {
    if (statement.kind === 'declare' && statement.target.kind === 'name') names.add(statement.target.name);
  });
  return names;
}

function agree(watched: Watched, change: SmallChange, changed: ChangedStatements): boolean {
  const { block, at, removed, added } = changed;
  const own = ownNames(watched, change, changed);
  if (!isSameScope(changed, own)) return false;
  return watched.trials.every((trials) => {
    const visits = trials.visits(block, at);
    return visits?.every((visit) => trials.agree(visit, removed, added, (name) => own.has(name))) === true;
  });
}

/** Names that the statements give values and that stand nowhere else where they could be meant. */
function ownNames(watched: Watched, change: SmallChange, changed: ChangedStatements): ReadonlySet<string> {
  const { removed, added } = changed;
  const named = namesIn([...removed, ...added]);
  const { scope } = changed;
  const old = scope.kind === 'function' ? scope.before : wholeOf(change.before);
  const now = scope.kind === 'function' ? scope.after : wholeOf(change.after);
  const isOwn = (name: string): boolean =>
    countIn(change.before, [old], name) === countIn(change.before, removed, name) &&
    countIn(change.after, [now], name) === countIn(change.after, added, name) &&
    (scope.kind === 'function' || !watched.modules.some((each) => isNamedIn(each, change, name)));
  return new Set([...named].filter(isOwn));
}

function wholeOf({ text }: ModuleNode): Span {
  return { start: 0, end: text.length };
}

function isNamedIn(module: ModuleNode, { before }: SmallChange, name: string): boolean {
  return module !== before && mayHoldName(module, name);
}

/** How often a name stands in pieces of a module, in texts too. */
function countIn({ text }: ModuleNode, pieces: readonly Span[], name: string): number {
  const pattern = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$&')}(?![\\w$])`, 'gu');
  return pieces.reduce(
    (sum, { start, end }) => sum + [...text.slice(start, end).matchAll(pattern)].length,
    0,
  );
}

/** Whether every other name of the function is bound where it was, and the function runs as it did. */
function isSameScope({ scope }: ChangedStatements, own: ReadonlySet<string>): boolean {
  if (scope.kind !== 'function') return true;
  const before = scope.before.body();
  const after = scope.after.body();
  const isSame = (name: string): boolean =>
    own.has(name) || (before.locals.has(name) && after.locals.has(name));
  return (
    before.isGenerator === after.isGenerator &&
    [...before.locals, ...after.locals].every(isSame) &&
    [...before.globals].join() === [...after.globals].join() &&
    [...before.nonlocals].join() === [...after.nonlocals].join()
  );
}
