/** Where a statement stands among the others, and edits that put code before, behind or in the place of it. Must not know what is written. */
import { blocksOf } from '../../ir/blocks.ts';
import { contains, type Span } from '../../base/span.ts';
import type { Block, ModuleNode, Statement } from '../../ir/nodes.ts';
import type { SourceWriter, Written } from '../../ir/source-writer.ts';
import { beginsLine, layoutAt, lineEnd, lineStart, nextLine } from '../../source/layout.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import { around } from '../../wiring/source.ts';

/** A statement with the blocks around it, up to its function's. */
export interface Standing {
  readonly module: ModuleNode;
  readonly statement: Statement;
  readonly block: Block;
  readonly index: number;
  /** The statement whose block it stands in. */
  readonly parent: Standing | undefined;
}

/** The innermost statement around a place. */
export function standingAt(module: ModuleNode, span: Span): Standing | undefined {
  let found: Standing | undefined;
  let blocks: readonly Block[] = [around(module, span.start).block];
  for (;;) {
    const inner = innermostIn(module, blocks, span, found);
    if (!inner) return found;
    found = inner;
    blocks = blocksOf(inner.statement);
  }
}

function innermostIn(
  module: ModuleNode,
  blocks: readonly Block[],
  span: Span,
  parent: Standing | undefined,
): Standing | undefined {
  for (const block of blocks) {
    const index = block.findIndex((statement) => contains(statement, span));
    const statement = block[index];
    if (statement) return { module, statement, block, index, parent };
  }
  return undefined;
}

/** The statements around, innermost first. */
export function ancestors(standing: Standing): readonly Standing[] {
  const all: Standing[] = [];
  for (let at = standing.parent; at; at = at.parent) all.push(at);
  return all;
}

/** Statements that have run whenever this one begins: those before it in its block and in the blocks around. */
export function before(standing: Standing): readonly Statement[] {
  const own = standing.block.slice(0, standing.index);
  return standing.parent ? [...before(standing.parent), ...own] : own;
}

/** Whether a statement has its lines to itself, so that lines can be put around it. */
export function hasOwnLines(module: ModuleNode, statement: Span): boolean {
  const { text } = module;
  const rest = text.slice(statement.end, lineEnd(text, statement.end));
  return beginsLine(text, statement.start) && /^[ \t]*(?:$|;[ \t]*$|#|\/\/)/.test(rest);
}

export function insertedBefore(
  writer: SourceWriter,
  module: ModuleNode,
  statement: Span,
  code: readonly Written[],
): TextEdit | undefined {
  if (!beginsLine(module.text, statement.start)) return undefined;
  const layout = layoutAt(module.text, statement.start);
  const at = statement.start;
  return {
    start: at,
    end: at,
    newText: `${writer.write(code, layout)}${layout.newline}${layout.indentation}`,
  };
}

export function insertedAfter(
  writer: SourceWriter,
  module: ModuleNode,
  statement: Span,
  code: readonly Written[],
): TextEdit | undefined {
  if (!hasOwnLines(module, statement)) return undefined;
  const layout = layoutAt(module.text, statement.start);
  const at = lineEnd(module.text, statement.end);
  return { start: at, end: at, newText: layout.newline + layout.indentation + writer.write(code, layout) };
}

export function replacedBy(
  writer: SourceWriter,
  module: ModuleNode,
  statement: Span,
  code: readonly Written[],
): TextEdit | undefined {
  if (!beginsLine(module.text, statement.start)) return undefined;
  const newText = writer.write(code, layoutAt(module.text, statement.start));
  return { start: statement.start, end: statement.end, newText };
}

/** Takes a statement out with its lines. */
export function withoutLines(module: ModuleNode, statement: Span): TextEdit | undefined {
  if (!hasOwnLines(module, statement)) return undefined;
  const { text } = module;
  return { start: lineStart(text, statement.start), end: nextLine(text, statement.end), newText: '' };
}

/** Puts code at the end of a block of a statement; `owner` is the part of it that ends with the block. */
export function appended(
  writer: SourceWriter,
  module: ModuleNode,
  block: Block,
  owner: Span,
  code: readonly Written[],
): TextEdit | undefined {
  const last = block.at(-1);
  if (last) return insertedAfter(writer, module, last, code);
  return writer.fillBlock(module.text, owner, code, layoutAt(module.text, owner.start));
}
