/**
 * Classes. Instance fields become statements of the constructor, so that every instance makes its own; static fields, blocks and the
 * decorators of members run once the class has its name. Must not know statements.
 *
 * Rules: ECMAScript 15.7 "Class Definitions"; legacy decorators as TypeScript emits them.
 */
import { ts } from 'ts-morph';
import type { Span } from '../../base/span.ts';
import type { Argument, Block, ClassNode, Expression, Statement, Target } from '../../ir/nodes.ts';
import {
  argumentOf,
  assignTo,
  attributeOf,
  callOf,
  nameOf,
  numberOf,
  statementOf,
  textOf,
  undefinedAt,
} from './build.ts';
import { hasModifier } from './hoisting.ts';
import {
  type ConstructorParts,
  decoratorsOf,
  implicitConstructor,
  lowerConstructor,
} from './lower-function.ts';
import { lowerNamed } from './lower-named.ts';
import { lowerType } from './lower-type.ts';
import { type LoweredClass, type Scope, classScope, resolve } from './scope.ts';
import { propertyName, spanOf } from './spans.ts';

export function lowerClass(
  outer: Scope,
  node: ts.ClassLikeDeclaration,
  named: ts.Node | undefined,
): LoweredClass {
  outer.owner.keepsScope = true;
  const nameNode = node.name ?? (named && ts.isIdentifier(named) ? named : undefined);
  const span = spanOf(outer, node);
  const text = nameNode && ts.isIdentifier(nameNode) ? nameNode.text : '';
  const name =
    node.name && ts.isClassDeclaration(node) ? resolve(outer, text) : text === '' ? 'default' : text;
  const scope = classScope(outer, name);
  const nameSpan = nameNode ? spanOf(outer, nameNode) : { start: span.start, end: span.start };
  const lowered: ClassNode = {
    ...span,
    name,
    nameSpan,
    bases: basesOf(scope, node),
    decorators: decoratorsOf(outer, node),
    body: bodyOf(scope, node, nameSpan),
    globals: new Set(),
    hidden: hiddenMembers(node),
    module: outer.file.module,
  };
  return { node: lowered, after: afterClass(scope, node, name) };
}

/** TypeScript handbook, "Member Visibility": names that only the class and, of protected ones, its subclasses may use. */
function hiddenMembers(node: ts.ClassLikeDeclaration): ReadonlySet<string> {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const parameters = node.members.flatMap((member) =>
    ts.isConstructorDeclaration(member) ? [...member.parameters] : [],
  );
  const names = [...node.members, ...parameters].flatMap((member) =>
    member.name && ts.isIdentifier(member.name) && (ts.getCombinedModifierFlags(member) & hidden) !== 0
      ? [member.name.text]
      : [],
  );
  return new Set(names);
}

function basesOf(scope: Scope, node: ts.ClassLikeDeclaration): readonly Argument[] {
  const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  return (clause?.types ?? []).map((type) => argumentOf(scope.file.rules.expression(scope, type.expression)));
}

function bodyOf(scope: Scope, node: ts.ClassLikeDeclaration, nameSpan: Span): Block {
  const body: Statement[] = [];
  const isDerived = basesOf(scope, node).length > 0;
  const parts: ConstructorParts = { isDerived, fields: (inner) => fieldsOf(inner, node) };
  const written = node.members.find(
    (member): member is ts.ConstructorDeclaration =>
      ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
  const made = written
    ? lowerConstructor(scope, written, parts)
    : node.members.some(isInstanceField)
      ? implicitConstructor(scope, spanOfFields(scope, node), nameSpan, parts)
      : undefined;
  if (made) body.push({ kind: 'function-declaration', start: made.start, end: made.end, function: made });
  for (const member of node.members) {
    const statement = memberOf(scope, member);
    if (statement) body.push(statement);
  }
  return body;
}

function spanOfFields(scope: Scope, node: ts.ClassLikeDeclaration): Span {
  const field = node.members.find(isInstanceField);
  return field ? spanOf(scope, field) : spanOf(scope, node);
}

function memberOf(scope: Scope, member: ts.ClassElement): Statement | undefined {
  if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) {
    if (!member.body) return undefined;
    const form = ts.isGetAccessor(member) ? 'getter' : ts.isSetAccessor(member) ? 'setter' : 'method';
    const lowered = scope.file.rules.function(scope, member, { form });
    return { kind: 'function-declaration', ...spanOf(scope, member), function: lowered };
  }
  return ts.isPropertyDeclaration(member) && isStatic(member) ? staticDeclaration(scope, member) : undefined;
}

