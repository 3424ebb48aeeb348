/** Simple statements (Python reference 7): one line, no block. Must not know compound ones. */
import { advance } from './lexer.ts';
import { startsExpression } from './parse-expressions.ts';
import { parseFromImport, parseImport } from './parse-imports.ts';
import { parseTypeParameters } from './parse-parameters.ts';
import { identifier, missing, missingIdentifier, type Parser } from './parser-state.ts';
import type { BinaryOperatorSyntax, ExpressionSyntax, Identifier, StatementSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** A simple statement; `undefined` where nothing that begins one was found, which is reported. */
export function parseSimple(p: Parser): StatementSyntax | undefined {
  switch (p.kind) {
    case T.NAME:
      return parseSoftKeyword(p) ?? parseExpressionStatement(p);
    case T.RETURN:
      return parseReturn(p);
    case T.IMPORT:
      return parseImport(p, p.start, false);
    case T.FROM:
      return parseFromImport(p, p.start, false);
    case T.RAISE:
      return parseRaise(p);
    case T.PASS:
      return parseWord(p, 'Pass');
    case T.BREAK:
      return parseWord(p, 'Break');
    case T.CONTINUE:
      return parseWord(p, 'Continue');
    case T.ASSERT:
      return parseAssert(p);
    case T.DEL:
      return parseDelete(p);
    case T.GLOBAL:
      return parseNames(p, 'Global');
    case T.NONLOCAL:
      return parseNames(p, 'Nonlocal');
    default:
      return parseExpressionStatement(p);
  }
}

function parseWord(p: Parser, kind: 'Pass' | 'Break' | 'Continue'): StatementSyntax {
  const start = p.start;
  advance(p);
  return { kind, start, end: p.prevEnd };
}

/** `type X = ...` (PEP 695) and `lazy import` (PEP 810), where the grammar allows; else nothing is consumed. */
function parseSoftKeyword(p: Parser): StatementSyntax | undefined {
  if (p.end - p.start !== 4) return undefined;
  if (p.text.startsWith('type', p.start)) {
    SOFT_TYPE.lastIndex = p.end;
    return SOFT_TYPE.test(p.text) ? parseTypeAlias(p) : undefined;
  }
  if (!p.text.startsWith('lazy', p.start)) return undefined;
  SOFT_LAZY.lastIndex = p.end;
  if (!SOFT_LAZY.test(p.text)) return undefined;
  const start = p.start;
  advance(p);
  return p.kind === T.IMPORT ? parseImport(p, start, true) : parseFromImport(p, start, true);
}

const SOFT_TYPE =
  /(?:[ \t\f]|\\\r?\n)+(?!(?:and|or|in|is|if|not|else|as|for|async|from)(?![\p{XID_Continue}]))[\p{XID_Start}_]/uy;
const SOFT_LAZY = /(?:[ \t\f]|\\\r?\n)+(?:import|from)(?![\p{XID_Continue}])/uy;

function parseTypeAlias(p: Parser): StatementSyntax {
  const start = p.start;
  advance(p);
  const name = p.kind === T.NAME ? identifier(p) : missingIdentifier(p, 'A type alias needs a name.');
  if (p.kind === T.NAME) advance(p);
  const typeParameters = parseTypeParameters(p);
  let value: ExpressionSyntax;
  if (p.kind === T.ASSIGN) {
    advance(p);
    value = p.grammar.expression(p);
  } else value = missing(p, 'A type alias needs = and a value.');
  return { kind: 'TypeAlias', start, end: p.prevEnd, name, typeParameters, value };
}

/** An expression, or an assignment of any kind. */
function parseExpressionStatement(p: Parser): StatementSyntax | undefined {
  const start = p.start;
  const before = p.prevEnd;
  const first = p.grammar.expressionList(p);
  if (p.kind === T.ASSIGN) return parseAssign(p, start, first);
  if (p.kind === T.COLON) return parseAnnotated(p, start, first);
  if (p.kind >= T.PLUS + T.AUGMENTED && p.kind <= T.CARET + T.AUGMENTED)
    return parseAugmented(p, start, first);
  if (first.kind === 'Missing' && p.prevEnd === before) return undefined;
  if (p.kind === T.WALRUS) return parseWalrus(p, start, first);
  return { kind: 'Expr', start, end: p.prevEnd, value: first };
}

function parseAssign(p: Parser, start: number, first: ExpressionSyntax): StatementSyntax {
  const targets = [first];
  advance(p);
  let value = p.grammar.expressionList(p);
  while (p.kind === T.ASSIGN) {
    targets.push(value);
    advance(p);
    value = p.grammar.expressionList(p);
  }
  return { kind: 'Assign', start, end: p.prevEnd, targets, value };
}

function parseAnnotated(p: Parser, start: number, target: ExpressionSyntax): StatementSyntax {
  advance(p);
  const annotation = p.grammar.expression(p);
  let value: ExpressionSyntax | undefined;
  if (p.kind === T.ASSIGN) {
    advance(p);
    value = p.grammar.expressionList(p);
  }
  return { kind: 'AnnAssign', start, end: p.prevEnd, target, annotation, value };
}

/** The operators by token kind, from `PLUS` on. */
const AUGMENTED_OPERATORS: readonly BinaryOperatorSyntax[] = [
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

function parseAugmented(p: Parser, start: number, target: ExpressionSyntax): StatementSyntax {
  const operator = AUGMENTED_OPERATORS[p.kind - T.PLUS - T.AUGMENTED] ?? '+';
  advance(p);
  const value = p.grammar.expressionList(p);
  return { kind: 'AugAssign', start, end: p.prevEnd, target, operator, value };
}

/** `x := 1` as a statement is not Python; it is read as the assignment that was meant. */
function parseWalrus(p: Parser, start: number, target: ExpressionSyntax): StatementSyntax {
  missing(p, 'An assignment expression needs parentheses here.');
  advance(p);
  const value = p.grammar.expressionList(p);
  return { kind: 'Assign', start, end: p.prevEnd, targets: [target], value };
}

function parseReturn(p: Parser): StatementSyntax {
  const start = p.start;
  advance(p);
  const value = startsExpression(p) || p.kind === T.UNKNOWN ? p.grammar.expressionList(p) : undefined;
  return { kind: 'Return', start, end: p.prevEnd, value };
}

function parseRaise(p: Parser): StatementSyntax {
  const start = p.start;
  advance(p);
  const exception = startsExpression(p) ? p.grammar.expression(p) : undefined;
  let cause: ExpressionSyntax | undefined;
  if (p.kind === T.FROM) {
    advance(p);
    cause = p.grammar.expression(p);
  }
  return { kind: 'Raise', start, end: p.prevEnd, exception, cause };
}

function parseAssert(p: Parser): StatementSyntax {
  const start = p.start;
  advance(p);
  const test = p.grammar.expression(p);
  let message: ExpressionSyntax | undefined;
  if (p.kind === T.COMMA) {
    advance(p);
    message = p.grammar.expression(p);
  }
  return { kind: 'Assert', start, end: p.prevEnd, test, message };
}

/** `del a, b` has two targets, `del (a, b)` one. */
function parseDelete(p: Parser): StatementSyntax {
  const start = p.start;
  advance(p);
  const targets = [p.grammar.target(p)];
  while (p.kind === T.COMMA) {
    advance(p);
    if (startsExpression(p)) targets.push(p.grammar.target(p));
  }
  return { kind: 'Delete', start, end: p.prevEnd, targets };
}

function parseNames(p: Parser, kind: 'Global' | 'Nonlocal'): StatementSyntax {
  const start = p.start;
  const names: Identifier[] = [];
  do {
    advance(p);
    if (p.kind !== T.NAME) {
      names.push(missingIdentifier(p, 'A name is missing here.'));
      break;
    }
    names.push(identifier(p));
    advance(p);
  } while (p.kind === T.COMMA);
  return { kind, start, end: p.prevEnd, names };
}
