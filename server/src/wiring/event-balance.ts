/**
 * Paths through one function that emit the beginning of something and leave without its end. Only what the text proves: a return or a
 * raise between the two, or a handler that goes on without the end. Must not know the heap.
 */
import type {
  Block,
  CallExpression,
  Expression,
  FunctionNode,
  Statement,
  TryStatement,
} from '../ir/nodes.ts';
import { forEachCall } from '../ir/walk.ts';

/** How a path leaves. */
export interface Leaving {
  readonly kind: 'return' | 'raise' | 'handler';
  readonly statement: Statement | TryStatement['handlers'][number];
}

export interface BalanceInput {
  readonly node: FunctionNode;
  /** The call that emits the beginning. */
  readonly start: CallExpression;
  /** Whether a call emits the end, or may in a way that cannot be told. */
  readonly mayEnd: (call: CallExpression) => boolean;
  /** Whether nothing of the application handles what the function raises: elsewhere the end may come from who does. */
  readonly isRoot: boolean;
}

/** `before` the beginning, `open` after it on this path for certain, `done` once it may have ended. */
type Phase = 'before' | 'open' | 'done';

interface Walk {
  readonly input: BalanceInput;
  readonly found: Leaving[];
  /** Ends that run whatever happens, of the `try` statements around. */
  covered: number;
}

/** The first path that leaves with the beginning alone. */
export function unbalancedPath(input: BalanceInput): Leaving | undefined {
  const walk: Walk = { input, found: [], covered: 0 };
  walkBlock(walk, input.node.body().block, 'before');
  return walk.found[0];
}

function walkBlock(walk: Walk, block: Block, phase: Phase): Phase | 'left' {
  let now: Phase | 'left' = phase;
  for (const statement of block) {
    if (now === 'left') return now;
    now = walkStatement(walk, statement, now);
  }
  return now;
}

function walkStatement(walk: Walk, s: Statement, phase: Phase): Phase | 'left' {
  switch (s.kind) {
    case 'return':
    case 'raise': {
      const after = ofCalls(walk, [s], phase);
      const counts = s.kind === 'return' || walk.input.isRoot;
      if (after === 'open' && walk.covered === 0 && counts) walk.found.push({ kind: s.kind, statement: s });
      return 'left';
    }
    case 'if':
      return walkIf(walk, s, phase);
    case 'try':
      return walkTry(walk, s, phase);
    case 'with': {
      const entered = ofExpressions(
        walk,
        s.items.map(({ context }) => context),
        phase,
      );
      return walkBlock(walk, s.body, entered);
    }
    case 'while':
    case 'for-each':
      return walkLoop(walk, s, phase);
    case 'match':
      return s.cases.some(({ body }) => holdsCalls(walk, body)) ? 'done' : phase;
    case 'break':
    case 'continue':
      return 'left';
    case 'function-declaration':
    case 'class-declaration':
      return phase;
    default:
      return ofCalls(walk, [s], phase);
  }
}

function ofExpressions(walk: Walk, expressions: readonly Expression[], phase: Phase): Phase {
  return ofCalls(
    walk,
    expressions.map((expression) => ({
      kind: 'expression',
      expression,
      start: expression.start,
      end: expression.end,
    })),
    phase,
  );
}

function ofCalls(walk: Walk, block: Block, phase: Phase): Phase {
  let now = phase;
  const { start, mayEnd } = walk.input;
  forEachCall(block, (call) => {
    if (call === start) now = 'open';
    else if (now === 'open' && mayEnd(call)) now = 'done';
  });
  return now;
}

/** Whether a block emits one or the other. */
function holdsCalls(walk: Walk, block: Block): boolean {
  let found = false;
  forEachCall(block, (call) => {
    if (call === walk.input.start || walk.input.mayEnd(call)) found = true;
  });
  return found;
}

/** After a condition something is certain only where no side says otherwise. */
function walkIf(walk: Walk, s: Extract<Statement, { kind: 'if' }>, phase: Phase): Phase | 'left' {
  const tested = ofExpressions(
    walk,
    s.branches.map(({ test }) => test),
    phase,
  );
  const sides = [...s.branches.map(({ body }) => body), s.otherwise].map((body) =>
    walkBlock(walk, body, tested),
  );
  const going = sides.filter((side) => side !== 'left');
  if (going.length === 0) return 'left';
  if (going.includes('done')) return 'done';
  // What only one side begins may be ended under the same condition.
  if (tested === 'before' && going.includes('open')) return 'done';
  return going.includes('open') ? 'open' : 'before';
}

/** What a loop does it may do never, or again: only what was open before it is followed through its body. */
function walkLoop(
  walk: Walk,
  s: Extract<Statement, { kind: 'while' | 'for-each' }>,
  phase: Phase,
): Phase | 'left' {
  const head = ofExpressions(walk, [s.kind === 'while' ? s.test : s.iterable], phase);
  const after = walkBlock(walk, s.body, head);
  if (after === 'left') return head;
  return head === 'before' && after === 'open' ? 'done' : after;
}

function walkTry(walk: Walk, s: TryStatement, phase: Phase): Phase | 'left' {
  const isCovered = ends(walk, s.final);
  const handled = s.handlers.some((handler) => ends(walk, handler.body));
  if (isCovered || handled) walk.covered++;
  const body = walkBlock(walk, s.body, phase);
  if (!isCovered && handled) walk.covered--;
  // The body may fail at any point after the beginning: in front of the `try`, or in it before its end.
  const mayBeOpen = phase === 'open' || (phase === 'before' && holdsStart(walk, s.body));
  if (mayBeOpen && body !== 'open' && !isCovered)
    for (const handler of s.handlers) walkHandler(walk, handler);
  const completed = body === 'left' ? body : walkBlock(walk, s.otherwise, body);
  if (isCovered) walk.covered--;
  if (isCovered) return completed === 'left' ? 'left' : 'done';
  return completed === 'left' && s.handlers.length > 0 ? 'done' : completed;
}

function walkHandler(walk: Walk, handler: TryStatement['handlers'][number]): void {
  if (walk.covered > 0 || mayEndIn(walk, handler.body)) return;
  if (!walk.input.isRoot && handler.body.at(-1)?.kind === 'raise') return;
  walk.found.push({ kind: 'handler', statement: handler });
}

function holdsStart(walk: Walk, block: Block): boolean {
  let found = false;
  forEachCall(block, (call) => {
    if (call === walk.input.start) found = true;
  });
  return found;
}

function ends(walk: Walk, block: Block): boolean {
  return mayEndIn(walk, block);
}

function mayEndIn(walk: Walk, block: Block): boolean {
  let found = false;
  forEachCall(block, (call) => {
    if (walk.input.mayEnd(call)) found = true;
  });
  return found;
}
