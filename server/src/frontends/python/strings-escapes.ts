/** Decodes the escapes of string literals (Python reference 2.4.1.1). Must not know tokens or nodes. */

/** Text of the literal content `[start, end)`; line ends become `\n`. */
export function decodeString(text: string, start: number, end: number, raw: boolean): string {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 13 || (c === 92 && !raw)) return decodeFrom(text, start, end, raw);
  }
  return text.slice(start, end);
}

function decodeFrom(text: string, start: number, end: number, raw: boolean): string {
  const content = text.slice(start, end).replace(/\r\n?/g, '\n');
  return raw || !content.includes('\\') ? content : content.replace(ESCAPE, decodeEscape);
}

const ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\{[^}]*\}|([^]))/g;

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

function decodeEscape(
  whole: string,
  octal: string | undefined,
  hex: string | undefined,
  short: string | undefined,
  long: string | undefined,
  simple: string | undefined,
): string {
  if (simple !== undefined) return SIMPLE.get(simple) ?? whole;
  if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
  const digits = hex ?? short ?? long;
  // A named character stays as it is written: the table of Unicode names is not worth its size here.
  if (digits === undefined) return whole;
  const code = parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
