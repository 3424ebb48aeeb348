/** Positions in every encoding, over texts that are hard to count: there and back again, and edits as the client makes them. */
import { fc } from '../support/properties.ts';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changed } from '../../server/src/lsp/documents.ts';
import { chosenEncoding, fromUtf16, type PositionEncoding, toUtf16 } from '../../server/src/lsp/positions.ts';

const ENCODINGS: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32'];

/** Letters of one to four bytes, pairs of surrogates, halves of them, combining marks, joined emoji, a byte order mark, tabs. */
const CHARACTER = fc.constantFrom(
  'a',
  '_',
  '\t',
  ' ',
  'ß',
  'é',
  'e\u0301',
  '世',
  '\ufeff',
  '𝒳',
  '👩‍👩‍👧',
  '\ud83d',
  '\ude00',
  '\u2028',
);
const LINE = fc.array(CHARACTER, { maxLength: 12 }).map((parts) => parts.join(''));
const TEXT = fc
  .array(fc.tuple(LINE, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 6 })
  .chain((lines) => LINE.map((last) => lines.map(([line, end]) => line + end).join('') + last));

/** Units before an offset, counted by others. */
function reference(line: string, offset: number, encoding: PositionEncoding): number {
  const before = line.slice(0, offset);
  if (encoding === 'utf-16') return before.length;
  return encoding === 'utf-32' ? [...before].length : Buffer.byteLength(before);
}

function splitsPair(line: string, offset: number): boolean {
  return (line.codePointAt(offset - 1) ?? 0) > 0xffff;
}

it('counts as Node counts, and finds the same place again', () => {
  fc.assert(
    fc.property(LINE, fc.nat(30), fc.constantFrom(...ENCODINGS), (line, at, encoding) => {
      const offset = Math.min(at, line.length);
      if (offset > 0 && splitsPair(line, offset)) return;
      const units = fromUtf16(line, offset, encoding);
      expect(units).toBe(reference(line, offset, encoding));
      expect(toUtf16(line, units, encoding)).toBe(offset);
    }),
    { numRuns: 10_000 },
  );
});

it('takes what lies beyond a line for its end, and what lies in a character for its beginning', () => {
  expect(ENCODINGS.map((encoding) => toUtf16('a𝒳', 99, encoding))).toEqual([3, 3, 3]);
  expect([1, 2, 3, 4, 5].map((units) => toUtf16('a𝒳', units, 'utf-8'))).toEqual([1, 1, 1, 1, 3]);
});

it('edits as a real document does, in every encoding', () => {
  const edit = fc.record({ from: fc.nat(40), to: fc.nat(40), inserted: TEXT });
  fc.assert(
    fc.property(
      TEXT,
      fc.array(edit, { maxLength: 4 }),
      fc.constantFrom(...ENCODINGS),
      (start, edits, encoding) => {
        let text = start;
        let document = TextDocument.create('file:///a.py', 'python', 1, start);
        for (const { from, to, inserted } of edits) {
          const [first, last] = [from, to].map((at) => Math.min(at, text.length)).toSorted((a, b) => a - b);
          if ([first, last].some((at) => splitsPair(text, at ?? 0))) return;
          const range = {
            start: document.positionAt(first ?? 0),
            end: document.positionAt(last ?? 0),
          };
          const lines = text.split(/\r\n|\r|\n/);
          const inClient = ({ line, character }: typeof range.start) => ({
            line,
            character: reference(lines[line] ?? '', character, encoding),
          });
          const change = {
            range: { start: inClient(range.start), end: inClient(range.end) },
            text: inserted,
          };
          text = changed(text, change, encoding);
          document = TextDocument.update(document, [{ range, text: inserted }], 2);
          expect(text).toBe(document.getText());
        }
      },
    ),
    { numRuns: 5_000 },
  );
});

it('takes the first encoding that it knows, and UTF-16 wherever it is offered', () => {
  expect(chosenEncoding(undefined)).toBe('utf-16');
  expect(chosenEncoding([])).toBe('utf-16');
  expect(chosenEncoding(['utf-8', 'utf-16'])).toBe('utf-16');
  expect(chosenEncoding(['utf-7', 'utf-32', 'utf-8'])).toBe('utf-32');
  expect(chosenEncoding(['utf-8'])).toBe('utf-8');
});
