/** Names in the text of a function. Must not know what they stand for. */
import type { FunctionNode } from '../ir/nodes.ts';
import { forEachExpression } from '../ir/walk.ts';

const MENTIONED = new WeakMap<FunctionNode, ReadonlySet<string>>();

/** Names and attributes in a function's text. */
export function mentionedIn(node: FunctionNode): ReadonlySet<string> {
  let names = MENTIONED.get(node);
  if (!names) {
    const found = new Set<string>();
    const note = (name: string): void => void found.add(name);
    forEachExpression(
      node.body().block,
      (e) => (e.kind === 'name' || e.kind === 'attribute' ? note(e.name) : undefined),
      { intoFunctions: true },
    );
    for (const parameter of node.parameters) {
      for (const e of [parameter.defaultValue, parameter.type])
        if (e)
          forEachExpression([{ kind: 'expression', expression: e, start: e.start, end: e.end }], (inner) =>
            inner.kind === 'name' ? note(inner.name) : undefined,
          );
    }
    names = found;
    MENTIONED.set(node, names);
  }
  return names;
}
