/** Compound statements other than definitions and `match` (Python reference 8.1 to 8.5). Must not know what stands in their blocks. */
import { advance } from './lexer.ts';
import { skipBrackets } from './lexer-skip.ts';
import { afterNewline, skipBlanks } from './lexer-lines.ts';
import { parseComprehension } from './parse-brackets.ts';
import { finishBracket, skipSeparator } from './parse-recovery.ts';
import { identifier, missing, missingIdentifier, report, reportHere, type Parser } from './parser-state.ts';
import type { ExceptHandlerSyntax, ExpressionSyntax, Identifier, StatementSyntax } from './syntax.ts';
import * as T from './tokens.ts';

const NO_STATEMENTS: readonly StatementSyntax[] = [];

interface Branch {
  readonly test: ExpressionSyntax;
  readonly body: readonly StatementSyntax[];
}

interface WithItem {
  readonly context: ExpressionSyntax;
  readonly target: ExpressionSyntax | undefined;
}

/** `if`, and every `elif` and the `else` of the same indentation. */
export function parseIf(p: Parser): StatementSyntax {
  const start = p.start;
  const indent = p.indent;
  const branches: Branch[] = [];
  do {
    advance(p);
    const test = p.grammar.element(p);
    const body = p.grammar.suite(p, indent);
    branches.push({ test, body });
  } while (p.kind === T.ELIF && p.indent === indent);
  const otherwise = parseElse(p, indent);
  return { kind: 'If', start, end: p.prevEnd, branches, otherwise };
}

/** The block of an `else` indented by `indent`, if one follows. */
function parseElse(p: Parser, indent: number): readonly StatementSyntax[] {
  if (p.kind !== T.ELSE || p.indent !== indent) return NO_STATEMENTS;
  advance(p);
  return p.grammar.suite(p, indent);
}

export function parseWhile(p: Parser): StatementSyntax {
  const start = p.start;
  const indent = p.indent;
  advance(p);
  const test = p.grammar.element(p);
  const body = p.grammar.suite(p, indent);
  const otherwise = parseElse(p, indent);
  return { kind: 'While', start, end: p.prevEnd, test, body, otherwise };
}

/** `for` on; `start` is that of `async` if there is one. */
export function parseFor(p: Parser, start: number, isAsync: boolean): StatementSyntax {
  const indent = p.indent;
  advance(p);
  const target = p.grammar.targets(p);
  let iterable: ExpressionSyntax;
  if (p.kind === T.IN) {
    advance(p);
    iterable = p.grammar.expressionList(p);
  } else iterable = missing(p, 'A for loop needs in and what to go through.');
  const body = p.grammar.suite(p, indent);
  const otherwise = parseElse(p, indent);
  return { kind: 'For', start, end: p.prevEnd, isAsync, target, iterable, body, otherwise };
}

/** `with` on; the items may stand in parentheses (Python 3.9). */
export function parseWith(p: Parser, start: number, isAsync: boolean): StatementSyntax {
  const indent = p.indent;
  advance(p);
  const items: WithItem[] = [];
  if (p.kind === T.LPAR && itemsInParentheses(p)) parseItemsInParentheses(p, items);
  else {
    items.push(parseWithItem(p, p.grammar.expression(p)));
    while (p.kind === T.COMMA) {
      advance(p);
      items.push(parseWithItem(p, p.grammar.expression(p)));
    }
  }
  const body = p.grammar.suite(p, indent);
  return { kind: 'With', start, end: p.prevEnd, isAsync, items, body };
}

/** Whether the parenthesis at hand closes right before the colon, and so encloses items rather than an expression. */
function itemsInParentheses(p: Parser): boolean {
  const inside = skipBlanks(p.text, p.end, p.limit);
  if (p.text.startsWith('yield', inside) || p.text.charCodeAt(inside) === 41) return false;
  const end = skipBrackets(p.source, p.start, p.limit, 0);
  p.source.work += (end < 0 ? ~end : end) - p.start;
  if (end < 0) return false;
  let next = skipBlanks(p.text, end, p.limit);
  while (p.text.charCodeAt(next) === 92) next = skipBlanks(p.text, afterNewline(p.text, next + 1), p.limit);
  return p.text.charCodeAt(next) === 58;
}

