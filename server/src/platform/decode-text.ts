/** Bytes of a source file to text. Must not know where they come from. */
import { isUtf8 } from 'node:buffer';

/**
 * Text of a file, without a byte order mark: in the encoding that a Python file declares in its first two lines (PEP 263),
 * else UTF-8, else Latin-1, which takes any bytes. Bytes of value zero are kept: what they mean is the parser's business.
 */
export function decodeText(bytes: Buffer, path: string): string {
  if (startsWithMark(bytes)) return bytes.toString('utf8', 3);
  const declared = mayDeclareEncoding(path) ? declaredEncoding(bytes) : undefined;
  const text = declared === undefined ? undefined : decodeAs(bytes, declared);
  if (text !== undefined) return text;
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}

/**
 * A text as the bytes of a file that held `before`: in the same encoding, with a byte order mark where there was one. `undefined`
 * where that encoding cannot be written here, or has no bytes for some character.
 */
export function encodeText(text: string, before: Buffer, path: string): Buffer | undefined {
  const mark = startsWithMark(before) ? before.subarray(0, 3) : Buffer.alloc(0);
  const old = decodeText(before, path);
  return (['utf8', 'latin1'] as const)
    .filter((encoding) => Buffer.concat([mark, Buffer.from(old, encoding)]).equals(before))
    .map((encoding) => Buffer.concat([mark, Buffer.from(text, encoding)]))
    .find((bytes) => decodeText(bytes, path) === text);
}

function startsWithMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Whether a file's first lines may say in which encoding it is: Python's may. */
export function mayDeclareEncoding(path: string): boolean {
  return path.endsWith('.py') || path.endsWith('.pyi');
}

/** The expression of PEP 263; a second line counts only under a comment or an empty line. */
const DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;
/** Enough for two lines of any sane length. */
const HEAD_BYTES = 512;

function declaredEncoding(bytes: Buffer): string | undefined {
  const [first = '', second = ''] = bytes.toString('latin1', 0, HEAD_BYTES).split(/\r\n|\r|\n/, 2);
  const match = DECLARATION.exec(first) ?? (BLANK.test(first) ? DECLARATION.exec(second) : null);
  return match?.[1]?.toLowerCase().replaceAll('_', '-');
}

/** Python's names of ISO 8859-1; the web's decoder would take them for Windows-1252. */
const LATIN_1 = /^(?:latin-?1|l1|iso-?8859-1(?:-.*)?|iso-latin-1)$/;

/**
 * `undefined` where the encoding is unknown or the bytes are not in it. Node 20 takes Windows-1252 for Latin-1, which
 * differs in punctuation only.
 */
function decodeAs(bytes: Buffer, encoding: string): string | undefined {
  if (encoding.startsWith('utf-8') || encoding === 'utf8') return undefined;
  if (LATIN_1.test(encoding)) return bytes.toString('latin1');
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
