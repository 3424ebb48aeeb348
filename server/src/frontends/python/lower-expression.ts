/**
 * Python expressions and assignment targets to the IR, one node for each. Must not know statements.
 * What the code binds is noted in the scope on the way.
 */
import { unreachable } from '../../base/never.ts';
import type { Span } from '../../base/span.ts';
import type {
  Argument,
  AttributeExpression,
  BinaryOperator,
  Block,
  CompareOperator,
  ComprehensionClause,
  Expression,
  IndexExpression,
  NameExpression,
  Parameter,
  Target,
} from '../../ir/nodes.ts';
import { missing, missingAround } from './lower-hole.ts';
import {
  COMPARE_OPERATORS,
  COMPREHENSION_RESULTS,
  PARAMETER_KINDS,
  SEQUENCE_TYPES,
  UNARY_OPERATORS,
} from './lower-tables.ts';
import { LoweredFunction } from './lowered-function.ts';
import {
  bind,
  bindThroughComprehensions,
  comprehensionScope,
  markGenerator,
  markKept,
  privateName,
  type Scope,
} from './scope.ts';
import type { ArgumentSyntax, ComprehensionSyntax, ExpressionSyntax, ParameterSyntax } from './syntax.ts';

type Syntax<Kind extends ExpressionSyntax['kind']> = Extract<ExpressionSyntax, { kind: Kind }>;
type Link = Syntax<'Attribute'> | Syntax<'Subscript'> | Syntax<'Call'>;

export function lowerExpression(scope: Scope, node: ExpressionSyntax): Expression {
  switch (node.kind) {
    case 'Name':
      return nameNode(scope, node.name, node);
    case 'Constant':
      return { kind: 'constant', start: node.start, end: node.end, type: node.type, value: node.value };
    case 'Attribute':
    case 'Subscript':
    case 'Call':
      return lowerChain(scope, node);
    case 'JoinedStr':
      return lowerTemplate(scope, node);
    case 'Slice':
      return lowerSlice(scope, node);
    case 'Starred':
      return { kind: 'spread', start: node.start, end: node.end, value: lowerExpression(scope, node.value) };
    case 'List':
    case 'Tuple':
    case 'Set':
      return lowerSequence(scope, node);
    case 'Dict':
      return lowerDict(scope, node);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
    case 'DictComp':
      return lowerComprehension(scope, node);
    case 'Lambda':
      return lowerLambda(scope, node);
    case 'Await':
      return { kind: 'await', start: node.start, end: node.end, value: lowerExpression(scope, node.value) };
    case 'Yield':
    case 'YieldFrom':
      return lowerYield(scope, node);
    case 'UnaryOp':
      return lowerUnary(scope, node);
    case 'BinOp':
      return lowerBinary(scope, node);
    case 'BoolOp':
      return lowerLogical(scope, node);
    case 'Compare':
      return lowerCompare(scope, node);
    case 'IfExp':
      return lowerConditional(scope, node);
    case 'NamedExpr':
      return lowerNamed(scope, node);
    case 'Missing':
      return missing(node, node.reason);
    default:
      return unreachable(node);
  }
}

export function lowerOptional(scope: Scope, node: ExpressionSyntax | undefined): Expression | undefined {
  return node === undefined ? undefined : lowerExpression(scope, node);
}

export function lowerAll(scope: Scope, nodes: readonly ExpressionSyntax[]): readonly Expression[] {
  if (nodes.length === 0) return NONE;
  const lowered: Expression[] = [];
  for (const node of nodes) lowered.push(lowerExpression(scope, node));
  return lowered;
}

export function lowerArguments(scope: Scope, nodes: readonly ArgumentSyntax[]): readonly Argument[] {
  if (nodes.length === 0) return NONE;
  const lowered: Argument[] = [];
  for (const node of nodes) {
    const name = node.name === undefined ? undefined : privateName(scope, node.name.name);
    const value = lowerExpression(scope, node.value);
    lowered.push({ start: node.start, end: node.end, name, spread: node.spread, value });
  }
  return lowered;
}

/** Defaults and annotations are evaluated where the function is defined; `scope` is that scope. */
export function lowerParameters(scope: Scope, nodes: readonly ParameterSyntax[]): readonly Parameter[] {
  if (nodes.length === 0) return NONE;
  const lowered: Parameter[] = [];
  for (const node of nodes) {
    lowered.push({
      start: node.start,
      end: node.defaultValue?.end ?? node.end,
      name: privateName(scope, node.name.name),
      kind: PARAMETER_KINDS[node.kind],
      type: lowerOptional(scope, node.annotation),
      defaultValue: lowerOptional(scope, node.defaultValue),
      pattern: undefined,
    });
  }
  return lowered;
}

