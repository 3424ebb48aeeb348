/**
 * Finds which triple quote of a text is one too many, when strings are left unclosed.
 * Must not know tokens or nodes: it weighs lines of text.
 *
 * An unclosed `"""` turns everything after it inside out: code becomes strings and strings become code. All but one
 * of the quotes pair up; the odd one out is the one without which the strings hold the least code and the code the
 * least prose.
 */
import { afterNewline, endOfLine, skipBlanks, startsStatement, word } from './lexer-lines.ts';

/** What a definition swallowed by a string weighs, in other statements. */
const DEFINITION_WEIGHT = 20;
/** What a line of prose among code weighs, in statements swallowed by a string. */
const PROSE_WEIGHT = 2;

/** Offset of the triple quote that is one too many, among those not `known` to be; or -1 if they pair up. */
export function loneQuoteIn(text: string, unclosed: number, known: readonly number[]): number {
  for (const delimiter of ['"""', "'''"]) {
    const quotes = tripleQuotes(text, delimiter, known);
    if (quotes.length % 2 === 1) return oddOneOut(text, quotes);
  }
  return unclosed;
}

function oddOneOut(text: string, quotes: readonly number[]): number {
  const count = quotes.length - 1;
  const asString: number[] = [];
  const asCode: number[] = [];
  for (let i = 0; i < count; i++) weigh(text, (quotes[i] ?? 0) + 3, quotes[i + 1] ?? 0, asString, asCode);
  // Without quote k, even stretches before it are strings, and odd ones from it on.
  let total = 0;
  for (let i = 0; i < count; i++) total += (i % 2 === 1 ? asString[i] : asCode[i]) ?? 0;
  let best = 0;
  let least = total;
  for (let k = 1; k <= count; k++) {
    const string = asString[k - 1] ?? 0;
    const code = asCode[k - 1] ?? 0;
    total += k % 2 === 1 ? string - code : code - string;
    if (total < least) {
      least = total;
      best = k;
    }
  }
  return quotes[best] ?? -1;
}

function tripleQuotes(text: string, delimiter: string, known: readonly number[]): number[] {
  const quotes: number[] = [];
  let at = text.indexOf(delimiter);
  while (at >= 0) {
    if (!known.includes(at) && text.charCodeAt(at - 1) !== 92) quotes.push(at);
    at = text.indexOf(delimiter, at + 3);
  }
  return quotes;
}

/** How wrong the stretch `[start, end)` would be as the inside of a string, and how wrong as code. */
function weigh(text: string, start: number, end: number, asString: number[], asCode: number[]): void {
  let statements = 0;
  // Two quotes on one line are the ends of a short string, hardly ever of two long ones.
  let prose = endOfLine(text, start, end) === end ? PROSE_WEIGHT : 0;
  let at = skipBlanks(text, start, end);
  for (let first = true; at < end; first = false) {
    if (!first && startsStatement(text, at, end))
      statements += isDefinition(text, at) ? DEFINITION_WEIGHT : 1;
    else if (isProse(text, at, end)) prose += PROSE_WEIGHT;
    const newline = endOfLine(text, at, end);
    at = newline < end ? skipBlanks(text, afterNewline(text, newline), end) : end;
  }
  asString.push(statements);
  asCode.push(prose);
}

function isDefinition(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 64 || word(text, at, 'def') || word(text, at, 'class') || word(text, at, 'async')
  );
}

const PROSE =
  /^[^\w\s#]{0,2}(?!(?:if|for|not|await|and|or|yield|lambda|else|in|is|match|case|type|print|from|global)\b)[A-Za-z'-]+,? (?!(?:in|is|not|and|or|if|for|as|else|import)\b)[A-Za-z'-]+,? (?!(?:in|is|not|and|or|if|for|as|else|import)\b)[A-Za-z'-]+/;

function isProse(text: string, at: number, end: number): boolean {
  return PROSE.test(text.slice(at, Math.min(end, at + 80)));
}
