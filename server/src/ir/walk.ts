/**
 * Visits the nodes of a program in the order in which they are evaluated, parents before children.
 * Must not know any language.
 *
 * Bodies of functions are entered only where asked for: entering one reads and lowers it. Their decorators, defaults
 * and types belong to the code around them and are always visited; so are class bodies.
 */
import { unreachable } from '../base/never.ts';
import type {
  Argument,
  Block,
  CallExpression,
  ClassNode,
  ComprehensionExpression,
  Expression,
  FunctionNode,
  Pattern,
  Statement,
  Target,
  TryStatement,
} from './nodes.ts';

export interface WalkOptions {
  /** Also visit the bodies of functions and lambdas (and so read them). */
  readonly intoFunctions: boolean;
}

const OUTSIDE_FUNCTIONS: WalkOptions = { intoFunctions: false };

/** Every expression that is evaluated, subexpressions and types included. A target `a.b = 1` gives `a`, not `a.b`. */
export function forEachExpression(
  block: Block,
  visit: (expression: Expression) => void,
  options: WalkOptions = OUTSIDE_FUNCTIONS,
): void {
  walkBlock({ ...NO_VISITORS, ...options, spine: [], expression: visit }, block);
}

/** An expression and everything in it, in the same order. */
export function forEachPart(expression: Expression, visit: (part: Expression) => void): void {
  walkExpression({ ...NO_VISITORS, ...OUTSIDE_FUNCTIONS, spine: [], expression: visit }, expression);
}

/** Every statement, those of nested blocks and class bodies included. */
export function forEachStatement(
  block: Block,
  visit: (statement: Statement) => void,
  options: WalkOptions = OUTSIDE_FUNCTIONS,
): void {
  walkBlock({ ...NO_VISITORS, ...options, spine: [], statement: visit }, block);
}

/** Every call, the calls in callees and arguments included; the outer call comes first. */
export function forEachCall(
  block: Block,
  visit: (call: CallExpression) => void,
  options: WalkOptions = OUTSIDE_FUNCTIONS,
): void {
  const expression = (node: Expression): void => {
    if (node.kind === 'call') visit(node);
  };
  walkBlock({ ...NO_VISITORS, ...options, spine: [], expression }, block);
}

/** Every place that is assigned to or deleted: names, attributes and elements, and the patterns that hold them. */
export function forEachTarget(
  block: Block,
  visit: (target: Target) => void,
  options: WalkOptions = OUTSIDE_FUNCTIONS,
): void {
  walkBlock({ ...NO_VISITORS, ...options, spine: [], target: visit }, block);
}

/** What is visited of a block in one go; bodies of functions are left out. */
export interface NodeVisitors {
  readonly statement: (statement: Statement) => void;
  readonly expression: (expression: Expression) => void;
  /** Where the body of a function would come. */
  readonly body: (node: FunctionNode) => void;
}

export function forEachNode(block: Block, visitors: NodeVisitors): void {
  walkBlock({ ...NO_VISITORS, ...OUTSIDE_FUNCTIONS, spine: [], ...visitors }, block);
}

interface Walk extends WalkOptions {
  /** Calls, attributes and elements whose arguments and indexes are still to be visited. */
  readonly spine: Link[];
  readonly statement: (statement: Statement) => void;
  readonly expression: (expression: Expression) => void;
  readonly target: (target: Target) => void;
  readonly body: (node: FunctionNode) => void;
}

const NO_VISITORS = { statement: ignore, expression: ignore, target: ignore, body: ignore } as const;

function ignore(): void {
  // Nobody asked for nodes of this sort.
}

// ----------------------------------------------------------------- statements

function walkBlock(walk: Walk, block: Block): void {
  for (const statement of block) walkStatement(walk, statement);
}

