import { fc } from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../server/src/base/line-index.ts';

const TEXT = fc
  .array(fc.constantFrom('a', 'é', '𝒜', '\n', '\r', '\r\n', '\t', '\f', '\u2028', '\u0000'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('LineIndex', () => {
  it.each([
    ['', 1],
    ['a\nb', 2],
    ['a\r\nb\rc\n', 4],
    ['a\fb\u2028c', 1],
  ])('%j has %i lines', (text, lines) => {
    expect(new LineIndex(text).lineCount).toBe(lines);
  });

  it('brings every offset back that is not inside a line break', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          expect(index.offset(index.position(offset))).toBe(offset);
        }
      }),
    );
  });

  it('clamps what lies outside', () => {
    const index = new LineIndex('ab\ncd');
    expect(index.position(-3)).toEqual({ line: 0, character: 0 });
    expect(index.position(99)).toEqual({ line: 1, character: 2 });
    expect(index.offset({ line: 0, character: 99 })).toBe(3);
    expect(index.offset({ line: 9, character: 0 })).toBe(5);
    expect(index.offset({ line: -1, character: 4 })).toBe(0);
  });
});
