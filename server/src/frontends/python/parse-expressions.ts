/**
 * Expressions from lists down to operators (Python reference 6.4 to 6.16), by precedence climbing.
 * Must not know statements. Chains of one precedence are flat, so that long ones nest nothing.
 */
import { advance } from './lexer.ts';
import { parsePostfix } from './parse-postfix.ts';
import { parseLambda } from './parse-parameters.ts';
import { MAX_NESTING, missing, reportHere, type Parser } from './parser-state.ts';
import type { BinaryOperatorSyntax, CompareOperatorSyntax, ExpressionSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** Precedence levels, loosest first. */
const LEVEL_OR = 1;
const LEVEL_AND = 2;
const LEVEL_NOT = 3;
const LEVEL_COMPARE = 4;
const LEVEL_BIT_OR = 5;
const LEVEL_UNARY = 11;
const LEVEL_POWER = 12;

/** Level of each token kind as an infix operator; 0 is none. */
const LEVELS: Uint8Array = levels();

function levels(): Uint8Array {
  const table = new Uint8Array(T.KIND_COUNT);
  const put = (level: number, kinds: readonly number[]): void => {
    for (const kind of kinds) table[kind] = level;
  };
  put(LEVEL_OR, [T.OR]);
  put(LEVEL_AND, [T.AND]);
  put(LEVEL_COMPARE, [T.EQ, T.NE, T.LT, T.LE, T.GT, T.GE, T.IN, T.IS, T.NOT]);
  put(LEVEL_BIT_OR, [T.BAR]);
  put(6, [T.CARET]);
  put(7, [T.AMPERSAND]);
  put(8, [T.LSHIFT, T.RSHIFT]);
  put(9, [T.PLUS, T.MINUS]);
  put(10, [T.STAR, T.SLASH, T.DOUBLESLASH, T.PERCENT, T.AT]);
  put(LEVEL_POWER, [T.DOUBLESTAR]);
  return table;
}

/** The operators by token kind, from `PLUS` on. */
const BINARY_OPERATORS: readonly BinaryOperatorSyntax[] = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '**',
  '@',
  '<<',
  '>>',
  '&',
  '|',
  '^',
];

/** `expression`: a conditional, a lambda, or operators. */
export function parseExpression(p: Parser): ExpressionSyntax {
  if (p.kind === T.LAMBDA) return nested(p, parseLambda);
  const start = p.start;
  const body = parseOperators(p, LEVEL_OR);
  return p.kind === T.IF ? parseConditional(p, start, body) : body;
}

function parseConditional(p: Parser, start: number, body: ExpressionSyntax): ExpressionSyntax {
  advance(p);
  const test = parseOperators(p, LEVEL_OR);
  let otherwise: ExpressionSyntax;
  if (p.kind === T.ELSE) {
    advance(p);
    otherwise = nested(p, parseExpression);
  } else otherwise = missing(p, 'A conditional expression needs an else.');
  return { kind: 'IfExp', start, end: p.prevEnd, test, body, otherwise };
}

/** Runs `parse` one level deeper; too deep, the rest of the expression is passed over and is `Missing`. */
export function nested(p: Parser, parse: (p: Parser) => ExpressionSyntax): ExpressionSyntax {
  if (p.nesting >= MAX_NESTING) return tooDeep(p);
  p.nesting++;
  const result = parse(p);
  p.nesting--;
  return result;
}

function tooDeep(p: Parser): ExpressionSyntax {
  const hole = missing(p, `Expressions nested more than ${String(MAX_NESTING)} levels deep are not read.`);
  passOver(p);
  return hole;
}

/** Passes over tokens, with balanced brackets, up to what can end an expression in brackets or on a line. */
function passOver(p: Parser): void {
  let depth = 0;
  for (;;) {
    if (p.kind === T.EOF || p.kind === T.NEWLINE) return;
    if (p.kind === T.LPAR || p.kind === T.LSQB || p.kind === T.LBRACE) depth++;
    else if (p.kind === T.RPAR || p.kind === T.RSQB || p.kind === T.RBRACE) {
      if (depth === 0) return;
      depth--;
    } else if (depth === 0 && (p.kind === T.COMMA || p.kind === T.SEMI)) return;
    advance(p);
  }
}

