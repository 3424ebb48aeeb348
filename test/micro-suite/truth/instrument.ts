/**
 * Writes calls of the probe into a TypeScript program, on the lines where they belong, and turns it into JavaScript.
 * `__wt.at` says that a line runs, `__wt.is` what a condition was, `__wt.made` and `__wt.type` which objects and classes there are.
 * Must not know how programs are started.
 */
import ts from 'typescript';

export interface Emitted {
  readonly path: string;
  readonly text: string;
}

interface Edit {
  readonly at: number;
  readonly text: string;
}

interface Writing {
  readonly source: ts.SourceFile;
  readonly opens: Edit[];
  readonly closes: Edit[];
  /** How a module is named in the JavaScript; `undefined` where names stay. */
  readonly rename: ((specifier: string) => string) | undefined;
}

const MADE = '#wtMade = __wt.made(this);';

/** @param rename for programs that run as ECMAScript modules: what a specifier becomes. Without it the program is CommonJS. */
export function instrumented(path: string, text: string, rename?: (specifier: string) => string): Emitted {
  if (path.endsWith('.json')) return { path, text };
  const isModule = rename !== undefined;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kindOf(path));
  const writing: Writing = { source, opens: [], closes: [], rename };
  visit(writing, source);
  const peek = `__wt.module(${JSON.stringify(path)}, (name) => eval(name));`;
  const result = ts.transpileModule(`${peek} ${edited(text, writing)}`, {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: isModule ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      removeComments: true,
    },
  });
  return { path: path.replace(/\.[cm]?[jt]sx?$/, isModule ? '.mjs' : '.js'), text: result.outputText };
}

/** Whether a file has an `await` outside of functions: only an ECMAScript module may. */
export function awaitsAtTopLevel(path: string, text: string): boolean {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kindOf(path));
  const awaits = (node: ts.Node): boolean =>
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
    (!ts.isFunctionLike(node) && !ts.isClassLike(node) && (ts.forEachChild(node, awaits) ?? false));
  return awaits(source);
}

function kindOf(path: string): ts.ScriptKind {
  return path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function visit(writing: Writing, node: ts.Node): void {
  if (ts.isDecorator(node) || ts.isTypeNode(node) || ts.isEnumDeclaration(node)) return;
  if (ts.isExpressionWithTypeArguments(node)) return visit(writing, node.expression);
  const closing = open(writing, node);
  ts.forEachChild(node, (child) => visit(writing, child));
  writing.closes.push(...closing);
}

/** Writes what comes before a node; gives what comes after it. */
function open(writing: Writing, node: ts.Node): readonly Edit[] {
  const { opens } = writing;
  if (writing.rename && ts.isStringLiteral(node) && isSpecifier(node)) renamed(writing, node, writing.rename);
  if (ts.isClassLike(node)) opens.push({ at: node.members.pos, text: ` ${MADE} ${typeOf(writing, node)} ` });
  if (isBody(node)) {
    opens.push({ at: node.getStart(), text: `{ ${at(writing, node)}; ` });
    return [{ at: node.end, text: ' }' }];
  }
  if (isListed(node)) opens.push({ at: node.getStart(), text: `${at(writing, node)}; ` });
  if (isCondition(node)) return wrapped(writing, node, `__wt.is(${place(writing, node.parent)}, (`, '))');
  if (isWatched(node)) return wrapped(writing, node, `(${at(writing, node)}, `, ')');
  return [];
}

function wrapped({ opens }: Writing, node: ts.Node, before: string, after: string): readonly Edit[] {
  opens.push({ at: node.getStart(), text: before });
  return [{ at: node.end, text: after }];
}

function isSpecifier({ parent }: ts.Node): boolean {
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}

/** The name in quotes is left where it is, in a comment, so that no edit takes text away. */
function renamed(
  { opens, closes }: Writing,
  node: ts.StringLiteral,
  rename: (specifier: string) => string,
): void {
  opens.push({ at: node.getStart(), text: `${JSON.stringify(rename(node.text))} /*` });
  closes.push({ at: node.end, text: '*/' });
}

/** Static code of a class that tells its name and gives a way to its private names. */
function typeOf({ source }: Writing, node: ts.ClassLikeDeclaration): string {
  const names = node.members.flatMap(({ name }) =>
    name && ts.isPrivateIdentifier(name) ? [name.text.slice(1)] : [],
  );
  const readers = names.map((name) => `${name}: (it) => (#${name} in it ? it.#${name} : undefined)`);
  const path = JSON.stringify(source.fileName);
  return `static { __wt.type(${path}, this, { ${readers.join(', ')} }); }`;
}

/** A statement that is the body of another one without braces. */
function isBody(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isStatement(node) || ts.isBlock(node)) return false;
  if (ts.isIfStatement(parent)) return parent.thenStatement === node || parent.elseStatement === node;
  return ts.isIterationStatement(parent, false) && parent.statement === node;
}

function isListed(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isStatement(node) || ts.isDeclarationStatement(node)) return false;
  return parent && (ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent));
}

function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isExpression(node)) return false;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === node;
  return ts.isConditionalExpression(parent) && parent.condition === node;
}

/** A call, a creation or an assignment, as a whole: the inner parts of `a?.b().c()` belong together. */
function isWatched(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return true;
  if (ts.isBinaryExpression(node))
    return (
      node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    );
  if (!ts.isCallExpression(node) || node.expression.kind === ts.SyntaxKind.SuperKeyword) return false;
  return (node.flags & ts.NodeFlags.OptionalChain) === 0 || !(node.parent.flags & ts.NodeFlags.OptionalChain);
}

function at(writing: Writing, node: ts.Node): string {
  return `__wt.at(${place(writing, node)})`;
}

function place({ source }: Writing, node: ts.Node): string {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${JSON.stringify(source.fileName)}, ${line + 1}`;
}

function edited(text: string, { opens, closes }: Writing): string {
  const edits = [
    ...closes.map((edit, order) => ({ ...edit, side: 0, order })),
    ...opens.map((edit, order) => ({ ...edit, side: 1, order })),
  ].sort((a, b) => a.at - b.at || a.side - b.side || a.order - b.order);
  let result = '';
  let done = 0;
  for (const edit of edits) {
    result += text.slice(done, edit.at) + edit.text;
    done = edit.at;
  }
  return result + text.slice(done);
}
