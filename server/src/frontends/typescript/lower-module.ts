/**
 * The top level of a file: what it exports is known first, functions are bound next, then what it imports runs, then its own statements.
 * Must not know where modules are found.
 *
 * Rules: ECMAScript 16.2 "Modules"; CommonJS as Node.js documents it (`module.exports` is what others get).
 */
import { ts } from 'ts-morph';
import type { Span } from '../../base/span.ts';
import type { Block, Expression, ImportedName, ModuleReference, Statement } from '../../ir/nodes.ts';
import { assignTo, attributeOf, nameOf, textOf } from './build.ts';
import { declareBlock, declareVariables, hasModifier } from './hoisting.ts';
import { exportedNames } from './lower-declarations.ts';
import { lowerNamed } from './lower-named.ts';
import { lowerDeclaredFunction, lowerStatement } from './lower-statement.ts';

import { type Scope, declare, resolve } from './scope.ts';
import { spanOf } from './spans.ts';

export function lowerModule(scope: Scope, isCommonJs: boolean): Block {
  const { source } = scope.file;
  if (isCommonJs) for (const name of ['exports', 'module']) declare(scope, name);
  declareVariables(scope, source);
  declareBlock(scope, source.statements);
  const out: Statement[] = isCommonJs ? commonJsObjects() : [];
  for (const node of source.statements) localExports(scope, node, out);
  for (const node of source.statements)
    if (ts.isFunctionDeclaration(node)) lowerDeclaredFunction(scope, node, out);
  for (const node of source.statements) imports(scope, node, out);
  for (const node of source.statements) topLevelStatement(scope, node, out);
  return out;
}

const START: Span = { start: 0, end: 0 };

/** `exports` and `module.exports` begin as one empty object. */
function commonJsObjects(): Statement[] {
  const empty: Expression = { kind: 'mapping', ...START, shape: 'object', entries: [] };
  const exported = nameOf(START, 'exports');
  const module: Expression = {
    kind: 'mapping',
    ...START,
    shape: 'object',
    entries: [{ key: textOf(START, 'exports'), value: exported }],
  };
  return [assignTo(START, exported, empty), assignTo(START, nameOf(START, 'module'), module)];
}

function referenceOf(scope: Scope, node: ts.Expression): ModuleReference {
  return { ...spanOf(scope, node), name: ts.isStringLiteralLike(node) ? node.text : '', level: 0 };
}

function exportStatement(
  span: Span,
  names: readonly ImportedName[],
  module?: ModuleReference,
  everything = false,
): Statement {
  return { kind: 'export-names', start: span.start, end: span.end, names, module, everything };
}

/** Names of this file under which others get its own variables. */
function localExports(scope: Scope, node: ts.Statement, out: Statement[]): void {
  const span = spanOf(scope, node);
  const isDefault = hasModifier(node, ts.SyntaxKind.DefaultKeyword);
  const names = exportedNames(node).map((each): ImportedName => {
    const binding = isDefault ? 'default' : each.text;
    return { ...spanOf(scope, each), name: resolve(scope, each.text), binding };
  });
  if (names.length > 0) out.push(exportStatement(span, names));
  else if (isDefault || (ts.isExportAssignment(node) && !node.isExportEquals))
    out.push(exportStatement(span, [{ ...span, name: 'default', binding: 'default' }]));
  if (!ts.isExportDeclaration(node) || node.moduleSpecifier || node.isTypeOnly) return;
  if (node.exportClause && ts.isNamedExports(node.exportClause)) {
    const listed = node.exportClause.elements.filter((each) => !each.isTypeOnly);
    out.push(
      exportStatement(
        span,
        listed.map((each) => exportedName(scope, each, true)),
      ),
    );
  }
}

function exportedName(scope: Scope, node: ts.ExportSpecifier, isLocal: boolean): ImportedName {
  const inner = (node.propertyName ?? node.name).text;
  return { ...spanOf(scope, node), name: isLocal ? resolve(scope, inner) : inner, binding: node.name.text };
}

/** What runs other modules. */
function imports(scope: Scope, node: ts.Statement, out: Statement[]): void {
  if (ts.isImportDeclaration(node)) importDeclaration(scope, node, out);
  else if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.isTypeOnly)
    passedOn(scope, node, node.moduleSpecifier, out);
}

