/** Which names a piece of code binds before it runs: `var` in the function, the others in their block. Must not know how nodes are lowered. */
import { ts } from 'ts-morph';
import { type Scope, declare } from './scope.ts';

/** Binds what the statements of a block declare by themselves: `let`, `const`, classes, functions, enumerations, namespaces, imports. */
export function declareBlock(scope: Scope, statements: readonly ts.Statement[]): void {
  for (const statement of statements) declareStatement(scope, statement);
}

function declareStatement(scope: Scope, node: ts.Statement): void {
  if (ts.isVariableStatement(node)) {
    if (isAmbient(node)) return;
    const isBlockScoped = (node.declarationList.flags & ts.NodeFlags.BlockScoped) !== 0;
    for (const { name } of node.declarationList.declarations) declareNames(scope, name, isBlockScoped);
  } else if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
    if (node.name && !isAmbient(node)) declareName(scope, node.name.text, ts.isClassDeclaration(node));
  } else if (ts.isEnumDeclaration(node)) declare(scope, node.name.text);
  else if (ts.isModuleDeclaration(node)) {
    if (ts.isIdentifier(node.name) && !isAmbient(node) && hasCode(node)) declare(scope, node.name.text);
  } else if (ts.isImportDeclaration(node)) declareImport(scope, node);
  else if (ts.isImportEqualsDeclaration(node)) {
    if (!node.isTypeOnly) declare(scope, node.name.text);
  }
}

function declareImport(scope: Scope, node: ts.ImportDeclaration): void {
  const clause = node.importClause;
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
  if (clause.name) declare(scope, clause.name.text);
  const bindings = clause.namedBindings;
  if (!bindings) return;
  if (ts.isNamespaceImport(bindings)) declare(scope, bindings.name.text);
  else for (const element of bindings.elements) if (!element.isTypeOnly) declare(scope, element.name.text);
}

/** Binds the `var`s of a function, from all its blocks. */
export function declareVariables(scope: Scope, root: ts.Node): void {
  if (!scope.file.words.var) return;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped))
      for (const { name } of node.declarations) declareNames(scope, name);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(root, visit);
}

/** Names of a binding pattern. `isLate` where reading them before their declaration has run fails. */
export function declareNames(scope: Scope, name: ts.BindingName, isLate = false): void {
  if (ts.isIdentifier(name)) declareName(scope, name.text, isLate);
  else
    for (const element of name.elements)
      if (ts.isBindingElement(element)) declareNames(scope, element.name, isLate);
}

/** `let`, `const` and `class`: ECMAScript 14.3.1 and 9.1.1.1.6 (`GetBindingValue`, which throws until the name is initialised). */
function declareName(scope: Scope, name: string, isLate: boolean): void {
  const spelled = declare(scope, name);
  if (isLate) scope.owner.declared.add(spelled);
}

/** `declare ...` says what exists elsewhere: nothing runs. */
export function isAmbient(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.DeclareKeyword);
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && node.modifiers?.some((modifier) => modifier.kind === kind) === true;
}

/** Whether a namespace holds more than types. */
function hasCode(node: ts.ModuleDeclaration): boolean {
  const { body } = node;
  if (!body) return false;
  if (!ts.isModuleBlock(body)) return true;
  return body.statements.some(
    (statement) => !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement),
  );
}

/** Whether a name is written `arguments` somewhere in a function that is no arrow function. */
export function mentionsArguments({ file }: Scope, root: ts.Node): boolean {
  if (!file.words.arguments) return false;
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || (ts.isFunctionLike(node) && !ts.isArrowFunction(node))) return;
    if (ts.isIdentifier(node) && node.text === 'arguments') found = true;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(root, visit);
  return found;
}