/** A place that is assigned to, or deleted: its names become names of the scope (Python reference 7.2). */
export function lowerTarget(scope: Scope, node: ExpressionSyntax): Target {
  switch (node.kind) {
    case 'Name':
      return bindName(scope, node.name, node);
    case 'Attribute':
    case 'Subscript':
      if (isUnnamed(node)) return missing(node, UNNAMED);
      return lowerPlace(scope, node, lowerExpression(scope, node.value));
    case 'List':
    case 'Tuple': {
      const elements: Target[] = [];
      for (const element of node.elements) elements.push(lowerTarget(scope, element));
      return { kind: 'sequence-target', start: node.start, end: node.end, elements };
    }
    case 'Starred':
      return {
        kind: 'rest-target',
        start: node.start,
        end: node.end,
        target: lowerTarget(scope, node.value),
      };
    case 'Missing':
      return missing(node, node.reason);
    default:
      return missing(node, 'this cannot be assigned to');
  }
}

/** A name that is bound at `span`. */
export function bindName(scope: Scope, name: string, span: Span): NameExpression {
  const node = nameNode(scope, name, span);
  bind(scope, node.name);
  return node;
}

/** A name that is read, or annotated without being bound. */
export function nameNode(scope: Scope, name: string, span: Span): NameExpression {
  return { kind: 'name', start: span.start, end: span.end, name: privateName(scope, name) };
}

// ---------------------------------------------------- attributes, subscripts, calls

/** `a.b(c)[d]...` from the inside out, without recursion along the chain. */
function lowerChain(scope: Scope, node: Link): Expression {
  const { spine } = scope.file;
  const floor = spine.length;
  let inner: ExpressionSyntax = node;
  while (
    inner.kind === 'Attribute' ||
    inner.kind === 'Subscript' ||
    (inner.kind === 'Call' && !isSuper(inner))
  ) {
    spine.push(inner);
    inner = inner.kind === 'Call' ? inner.callee : inner.value;
  }
  let result = inner.kind === 'Call' ? lowerSuper(scope, inner) : lowerExpression(scope, inner);
  while (spine.length > floor) {
    const link = spine.pop();
    if (link === undefined) break;
    if (link.kind === 'Call') result = lowerCall(scope, link, result);
    else if (isUnnamed(link)) result = missingAround(link, UNNAMED, result);
    else result = lowerPlace(scope, link, result);
  }
  return result;
}

function lowerPlace(
  scope: Scope,
  node: Syntax<'Attribute'> | Syntax<'Subscript'>,
  object: Expression,
): AttributeExpression | IndexExpression {
  const { start, end } = node;
  if (node.kind === 'Subscript') {
    return { kind: 'index', start, end, object, index: lowerExpression(scope, node.index), optional: false };
  }
  const name = privateName(scope, node.attribute.name);
  return { kind: 'attribute', start, end, object, name, nameStart: node.attribute.start, optional: false };
}

/** `object.`, half typed: the object is evaluated, and what comes of it is not known. */
const UNNAMED = 'the name of the attribute is missing';

function isUnnamed(node: Link): boolean {
  return node.kind === 'Attribute' && node.attribute.name === '';
}

function lowerCall(scope: Scope, node: Syntax<'Call'>, callee: Expression): Expression {
  if (node.callee.kind === 'Name' && SCOPE_READERS.has(node.callee.name)) markKept(scope);
  const args = lowerArguments(scope, node.arguments);
  return { kind: 'call', start: node.start, end: node.end, callee, args, optional: false, construct: false };
}

/** `super()` and `super(type, instance)`; other forms are calls of whatever `super` is. */
function isSuper(node: Syntax<'Call'>): boolean {
  if (node.callee.kind !== 'Name' || node.callee.name !== 'super') return false;
  if (node.arguments.length !== 0 && node.arguments.length !== 2) return false;
  return node.arguments.every((argument) => argument.name === undefined && argument.spread === 'none');
}

function lowerSuper(scope: Scope, node: Syntax<'Call'>): Expression {
  const type = lowerOptional(scope, node.arguments[0]?.value);
  const instance = lowerOptional(scope, node.arguments[1]?.value);
  return { kind: 'super', start: node.start, end: node.end, type, instance };
}

/** Builtins that look at the names of the function they are called in. */
const SCOPE_READERS: ReadonlySet<string> = new Set(['locals', 'vars', 'dir', 'eval', 'exec']);

// ------------------------------------------------------------------- displays

function lowerSequence(scope: Scope, node: Syntax<'List' | 'Tuple' | 'Set'>): Expression {
  const elements = lowerAll(scope, node.elements);
  return { kind: 'sequence', start: node.start, end: node.end, type: SEQUENCE_TYPES[node.kind], elements };
}

function lowerDict(scope: Scope, node: Syntax<'Dict'>): Expression {
  const entries: { readonly key: Expression | undefined; readonly value: Expression }[] = [];
  for (const entry of node.entries) {
    entries.push({ key: lowerOptional(scope, entry.key), value: lowerExpression(scope, entry.value) });
  }
  return { kind: 'mapping', start: node.start, end: node.end, shape: 'mapping', entries };
}

/** A t-string gives no string but an object of its own (PEP 750), which is not followed. */
function lowerTemplate(scope: Scope, node: Syntax<'JoinedStr'>): Expression {
  const parts = lowerAll(scope, node.parts);
  if (node.template) return missing(node, 'template strings are not followed');
  return { kind: 'template', start: node.start, end: node.end, parts };
}