/** Operators that bind at least as tightly as `level`. */
export function parseOperators(p: Parser, level: number): ExpressionSyntax {
  const start = p.start;
  let left = isPrefix(p.kind) ? parsePrefix(p) : parsePostfix(p);
  for (;;) {
    const next = LEVELS[p.kind] ?? 0;
    if (next < level || next === 0) return left;
    if (next >= LEVEL_BIT_OR)
      left = next === LEVEL_POWER ? parsePower(p, start, left) : parseBinary(p, start, left, next);
    else if (next === LEVEL_COMPARE) {
      if (p.kind === T.NOT && !isNotIn(p)) return left;
      left = parseComparison(p, start, left);
    } else left = parseBoolean(p, start, left, next);
  }
}

function isPrefix(kind: number): boolean {
  return kind === T.NOT || kind === T.MINUS || kind === T.PLUS || kind === T.TILDE;
}

function parsePrefix(p: Parser): ExpressionSyntax {
  const start = p.start;
  const kind = p.kind;
  if (p.nesting >= MAX_NESTING) return tooDeep(p);
  p.nesting++;
  advance(p);
  const operand = parseOperators(p, kind === T.NOT ? LEVEL_NOT : LEVEL_UNARY);
  p.nesting--;
  const operator = kind === T.NOT ? 'not' : kind === T.MINUS ? '-' : kind === T.PLUS ? '+' : '~';
  return { kind: 'UnaryOp', start, end: p.prevEnd, operator, operand };
}

/** `**` binds to the right, and its right side may have a sign. */
function parsePower(p: Parser, start: number, first: ExpressionSyntax): ExpressionSyntax {
  if (p.nesting >= MAX_NESTING) return tooDeep(p);
  p.nesting++;
  advance(p);
  const operand = parseOperators(p, LEVEL_UNARY);
  p.nesting--;
  return { kind: 'BinOp', start, end: p.prevEnd, first, rest: [{ operator: '**', operand }] };
}

function parseBinary(p: Parser, start: number, first: ExpressionSyntax, level: number): ExpressionSyntax {
  const rest: { operator: BinaryOperatorSyntax; operand: ExpressionSyntax }[] = [];
  do {
    const operator = BINARY_OPERATORS[p.kind - T.PLUS] ?? '+';
    advance(p);
    rest.push({ operator, operand: parseOperators(p, level + 1) });
  } while (LEVELS[p.kind] === level);
  return { kind: 'BinOp', start, end: p.prevEnd, first, rest };
}

function parseBoolean(p: Parser, start: number, first: ExpressionSyntax, level: number): ExpressionSyntax {
  const values = [first];
  do {
    advance(p);
    values.push(parseOperators(p, level + 1));
  } while (LEVELS[p.kind] === level);
  return { kind: 'BoolOp', start, end: p.prevEnd, operator: level === LEVEL_OR ? 'or' : 'and', values };
}

function parseComparison(p: Parser, start: number, first: ExpressionSyntax): ExpressionSyntax {
  const rest: { operator: CompareOperatorSyntax; operand: ExpressionSyntax }[] = [];
  do {
    const operator = comparisonOperator(p);
    rest.push({ operator, operand: parseOperators(p, LEVEL_BIT_OR) });
  } while (LEVELS[p.kind] === LEVEL_COMPARE && (p.kind !== T.NOT || isNotIn(p)));
  return { kind: 'Compare', start, end: p.prevEnd, first, rest };
}

/** Whether the `not` at hand is the beginning of `not in`; looks ahead in the text, over line ends in brackets. */
function isNotIn(p: Parser): boolean {
  NOT_IN.lastIndex = p.end;
  return NOT_IN.test(p.text);
}

