import { fc } from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  inTextOrder,
  inverseEdits,
  shiftedOffset,
  type TextEdit,
} from '../../server/src/source/text-edits.ts';

interface Edited {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** A text and edits that touch each other nowhere. */
const edited: fc.Arbitrary<Edited> = fc
  .tuple(
    fc.string({ maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(8), fc.nat(6), fc.string({ maxLength: 5 })), { maxLength: 5 }),
  )
  .map(([text, parts]) => {
    let at = 0;
    const edits: TextEdit[] = [];
    for (const [gap, length, newText] of parts) {
      const start = at + gap;
      const end = start + length;
      if (end > text.length) break;
      edits.push({ start, end, newText });
      at = end + 1;
    }
    return { text, edits };
  });

describe('edits that touch each other nowhere', () => {
  it('give the same text in whatever order they are told', () => {
    fc.assert(
      fc.property(edited, fc.nat(), ({ text, edits }, seed) => {
        const turned = [
          ...edits.slice(seed % (edits.length + 1)),
          ...edits.slice(0, seed % (edits.length + 1)),
        ];
        expect(applyEdits(text, turned)).toBe(applyEdits(text, edits));
      }),
    );
  });

  it('give the same text at once and one by one from the end', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const oneByOne = edits.toReversed().reduce((done, edit) => applyEdits(done, [edit]), text);
        expect(applyEdits(text, edits)).toBe(oneByOne);
      }),
    );
  });

  it('are undone by their inverse', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        expect(applyEdits(applyEdits(text, edits), inverseEdits(text, edits))).toBe(text);
      }),
    );
  });

  it('leave every other character where its place has moved to', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const after = applyEdits(text, edits);
        for (let offset = 0; offset < text.length; offset++) {
          if (edits.some(({ start, end }) => start <= offset && offset < end)) continue;
          expect(after[shiftedOffset(offset, edits)]).toBe(text[offset]);
        }
      }),
    );
  });

  it('keep the order of places', () => {
    fc.assert(
      fc.property(edited, fc.nat(40), fc.nat(40), ({ edits }, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(shiftedOffset(low, edits)).toBeLessThanOrEqual(shiftedOffset(high, edits));
      }),
    );
  });
});

describe('edits in each other’s way', () => {
  it.each<[string, readonly TextEdit[]]>([
    ['overlap', [edit(1, 4), edit(3, 5)]],
    ['hold another', [edit(1, 6), edit(2, 3)]],
    ['insert at the same place', [edit(2, 2), edit(2, 2)]],
    ['replace the same', [edit(2, 4), edit(2, 4)]],
  ])('%s', (_, edits) => {
    expect(inTextOrder(edits)).toBeUndefined();
    expect(() => applyEdits('abcdefgh', edits)).toThrow(RangeError);
  });

  it('may stand side by side', () => {
    expect(applyEdits('abcdef', [edit(2, 4), edit(4, 4), edit(2, 2)])).toBe('ab---ef');
  });

  it('do not leave the text', () => {
    expect(() => applyEdits('ab', [edit(1, 3)])).toThrow(RangeError);
  });
});

function edit(start: number, end: number): TextEdit {
  return { start, end, newText: '-' };
}
