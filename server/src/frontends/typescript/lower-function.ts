/** Functions of all forms. A body is lowered when it is first asked for. Must not know how statements are lowered. */
import { ts } from 'ts-morph';
import type { Span } from '../../base/span.ts';
import type { Block, Expression, FunctionBody, FunctionNode, Parameter, Statement } from '../../ir/nodes.ts';
import { assignTo, missing, nameOf, undefinedAt } from './build.ts';
import { declareBlock, declareNames, declareVariables, hasModifier, mentionsArguments } from './hoisting.ts';
import { bindingTarget } from './lower-target.ts';
import { lowerType } from './lower-type.ts';
import {
  type FunctionNaming,
  type FunctionSyntax,
  type Scope,
  blockScope,
  functionScope,
  resolve,
} from './scope.ts';
import { propertyName, spanOf, unwrapped } from './spans.ts';

/** What a constructor does besides its own statements. */
export interface ConstructorParts {
  readonly isDerived: boolean;
  /** Fields, in the scope of the constructor. */
  readonly fields: (scope: Scope) => readonly Statement[];
}

export function lowerFunction(scope: Scope, node: FunctionSyntax, naming: FunctionNaming): FunctionNode {
  scope.owner.keepsScope = true;
  return new LoweredFunction(scope, headerOf(scope, node, naming), () => bodyOf(scope, node, undefined));
}

export function lowerConstructor(
  scope: Scope,
  node: ts.ConstructorDeclaration,
  parts: ConstructorParts,
): FunctionNode {
  const header = headerOf(scope, node, { form: 'method', name: undefined });
  return new LoweredFunction(scope, { ...header, name: 'constructor' }, () => bodyOf(scope, node, parts));
}

/** The constructor of a class that writes none, where its fields need one. */
export function implicitConstructor(
  scope: Scope,
  at: Span,
  nameSpan: Span,
  parts: ConstructorParts,
): FunctionNode {
  const end = { start: at.end, end: at.end };
  const rest: Parameter = {
    ...end,
    name: 'args',
    kind: 'rest',
    type: undefined,
    defaultValue: undefined,
    pattern: undefined,
  };
  const parameters = parts.isDerived ? [rest] : [];
  const header: Header = { ...at, ...PLAIN, name: 'constructor', nameSpan, form: 'method', parameters };
  return new LoweredFunction(scope, header, () => {
    const inner = functionScope(scope);
    bindReceiver(inner);
    inner.owner.bound.add('args');
    const block = parts.isDerived ? [superCall(nameSpan)] : [];
    return finished(inner, [...block, ...parts.fields(inner)]);
  });
}

/** A function without a name and parameters that gives an expression. */
export function thunk(scope: Scope, at: Span, value: (inner: Scope) => Expression): FunctionNode {
  scope.owner.keepsScope = true;
  const { start, end } = at;
  const header: Header = { start, end, ...PLAIN, name: '', nameSpan: at, form: 'lambda', parameters: [] };
  return new LoweredFunction(scope, header, () => {
    const inner = functionScope(scope);
    return finished(inner, [{ kind: 'return', start, end, value: value(inner) }]);
  });
}

/** `super(...args)`. */
function superCall(span: Span): Statement {
  const { start, end } = span;
  const object: Expression = { kind: 'super', start, end, type: undefined, instance: undefined };
  const callee: Expression = {
    kind: 'attribute',
    start,
    end,
    object,
    name: 'constructor',
    nameStart: start,
    optional: false,
  };
  const args = [{ start, end, name: undefined, spread: 'sequence', value: nameOf(span, 'args') } as const];
  const expression: Expression = {
    kind: 'call',
    start,
    end,
    callee,
    args,
    optional: false,
    construct: false,
  };
  return { kind: 'expression', start, end, expression };
}

interface Header extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly form: FunctionNode['form'];
  readonly parameters: readonly Parameter[];
  readonly returnType: Expression | undefined;
  readonly decorators: readonly Expression[];
  readonly isAsync: boolean;
  readonly isStatic: boolean;
}

const PLAIN = { returnType: undefined, decorators: [], isAsync: false, isStatic: false } as const;

