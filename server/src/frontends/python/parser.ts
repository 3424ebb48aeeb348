/**
 * The Python parser: hand-written, tolerant of half-typed code, with function bodies read on demand.
 * Must not know the IR. Why our own: measured against the others, only this is fast, tolerant and small at once.
 */
import { advance } from './lexer.ts';
import { loneQuoteIn } from './lexer-quotes.ts';
import {
  parseElement,
  parseExpression,
  parseExpressionList,
  parseOperators,
  parseTarget,
  parseTargets,
} from './parse-expressions.ts';
import { parseBlock, parseStatements, parseSuite } from './parse-statements.ts';
import { createParser, createSource, reportHere, type Grammar, type SourceText } from './parser-state.ts';
import type { ModuleSyntax, StatementSyntax } from './syntax.ts';

/** How many triple quotes too many are looked for: each costs a parse. */
const MAX_LONE_QUOTES = 3;

export const GRAMMAR: Grammar = {
  expression: parseExpression,
  element: parseElement,
  expressionList: parseExpressionList,
  operators: parseOperators,
  targets: parseTargets,
  target: parseTarget,
  suite: parseSuite,
  block: parseBlock,
};

/** Parses a module. Never throws: what is not Python is in `problems` of the module or of the body it stands in. */
export function parsePython(text: string): ModuleSyntax {
  return parseSource(text).module;
}

/** Parses a module and also gives the measure of work done, which tests hold linear. */
export function parseSource(text: string): { readonly module: ModuleSyntax; readonly source: SourceText } {
  let source = createSource(text, []);
  let module = parseModule(source);
  for (let i = 0; i < MAX_LONE_QUOTES && source.unclosedStrings > 0; i++) {
    const lone = loneQuoteIn(text, source.unclosedQuote, source.loneQuotes);
    if (lone < 0) break;
    const repaired = createSource(text, [...source.loneQuotes, lone]);
    const second = parseModule(repaired);
    if (repaired.unclosedStrings >= source.unclosedStrings) break;
    source = repaired;
    module = second;
  }
  return { module, source };
}

function parseModule(source: SourceText): ModuleSyntax {
  const start = source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const p = createParser(source, GRAMMAR, start, source.text.length);
  p.atLineStart = true;
  advance(p);
  if (p.indent > 0) reportHere(p, 'This line is indented too deep.');
  const body: StatementSyntax[] = [];
  parseStatements(p, -1, body);
  return { body, problems: p.problems };
}
