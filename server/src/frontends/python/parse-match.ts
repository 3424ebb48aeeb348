/** The `match` statement (Python reference 8.6). Must not know patterns' insides. */
import { advance } from './lexer.ts';
import { parsePatterns } from './parse-patterns.ts';
import { report, reportHere, type Parser } from './parser-state.ts';
import type { ExpressionSyntax, MatchCaseSyntax, StatementSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** `match subject:` and its cases; the caller has made sure that the name at hand is the soft keyword. */
export function parseMatch(p: Parser): StatementSyntax {
  const start = p.start;
  const indent = p.indent;
  advance(p);
  const subject = parseSubject(p);
  const cases: MatchCaseSyntax[] = [];
  if (p.kind === T.COLON) advance(p);
  else report(p, p.prevEnd, p.prevEnd, 'A colon is missing here.');
  while (p.kind !== T.NEWLINE && p.kind !== T.EOF) {
    reportHere(p, 'The cases of a match begin on the next line.');
    advance(p);
  }
  advance(p);
  if (p.indent <= indent) report(p, p.prevEnd, p.prevEnd, 'A match needs at least one case.');
  while (p.indent > indent) parseCaseLine(p, cases);
  return { kind: 'Match', start, end: p.prevEnd, subject, cases };
}

function parseSubject(p: Parser): ExpressionSyntax {
  const start = p.start;
  const first = p.grammar.element(p);
  if (p.kind !== T.COMMA) return first;
  const elements = [first];
  while (p.kind === T.COMMA) {
    advance(p);
    if (p.kind === T.COLON) break;
    elements.push(p.grammar.element(p));
  }
  return { kind: 'Tuple', start, end: p.prevEnd, elements };
}

/** One case; a line in a match that is none is reported and passed over. */
function parseCaseLine(p: Parser, cases: MatchCaseSyntax[]): void {
  if (p.kind === T.NAME && p.end - p.start === 4 && p.text.startsWith('case', p.start)) {
    cases.push(parseCase(p));
    return;
  }
  reportHere(p, 'Only cases can stand in a match.');
  while (p.kind !== T.NEWLINE && p.kind !== T.EOF) advance(p);
  advance(p);
}

function parseCase(p: Parser): MatchCaseSyntax {
  const start = p.start;
  const indent = p.indent;
  advance(p);
  const pattern = parsePatterns(p);
  let guard: ExpressionSyntax | undefined;
  if (p.kind === T.IF) {
    advance(p);
    guard = p.grammar.element(p);
  }
  const body = p.grammar.suite(p, indent);
  return { start, end: p.prevEnd, pattern, guard, body };
}