function walkStatement(walk: Walk, node: Statement): void {
  walk.statement(node);
  switch (node.kind) {
    case 'expression':
      return walkExpression(walk, node.expression);
    case 'assign':
      walkExpression(walk, node.value);
      walkTargets(walk, node.targets);
      return walkExpression(walk, node.type);
    case 'declare':
      walkTarget(walk, node.target);
      return walkExpression(walk, node.type);
    case 'augmented-assign':
      walkTarget(walk, node.target);
      return walkExpression(walk, node.value);
    case 'delete':
      return walkTargets(walk, node.targets);
    case 'function-declaration':
      return walkFunction(walk, node.function);
    case 'class-declaration':
      return walkClass(walk, node.class);
    case 'return':
      return walkExpression(walk, node.value);
    case 'raise':
      walkExpression(walk, node.exception);
      return walkExpression(walk, node.cause);
    case 'assert':
      walkExpression(walk, node.test);
      return walkExpression(walk, node.message);
    case 'break':
    case 'continue':
    case 'import-module':
    case 'import-names':
    case 'export-names':
      return;
    default:
      return walkCompound(walk, node);
  }
}

type Compound = Extract<Statement, { kind: 'if' | 'while' | 'for-each' | 'try' | 'with' | 'match' }>;

function walkCompound(walk: Walk, node: Compound): void {
  switch (node.kind) {
    case 'if':
      for (const branch of node.branches) {
        walkExpression(walk, branch.test);
        walkBlock(walk, branch.body);
      }
      return walkBlock(walk, node.otherwise);
    case 'while':
      walkExpression(walk, node.test);
      walkBlock(walk, node.body);
      walkBlock(walk, node.update);
      return walkBlock(walk, node.otherwise);
    case 'for-each':
      walkExpression(walk, node.iterable);
      walkTarget(walk, node.target);
      walkBlock(walk, node.body);
      return walkBlock(walk, node.otherwise);
    case 'try':
      return walkTry(walk, node);
    case 'with':
      for (const item of node.items) {
        walkExpression(walk, item.context);
        walkTarget(walk, item.target);
      }
      return walkBlock(walk, node.body);
    case 'match':
      walkExpression(walk, node.subject);
      for (const branch of node.cases) {
        walkPattern(walk, branch.pattern);
        walkExpression(walk, branch.guard);
        walkBlock(walk, branch.body);
      }
      return;
    default:
      return unreachable(node);
  }
}

function walkTry(walk: Walk, node: TryStatement): void {
  walkBlock(walk, node.body);
  for (const handler of node.handlers) {
    walkExpression(walk, handler.type);
    walkTarget(walk, handler.binding);
    walkBlock(walk, handler.body);
  }
  walkBlock(walk, node.otherwise);
  walkBlock(walk, node.final);
}

function walkFunction(walk: Walk, node: FunctionNode): void {
  walkAll(walk, node.decorators);
  for (const parameter of node.parameters) {
    walkExpression(walk, parameter.type);
    walkExpression(walk, parameter.defaultValue);
    walkTarget(walk, parameter.pattern);
  }
  walkExpression(walk, node.returnType);
  if (walk.intoFunctions) walkBlock(walk, node.body().block);
  else walk.body(node);
}

function walkClass(walk: Walk, node: ClassNode): void {
  walkAll(walk, node.decorators);
  walkArguments(walk, node.bases);
  walkBlock(walk, node.body);
}

// ---------------------------------------------------------------- expressions

/** Goes down `a.b(c).d` in a loop: such chains may be longer than the stack is deep. */
function walkExpression(walk: Walk, node: Expression | undefined): void {
  if (node === undefined) return;
  const { spine } = walk;
  const floor = spine.length;
  let inner = node;
  for (;;) {
    walk.expression(inner);
    if (inner.kind !== 'call' && inner.kind !== 'attribute' && inner.kind !== 'index') break;
    spine.push(inner);
    inner = inner.kind === 'call' ? inner.callee : inner.object;
  }
  walkChildren(walk, inner);
  while (spine.length > floor) {
    const link = spine.pop();
    if (link?.kind === 'call') walkArguments(walk, link.args);
    else if (link?.kind === 'index') walkExpression(walk, link.index);
  }
}

type Link = Extract<Expression, { kind: 'call' | 'attribute' | 'index' }>;

