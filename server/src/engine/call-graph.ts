/** Edges of the call graph, between dotted names. Must not know how a call is made. */
import type { Machine } from './machine.ts';
import { inModel } from './machine.ts';
import type { FunctionObject } from './objects.ts';

/** Notes that the code that runs calls `callee`; library code notes nothing. */
export function edge(m: Machine, callee: string | undefined): void {
  if (!m.callGraph || callee === undefined || inModel(m)) return;
  const caller = m.frame.name;
  const known = m.trace.edges.get(caller);
  if (known) known.add(callee);
  else m.trace.edges.set(caller, new Set([callee]));
}

/** A function's name in the graph: a builtin is `<builtin>.len`. */
export function graphName(m: Machine, fn: FunctionObject): string {
  const builtins = m.dialect.names.builtins;
  return fn.isModel && fn.module.name === builtins
    ? `<builtin>.${fn.qualifiedName.slice(builtins.length + 1)}`
    : fn.qualifiedName;
}
