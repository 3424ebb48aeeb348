/**
 * Primaries: atoms followed by attributes, calls and subscripts (Python reference 6.3), and `await`.
 * Must not know statements.
 */
import { advance } from './lexer.ts';
import { parseAtom } from './parse-atoms.ts';
import { parseComprehension } from './parse-brackets.ts';
import { parseSubscript } from './parse-subscripts.ts';
import { finishBracket, skipSeparator } from './parse-recovery.ts';
import { identifier, MAX_NESTING, missing, missingIdentifier, report, type Parser } from './parser-state.ts';
import type { ArgumentSyntax, ExpressionSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** Links of one chain `a.b().c[...]`: each nests its node in the next, so walkers recurse that deep. */
const MAX_CHAIN = 2000;

/** An atom with its attributes, calls and subscripts. */
export function parsePostfix(p: Parser): ExpressionSyntax {
  if (p.kind === T.AWAIT) return parseAwait(p);
  const start = p.start;
  let value = parseAtom(p);
  let links = 0;
  for (;;) {
    if (p.kind === T.DOT) value = parseAttribute(p, start, value);
    else if (p.kind === T.LPAR) value = parseCall(p, start, value);
    else if (p.kind === T.LSQB) value = parseSubscript(p, start, value);
    else return value;
    if (++links === MAX_CHAIN) {
      links = 0;
      value = cutChain(p, start);
    }
  }
}

/** Forgets the chain so far: what follows hangs on a hole, and no tree is deeper than its readers can stand. */
function cutChain(p: Parser, start: number): ExpressionSyntax {
  const reason = `A chain of more than ${String(MAX_CHAIN)} attributes and calls is not read.`;
  report(p, start, start, reason);
  return { kind: 'Missing', start, end: start, reason };
}

function parseAwait(p: Parser): ExpressionSyntax {
  const start = p.start;
  if (p.nesting >= MAX_NESTING) {
    const hole = missing(p, 'Too many nested await.');
    while (p.kind === T.AWAIT) advance(p);
    return hole;
  }
  p.nesting++;
  advance(p);
  const value = parsePostfix(p);
  p.nesting--;
  return { kind: 'Await', start, end: p.prevEnd, value };
}

function parseAttribute(p: Parser, start: number, value: ExpressionSyntax): ExpressionSyntax {
  advance(p);
  if (p.kind !== T.NAME) {
    const attribute = missingIdentifier(p, 'A name is missing after the dot.');
    return { kind: 'Attribute', start, end: p.prevEnd, value, attribute };
  }
  const attribute = identifier(p);
  advance(p);
  return { kind: 'Attribute', start, end: attribute.end, value, attribute };
}

function parseCall(p: Parser, start: number, callee: ExpressionSyntax): ExpressionSyntax {
  const args = parseArguments(p);
  return { kind: 'Call', start, end: p.prevEnd, callee, arguments: args };
}

/** The arguments of a call or class from `(` to `)`. */
export function parseArguments(p: Parser): ArgumentSyntax[] {
  const open = p.start;
  const args: ArgumentSyntax[] = [];
  if (p.nesting >= MAX_NESTING) {
    finishBracket(p, open, true);
    return args;
  }
  p.nesting++;
  advance(p);
  while (p.kind !== T.RPAR) {
    const argument = parseArgument(p, open);
    if (argument !== undefined) args.push(argument);
    if (p.kind === T.COMMA) advance(p);
    else if (p.kind !== T.RPAR && !skipSeparator(p)) break;
  }
  finishBracket(p, open, false);
  p.nesting--;
  return args;
}

function parseArgument(p: Parser, open: number): ArgumentSyntax | undefined {
  const start = p.start;
  if (p.kind === T.STAR || p.kind === T.DOUBLESTAR) {
    const spread = p.kind === T.STAR ? 'sequence' : 'mapping';
    advance(p);
    const value = p.grammar.expression(p);
    return { start, end: p.prevEnd, name: undefined, spread, value };
  }
  if (p.kind === T.COMMA) {
    const value = missing(p, 'An argument is missing.');
    return { start: value.start, end: value.end, name: undefined, spread: 'none', value };
  }
  const value = p.grammar.element(p);
  if (p.kind === T.ASSIGN && value.kind === 'Name') {
    const name = { start: value.start, end: value.end, name: value.name };
    advance(p);
    const named = p.grammar.expression(p);
    return { start, end: p.prevEnd, name, spread: 'none', value: named };
  }
  if (p.kind === T.FOR || p.kind === T.ASYNC) return generatorArgument(p, open, start, value);
  return { start, end: p.prevEnd, name: undefined, spread: 'none', value };
}

/** `f(x for x in y)`: as in `ast`, the parentheses of the call are the generator's. */
function generatorArgument(
  p: Parser,
  open: number,
  start: number,
  element: ExpressionSyntax,
): ArgumentSyntax {
  const clauses = parseComprehension(p);
  const alone = p.text.charCodeAt(open) === 40 && p.kind === T.RPAR;
  const value: ExpressionSyntax = {
    kind: 'GeneratorExp',
    start: alone ? open : start,
    end: alone ? p.end : p.prevEnd,
    element,
    clauses,
  };
  return { start: value.start, end: value.end, name: undefined, spread: 'none', value };
}
