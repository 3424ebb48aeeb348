/** Finding code by place: the block around an offset, the call at a place, a line. Must not know the heap. */
import { contains, type Span } from '../base/span.ts';
import { LineIndex } from '../base/line-index.ts';
import type { Place } from '../engine/objects.ts';
import type {
  Block,
  CallExpression,
  Expression,
  FunctionNode,
  ModuleNode,
  Statement,
  TryStatement,
} from '../ir/nodes.ts';
import { eachCall, eachExpression, eachStatement } from '../ir/outline.ts';
import { forEachPart } from '../ir/walk.ts';

const LINES = new WeakMap<ModuleNode, LineIndex>();

/** One-based line of a place. */
export function lineOf(place: Place): number {
  let index = LINES.get(place.module);
  if (!index) {
    index = new LineIndex(place.module.text);
    LINES.set(place.module, index);
  }
  return index.position(place.start).line + 1;
}

/** `path:line`. */
export function at(place: Place): string {
  return `${place.module.path}:${lineOf(place)}`;
}

/** Source text of a place, in one line. */
export function textOf(place: Place): string {
  return place.module.text.slice(place.start, place.end).replace(/\s+/g, ' ').trim();
}

export function samePlace(a: Place, b: Place): boolean {
  return a.module === b.module && a.start === b.start && a.end === b.end;
}

export function within(outer: Place, inner: Place): boolean {
  return outer.module === inner.module && contains(outer, inner);
}

/** Whether a place is in the application's own code. */
export function inWorkspace(place: Place): boolean {
  return !place.module.path.startsWith('<');
}

/** The innermost function around an offset, and its block; the module's where there is none. */
export function around(
  module: ModuleNode,
  offset: number,
): { readonly function: FunctionNode | undefined; readonly block: Block } {
  let found: FunctionNode | undefined;
  let block = module.body;
  for (;;) {
    const inner = functionAt(block, offset);
    if (!inner) return { function: found, block };
    found = inner;
    block = inner.body().block;
  }
}

function functionAt(block: Block, offset: number): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  const consider = (node: FunctionNode): void => {
    const body = node.start <= offset && offset < node.end;
    if (body && !inHead(node, offset)) found = node;
  };
  eachStatement(block, (s) => {
    if (s.kind === 'function-declaration') consider(s.function);
  });
  if (!found)
    eachExpression(block, (e) => {
      if (e.kind === 'function') consider(e.function);
    });
  return found;
}

/** Decorators, defaults and types belong to the code around. */
function inHead(node: FunctionNode, offset: number): boolean {
  const parts: (Span | undefined)[] = [...node.decorators, ...node.parameters, node.returnType];
  return parts.some((part) => part !== undefined && part.start <= offset && offset < part.end);
}

/** The call that stands exactly at a place. */
export function callAt(place: Place): CallExpression | undefined {
  let found: CallExpression | undefined;
  eachCall(around(place.module, place.start).block, (call) => {
    if (call.start === place.start && call.end === place.end) found ??= call;
  });
  return found;
}

/** The name that a call calls, and where it stands. */
export function calleeOf(call: CallExpression): { readonly name: string; readonly span: Span } | undefined {
  const { callee } = call;
  if (callee.kind === 'name') return { name: callee.name, span: callee };
  if (callee.kind === 'attribute')
    return { name: callee.name, span: { start: callee.nameStart, end: callee.end } };
  return undefined;
}

/** What is marked for a call: the name that is called, else the call. */
export function calleePlace(place: Place): Place {
  const call = callAt(place);
  const callee = call ? calleeOf(call) : undefined;
  return callee ? { module: place.module, ...spanOf(callee.span) } : place;
}

function spanOf(span: Span): Span {
  return { start: span.start, end: span.end };
}

export function placeIn(module: ModuleNode, span: Span): Place {
  return { module, start: span.start, end: span.end };
}

/** The `try` statements around an offset in its own function, innermost last. */
export function triesAround(module: ModuleNode, offset: number): readonly TryStatement[] {
  const tries: TryStatement[] = [];
  eachStatement(around(module, offset).block, (s) => {
    if (s.kind === 'try' && s.start <= offset && offset < s.end) tries.push(s);
  });
  return tries;
}

/** Whether some statement of a block holds the span. */
export function blockHolds(block: Block, span: Span): boolean {
  return block.some((statement: Statement) => contains(statement, span));
}

/** All names in an expression. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  forEachPart(expression, (e) => {
    if (e.kind === 'name') names.add(e.name);
    else if (e.kind === 'attribute') names.add(e.name);
  });
  return names;
}

/** Last name of `a.b.c` or `a`. */
export function lastName(expression: Expression): string | undefined {
  if (expression.kind === 'name' || expression.kind === 'attribute') return expression.name;
  if (expression.kind === 'call') return lastName(expression.callee);
  return expression.kind === 'await' ? lastName(expression.value) : undefined;
}
