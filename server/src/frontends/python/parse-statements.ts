/** Blocks, and which statement stands on a line (Python reference 7, 8). Must not know how each statement is parsed. */
import { advance, peekChar } from './lexer.ts';
import { skipBlock, skipLogicalLine } from './lexer-skip.ts';
import { parseFor, parseIf, parseOrphan, parseTry, parseWhile, parseWith } from './parse-compound.ts';
import { parseClass, parseDecorated, parseFunction, passOverLine } from './parse-definitions.ts';
import { parseMatch } from './parse-match.ts';
import { parseSimple } from './parse-simple.ts';
import { MAX_BLOCKS, report, reportHere, type Parser } from './parser-state.ts';
import type { StatementSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** A colon and the block after it, of a statement indented by `indent`; a missing colon is a problem, not the end. */
export function parseSuite(p: Parser, indent: number): StatementSyntax[] {
  if (p.kind !== T.COLON) {
    report(p, p.prevEnd, p.prevEnd, 'A colon is missing here.');
    while (p.kind !== T.COLON && p.kind !== T.NEWLINE && p.kind !== T.EOF) advance(p);
  }
  if (p.kind === T.COLON) advance(p);
  return parseBlock(p, indent);
}

/** The block after a colon: statements on the same line, or all following lines indented deeper than `indent`. */
export function parseBlock(p: Parser, indent: number): StatementSyntax[] {
  const statements: StatementSyntax[] = [];
  if (p.kind !== T.NEWLINE && p.kind !== T.EOF) {
    parseInline(p, statements);
    return statements;
  }
  advance(p);
  if (p.indent <= indent) {
    report(p, p.prevEnd, p.prevEnd, 'An indented block is missing here.');
    return statements;
  }
  if (p.blocks >= MAX_BLOCKS) {
    passOverBlock(p, indent);
    return statements;
  }
  p.blocks++;
  parseStatements(p, indent, statements);
  p.blocks--;
  return statements;
}

/** Statements on the line of the colon; a compound one here is an error, and so are many of them bounded. */
function parseInline(p: Parser, statements: StatementSyntax[]): void {
  if (p.blocks >= MAX_BLOCKS) {
    passOverLine(p, TOO_DEEP);
    advance(p);
    return;
  }
  p.blocks++;
  parseLine(p, statements, true);
  p.blocks--;
}

const TOO_DEEP = `Blocks nested more than ${String(MAX_BLOCKS)} levels deep are not read.`;

/** Statements on the lines indented deeper than `parent`, whatever their exact indentation. */
export function parseStatements(p: Parser, parent: number, statements: StatementSyntax[]): void {
  let indent = p.indent;
  while (p.indent > parent) {
    if (p.indent !== indent) {
      const deeper = p.indent > indent;
      reportHere(p, deeper ? 'This line is indented too deep.' : 'This indentation matches no block.');
      if (!deeper) indent = p.indent;
    }
    parseLine(p, statements, false);
  }
}

/** Blocks nested too deep are passed over, by their indentation. */
function passOverBlock(p: Parser, indent: number): void {
  reportHere(p, TOO_DEEP);
  const lineEnd = skipLogicalLine(p.source, p.start, p.limit, p.indent);
  const firstEnd = p.source.codeEnd;
  const extent = skipBlock(p.source, lineEnd, p.limit, indent);
  p.kind = T.NEWLINE;
  p.depth = 0;
  p.pos = extent.limit;
  p.end = Math.max(firstEnd, extent.codeEnd);
  p.atLineStart = true;
  advance(p);
}

/** One logical line, or a compound statement with its blocks. After a colon (`inline`) only simple ones are allowed. */
function parseLine(p: Parser, statements: StatementSyntax[], inline: boolean): void {
  if (isCompound(p)) {
    if (inline) reportHere(p, 'This statement needs a line of its own.');
    const statement = parseCompound(p);
    if (statement !== undefined) statements.push(statement);
    return;
  }
  for (;;) {
    if (p.kind !== T.NEWLINE && p.kind !== T.EOF) {
      const statement = parseSimple(p);
      if (statement !== undefined) statements.push(statement);
    }
    if (p.kind !== T.SEMI) break;
    advance(p);
    if (isCompound(p)) return parseLine(p, statements, true);
  }
  passOverLine(p, `${foundHere(p)} does not fit here.`);
  advance(p);
}

function foundHere(p: Parser): string {
  return p.kind === T.UNKNOWN
    ? 'This character'
    : `"${p.text.slice(p.start, Math.min(p.end, p.start + 20))}"`;
}

function isCompound(p: Parser): boolean {
  switch (p.kind) {
    case T.IF:
    case T.DEF:
    case T.CLASS:
    case T.FOR:
    case T.WHILE:
    case T.WITH:
    case T.TRY:
    case T.AT:
    case T.ASYNC:
    case T.ELIF:
    case T.ELSE:
    case T.EXCEPT:
    case T.FINALLY:
      return true;
    case T.NAME:
      return isMatch(p);
    default:
      return false;
  }
}

function parseCompound(p: Parser): StatementSyntax | undefined {
  switch (p.kind) {
    case T.IF:
      return parseIf(p);
    case T.DEF:
      return parseFunction(p, p.start, false);
    case T.CLASS:
      return parseClass(p);
    case T.FOR:
      return parseFor(p, p.start, false);
    case T.WHILE:
      return parseWhile(p);
    case T.WITH:
      return parseWith(p, p.start, false);
    case T.TRY:
      return parseTry(p);
    case T.AT:
      return parseDecorated(p);
    case T.ASYNC:
      return parseAsync(p);
    case T.NAME:
      return parseMatch(p);
    default:
      return parseOrphan(p);
  }
}

function parseAsync(p: Parser): StatementSyntax | undefined {
  const start = p.start;
  advance(p);
  switch (p.kind) {
    case T.DEF:
      return parseFunction(p, start, true);
    case T.FOR:
      return parseFor(p, start, true);
    case T.WITH:
      return parseWith(p, start, true);
    default:
      report(p, start, p.prevEnd, 'Only def, for or with can follow async.');
      passOverLine(p, 'This does not fit here.');
      advance(p);
      return undefined;
  }
}

const MATCH = 'match';

/**
 * Whether the name at hand is the soft keyword `match` (PEP 634): what follows can begin a subject, and where it
 * could go on an expression as well, the logical line ends with a colon.
 */
function isMatch(p: Parser): boolean {
  if (p.end - p.start !== MATCH.length || !p.text.startsWith(MATCH, p.start)) return false;
  const c = peekChar(p);
  if (c === 40 || c === 91 || c === 45 || c === 43 || c === 42) return lineEndsWithColon(p);
  if (c === 34 || c === 39 || c === 123 || c === 126 || (c >= 48 && c <= 57) || c >= 128) return true;
  if (c === 46) return /^\s*\.(?:\.\.|[0-9])/.test(p.text.slice(p.pos, p.pos + 80));
  if (!((c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95)) return false;
  return !INFIX_WORD.test(p.text.slice(p.pos, p.pos + 80));
}

/** Words that go on an expression whose first name is `match`. */
const INFIX_WORD = /^\s*(?:and|or|in|is|if|not\s+in|else|as|for)(?!\w)/;

/** Whether the logical line at hand ends with a colon; a line is looked at once. */
function lineEndsWithColon(p: Parser): boolean {
  const source = p.source;
  if (p.pos < source.lineFrom || p.pos >= source.lineUntil) {
    const end = skipLogicalLine(source, p.pos, p.limit, p.indent);
    source.work += end - p.pos;
    source.lineFrom = p.pos;
    source.lineUntil = end;
    source.lineHasColon = p.text.charCodeAt(source.codeEnd - 1) === 58;
  }
  return source.lineHasColon;
}
