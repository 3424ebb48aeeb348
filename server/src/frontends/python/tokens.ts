/**
 * Token kinds of Python, and the tables that classify characters and words.
 * Must not know how tokens are read or used. Kinds are typed `number` so that the parser may compare its current
 * token again after it moved on.
 */

export const EOF: number = 0;
export const NEWLINE: number = 1;
export const NAME: number = 2;
export const NUMBER: number = 3;
export const STRING: number = 4;
export const UNKNOWN: number = 5;

export const LPAR: number = 10;
export const RPAR: number = 11;
export const LSQB: number = 12;
export const RSQB: number = 13;
export const LBRACE: number = 14;
export const RBRACE: number = 15;
export const COMMA: number = 16;
export const COLON: number = 17;
export const SEMI: number = 18;
export const DOT: number = 19;
export const ELLIPSIS: number = 20;
export const ARROW: number = 21;
export const ASSIGN: number = 22;
export const WALRUS: number = 23;
export const EXCLAIM: number = 24;
export const TILDE: number = 25;

export const PLUS: number = 30;
export const MINUS: number = 31;
export const STAR: number = 32;
export const SLASH: number = 33;
export const DOUBLESLASH: number = 34;
export const PERCENT: number = 35;
export const DOUBLESTAR: number = 36;
export const AT: number = 37;
export const LSHIFT: number = 38;
export const RSHIFT: number = 39;
export const AMPERSAND: number = 40;
export const BAR: number = 41;
export const CARET: number = 42;

export const EQ: number = 44;
export const NE: number = 45;
export const LT: number = 46;
export const LE: number = 47;
export const GT: number = 48;
export const GE: number = 49;

/** An augmented assignment's kind is its operator's kind plus this: `+=` is `PLUS + AUGMENTED`. */
export const AUGMENTED: number = 30;

export const FALSE: number = 80;
export const NONE: number = 81;
export const TRUE: number = 82;
export const AND: number = 83;
export const AS: number = 84;
export const ASSERT: number = 85;
export const ASYNC: number = 86;
export const AWAIT: number = 87;
export const BREAK: number = 88;
export const CLASS: number = 89;
export const CONTINUE: number = 90;
export const DEF: number = 91;
export const DEL: number = 92;
export const ELIF: number = 93;
export const ELSE: number = 94;
export const EXCEPT: number = 95;
export const FINALLY: number = 96;
export const FOR: number = 97;
export const FROM: number = 98;
export const GLOBAL: number = 99;
export const IF: number = 100;
export const IMPORT: number = 101;
export const IN: number = 102;
export const IS: number = 103;
export const LAMBDA: number = 104;
export const NONLOCAL: number = 105;
export const NOT: number = 106;
export const OR: number = 107;
export const PASS: number = 108;
export const RAISE: number = 109;
export const RETURN: number = 110;
export const TRY: number = 111;
export const WHILE: number = 112;
export const WITH: number = 113;
export const YIELD: number = 114;
export const KIND_COUNT = 115;

/** Flags of a string token. */
export const RAW: number = 1;
export const BYTES: number = 2;
export const FORMAT: number = 4;
export const TEMPLATE: number = 8;
export const TRIPLE: number = 16;
export const UNTERMINATED: number = 32;
/** Flag of a name token: it has characters beyond ASCII and must be normalised. */
export const UNICODE: number = 64;

const KEYWORDS: readonly (readonly [string, number])[] = [
  ['False', FALSE],
  ['None', NONE],
  ['True', TRUE],
  ['and', AND],
  ['as', AS],
  ['assert', ASSERT],
  ['async', ASYNC],
  ['await', AWAIT],
  ['break', BREAK],
  ['class', CLASS],
  ['continue', CONTINUE],
  ['def', DEF],
  ['del', DEL],
  ['elif', ELIF],
  ['else', ELSE],
  ['except', EXCEPT],
  ['finally', FINALLY],
  ['for', FOR],
  ['from', FROM],
  ['global', GLOBAL],
  ['if', IF],
  ['import', IMPORT],
  ['in', IN],
  ['is', IS],
  ['lambda', LAMBDA],
  ['nonlocal', NONLOCAL],
  ['not', NOT],
  ['or', OR],
  ['pass', PASS],
  ['raise', RAISE],
  ['return', RETURN],
  ['try', TRY],
  ['while', WHILE],
  ['with', WITH],
  ['yield', YIELD],
];

/** Index of the candidates of a word: its first letter and its length. */
function slot(first: number, length: number): number {
  return ((first & 127) << 4) | length;
}

interface Candidate {
  readonly word: string;
  readonly kind: number;
}

const CANDIDATES: readonly (readonly Candidate[] | undefined)[] = candidates();

function candidates(): (Candidate[] | undefined)[] {
  const table: (Candidate[] | undefined)[] = Array.from({ length: 128 << 4 }, () => undefined);
  for (const [word, kind] of KEYWORDS) {
    const at = slot(word.charCodeAt(0), word.length);
    (table[at] ??= []).push({ word, kind });
  }
  return table;
}

/** Kind of the ASCII word at `[start, end)`: a keyword's, or `NAME`. */
export function wordKind(text: string, start: number, end: number): number {
  const length = end - start;
  if (length < 2 || length > 8) return NAME;
  const found = CANDIDATES[slot(text.charCodeAt(start), length)];
  if (found === undefined) return NAME;
  for (const candidate of found) if (matches(text, start, candidate.word)) return candidate.kind;
  return NAME;
}

function matches(text: string, start: number, word: string): boolean {
  for (let i = word.length - 1; i > 0; i--) {
    if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return false;
  }
  return true;
}

/** Character classes of the lexer. */
export const CHAR_NAME = 1;
export const CHAR_DIGIT = 2;
export const CHAR_QUOTE = 3;
export const CHAR_OPERATOR = 4;
export const CHAR_OPEN = 5;
export const CHAR_CLOSE = 6;
export const CHAR_BLANK = 7;
export const CHAR_NEWLINE = 8;
export const CHAR_COMMENT = 9;
export const CHAR_BACKSLASH = 10;

/** Class of each ASCII character; 0 is a character that no token starts with. */
export const CHAR_CLASS: Uint8Array = charClasses();

function charClasses(): Uint8Array {
  const table = new Uint8Array(128);
  const put = (characters: string, value: number): void => {
    for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = value;
  };
  put('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', CHAR_NAME);
  put('0123456789', CHAR_DIGIT);
  put('"\'', CHAR_QUOTE);
  put('+-*/%@&|^~<>=!.,:;', CHAR_OPERATOR);
  put('([{', CHAR_OPEN);
  put(')]}', CHAR_CLOSE);
  put(' \t\f', CHAR_BLANK);
  put('\r\n', CHAR_NEWLINE);
  put('#', CHAR_COMMENT);
  put('\\', CHAR_BACKSLASH);
  return table;
}

/** 1 for the ASCII characters of identifiers. */
export const IS_WORD: Uint8Array = CHAR_CLASS.map((value) =>
  value === CHAR_NAME || value === CHAR_DIGIT ? 1 : 0,
);

/** 1 for the characters that matter when text is passed over: quotes, brackets, comments, newlines, backslashes. */
export const IS_STRUCTURE: Uint8Array = CHAR_CLASS.map((value) =>
  value === CHAR_QUOTE ||
  value === CHAR_OPEN ||
  value === CHAR_CLOSE ||
  value === CHAR_NEWLINE ||
  value === CHAR_COMMENT ||
  value === CHAR_BACKSLASH
    ? 1
    : 0,
);