function lowerSlice(scope: Scope, node: Syntax<'Slice'>): Expression {
  const lower = lowerOptional(scope, node.lower);
  const upper = lowerOptional(scope, node.upper);
  const step = lowerOptional(scope, node.step);
  return { kind: 'slice', start: node.start, end: node.end, lower, upper, step };
}

// ------------------------------------------------------------- comprehensions

function lowerComprehension(
  scope: Scope,
  node: Syntax<'ListComp' | 'SetComp' | 'GeneratorExp'> | Syntax<'DictComp'>,
): Expression {
  markKept(scope);
  const inner = comprehensionScope(scope);
  const clauses = lowerClauses(scope, inner, node.clauses);
  const isMapping = node.kind === 'DictComp';
  return {
    kind: 'comprehension',
    start: node.start,
    end: node.end,
    result: COMPREHENSION_RESULTS[node.kind],
    key: isMapping ? lowerExpression(inner, node.key) : undefined,
    element: lowerExpression(inner, isMapping ? node.value : node.element),
    clauses,
    locals: inner.bound,
  };
}

/** The first iterable belongs to the scope outside, everything else to the comprehension (Python reference 6.2.4). */
function lowerClauses(
  outer: Scope,
  inner: Scope,
  nodes: readonly ComprehensionSyntax[],
): readonly ComprehensionClause[] {
  const clauses: ComprehensionClause[] = [];
  for (const node of nodes) {
    const iterable = lowerExpression(clauses.length === 0 ? outer : inner, node.iterable);
    const target = lowerTarget(inner, node.target);
    clauses.push({ target, iterable, conditions: lowerAll(inner, node.conditions), isAsync: node.isAsync });
  }
  return clauses;
}

// ------------------------------------------------------------------ functions

function lowerLambda(scope: Scope, node: Syntax<'Lambda'>): Expression {
  markKept(scope);
  const { start, end } = node;
  const header = {
    start,
    end,
    name: '<lambda>',
    nameSpan: { start, end },
    form: 'lambda',
    parameters: lowerParameters(scope, node.parameters),
    returnType: undefined,
    decorators: NONE,
    isAsync: false,
  } as const;
  const { file, privatePrefix } = scope;
  const source = { file, privatePrefix, syntax: node.body, lower: lowerLambdaBody };
  return { kind: 'function', start, end, function: new LoweredFunction(header, source) };
}

function lowerLambdaBody(scope: Scope, node: ExpressionSyntax): Block {
  return [{ kind: 'return', start: node.start, end: node.end, value: lowerExpression(scope, node) }];
}

function lowerYield(scope: Scope, node: Syntax<'Yield'> | Syntax<'YieldFrom'>): Expression {
  markGenerator(scope);
  const value = lowerOptional(scope, node.value);
  return { kind: 'yield', start: node.start, end: node.end, value, delegate: node.kind === 'YieldFrom' };
}

// ------------------------------------------------------------------ operators

function lowerUnary(scope: Scope, node: Syntax<'UnaryOp'>): Expression {
  const operand = lowerExpression(scope, node.operand);
  return {
    kind: 'unary',
    start: node.start,
    end: node.end,
    operator: UNARY_OPERATORS[node.operator],
    operand,
  };
}

function lowerBinary(scope: Scope, node: Syntax<'BinOp'>): Expression {
  const first = lowerExpression(scope, node.first);
  const rest: { readonly operator: BinaryOperator; readonly operand: Expression }[] = [];
  for (const { operator, operand } of node.rest) {
    rest.push({ operator, operand: lowerExpression(scope, operand) });
  }
  return { kind: 'binary', start: node.start, end: node.end, first, rest };
}

function lowerLogical(scope: Scope, node: Syntax<'BoolOp'>): Expression {
  const operands = lowerAll(scope, node.values);
  return { kind: 'logical', start: node.start, end: node.end, operator: node.operator, operands };
}

function lowerCompare(scope: Scope, node: Syntax<'Compare'>): Expression {
  const first = lowerExpression(scope, node.first);
  const rest: { readonly operator: CompareOperator; readonly operand: Expression }[] = [];
  for (const { operator, operand } of node.rest) {
    rest.push({ operator: COMPARE_OPERATORS[operator], operand: lowerExpression(scope, operand) });
  }
  return { kind: 'compare', start: node.start, end: node.end, first, rest };
}

function lowerConditional(scope: Scope, node: Syntax<'IfExp'>): Expression {
  const test = lowerExpression(scope, node.test);
  const then = lowerExpression(scope, node.body);
  const otherwise = lowerExpression(scope, node.otherwise);
  return { kind: 'conditional', start: node.start, end: node.end, test, then, otherwise };
}

/** `:=`; its name belongs to the scope around all comprehensions (PEP 572). */
function lowerNamed(scope: Scope, node: Syntax<'NamedExpr'>): Expression {
  const target = nameNode(scope, node.target.name, node.target);
  bindThroughComprehensions(scope, target.name);
  const value = lowerExpression(scope, node.value);
  return { kind: 'bind', start: node.start, end: node.end, target, value };
}

const NONE: readonly never[] = [];