function parseItemsInParentheses(p: Parser, items: WithItem[]): void {
  const open = p.start;
  advance(p);
  while (p.kind !== T.RPAR) {
    const element = p.grammar.element(p);
    if (p.kind === T.FOR || p.kind === T.ASYNC) {
      const clauses = parseComprehension(p);
      const context: ExpressionSyntax = { kind: 'GeneratorExp', start: open, end: p.end, element, clauses };
      items.push({ context, target: undefined });
    } else items.push(parseWithItem(p, element));
    if (p.kind === T.COMMA) advance(p);
    else if (p.kind !== T.RPAR && !skipSeparator(p)) break;
  }
  finishBracket(p, open, false);
}

function parseWithItem(p: Parser, context: ExpressionSyntax): WithItem {
  if (p.kind !== T.AS) return { context, target: undefined };
  advance(p);
  return { context, target: p.grammar.target(p) };
}

/** `try` with its handlers, `else` and `finally` (PEP 654 for `except*`, PEP 758 for types without parentheses). */
export function parseTry(p: Parser): StatementSyntax {
  const start = p.start;
  const indent = p.indent;
  advance(p);
  const body = p.grammar.suite(p, indent);
  return finishTry(p, start, indent, body);
}

function finishTry(
  p: Parser,
  start: number,
  indent: number,
  body: readonly StatementSyntax[],
): StatementSyntax {
  const handlers: ExceptHandlerSyntax[] = [];
  while (p.kind === T.EXCEPT && p.indent === indent) handlers.push(parseHandler(p, indent));
  const otherwise = parseElse(p, indent);
  let final = NO_STATEMENTS;
  const hasFinal = p.kind === T.FINALLY && p.indent === indent;
  if (hasFinal) {
    advance(p);
    final = p.grammar.suite(p, indent);
  }
  if (!hasFinal && handlers.length === 0) report(p, start, p.prevEnd, 'A try needs an except or a finally.');
  return { kind: 'Try', start, end: p.prevEnd, body, handlers, otherwise, final };
}

function parseHandler(p: Parser, indent: number): ExceptHandlerSyntax {
  const start = p.start;
  advance(p);
  const star = p.kind === T.STAR;
  if (star) advance(p);
  let type: ExpressionSyntax | undefined;
  if (p.kind !== T.COLON && p.kind !== T.NEWLINE) type = p.grammar.expressionList(p);
  let name: Identifier | undefined;
  if (p.kind === T.AS) {
    advance(p);
    if (p.kind === T.NAME) {
      name = identifier(p);
      advance(p);
    } else name = missingIdentifier(p, 'A name is missing after as.');
  }
  const body = p.grammar.suite(p, indent);
  return { start, end: p.prevEnd, type, name, body, star };
}

/** `elif`, `else`, `except` or `finally` that belongs to nothing: its block is kept under a hole. */
export function parseOrphan(p: Parser): StatementSyntax {
  const start = p.start;
  const indent = p.indent;
  reportHere(p, `This ${p.text.slice(p.start, p.end)} belongs to no statement above it.`);
  if (p.kind === T.EXCEPT || p.kind === T.FINALLY) return finishTry(p, start, indent, NO_STATEMENTS);
  const isElse = p.kind === T.ELSE;
  advance(p);
  const hole: ExpressionSyntax = {
    kind: 'Missing',
    start: p.prevEnd,
    end: p.prevEnd,
    reason: 'No if above.',
  };
  const test = isElse ? hole : p.grammar.element(p);
  const body = p.grammar.suite(p, indent);
  return { kind: 'If', start, end: p.prevEnd, branches: [{ test, body }], otherwise: NO_STATEMENTS };
}
