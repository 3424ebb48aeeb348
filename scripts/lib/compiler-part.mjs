// Bundles only what is used of the compiler that ts-morph brings. It is one large function, of which a bundler must keep everything, and
// which costs more to load than most analyses. Here it becomes a module: its names are exported, and its values are marked as values that
// may be left out where nobody reads them. Nothing of what it does is changed.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import ts from 'typescript';

const requireHere = createRequire(import.meta.url);
const COMPILER = createRequire(requireHere.resolve('ts-morph')).resolve(
  '@ts-morph/common/dist/typescript.js',
);
const FRONTEND = /frontends[\\/]typescript[\\/][\w-]+\.ts$/;
const MODULE = 'compiler:module';
const MESSAGES = 'compiler:messages';

/** @type {import('esbuild').Plugin} */
export const compilerPart = {
  name: 'compiler-part',
  setup(build) {
    let modules;
    build.onResolve({ filter: /^compiler:/ }, ({ path }) => ({ path, namespace: 'compiler-part' }));
    build.onLoad({ filter: /.*/, namespace: 'compiler-part' }, async ({ path }) => {
      modules ??= rewritten();
      return { contents: (await modules)[path], resolveDir: dirname(COMPILER) };
    });
    build.onLoad({ filter: FRONTEND }, async ({ path }) => {
      const contents = importingParts(await readFile(path, 'utf8'));
      return { contents, loader: 'ts' };
    });
  },
};

/** Names are imported one by one, and members of enumerations are the numbers that they stand for, as in the compiler itself. */
function importingParts(text) {
  const { ts: constants } = requireHere('ts-morph');
  return text
    .replace("import { ts } from 'ts-morph';", `import * as ts from '${MODULE}';`)
    .replaceAll(/\bts\.(\w+)\.(\w+)\b/g, (access, name, member) => {
      const value = constants[name]?.[member];
      return typeof value === 'number' ? `${value}` : access;
    });
}

/** The two modules that the compiler becomes, by name. Throws where it is written in another way than this file knows. */
async function rewritten() {
  const text = await readFile(COMPILER, 'utf8');
  const file = ts.createSourceFile('compiler.js', text, ts.ScriptTarget.Latest);
  const statements = bodyOf(file);
  const known = { file, filling: fillingStatements(file, statements), names: '', messages: '' };
  const body = statements.map((node) => declaration(known, node));
  if (known.names === '' || known.messages === '') throw new Error(`${COMPILER} is not written as expected`);
  const lines = [
    text.slice(0, file.statements[0].getStart(file)),
    `import * as Diagnostics from '${MESSAGES}';`,
    ...body,
    SYNTAX_NODES,
    `export { ${known.names} };`,
  ];
  return { [MODULE]: lines.join('\n'), [MESSAGES]: known.messages };
}

/** An editor's nodes have methods, such as `getStart`. Its other objects would need all of the compiler. */
const SYNTAX_NODES = `setObjectAllocator({
  getNodeConstructor: () => NodeObject,
  getTokenConstructor: () => TokenObject,
  getIdentifierConstructor: () => IdentifierObject,
  getPrivateIdentifierConstructor: () => PrivateIdentifierObject,
  getSourceFileConstructor: () => SourceFileObject,
});`;

function bodyOf(file) {
  for (const { expression: call } of file.statements) {
    const callee = call && ts.isCallExpression(call) ? call.expression : undefined;
    if (callee && ts.isParenthesizedExpression(callee) && ts.isArrowFunction(callee.expression))
      return callee.expression.body.statements;
  }
  throw new Error(`${COMPILER} is not one function`);
}

/** By variable, statements after it that only fill it: `((A2) => { ... })(A || (A = {}))`, `__export(A, { ... })`, `A.b = c`. */
function fillingStatements(file, statements) {
  const found = new Map();
  for (const { expression } of statements) {
    const name = expression && filledBy(file, expression);
    if (name) found.set(name, [...(found.get(name) ?? []), expression]);
  }
  return found;
}

function filledBy(file, expression) {
  if (ts.isBinaryExpression(expression) && ts.isPropertyAccessExpression(expression.left))
    return expression.left.expression.getText(file);
  if (!ts.isCallExpression(expression)) return undefined;
  const [first] = expression.arguments;
  if (expression.expression.getText(file) === '__export') return first.text;
  return ts.isParenthesizedExpression(expression.expression) ? first.left.getText(file) : undefined;
}

/**
 * Declarations, in order. What else stands at the top level fills one variable, and goes there; registers what only an editor asks for; or
 * sets up the compiler's own console and file system.
 */
function declaration(known, node) {
  if (ts.isVariableStatement(node)) return variables(known, node.declarationList.declarations);
  return ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) ? node.getText(known.file) : '';
}

function variables(known, declarations) {
  const { file, filling } = known;
  const texts = declarations.flatMap(({ name: { text: name }, initializer: value }) => {
    if (name === 'Diagnostics') return takeMessages(known, value);
    const more = (filling.get(name) ?? []).map((each) => `${each.getText(file)};`);
    if (name === 'typescript_exports') return takeNames(known, filling.get(name)[0].arguments[1]);
    const declared = value ? `${name} = ${value.getText(file)}` : name;
    if (more.length === 0 && (!value || isInert(value))) return declared;
    // Who does not need the value may leave all of it out.
    return `${name} = /* @__PURE__ */ (() => { var ${declared}; ${more.join(' ')} return ${name}; })()`;
  });
  return texts.length === 0 ? '' : `var ${texts.join(', ')};`;
}

function isInert(value) {
  return ts.isFunctionLike(value) || ts.isLiteralExpression(value) || ts.isIdentifier(value);
}

/** `Name: diag(1002, ...)`: each message on its own, so that those that nobody names are left out. */
function takeMessages(known, object) {
  const { file } = known;
  const create = 'function diag(';
  const messages = object.properties.map(
    ({ name, initializer }) =>
      `export const ${name.getText(file)} = /* @__PURE__ */ ${initializer.getText(file)};`,
  );
  const start = file.text.indexOf(create);
  const declaration = file.text.slice(start, file.text.indexOf('\n}', start) + 2);
  known.messages = [declaration, ...messages].join('\n');
  return [];
}

function takeNames(known, object) {
  const names = object.properties.map(({ name, initializer }) => {
    const own = initializer.body.getText(known.file);
    return own === name.text ? own : `${own} as ${name.text}`;
  });
  known.names = names.join(', ');
  return [];
}
