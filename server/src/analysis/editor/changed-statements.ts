/**
 * Which statements an edit took out of a program, and which it put in their place, where everything else stands as it did.
 * Must not know what the statements mean.
 */
import type { Block, FunctionNode, ModuleNode, Statement } from '../../ir/nodes.ts';
import { blocksOf } from '../../ir/blocks.ts';
import type { Hunk } from './line-hunks.ts';

/** One module in its lines of code. */
export interface Numbered {
  readonly module: ModuleNode;
  /** The index of the line of code that an offset stands in. */
  readonly lineAt: (offset: number) => number;
}

/** What is right around statements: of a function, as it was and as it is. */
export type Scope =
  | { readonly kind: 'module' | 'class' }
  | { readonly kind: 'function'; readonly before: FunctionNode; readonly after: FunctionNode };

/** Statements `[at, at + removed.length)` of `block` became `added`. */
export interface ChangedStatements {
  readonly block: Block;
  readonly at: number;
  readonly removed: Block;
  readonly added: Block;
  readonly scope: Scope;
}

/** One side of the comparison. */
interface Side {
  readonly numbered: Numbered;
  readonly from: number;
  readonly to: number;
}

/** Of one hunk; `undefined` where more than whole statements of one block changed. */
export function changedStatements(
  before: Numbered,
  after: Numbered,
  { from, to, otherFrom, otherTo }: Hunk,
): ChangedStatements | undefined {
  const old: Side = { numbered: before, from, to };
  const now: Side = { numbered: after, from: otherFrom, to: otherTo };
  return inBlocks(old, now, before.module.body, after.module.body, { kind: 'module' });
}

function inBlocks(
  old: Side,
  now: Side,
  oldBlock: Block,
  newBlock: Block,
  scope: Scope,
): ChangedStatements | undefined {
  const a = touched(old, oldBlock);
  const b = touched(now, newBlock);
  const inner = inStatements(old, now, within(a, b, oldBlock), within(b, a, newBlock), scope);
  if (inner) return inner;
  const isAligned = a.at === b.at && oldBlock.length - a.end === newBlock.length - b.end;
  if (!isAligned || !covers(old, a.statements) || !covers(now, b.statements)) return undefined;
  return { block: oldBlock, at: a.at, removed: a.statements, added: b.statements, scope };
}

interface Touched {
  readonly at: number;
  readonly end: number;
  readonly statements: Block;
}

/** The one statement that the change may be inside of. What goes in at the end of its last block stands behind it on the other side. */
function within({ at, statements }: Touched, other: Touched, block: Block): Statement | undefined {
  if (statements.length === 1) return statements[0];
  return statements.length === 0 && other.statements.length === 1 && other.at === at - 1
    ? block[at - 1]
    : undefined;
}

/** The statements of a block that stand in changed lines, or around the gap between two lines where none is. */
function touched(side: Side, block: Block): Touched {
  let at = 0;
  while (at < block.length && isBefore(side, block[at])) at++;
  let end = at;
  while (end < block.length && !isAfter(side, block[end])) end++;
  return { at, end, statements: block.slice(at, end) };
}

function isBefore({ numbered, from }: Side, statement: Statement | undefined): boolean {
  return statement !== undefined && numbered.lineAt(lastOffset(statement)) < from;
}

function isAfter({ numbered, to }: Side, statement: Statement | undefined): boolean {
  return statement === undefined || numbered.lineAt(firstOffset(statement)) >= to;
}

/** Decorators belong to what they decorate. */
function firstOffset(statement: Statement): number {
  const decorators =
    statement.kind === 'function-declaration'
      ? statement.function.decorators
      : statement.kind === 'class-declaration'
        ? statement.class.decorators
        : [];
  return Math.min(statement.start, ...decorators.map(({ start }) => start));
}

function lastOffset({ start, end }: Statement): number {
  return Math.max(start, end - 1);
}

/** Whether every changed line belongs to one of the statements. */
function covers({ numbered, from, to }: Side, statements: Block): boolean {
  let line = from;
  for (const statement of statements) {
    if (numbered.lineAt(firstOffset(statement)) > line) return false;
    line = Math.max(line, numbered.lineAt(lastOffset(statement)) + 1);
  }
  return line >= to;
}

/** Where both are of one sort and only one of their blocks changed. */
function inStatements(
  old: Side,
  now: Side,
  one: Statement | undefined,
  other: Statement | undefined,
  scope: Scope,
): ChangedStatements | undefined {
  if (!one || !other) return undefined;
  const blocks = blocksBelow(one);
  const others = blocksBelow(other);
  if (one.kind !== other.kind || blocks.length === 0 || blocks.length !== others.length) return undefined;
  let found: ChangedStatements | undefined;
  for (const [index, block] of blocks.entries()) {
    const beside = others[index] ?? [];
    const changed =
      block.length !== beside.length ||
      touched(old, block).statements.length > 0 ||
      touched(now, beside).statements.length > 0;
    if (!changed) continue;
    if (found) return undefined;
    found = inBlocks(old, now, block, beside, insideOf(one, other, scope));
    if (!found) return undefined;
  }
  return found;
}

function insideOf(one: Statement, other: Statement, scope: Scope): Scope {
  if (one.kind === 'class-declaration') return { kind: 'class' };
  return one.kind === 'function-declaration' && other.kind === 'function-declaration'
    ? { kind: 'function', before: one.function, after: other.function }
    : scope;
}

/** The blocks right below a statement, in the order of the text; of a function, its body. */
function blocksBelow(statement: Statement): readonly Block[] {
  return statement.kind === 'function-declaration' ? [statement.function.body().block] : blocksOf(statement);
}
