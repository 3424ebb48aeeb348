/** Enumerations and namespaces: objects that are filled. Must not know other statements. */
import { ts } from 'ts-morph';
import type { Block, Expression, MappingExpression, Statement } from '../../ir/nodes.ts';
import { assignTo, attributeOf, nameOf, numberOf, textOf } from './build.ts';
import { declareBlock, hasModifier } from './hoisting.ts';
import { type Scope, blockScope, resolve } from './scope.ts';
import { propertyName, spanOf } from './spans.ts';

/** `enum Mode { Off, On = 'on' }` is an object; numbers are found back under their values. */
export function lowerEnum(scope: Scope, node: ts.EnumDeclaration): Statement {
  const span = spanOf(scope, node);
  const entries: MappingExpression['entries'][number][] = [];
  let next = 0;
  for (const member of node.members) {
    const at = spanOf(scope, member);
    const name = propertyName(member.name) ?? '';
    const value: Expression = member.initializer
      ? scope.file.rules.expression(scope, member.initializer)
      : numberOf(at, next);
    if (value.kind === 'constant' && typeof value.value === 'number') {
      next = value.value + 1;
      entries.push({ key: textOf(at, String(value.value)), value: textOf(at, name) });
    }
    entries.push({ key: textOf(at, name), value });
  }
  const target = nameOf(spanOf(scope, node.name), resolve(scope, node.name.text));
  return assignTo(span, target, { kind: 'mapping', ...span, shape: 'object', entries });
}

/** `namespace N { export const a = 1 }` runs its statements and puts what they export into `N`. */
export function lowerNamespace(outer: Scope, node: ts.ModuleDeclaration): Block {
  const { body, name } = node;
  if (!body || !ts.isModuleBlock(body) || !ts.isIdentifier(name)) return [];
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword) || outer.names.get(name.text) === undefined) return [];
  const span = spanOf(outer, node);
  const object = nameOf(spanOf(outer, name), resolve(outer, name.text));
  const scope = blockScope(outer);
  declareBlock(scope, body.statements);
  const statements = scope.file.rules.statements(scope, body.statements);
  const exported = body.statements.flatMap(exportedNames).map((each): Statement => {
    const at = spanOf(scope, each);
    return assignTo(at, attributeOf(at, object, each.text, at.start), nameOf(at, resolve(scope, each.text)));
  });
  const empty: Expression = { kind: 'mapping', ...span, shape: 'object', entries: [] };
  return [assignTo(span, object, empty), ...statements, ...exported];
}

/** Names that an exported declaration binds. */
export function exportedNames(node: ts.Statement): readonly ts.Identifier[] {
  if (!hasModifier(node, ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => namesOf(name));
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return node.name ? [node.name] : [];
  if (ts.isEnumDeclaration(node)) return [node.name];
  return ts.isModuleDeclaration(node) && ts.isIdentifier(node.name) ? [node.name] : [];
}

function namesOf(name: ts.BindingName): readonly ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []));
}