function importDeclaration(scope: Scope, node: ts.ImportDeclaration, out: Statement[]): void {
  const clause = node.importClause;
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
  const span = spanOf(scope, node);
  const module = referenceOf(scope, node.moduleSpecifier);
  const names: ImportedName[] = [];
  if (clause?.name)
    names.push({ ...spanOf(scope, clause.name), name: 'default', binding: resolve(scope, clause.name.text) });
  const bindings = clause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) {
    const binding = resolve(scope, bindings.name.text);
    out.push({ kind: 'import-module', ...span, module, binding, binds: 'leaf', lazy: false });
  } else if (bindings) {
    for (const each of bindings.elements) {
      if (each.isTypeOnly) continue;
      const name = (each.propertyName ?? each.name).text;
      names.push({ ...spanOf(scope, each), name, binding: resolve(scope, each.name.text) });
    }
    // Types are imported like values; where nothing else is, the compiler leaves the import out.
    if (names.length === 0) return;
  }
  if (names.length > 0)
    out.push({ kind: 'import-names', ...span, module, names, everything: false, lazy: false });
  else if (!bindings)
    out.push({ kind: 'import-module', ...span, module, binding: undefined, binds: 'nothing', lazy: false });
}

/** `export { a as b } from './m'`, `export * from './m'`, `export * as n from './m'`. */
function passedOn(
  scope: Scope,
  node: ts.ExportDeclaration,
  specifier: ts.Expression,
  out: Statement[],
): void {
  const span = spanOf(scope, node);
  const module = referenceOf(scope, specifier);
  out.push({ kind: 'import-module', ...span, module, binding: undefined, binds: 'nothing', lazy: false });
  const clause = node.exportClause;
  if (!clause) out.push(exportStatement(span, [], module, true));
  else if (ts.isNamedExports(clause)) {
    const listed = clause.elements.filter((each) => !each.isTypeOnly);
    out.push(
      exportStatement(
        span,
        listed.map((each) => exportedName(scope, each, false)),
        module,
      ),
    );
  } else {
    const binding = `#namespace${scope.file.nextName++}`;
    out.push({ kind: 'import-module', ...span, module, binding, binds: 'leaf', lazy: false });
    out.push(exportStatement(span, [{ ...spanOf(scope, clause), name: binding, binding: clause.name.text }]));
  }
}

function topLevelStatement(scope: Scope, node: ts.Statement, out: Statement[]): void {
  if (ts.isFunctionDeclaration(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
  const span = spanOf(scope, node);
  if (ts.isExportAssignment(node)) {
    const value = lowerNamed(scope, node.expression, node);
    const target = node.isExportEquals
      ? attributeOf(span, nameOf(span, 'module'), 'exports', span.start)
      : nameOf({ start: span.start, end: span.start }, 'default');
    out.push(assignTo(span, target, value));
  } else if (ts.isImportEqualsDeclaration(node)) importEquals(scope, node, out);
  else if (ts.isClassDeclaration(node) && !node.name) unnamedClass(scope, node, out);
  else lowerStatement(scope, node, out);
}

/** `export default class { ... }`. */
function unnamedClass(scope: Scope, node: ts.ClassDeclaration, out: Statement[]): void {
  const { node: lowered, after } = scope.file.rules.class(scope, node, undefined);
  out.push({ kind: 'class-declaration', ...spanOf(scope, node), class: lowered }, ...after);
}

/** `import x = require('m')` and `import A = N.B`. */
function importEquals(scope: Scope, node: ts.ImportEqualsDeclaration, out: Statement[]): void {
  if (node.isTypeOnly) return;
  const span = spanOf(scope, node);
  const { moduleReference } = node;
  const target = nameOf(spanOf(scope, node.name), resolve(scope, node.name.text));
  if (ts.isExternalModuleReference(moduleReference)) {
    const module = scope.file.rules.expression(scope, moduleReference.expression);
    out.push(assignTo(span, target, { kind: 'import', ...span, module, gives: 'exports' }));
  } else out.push(assignTo(span, target, entity(scope, moduleReference)));
}

function entity(scope: Scope, node: ts.EntityName): Expression {
  const span = spanOf(scope, node);
  if (ts.isIdentifier(node)) return nameOf(span, resolve(scope, node.text));
  return attributeOf(span, entity(scope, node.left), node.right.text, node.right.getStart(scope.file.source));
}

/** A JSON file is what it holds. */
export function lowerJson(scope: Scope): Block {
  const [statement] = scope.file.source.statements;
  const out = commonJsObjects();
  if (!statement || !ts.isExpressionStatement(statement)) return out;
  const value = scope.file.rules.expression(scope, statement.expression);
  out.push(assignTo(START, attributeOf(START, nameOf(START, 'module'), 'exports'), value));
  return out;
}
