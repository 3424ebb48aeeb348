/** Adding an import of one name to a module. Must not know why it is wanted. */
import type { ModuleObject } from '../../engine/objects.ts';
import type { ModuleNode, Statement } from '../../ir/nodes.ts';
import { layoutAt, lineEnd } from '../../source/layout.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import type { CorrectionContext } from '../../wiring/correction.ts';

/** Whether a module names something at its top: an import that nothing has used yet counts, though no run has done it. */
export function isImported(node: ModuleNode, name: string): boolean {
  return node.body.some(
    (statement) =>
      statement.kind === 'import-names' && statement.names.some(({ binding }) => binding === name),
  );
}

/** Behind the last import of the module; nothing where the name is imported already; `undefined` where there is no import. */
export function importEdits(
  context: CorrectionContext,
  node: ModuleNode,
  wanted: { readonly name: string; readonly from: ModuleObject },
): readonly TextEdit[] | undefined {
  if (isImported(node, wanted.name)) return [];
  const writer = context.writerOf(node);
  const source = wanted.from.node;
  const last = node.body.findLast(isImport);
  if (!writer || !source || !last) return undefined;
  const at = lineEnd(node.text, last.end);
  const from = { path: source.path, name: wanted.from.importName ?? wanted.from.name };
  const line = writer.importLine(wanted.name, from, {
    path: node.path,
    name: context.nameOf(node),
    specifier: neighbour(node),
  });
  return [{ start: at, end: at, newText: layoutAt(node.text, last.start).newline + line }];
}

/** An import of a file beside or below, as it is written. */
function neighbour(node: ModuleNode): string | undefined {
  for (const statement of node.body)
    if (isImport(statement) && statement.module.name.startsWith('.')) return statement.module.name;
  return undefined;
}

function isImport(
  statement: Statement,
): statement is Extract<Statement, { kind: 'import-names' | 'import-module' }> {
  return statement.kind === 'import-names' || statement.kind === 'import-module';
}