/** A class because it holds the source until `body()` has used it, and the result from then on. */
class LoweredFunction implements FunctionNode {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly nameSpan: Span;
  readonly form: FunctionNode['form'];
  readonly parameters: readonly Parameter[];
  readonly returnType: Expression | undefined;
  readonly decorators: readonly Expression[];
  readonly isAsync: boolean;
  readonly isStatic: boolean;
  readonly module: FunctionNode['module'];
  private state: (() => FunctionBody) | FunctionBody;

  constructor(scope: Scope, header: Header, body: () => FunctionBody) {
    this.start = header.start;
    this.end = header.end;
    this.name = header.name;
    this.nameSpan = header.nameSpan;
    this.form = header.form;
    this.parameters = header.parameters;
    this.returnType = header.returnType;
    this.decorators = header.decorators;
    this.isAsync = header.isAsync;
    this.isStatic = header.isStatic;
    this.module = scope.file.module;
    this.state = body;
  }

  body(): FunctionBody {
    if (typeof this.state === 'function') this.state = this.state();
    return this.state;
  }
}

function headerOf(scope: Scope, node: FunctionSyntax, { form, name = node.name }: FunctionNaming): Header {
  const span = spanOf(scope, node);
  const own = node.name ?? name;
  // Fields by name: functions are many, and a spread copies one by one.
  return {
    start: span.start,
    end: span.end,
    name: own ? nameText(own) : '',
    nameSpan: own ? spanOf(scope, own) : span,
    form,
    parameters: node.parameters
      .filter((each) => !isThis(each))
      .map((each, at) => parameterOf(scope, each, at)),
    returnType: lowerType(scope, node.type),
    decorators: decoratorsOf(scope, node),
    isAsync: hasModifier(node, ts.SyntaxKind.AsyncKeyword),
    isStatic: hasModifier(node, ts.SyntaxKind.StaticKeyword),
  };
}

function nameText(node: ts.Node): string {
  if (ts.isPropertyName(node)) return propertyName(node) ?? '';
  return ts.isIdentifier(node) ? node.text : '';
}

export function decoratorsOf(scope: Scope, node: ts.Node): readonly Expression[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).map((each) => scope.file.rules.expression(scope, each.expression));
}

/** `this: Type` says what a function is called on; it takes no argument. */
function isThis(node: ts.ParameterDeclaration): boolean {
  return ts.isIdentifier(node.name) && node.name.text === 'this';
}

function parameterOf(scope: Scope, node: ts.ParameterDeclaration, at: number): Parameter {
  const name = ts.isIdentifier(node.name) ? node.name.text : `#parameter${at}`;
  const span = spanOf(scope, node.name);
  return {
    start: span.start,
    end: span.end,
    name,
    kind: node.dotDotDotToken ? 'rest' : 'normal',
    type: lowerType(scope, node.type),
    defaultValue: plainDefault(scope, node, span),
    pattern: undefined,
  };
}

/** A parameter that may be left out has a default; any but a constant is evaluated in the body. */
function plainDefault(scope: Scope, node: ts.ParameterDeclaration, span: Span): Expression | undefined {
  const after = { start: span.end, end: span.end };
  if (!node.initializer) return node.questionToken ? undefinedAt(after) : undefined;
  const inner = unwrapped(node.initializer);
  const isConstant =
    inner.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(inner) && inner.text === 'undefined');
  return isConstant ? scope.file.rules.expression(scope, inner) : undefined;
}

function bodyOf(outer: Scope, node: FunctionSyntax, parts: ConstructorParts | undefined): FunctionBody {
  const scope = functionScope(outer);
  if (!ts.isArrowFunction(node)) bindReceiver(scope);
  if (node.asteriskToken) scope.owner.isGenerator = true;
  if (ts.isFunctionExpression(node) && node.name) selfName(scope, node.name.text);
  const prologue: Statement[] = [];
  const parameters = node.parameters.filter((each) => !isThis(each));
  parameters.forEach((each, at) => declareParameter(scope, each, at));
  const { body } = node;
  if (body) declareVariables(scope, body);
  if (body && !ts.isArrowFunction(node) && mentionsArguments(scope, body))
    prologue.push(argumentsObject(scope, body));
  parameters.forEach((each, at) => prologue.push(...unpackParameter(scope, each, at)));
  return finished(scope, [...prologue, ...ownStatements(scope, node, parts)]);
}