const NOT_IN = /(?:\s|\\\r?\n|#[^\r\n]*[\r\n])+in(?![\p{XID_Continue}])/uy;

function comparisonOperator(p: Parser): CompareOperatorSyntax {
  const kind = p.kind;
  advance(p);
  switch (kind) {
    case T.EQ:
      return '==';
    case T.NE:
      return '!=';
    case T.LT:
      return '<';
    case T.LE:
      return '<=';
    case T.GT:
      return '>';
    case T.GE:
      return '>=';
    case T.IN:
      return 'in';
    case T.NOT:
      if (p.kind === T.IN) advance(p);
      return 'not in';
    default:
      if (p.kind !== T.NOT) return 'is';
      advance(p);
      return 'is not';
  }
}

/** An expression, `name := expression`, or `*expression`: an element of brackets, or a condition. */
export function parseElement(p: Parser): ExpressionSyntax {
  if (p.kind === T.STAR) return parseStarred(p);
  const value = parseExpression(p);
  return p.kind === T.WALRUS ? parseNamed(p, value) : value;
}

function parseNamed(p: Parser, target: ExpressionSyntax): ExpressionSyntax {
  if (target.kind !== 'Name') reportHere(p, 'Only a name can stand before :=.');
  advance(p);
  const value = nested(p, parseExpression);
  if (target.kind !== 'Name') return value;
  const name = { start: target.start, end: target.end, name: target.name };
  return { kind: 'NamedExpr', start: target.start, end: p.prevEnd, target: name, value };
}

function parseStarred(p: Parser): ExpressionSyntax {
  const start = p.start;
  advance(p);
  const value = parseOperators(p, LEVEL_BIT_OR);
  return { kind: 'Starred', start, end: p.prevEnd, value };
}

/** `star_expressions` or `yield`: a comma makes a tuple without parentheses. */
export function parseExpressionList(p: Parser): ExpressionSyntax {
  if (p.kind === T.YIELD) return nested(p, parseYield);
  const start = p.start;
  const first = p.kind === T.STAR ? parseStarred(p) : parseExpression(p);
  if (p.kind !== T.COMMA) return first;
  const elements = [first];
  while (p.kind === T.COMMA) {
    advance(p);
    if (!startsExpression(p)) break;
    elements.push(p.kind === T.STAR ? parseStarred(p) : parseExpression(p));
  }
  return { kind: 'Tuple', start, end: p.prevEnd, elements };
}

/** `yield`, `yield value`, `yield from value`. */
function parseYield(p: Parser): ExpressionSyntax {
  const start = p.start;
  advance(p);
  if (p.kind === T.FROM) {
    advance(p);
    const value = parseExpression(p);
    return { kind: 'YieldFrom', start, end: p.prevEnd, value };
  }
  const value = startsExpression(p) ? parseExpressionList(p) : undefined;
  return { kind: 'Yield', start, end: p.prevEnd, value };
}

/** Targets of `for`, `del` and comprehensions: no comparison, so that `in` ends them. */
export function parseTargets(p: Parser): ExpressionSyntax {
  const start = p.start;
  const first = parseTarget(p);
  if (p.kind !== T.COMMA) return first;
  const elements = [first];
  while (p.kind === T.COMMA) {
    advance(p);
    if (!startsExpression(p)) break;
    elements.push(parseTarget(p));
  }
  return { kind: 'Tuple', start, end: p.prevEnd, elements };
}

/** One target: a name, attribute, subscript, starred or bracketed one. */
export function parseTarget(p: Parser): ExpressionSyntax {
  return p.kind === T.STAR ? parseStarred(p) : parseOperators(p, LEVEL_BIT_OR);
}

/** Whether the current token can begin an expression. */
export function startsExpression(p: Parser): boolean {
  return (STARTS[p.kind] ?? 0) === 1;
}

const STARTS: Uint8Array = starts();

function starts(): Uint8Array {
  const table = new Uint8Array(T.KIND_COUNT);
  for (const kind of [
    T.NAME,
    T.NUMBER,
    T.STRING,
    T.LPAR,
    T.LSQB,
    T.LBRACE,
    T.ELLIPSIS,
    T.TILDE,
    T.PLUS,
    T.MINUS,
    T.STAR,
    T.FALSE,
    T.NONE,
    T.TRUE,
    T.AWAIT,
    T.LAMBDA,
    T.NOT,
    T.YIELD,
  ]) {
    table[kind] = 1;
  }
  return table;
}
