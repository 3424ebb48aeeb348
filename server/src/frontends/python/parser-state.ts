/**
 * The state of one parse, passed first to every function of the parser.
 * Must not know the grammar: what refers back to it goes through `Grammar`, so that the parts need no import cycle.
 */
import type { ExpressionSyntax, Identifier, StatementSyntax, SyntaxProblem } from './syntax.ts';
import { NAME, UNICODE } from './tokens.ts';

/** What is known of a whole text, shared by all parsers of its lazy bodies. */
export interface SourceText {
  readonly text: string;
  /** Offsets of triple quotes that neither open nor close anything: see `lexer-quotes.ts`. */
  readonly loneQuotes: readonly number[];
  /** Offset of the triple quote that reached the end of the text unclosed, or -1. */
  unclosedQuote: number;
  /** How often a string was found to have no closing quote. */
  unclosedStrings: number;
  /** Whether the string that was passed over last had its closing quote. */
  stringClosed: boolean;
  /** End of the last token of the logical line that was passed over last. */
  codeEnd: number;
  /** Stretch in which brackets are known to close properly. */
  trustedFrom: number;
  trustedUntil: number;
  /** Stretch in which brackets are known not to close before the next statement. */
  damagedFrom: number;
  damagedUntil: number;
  /** Stretch in which a replacement field of an f-string is known not to close on a later line. */
  openFieldFrom: number;
  openFieldUntil: number;
  /** The farthest line end that a field of an f-string went over. */
  fieldReach: number;
  /** The logical line last asked for its end, and whether that is a colon. */
  lineFrom: number;
  lineUntil: number;
  lineHasColon: boolean;
  /** Bodies of nested functions by the offset of `def` or `async`, found while an outer body was passed over. */
  readonly bodies: Map<number, BodyExtent>;
  /** Characters passed over again by lookahead, and tokens read: the measure of work that tests hold linear. */
  work: number;
}

/** Where the block of a function ends: the next line outside it, and the end of its last token. */
export interface BodyExtent {
  readonly limit: number;
  readonly codeEnd: number;
}

/** The parts of the grammar that other parts refer back to. */
export interface Grammar {
  /** `expression` of the reference: no tuple without parentheses, no `:=`. */
  readonly expression: (p: Parser) => ExpressionSyntax;
  /** An expression, `name := expression`, or `*expression`. */
  readonly element: (p: Parser) => ExpressionSyntax;
  /** `star_expressions` or a `yield`: a tuple needs no parentheses. */
  readonly expressionList: (p: Parser) => ExpressionSyntax;
  /** Operators that bind at least as tightly as `level`. */
  readonly operators: (p: Parser, level: number) => ExpressionSyntax;
  /** A target list, as after `for`. */
  readonly targets: (p: Parser) => ExpressionSyntax;
  /** One target, as after `as`. */
  readonly target: (p: Parser) => ExpressionSyntax;
  /** A colon and the block after it, of a statement indented by `indent`. */
  readonly suite: (p: Parser, indent: number) => readonly StatementSyntax[];
  /** The block after a colon that is already read. */
  readonly block: (p: Parser, indent: number) => readonly StatementSyntax[];
}

export interface Parser {
  readonly source: SourceText;
  readonly text: string;
  readonly grammar: Grammar;
  readonly problems: SyntaxProblem[];
  /** Where this parser's text ends. */
  limit: number;
  /** Where the next token is looked for. */
  pos: number;
  /** The current token. */
  kind: number;
  start: number;
  end: number;
  flags: number;
  /** End of the token before the current one; line ends do not count. */
  prevEnd: number;
  /** Column of the current logical line's first token; -1 at the end of the text. */
  indent: number;
  /** Column of the current token if it is the first of a physical line within brackets, else -1. */
  column: number;
  /** Whether `pos` is at the beginning of a line outside brackets. */
  atLineStart: boolean;
  /** Open brackets. */
  depth: number;
  /** Where a comma was last taken as left out: if nothing was read there, it was not. */
  skippedAt: number;
  /** Nested expressions being parsed. */
  nesting: number;
  /** Nested blocks being parsed. */
  blocks: number;
}

/** Nesting of brackets and expressions; CPython's tokenizer has the same limit for brackets. */
export const MAX_NESTING = 200;
/** Nesting of blocks; CPython's limit of indentation levels. */
export const MAX_BLOCKS = 100;

export function createSource(text: string, loneQuotes: readonly number[]): SourceText {
  return {
    text,
    loneQuotes,
    unclosedQuote: -1,
    unclosedStrings: 0,
    stringClosed: true,
    codeEnd: 0,
    trustedFrom: 0,
    trustedUntil: 0,
    damagedFrom: 0,
    damagedUntil: 0,
    openFieldFrom: 0,
    openFieldUntil: 0,
    fieldReach: 0,
    lineFrom: 0,
    lineUntil: 0,
    lineHasColon: false,
    bodies: new Map(),
    work: 0,
  };
}

/** A parser of `[start, limit)`, before its first token. */
export function createParser(source: SourceText, grammar: Grammar, start: number, limit: number): Parser {
  return {
    source,
    text: source.text,
    grammar,
    problems: [],
    limit,
    pos: start,
    kind: 0,
    start,
    end: start,
    flags: 0,
    prevEnd: start,
    indent: 0,
    column: -1,
    atLineStart: false,
    depth: 0,
    skippedAt: -1,
    nesting: 0,
    blocks: 0,
  };
}

/** Adds a problem; a second one at the same place says nothing new and is dropped. */
export function report(p: Parser, start: number, end: number, message: string): void {
  const last = p.problems[p.problems.length - 1];
  if (last !== undefined && last.start === start) return;
  p.problems.push({ start, end: Math.max(start, end), message });
}

/** Reports at the current token. */
export function reportHere(p: Parser, message: string): void {
  report(p, p.start, p.end, message);
}

/**
 * A hole before the current token, where something was expected. It counts as read: what it is part of reaches at
 * least to it.
 */
export function missing(p: Parser, reason: string): ExpressionSyntax {
  report(p, p.prevEnd, p.prevEnd, reason);
  p.prevEnd = p.start;
  return { kind: 'Missing', start: p.start, end: p.start, reason };
}

/** The current name token as an identifier; does not move on. */
export function identifier(p: Parser): Identifier {
  return { start: p.start, end: p.end, name: nameText(p) };
}

/** Text of the current name token; names beyond ASCII are normalised (Python reference 2.3: NFKC). */
export function nameText(p: Parser): string {
  const name = p.text.slice(p.start, p.end);
  return p.kind === NAME && (p.flags & UNICODE) !== 0 ? name.normalize('NFKC') : name;
}

/** An identifier where none was written. */
export function missingIdentifier(p: Parser, reason: string): Identifier {
  report(p, p.prevEnd, p.prevEnd, reason);
  p.prevEnd = p.start;
  return { start: p.start, end: p.start, name: '' };
}
