/**
 * Finds which triple quote of a text opens nothing, when one is left unclosed at the end.
 * Must not know tokens or nodes: it weighs lines of text.
 *
 * An unclosed `"""` turns everything after it inside out: code becomes strings and strings become code. All but one
 * of the quotes pair up; the odd one out is the one without which the strings hold the least code.
 */
import { afterNewline, endOfLine, skipBlanks, startsStatement, word } from './lexer-lines.ts';

/** A definition swallowed by a string weighs as much as this many other statements. */
const DEFINITION_WEIGHT = 20;

/** Offset of the triple quote, of the kind at `unclosed`, that opens nothing; `known` ones are left out. */
export function loneQuoteIn(text: string, unclosed: number, known: readonly number[]): number {
  const quotes = tripleQuotes(text, text.slice(unclosed, unclosed + 3), known);
  if (quotes.length < 2 || quotes.length % 2 === 0) return unclosed;
  const weights = weightsBetween(text, quotes);
  // Without quote k (even), the strings are [0,1] ... [k-2,k-1] and [k+1,k+2] ...
  let total = 0;
  for (let i = 1; i + 1 < quotes.length; i += 2) total += weights[i] ?? 0;
  let best = 0;
  let least = total;
  for (let k = 2; k < quotes.length; k += 2) {
    total += (weights[k - 2] ?? 0) - (weights[k - 1] ?? 0);
    if (total < least) {
      least = total;
      best = k;
    }
  }
  return quotes[best] ?? unclosed;
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

/** How much the text between each two neighbouring quotes looks like code. */
function weightsBetween(text: string, quotes: readonly number[]): number[] {
  const weights: number[] = [];
  for (let i = 0; i + 1 < quotes.length; i++)
    weights.push(codeWeight(text, quotes[i] ?? 0, quotes[i + 1] ?? 0));
  return weights;
}

function codeWeight(text: string, start: number, end: number): number {
  let weight = 0;
  let line = endOfLine(text, start, end);
  while (line < end) {
    const at = skipBlanks(text, afterNewline(text, line), end);
    if (startsStatement(text, at, end)) {
      const defines =
        word(text, at, 'def') ||
        word(text, at, 'class') ||
        text.charCodeAt(at) === 64 ||
        word(text, at, 'async');
      weight += defines ? DEFINITION_WEIGHT : 1;
    }
    line = endOfLine(text, at, end);
  }
  return weight;
}
