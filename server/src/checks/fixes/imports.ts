/** Adding an import of one name to a module. Must not know why it is wanted. */
import type { ModuleObject } from '../../engine/objects.ts';
import type { ModuleNode, Statement } from '../../ir/nodes.ts';
import { layoutAt, lineEnd } from '../../source/layout.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import type { CorrectionContext } from '../../wiring/correction.ts';

/** Behind the last import of the module; `undefined` where it has none, or a name of its own is in the way. */
export function importEdit(
  context: CorrectionContext,
  node: ModuleNode,
  wanted: { readonly name: string; readonly from: ModuleObject },
): TextEdit | undefined {
  const writer = context.writerOf(node);
  const source = wanted.from.node;
  const last = node.body.findLast(isImport);
  if (!writer || !source || !last) return undefined;
  const at = lineEnd(node.text, last.end);
  const from = { path: source.path, name: wanted.from.importName ?? wanted.from.name };
  const line = writer.importLine(wanted.name, from, { path: node.path, name: context.nameOf(node) });
  return { start: at, end: at, newText: layoutAt(node.text, last.start).newline + line };
}

function isImport(statement: Statement): boolean {
  return statement.kind === 'import-names' || statement.kind === 'import-module';
}
