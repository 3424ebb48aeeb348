/** Characters of a line as the client counts them, and back to UTF-16. Must not know where lines come from. */

export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32';

/** The first that both sides know; every client knows UTF-16. */
export function chosenEncoding(offered: readonly string[] | undefined): PositionEncoding {
  const known = offered?.find((name): name is PositionEncoding => ENCODINGS.includes(name));
  // UTF-16 needs no conversion: it is taken wherever it is offered.
  return offered?.includes('utf-16') ? 'utf-16' : (known ?? 'utf-16');
}

const ENCODINGS: readonly string[] = ['utf-16', 'utf-8', 'utf-32'];

/** Units of `encoding` before a UTF-16 offset in a line. An offset inside a pair of surrogates counts as the pair's beginning. */
export function fromUtf16(line: string, offset: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return offset;
  let units = 0;
  for (let at = 0; at < line.length && at < offset; ) {
    const code = line.codePointAt(at) ?? 0;
    const length = code > 0xffff ? 2 : 1;
    if (at + length > offset) break;
    units += encoding === 'utf-32' ? 1 : utf8Length(code);
    at += length;
  }
  return units;
}

/** UTF-16 offset of a number of units; past the end it is the end, inside a character its beginning. */
export function toUtf16(line: string, units: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return Math.min(Math.max(0, units), line.length);
  let left = units;
  let at = 0;
  while (at < line.length && left > 0) {
    const code = line.codePointAt(at) ?? 0;
    left -= encoding === 'utf-32' ? 1 : utf8Length(code);
    if (left < 0) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** A lone surrogate is sent as the replacement character, which has three bytes. */
function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
