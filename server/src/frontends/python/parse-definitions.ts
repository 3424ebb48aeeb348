/** Functions and classes with their decorators (Python reference 8.7, 8.8). A function's body is read on demand: must not know what stands in it. */
import { advance } from './lexer.ts';
import { afterNewline, skipBlanks } from './lexer-lines.ts';
import { skipBlock, skipLogicalLine } from './lexer-skip.ts';
import { parseParameters, parseTypeParameters } from './parse-parameters.ts';
import { parseArguments } from './parse-postfix.ts';
import {
  createParser,
  identifier,
  missingIdentifier,
  report,
  reportHere,
  type BodyExtent,
  type Grammar,
  type Parser,
  type SourceText,
} from './parser-state.ts';
import type {
  ArgumentSyntax,
  BodySyntax,
  ClassDef,
  ExpressionSyntax,
  FunctionDef,
  Identifier,
  LazyBody,
  ParameterSyntax,
  StatementSyntax,
} from './syntax.ts';
import * as T from './tokens.ts';

const NO_DECORATORS: readonly ExpressionSyntax[] = [];
const NO_ARGUMENTS: readonly ArgumentSyntax[] = [];
const NO_PARAMETERS: readonly ParameterSyntax[] = [];

/** `@expression` lines and the definition below them; a decorator without one is a problem and gives `undefined`. */
export function parseDecorated(p: Parser): StatementSyntax | undefined {
  const decorators: ExpressionSyntax[] = [];
  const indent = p.indent;
  while (p.kind === T.AT) {
    advance(p);
    decorators.push(p.grammar.element(p));
    passOverLine(p, 'A decorator ends with its line.');
    if (p.kind === T.NEWLINE) advance(p);
  }
  if (p.indent < indent) {
    report(p, p.prevEnd, p.prevEnd, 'A decorator needs a definition below it.');
    return undefined;
  }
  if (p.kind === T.DEF) return parseFunction(p, p.start, false, decorators);
  if (p.kind === T.CLASS) return parseClass(p, decorators);
  if (p.kind === T.ASYNC) {
    const start = p.start;
    advance(p);
    if (p.kind === T.DEF) return parseFunction(p, start, true, decorators);
  }
  report(p, p.prevEnd, p.prevEnd, 'A decorator needs a definition below it.');
  return undefined;
}

/** Reports and passes over what is left of a line. */
export function passOverLine(p: Parser, message: string): void {
  if (p.kind === T.NEWLINE || p.kind === T.EOF) return;
  reportHere(p, message);
  while (p.kind !== T.NEWLINE && p.kind !== T.EOF) advance(p);
}

/** A function from `def` on; `start` is the offset of `def` or `async`. */
export function parseFunction(
  p: Parser,
  start: number,
  isAsync: boolean,
  decorators: readonly ExpressionSyntax[] = NO_DECORATORS,
): FunctionDef {
  const indent = p.indent;
  advance(p);
  const name = definedName(p, 'A function needs a name.');
  const typeParameters = parseTypeParameters(p);
  let parameters = NO_PARAMETERS;
  if (p.kind === T.LPAR) parameters = parseParameters(p);
  else report(p, p.prevEnd, p.prevEnd, 'A function needs parentheses for its parameters.');
  let returns: ExpressionSyntax | undefined;
  if (p.kind === T.ARROW) {
    advance(p);
    returns = p.grammar.expressionList(p);
  }
  const body = parseLazyBody(p, start, indent);
  return {
    kind: 'FunctionDef',
    start,
    end: Math.max(body.end, p.prevEnd),
    isAsync,
    name,
    typeParameters,
    parameters,
    returns,
    decorators,
    body,
  };
}

function definedName(p: Parser, message: string): Identifier {
  if (p.kind !== T.NAME) return missingIdentifier(p, message);
  const name = identifier(p);
  advance(p);
  return name;
}

/** A class from `class` on. */
export function parseClass(p: Parser, decorators: readonly ExpressionSyntax[] = NO_DECORATORS): ClassDef {
  const start = p.start;
  const indent = p.indent;
  advance(p);
  const name = definedName(p, 'A class needs a name.');
  const typeParameters = parseTypeParameters(p);
  const args = p.kind === T.LPAR ? parseArguments(p) : NO_ARGUMENTS;
  const body = p.grammar.suite(p, indent);
  return { kind: 'ClassDef', start, end: p.prevEnd, name, typeParameters, arguments: args, decorators, body };
}

/** Passes over a function's body, from its colon, and leaves the parser at the first token after it. */
function parseLazyBody(p: Parser, definition: number, indent: number): LazyBody {
  while (p.kind !== T.COLON && p.kind !== T.NEWLINE && p.kind !== T.EOF) {
    reportHere(p, 'A colon is missing here.');
    advance(p);
  }
  const hasColon = p.kind === T.COLON;
  if (!hasColon) report(p, p.prevEnd, p.prevEnd, 'A colon is missing here.');
  const from = hasColon ? p.end : Math.min(p.start, p.limit);
  const headerEnd = hasColon ? p.end : p.prevEnd;
  const extent = bodyExtent(p, from, definition, indent);
  p.depth = 0;
  p.kind = T.NEWLINE;
  p.pos = extent.limit;
  p.atLineStart = true;
  p.end = Math.max(headerEnd, extent.codeEnd);
  advance(p);
  return lazyBody(p, from, extent, indent);
}

/** Where the body that starts after the colon at `from` ends. */
function bodyExtent(p: Parser, from: number, definition: number, indent: number): BodyExtent {
  const text = p.text;
  const first = skipBlanks(text, from, p.limit);
  const c = first < p.limit ? text.charCodeAt(first) : 10;
  if (c === 10 || c === 13 || c === 35) {
    return p.source.bodies.get(definition) ?? skipBlock(p.source, first, p.limit, indent);
  }
  const lineEnd = skipLogicalLine(p.source, first, p.limit, indent);
  const limit = lineEnd < p.limit ? afterNewline(text, lineEnd) : p.limit;
  return { limit, codeEnd: p.source.codeEnd };
}

function lazyBody(p: Parser, from: number, extent: BodyExtent, indent: number): LazyBody {
  const { source, grammar, blocks } = p;
  let kept: BodySyntax | undefined;
  return {
    start: from,
    end: Math.max(from, extent.codeEnd),
    read: () => (kept ??= readBody(source, grammar, from, extent.limit, indent, blocks)),
  };
}

function readBody(
  source: SourceText,
  grammar: Grammar,
  from: number,
  limit: number,
  indent: number,
  blocks: number,
): BodySyntax {
  const p = createParser(source, grammar, from, limit);
  p.indent = indent;
  p.kind = T.COLON;
  p.blocks = blocks;
  advance(p);
  const statements = grammar.block(p, indent);
  return { statements, problems: p.problems };
}
