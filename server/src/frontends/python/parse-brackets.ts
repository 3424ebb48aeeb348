/** Displays, parentheses and comprehensions (Python reference 6.2.3 to 6.2.9). Must not know statements. */
import { advance } from './lexer.ts';
import { finishBracket, skipSeparator } from './parse-recovery.ts';
import { MAX_NESTING, missing, report, type Parser } from './parser-state.ts';
import type { ComprehensionSyntax, ExpressionSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** Level of `or`: what a comprehension's source and conditions may be without parentheses. */
const DISJUNCTION = 1;

/** `(...)`: a tuple, a generator, `yield`, or just an expression, whose span then lacks the parentheses. */
export function parseParentheses(p: Parser): ExpressionSyntax {
  const open = p.start;
  if (p.nesting >= MAX_NESTING) return tooDeep(p, open);
  p.nesting++;
  advance(p);
  const result = parenthesized(p, open);
  p.nesting--;
  return result;
}

function parenthesized(p: Parser, open: number): ExpressionSyntax {
  if (p.kind === T.RPAR) {
    advance(p);
    return { kind: 'Tuple', start: open, end: p.prevEnd, elements: [] };
  }
  if (p.kind === T.YIELD) {
    const value = p.grammar.expressionList(p);
    finishBracket(p, open, false);
    return value;
  }
  const first = p.grammar.element(p);
  if (p.kind === T.RPAR) {
    advance(p);
    return first;
  }
  if (p.kind === T.FOR || p.kind === T.ASYNC) {
    const clauses = parseComprehension(p);
    finishBracket(p, open, false);
    return { kind: 'GeneratorExp', start: open, end: p.prevEnd, element: first, clauses };
  }
  const isTuple = p.kind === T.COMMA;
  const elements = [first];
  parseElements(p, elements, T.RPAR);
  finishBracket(p, open, false);
  if (!isTuple && elements.length === 1) return first;
  return { kind: 'Tuple', start: open, end: p.prevEnd, elements };
}

/** After the first element: commas and further elements up to the closing bracket. */
function parseElements(p: Parser, elements: ExpressionSyntax[], closer: number): void {
  while (p.kind !== closer) {
    if (p.kind === T.COMMA) advance(p);
    else if (!skipSeparator(p)) return;
    if (p.kind === closer) return;
    elements.push(p.grammar.element(p));
  }
}

function tooDeep(p: Parser, open: number): ExpressionSyntax {
  const hole = missing(p, 'Brackets nested this deep are not read.');
  finishBracket(p, open, true);
  return hole;
}

/** `[...]`: a list or a list comprehension. */
export function parseBrackets(p: Parser): ExpressionSyntax {
  const start = p.start;
  if (p.nesting >= MAX_NESTING) return tooDeep(p, start);
  p.nesting++;
  advance(p);
  const elements: ExpressionSyntax[] = [];
  let clauses: ComprehensionSyntax[] | undefined;
  if (p.kind !== T.RSQB) {
    elements.push(p.grammar.element(p));
    if (p.kind === T.FOR || p.kind === T.ASYNC) clauses = parseComprehension(p);
    else parseElements(p, elements, T.RSQB);
  }
  finishBracket(p, start, false);
  p.nesting--;
  const element = elements[0];
  if (clauses !== undefined && element !== undefined) {
    return { kind: 'ListComp', start, end: p.prevEnd, element, clauses };
  }
  return { kind: 'List', start, end: p.prevEnd, elements };
}

/** `{...}`: a dictionary, a set, or a comprehension of either. */
export function parseBraces(p: Parser): ExpressionSyntax {
  const start = p.start;
  if (p.nesting >= MAX_NESTING) return tooDeep(p, start);
  p.nesting++;
  advance(p);
  const result = braced(p, start);
  p.nesting--;
  return result;
}

function braced(p: Parser, start: number): ExpressionSyntax {
  if (p.kind === T.RBRACE) {
    advance(p);
    return { kind: 'Dict', start, end: p.prevEnd, entries: [] };
  }
  if (p.kind === T.DOUBLESTAR) return parseDict(p, start, undefined);
  const first = p.grammar.element(p);
  if (p.kind === T.COLON) return parseDict(p, start, first);
  if (p.kind === T.FOR || p.kind === T.ASYNC) {
    const clauses = parseComprehension(p);
    finishBracket(p, start, false);
    return { kind: 'SetComp', start, end: p.prevEnd, element: first, clauses };
  }
  const elements = [first];
  parseElements(p, elements, T.RBRACE);
  finishBracket(p, start, false);
  if (first.kind === 'Missing' && elements.length === 1)
    return { kind: 'Dict', start, end: p.prevEnd, entries: [] };
  return { kind: 'Set', start, end: p.prevEnd, elements };
}

/** A dictionary whose first key, if any, is read. */
function parseDict(p: Parser, start: number, firstKey: ExpressionSyntax | undefined): ExpressionSyntax {
  const first = parseEntry(p, firstKey);
  if ((p.kind === T.FOR || p.kind === T.ASYNC) && first.key !== undefined) {
    const clauses = parseComprehension(p);
    finishBracket(p, start, false);
    return { kind: 'DictComp', start, end: p.prevEnd, key: first.key, value: first.value, clauses };
  }
  const entries = [first];
  while (p.kind !== T.RBRACE) {
    if (p.kind === T.COMMA) advance(p);
    else if (!skipSeparator(p)) break;
    if (p.kind === T.RBRACE) break;
    entries.push(p.kind === T.DOUBLESTAR ? parseEntry(p, undefined) : parseEntry(p, p.grammar.element(p)));
  }
  finishBracket(p, start, false);
  return { kind: 'Dict', start, end: p.prevEnd, entries };
}

/** The rest of an entry: `: value` after its key, or `**value`. */
function parseEntry(
  p: Parser,
  key: ExpressionSyntax | undefined,
): { readonly key: ExpressionSyntax | undefined; readonly value: ExpressionSyntax } {
  if (key !== undefined && p.kind !== T.COLON)
    return { key, value: missing(p, 'A colon and a value are missing.') };
  advance(p);
  return { key, value: key === undefined ? p.grammar.operators(p, DISJUNCTION) : p.grammar.expression(p) };
}

/** The `for` and `if` clauses after a comprehension's element. */
export function parseComprehension(p: Parser): ComprehensionSyntax[] {
  const clauses: ComprehensionSyntax[] = [];
  while (p.kind === T.FOR || p.kind === T.ASYNC) clauses.push(parseClause(p));
  return clauses;
}

function parseClause(p: Parser): ComprehensionSyntax {
  const start = p.start;
  const isAsync = p.kind === T.ASYNC;
  if (isAsync) advance(p);
  if (p.kind === T.FOR) advance(p);
  else report(p, p.start, p.end, 'Only for can follow async here.');
  const target = p.grammar.targets(p);
  let iterable: ExpressionSyntax;
  if (p.kind === T.IN) {
    advance(p);
    iterable = p.grammar.operators(p, DISJUNCTION);
  } else iterable = missing(p, 'A comprehension needs in and what to go through.');
  const conditions: ExpressionSyntax[] = [];
  while (p.kind === T.IF) {
    advance(p);
    conditions.push(p.grammar.operators(p, DISJUNCTION));
  }
  return { start, end: p.prevEnd, isAsync, target, iterable, conditions };
}
