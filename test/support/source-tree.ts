/** Our own source files with their imports, for the tests that hold the architecture. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';

export const REPOSITORY = join(import.meta.dirname, '../..');

export interface SourceModule {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** The imported file from the repository's root; `undefined` for a package. */
  readonly file: string | undefined;
  readonly isTypeOnly: boolean;
  /** From 1. */
  readonly line: number;
}

/** Every TypeScript module below a folder, in the order of their paths. */
export function modulesBelow(folder: string): readonly SourceModule[] {
  return readdirSync(join(REPOSITORY, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(REPOSITORY, join(entry.parentPath, entry.name)))
    .sort()
    .map((path) => {
      const text = readFileSync(join(REPOSITORY, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

/** Static imports, re-exports, dynamic imports with a constant name, and `import('x')` types. */
export function importsOf(path: string, text: string): readonly Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const named = namedModule(node);
    if (named) {
      const { specifier, isTypeOnly } = named;
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const file = specifier.startsWith('.') ? resolved(path, specifier) : undefined;
      found.push({ specifier, file, isTypeOnly, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function namedModule(node: ts.Node): { specifier: string; isTypeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: node.moduleSpecifier.text, isTypeOnly };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly };
  }
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  ) {
    return { specifier: node.argument.literal.text, isTypeOnly: true };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const [argument] = node.arguments;
  const isImport =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require');
  return isImport && argument && ts.isStringLiteral(argument)
    ? { specifier: argument.text, isTypeOnly: false }
    : undefined;
}

function resolved(importer: string, specifier: string): string {
  return posix.join(dirname(importer), specifier.replace(/\?raw$/, ''));
}

/** Words and texts of a module without its comments, each with its line. */
export function wordsOf(module: SourceModule): readonly { readonly text: string; readonly line: number }[] {
  const source = ts.createSourceFile(module.path, module.text, ts.ScriptTarget.Latest, true);
  const found: { text: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) {
      found.push({ text: node.text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