function ownStatements(scope: Scope, node: FunctionSyntax, parts: ConstructorParts | undefined): Block {
  const { body } = node;
  if (!body) return [];
  if (!ts.isBlock(body)) {
    const value = scope.file.rules.expression(scope, body);
    return [{ kind: 'return', ...spanOf(scope, body), value }];
  }
  // Parameters and the names of the body are in one scope: none of them may be declared twice.
  declareBlock(scope, body.statements);
  if (!parts) return scope.file.rules.statements(scope, body.statements);
  const extra = [...parameterProperties(scope, node), ...parts.fields(blockScope(scope))];
  const at = parts.isDerived ? body.statements.findIndex(isSuperCall) + 1 : 0;
  const before = scope.file.rules.statements(scope, body.statements.slice(0, at));
  return [...before, ...extra, ...scope.file.rules.statements(scope, body.statements.slice(at))];
}

function isSuperCall(node: ts.Statement): boolean {
  return (
    ts.isExpressionStatement(node) &&
    ts.isCallExpression(node.expression) &&
    node.expression.expression.kind === ts.SyntaxKind.SuperKeyword
  );
}

function finished(scope: Scope, block: Block): FunctionBody {
  const { isGenerator, bound, globals, nonlocals, keepsScope, declared } = scope.owner;
  return { block, isGenerator, locals: bound, globals, nonlocals, keepsScope, declared };
}

function bindReceiver(scope: Scope): void {
  scope.names.set('this', 'this');
  scope.owner.bound.add('this');
}

/** The name of a function expression, inside it: the variable that it is given to usually has the same. */
function selfName(scope: Scope, name: string): void {
  if (resolve(scope, name) === name) return;
  scope.names.delete(name);
}

function declareParameter(scope: Scope, node: ts.ParameterDeclaration, at: number): void {
  if (!ts.isIdentifier(node.name)) scope.owner.bound.add(`#parameter${at}`);
  declareNames(scope, node.name);
}

/** Defaults of parameters, and the names of patterns, when the call begins. */
function unpackParameter(scope: Scope, node: ts.ParameterDeclaration, at: number): readonly Statement[] {
  const span = spanOf(scope, node);
  const target = bindingTarget(scope, node.name);
  const isPlain = ts.isIdentifier(node.name);
  if (isPlain && !node.initializer) return [];
  const given = nameOf(span, isPlain ? resolve(scope, node.name.text) : `#parameter${at}`);
  if (!node.initializer) return [assignTo(span, target, given)];
  const value = scope.file.rules.expression(scope, node.initializer);
  return [assignTo(span, { kind: 'default-target', ...span, target, value }, given)];
}

function argumentsObject(scope: Scope, body: ts.Node): Statement {
  const at = body.getStart(scope.file.source);
  const span = { start: at, end: at };
  scope.names.set('arguments', 'arguments');
  scope.owner.bound.add('arguments');
  return assignTo(span, nameOf(span, 'arguments'), missing(span, 'the arguments of a call'));
}

/** `constructor(private readonly registry: Registry)` stores the parameter. */
function parameterProperties(scope: Scope, node: FunctionSyntax): readonly Statement[] {
  return node.parameters.flatMap((each): readonly Statement[] => {
    if (!ts.isIdentifier(each.name) || !PROPERTY_MODIFIERS.some((kind) => hasModifier(each, kind))) return [];
    const span = spanOf(scope, each.name);
    const object = nameOf(span, 'this');
    const target = {
      kind: 'attribute',
      ...span,
      object,
      name: each.name.text,
      nameStart: span.start,
      optional: false,
    } as const;
    return [
      assignTo(span, target, nameOf(span, resolve(scope, each.name.text)), lowerType(scope, each.type)),
    ];
  });
}

const PROPERTY_MODIFIERS = [
  ts.SyntaxKind.PrivateKeyword,
  ts.SyntaxKind.ProtectedKeyword,
  ts.SyntaxKind.PublicKeyword,
  ts.SyntaxKind.ReadonlyKeyword,
  ts.SyntaxKind.OverrideKeyword,
];
