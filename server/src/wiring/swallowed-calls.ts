/** Calls in a `try` whose handler goes on as if nothing had happened: which of them always come before a given one. Text alone. */
import { contains, type Span } from '../base/span.ts';
import type { Block, CallExpression, Expression, Statement, TryStatement } from '../ir/nodes.ts';
import { eachCall, eachStatement } from '../ir/outline.ts';
import type { CallSite } from './module-index.ts';
import { calleeOf, triesAround } from './source.ts';
import { wordsOf } from './vocabulary.ts';

/** The innermost `try` around whose handler goes on as if nothing had happened. */
export function swallowing({ place }: CallSite): TryStatement | undefined {
  const around = triesAround(place.module, place.start).findLast(
    ({ body, handlers }) => handlers.length > 0 && holds(body, place),
  );
  return around?.handlers.every(({ body }) => goesOn(body)) ? around : undefined;
}

/** Words in the names of functions that may end more than they say. */
const ENDING = new Set(['raise', 'reraise', 'fail', 'abort', 'exit', 'panic', 'throw', 'reject']);

function goesOn(body: Block): boolean {
  let goes = true;
  eachStatement(body, (s) => {
    if (s.kind === 'raise' || s.kind === 'assert' || (s.kind === 'return' && s.value)) goes = false;
  });
  eachCall(body, (call) => {
    const name = calleeOf(call)?.name ?? '';
    if (wordsOf(name).some((word) => ENDING.has(word))) goes = false;
  });
  return goes;
}

/** Calls that are always made before the injecting call, once its `try` is come to; then itself. */
export function callsBefore(around: TryStatement, { place, call }: CallSite): readonly CallExpression[] {
  const found: CallExpression[] = [];
  let block: Block | undefined = around.body;
  while (block) {
    const holder: Statement | undefined = block.find((s) => contains(s, place));
    if (!holder) return [];
    for (const s of block.slice(0, block.indexOf(holder))) found.push(...plainCall(s));
    const inner: Block | undefined = innerBlocks(holder).find((each) => holds(each, place));
    if (!inner && holder.kind !== 'expression' && holder.kind !== 'assign') return [];
    block = inner;
  }
  return call ? [...found, ...call.args.flatMap(({ value }) => callIn(value)), call] : [];
}

function innerBlocks(s: Statement): readonly Block[] {
  if (s.kind === 'if') return [...s.branches.map(({ body }) => body), s.otherwise];
  return s.kind === 'with' || s.kind === 'for-each' ? [s.body] : [];
}

function plainCall(s: Statement): readonly CallExpression[] {
  if (s.kind === 'assign') return callIn(s.value);
  return s.kind === 'expression' ? callIn(s.expression) : [];
}

function callIn(value: Expression): readonly CallExpression[] {
  const inner = value.kind === 'await' ? value.value : value;
  return inner.kind === 'call' ? [inner] : [];
}

function holds(block: Block, span: Span): boolean {
  return block.some((s) => contains(s, span));
}
