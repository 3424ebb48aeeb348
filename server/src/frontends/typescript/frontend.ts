/** From the text of a JavaScript or TypeScript file to the program. Must not know where files come from nor what runs the result. */
import { ts } from 'ts-morph';
import type { Block, ModuleNode, SyntaxProblem } from '../../ir/nodes.ts';
import { TYPESCRIPT_DIALECT } from './dialect.ts';
import { lowerClass } from './lower-class.ts';
import { lowerExpression } from './lower-expression.ts';
import { lowerFunction } from './lower-function.ts';
import { lowerJson, lowerModule } from './lower-module.ts';
import { lowerBlock, lowerStatements } from './lower-statement.ts';
import { type FileLowering, type LoweringRules, moduleScope } from './scope.ts';

const RULES: LoweringRules = {
  expression: lowerExpression,
  block: lowerBlock,
  statements: lowerStatements,
  function: lowerFunction,
  class: lowerClass,
};

/**
 * Reads and lowers the top level of one file, class bodies included; a function's body is lowered when it is first asked for.
 * Never throws: what cannot be read is left out and said in `problems`.
 */
export function lowerTypeScriptModule(path: string, text: string, definesFields = true): ModuleNode {
  const isJson = path.endsWith('.json');
  const source = isJson ? ts.parseJsonText(path, text) : parse(path, text);
  const problems: SyntaxProblem[] = problemsOf(source);
  const isCommonJs = isJson || !ts.isExternalModule(source) || source.statements.some(isExportEquals);
  const body: Block[number][] = [];
  const declared = new Set<string>();
  const module: ModuleNode = {
    path,
    text,
    dialect: TYPESCRIPT_DIALECT,
    body,
    problems,
    declared,
    ...(isCommonJs ? { exports: 'value' as const } : {}),
  };
  const words = { var: /\bvar\b/.test(text), arguments: text.includes('arguments') };
  const file: FileLowering = { module, source, problems, rules: RULES, definesFields, words, nextName: 1 };
  const scope = moduleScope(file);
  for (const statement of isJson ? lowerJson(scope) : lowerModule(scope, isCommonJs)) body.push(statement);
  for (const name of scope.owner.declared) declared.add(name);
  return module;
}

function parse(path: string, text: string): ts.SourceFile {
  const options = {
    languageVersion: ts.ScriptTarget.ESNext,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  return ts.createSourceFile(path, text, options, false, kindOf(path));
}

function kindOf(path: string): ts.ScriptKind {
  if (/\.[cm]?ts$/.test(path)) return ts.ScriptKind.TS;
  if (path.endsWith('.tsx')) return ts.ScriptKind.TSX;
  // Types in plain JavaScript are an error to the compiler; to us they are just types.
  return ts.ScriptKind.JSX;
}

function isExportEquals(node: ts.Statement): boolean {
  return ts.isExportAssignment(node) && node.isExportEquals === true;
}

/** Errors of the parser, which the syntax tree carries without saying so in its type. */
function problemsOf(source: ts.SourceFile): SyntaxProblem[] {
  const found =
    (source as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
  return found.map(({ start, length, messageText }) => ({
    start,
    end: start + length,
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
}