/** What a static field begins with, where that is plain to see: the class has it from the start. */
function staticDeclaration(scope: Scope, member: ts.PropertyDeclaration): Statement | undefined {
  const name = propertyName(member.name);
  if (name === undefined || hasModifier(member, ts.SyntaxKind.DeclareKeyword)) return undefined;
  const span = spanOf(scope, member);
  const target = nameOf(spanOf(scope, member.name), name);
  const type = lowerType(scope, member.type);
  const value = member.initializer;
  if (value && value.kind !== ts.SyntaxKind.NullKeyword) return { kind: 'declare', ...span, target, type };
  const none = value ? scope.file.rules.expression(scope, value) : undefinedAt(span);
  return assignTo(span, target, none, type);
}

function isStatic(member: ts.ClassElement): boolean {
  return hasModifier(member, ts.SyntaxKind.StaticKeyword);
}

function isInstanceField(member: ts.ClassElement): member is ts.PropertyDeclaration {
  return (
    ts.isPropertyDeclaration(member) &&
    !isStatic(member) &&
    !hasModifier(member, ts.SyntaxKind.DeclareKeyword) &&
    !hasModifier(member, ts.SyntaxKind.AbstractKeyword)
  );
}

function fieldsOf(scope: Scope, node: ts.ClassLikeDeclaration): readonly Statement[] {
  return node.members.filter(isInstanceField).map((member) => {
    const span = spanOf(scope, member);
    const value = member.initializer
      ? lowerNamed(scope, member.initializer, member.name, 'method')
      : undefinedAt({ start: span.end, end: span.end });
    const target = memberTarget(scope, nameOf(spanOf(scope, member.name), 'this'), member.name);
    const assigned = assignTo(span, target, value, lowerType(scope, member.type));
    return member.initializer || scope.file.definesFields ? assigned : { ...assigned, keepsOld: true };
  });
}

function memberTarget(scope: Scope, object: Expression, name: ts.PropertyName): Target {
  const span = spanOf(scope, name);
  const text = propertyName(name);
  if (text !== undefined) return attributeOf(span, object, text, span.start);
  const index = ts.isComputedPropertyName(name)
    ? scope.file.rules.expression(scope, name.expression)
    : object;
  return { kind: 'index', ...span, object, index, optional: false };
}

function afterClass(outer: Scope, node: ts.ClassLikeDeclaration, name: string): Block {
  const scope: Scope = { ...outer, names: new Map([['this', name]]), parent: outer };
  const after: Statement[] = [];
  for (const member of node.members) {
    if (ts.isClassStaticBlockDeclaration(member))
      after.push(...scope.file.rules.block(scope, member.body.statements));
    else if (ts.isPropertyDeclaration(member) && isStatic(member))
      after.push(...staticValue(scope, member, name));
    after.push(...decorated(scope, member, name));
  }
  return after;
}

function staticValue(scope: Scope, member: ts.PropertyDeclaration, name: string): readonly Statement[] {
  if (!member.initializer || member.initializer.kind === ts.SyntaxKind.NullKeyword) return [];
  const object = nameOf(spanOf(scope, member.name), name);
  const value = lowerNamed(scope, member.initializer, member.name, 'method');
  return [
    assignTo(
      spanOf(scope, member),
      memberTarget(scope, object, member.name),
      value,
      lowerType(scope, member.type),
    ),
  ];
}

/** Decorators of a member and of its parameters are called with the class, the name and the position. */
function decorated(scope: Scope, member: ts.ClassElement, className: string): readonly Statement[] {
  const calls: Statement[] = [];
  const name = member.name ? propertyName(member.name) : undefined;
  const at = member.name ? spanOf(scope, member.name) : spanOf(scope, member);
  const key = name === undefined ? undefinedAt(at) : textOf(at, name);
  for (const decorator of decoratorsOf(scope, member)) {
    const method =
      ts.isMethodDeclaration(member) && name !== undefined ? [descriptor(at, className, name)] : [];
    calls.push(statementOf(callOf(decorator, decorator, [nameOf(at, className), key, ...method])));
  }
  if (!ts.isMethodDeclaration(member) && !ts.isConstructorDeclaration(member)) return calls;
  member.parameters.forEach((parameter, index) => {
    for (const decorator of decoratorsOf(scope, parameter))
      calls.push(
        statementOf(callOf(decorator, decorator, [nameOf(at, className), key, numberOf(at, index)])),
      );
  });
  return calls;
}

function descriptor(span: Span, className: string, method: string): Expression {
  const value = attributeOf(span, nameOf(span, className), method);
  return { kind: 'mapping', ...span, shape: 'object', entries: [{ key: textOf(span, 'value'), value }] };
}