function walkChildren(walk: Walk, node: Exclude<Expression, Link>): void {
  switch (node.kind) {
    case 'constant':
    case 'name':
    case 'missing':
      return;
    case 'await':
    case 'yield':
    case 'spread':
      return walkExpression(walk, node.value);
    case 'import':
      return walkExpression(walk, node.module);
    case 'unary':
      return walkExpression(walk, node.operand);
    case 'conditional':
      walkExpression(walk, node.test);
      walkExpression(walk, node.then);
      return walkExpression(walk, node.otherwise);
    case 'bind':
      walkExpression(walk, node.value);
      return walkTarget(walk, node.target);
    case 'slice':
      walkExpression(walk, node.lower);
      walkExpression(walk, node.upper);
      return walkExpression(walk, node.step);
    case 'super':
      walkExpression(walk, node.type);
      return walkExpression(walk, node.instance);
    case 'binary':
    case 'compare':
      walkExpression(walk, node.first);
      for (const { operand } of node.rest) walkExpression(walk, operand);
      return;
    default:
      return walkAggregate(walk, node);
  }
}

type Aggregate = Extract<
  Expression,
  { kind: 'logical' | 'sequence' | 'template' | 'mapping' | 'comprehension' | 'function' | 'class' }
>;

function walkAggregate(walk: Walk, node: Aggregate): void {
  switch (node.kind) {
    case 'logical':
      return walkAll(walk, node.operands);
    case 'sequence':
      return walkAll(walk, node.elements);
    case 'template':
      return walkAll(walk, node.parts);
    case 'mapping':
      for (const entry of node.entries) {
        walkExpression(walk, entry.key);
        walkExpression(walk, entry.value);
      }
      return;
    case 'comprehension':
      return walkComprehension(walk, node);
    case 'function':
      return walkFunction(walk, node.function);
    case 'class':
      return walkClass(walk, node.class);
    default:
      return unreachable(node);
  }
}

/** Clauses come before the element, as they run. */
function walkComprehension(walk: Walk, node: ComprehensionExpression): void {
  for (const clause of node.clauses) {
    walkExpression(walk, clause.iterable);
    walkTarget(walk, clause.target);
    walkAll(walk, clause.conditions);
  }
  walkExpression(walk, node.key);
  walkExpression(walk, node.element);
}

function walkAll(walk: Walk, nodes: readonly Expression[]): void {
  for (const node of nodes) walkExpression(walk, node);
}

function walkArguments(walk: Walk, nodes: readonly Argument[]): void {
  for (const node of nodes) walkExpression(walk, node.value);
}

// ------------------------------------------------------- targets and patterns

function walkTargets(walk: Walk, nodes: readonly Target[]): void {
  for (const node of nodes) walkTarget(walk, node);
}

function walkTarget(walk: Walk, node: Target | undefined): void {
  if (node === undefined) return;
  walk.target(node);
  switch (node.kind) {
    case 'name':
    case 'missing':
      return;
    case 'attribute':
      return walkExpression(walk, node.object);
    case 'index':
      walkExpression(walk, node.object);
      return walkExpression(walk, node.index);
    case 'sequence-target':
      return walkTargets(walk, node.elements);
    case 'rest-target':
      return walkTarget(walk, node.target);
    case 'default-target':
      walkExpression(walk, node.value);
      return walkTarget(walk, node.target);
    case 'object-target':
      for (const property of node.properties) {
        walkExpression(walk, property.key);
        walkTarget(walk, property.target);
      }
      return walkTarget(walk, node.rest);
    default:
      return unreachable(node);
  }
}

function walkPattern(walk: Walk, node: Pattern | undefined): void {
  switch (node?.kind) {
    case undefined:
    case 'any':
    case 'rest':
      return;
    case 'value':
      return walkExpression(walk, node.value);
    case 'capture':
      return walkPattern(walk, node.pattern);
    case 'or':
      for (const alternative of node.alternatives) walkPattern(walk, alternative);
      return;
    case 'sequence':
      for (const element of node.elements) walkPattern(walk, element);
      return;
    case 'mapping':
      for (const entry of node.entries) {
        walkExpression(walk, entry.key);
        walkPattern(walk, entry.pattern);
      }
      return;
    case 'class':
      walkExpression(walk, node.class);
      for (const pattern of node.positional) walkPattern(walk, pattern);
      for (const { pattern } of node.named) walkPattern(walk, pattern);
      return;
    default:
      return unreachable(node);
  }
}
