/** The class that an annotation states. Must not know any language: wrappers come from the dialect. */
import type { ClassNode, Expression, FunctionNode } from '../ir/nodes.ts';
import { lastName } from './source.ts';

/** `Optional["WebSocketManager"]` gives `WebSocketManager`; what may be anything gives nothing. */
export function statedType(node: FunctionNode | ClassNode, type: Expression | undefined): string | undefined {
  const { annotations } = node.module.dialect;
  switch (type?.kind) {
    case 'name':
    case 'attribute':
      return annotations.anything.includes(type.name) ? undefined : type.name;
    case 'constant':
      return typeof type.value === 'string' ? fromText(node, type.value, type) : undefined;
    case 'index': {
      const outer = lastName(type.object);
      if (outer === undefined || !annotations.transparent.includes(outer))
        return outer === undefined || annotations.anything.includes(outer) ? undefined : outer;
      const inner = type.index.kind === 'sequence' ? type.index.elements : [type.index];
      return firstOf(node, inner);
    }
    case 'binary':
      return firstOf(node, [type.first, ...type.rest.map((part) => part.operand)]);
    default:
      return undefined;
  }
}

function firstOf(node: FunctionNode | ClassNode, types: readonly Expression[]): string | undefined {
  for (const type of types) {
    const name = statedType(node, type);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** A type that is written as a text: the first name in it that is no wrapper. */
function fromText(node: FunctionNode | ClassNode, text: string, span: Expression): string | undefined {
  const { anything, transparent } = node.module.dialect.annotations;
  const names = (text.match(/[\w.]+/g) ?? []).map((name) => name.split('.').pop() ?? '');
  const name = names.find((candidate) => !anything.includes(candidate) && !transparent.includes(candidate));
  return name === undefined
    ? undefined
    : statedType(node, { kind: 'name', name, start: span.start, end: span.end });
}
