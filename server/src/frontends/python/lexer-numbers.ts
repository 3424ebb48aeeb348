/** Reads numeric literals (Python reference 2.4.4 to 2.4.7) and computes their values. Must not know the grammar. */
import { report, type Parser } from './parser-state.ts';
import { NUMBER } from './tokens.ts';

/** Reads the number that starts at `start`, with a digit or a dot and a digit. */
export function scanNumber(p: Parser, start: number): void {
  const text = p.text;
  const radix = text.charCodeAt(start) === 48 ? radixOf(text.charCodeAt(start + 1)) : 10;
  const end = radix === 10 ? decimalEnd(text, start, p.limit) : digitsEnd(text, start + 2, p.limit, radix);
  p.kind = NUMBER;
  p.start = start;
  p.end = p.pos = end;
  const wrong = radix !== 10 ? end === start + 2 : hasLeadingZero(text, start, end);
  if (wrong || text.charCodeAt(end - 1) === 95) {
    report(p, start, end, 'This is not a number.');
  }
}

/** Value of the literal `[start, end)`: a number, or `null` for an imaginary or unfinished one. */
export function numberValue(text: string, start: number, end: number): number | null {
  const last = text.charCodeAt(end - 1) | 32;
  const radix = text.charCodeAt(start) === 48 ? radixOf(text.charCodeAt(start + 1)) : 10;
  if (radix === 10 && last === 106) return null;
  if (end - start === 1) return text.charCodeAt(start) - 48;
  const value = Number(text.slice(start, end).replaceAll('_', ''));
  return Number.isNaN(value) ? null : value;
}

function radixOf(c: number): number {
  switch (c | 32) {
    case 120:
      return 16;
    case 111:
      return 8;
    case 98:
      return 2;
    default:
      return 10;
  }
}

function digitsEnd(text: string, i: number, limit: number, radix: number): number {
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (c !== 95 && digitValue(c) >= radix) break;
    i++;
  }
  return i;
}

function digitValue(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  const letter = c | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : 99;
}

function decimalEnd(text: string, start: number, limit: number): number {
  let i = digitsEnd(text, start, limit, 10);
  if (i < limit && text.charCodeAt(i) === 46) i = digitsEnd(text, i + 1, limit, 10);
  if (i < limit && (text.charCodeAt(i) | 32) === 101) {
    const sign = text.charCodeAt(i + 1);
    const digits = sign === 43 || sign === 45 ? i + 2 : i + 1;
    if (digits < limit && digitValue(text.charCodeAt(digits)) < 10) i = digitsEnd(text, digits, limit, 10);
  }
  return i < limit && (text.charCodeAt(i) | 32) === 106 ? i + 1 : i;
}

/** `017` is no number; `0`, `00`, `0.5`, `01e5` and `07j` are. */
function hasLeadingZero(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text.charCodeAt(start) !== 48) return false;
  let nonZero = false;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c !== 95 && digitValue(c) >= 10) return false;
    if (c !== 95 && c !== 48) nonZero = true;
  }
  return nonZero;
}
