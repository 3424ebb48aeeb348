/**
 * The nodes of a block in the order in which `walk.ts` visits them, written down once: for blocks that are looked at again and again.
 * Must not know any language, nor what is looked for.
 */
import type { Block, CallExpression, Expression, FunctionNode, Statement } from './nodes.ts';
import { type WalkOptions, forEachNode } from './walk.ts';

interface Outline {
  readonly statements: readonly Statement[];
  readonly expressions: readonly Expression[];
  /** Functions, each with what comes before its body. */
  readonly bodies: readonly Body[];
}

interface Body {
  readonly node: FunctionNode;
  readonly statements: number;
  readonly expressions: number;
}

const OUTLINES = new WeakMap<Block, Outline>();

function outlineOf(block: Block): Outline {
  let outline = OUTLINES.get(block);
  if (!outline) {
    outline = build(block);
    OUTLINES.set(block, outline);
  }
  return outline;
}

function build(block: Block): Outline {
  const statements: Statement[] = [];
  const expressions: Expression[] = [];
  const bodies: Body[] = [];
  forEachNode(block, {
    statement: (statement) => void statements.push(statement),
    expression: (expression) => void expressions.push(expression),
    body: (node) =>
      void bodies.push({ node, statements: statements.length, expressions: expressions.length }),
  });
  return { statements, expressions, bodies };
}

/** As `forEachExpression`. */
export function eachExpression(
  block: Block,
  visit: (expression: Expression) => void,
  options?: WalkOptions,
): void {
  const { expressions, bodies } = outlineOf(block);
  let at = 0;
  for (const body of options?.intoFunctions === true ? bodies : []) {
    for (; at < body.expressions; at++) visit(expressions[at] as Expression);
    eachExpression(body.node.body().block, visit, options);
  }
  for (; at < expressions.length; at++) visit(expressions[at] as Expression);
}

/** As `forEachStatement`. */
export function eachStatement(
  block: Block,
  visit: (statement: Statement) => void,
  options?: WalkOptions,
): void {
  const { statements, bodies } = outlineOf(block);
  let at = 0;
  for (const body of options?.intoFunctions === true ? bodies : []) {
    for (; at < body.statements; at++) visit(statements[at] as Statement);
    eachStatement(body.node.body().block, visit, options);
  }
  for (; at < statements.length; at++) visit(statements[at] as Statement);
}

/** As `forEachCall`, without the bodies of functions. */
export function eachCall(block: Block, visit: (call: CallExpression) => void): void {
  for (const expression of outlineOf(block).expressions) if (expression.kind === 'call') visit(expression);
}
