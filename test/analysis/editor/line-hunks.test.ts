/** Hunks: what they leave out is the same on both sides, and they are told apart. */
import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { lineHunks } from '../../../server/src/analysis/editor/line-hunks.ts';

const LINES = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

describe('hunks of lines', () => {
  it('turn the one list into the other, and leave the same lines between them', () => {
    fc.assert(
      fc.property(LINES, LINES, (lines, others) => {
        const built: string[] = [];
        let at = 0;
        let other = 0;
        for (const hunk of lineHunks(lines, others)) {
          expect(lines.slice(at, hunk.from)).toEqual(others.slice(other, hunk.otherFrom));
          built.push(...lines.slice(at, hunk.from), ...others.slice(hunk.otherFrom, hunk.otherTo));
          at = hunk.to;
          other = hunk.otherTo;
        }
        expect(lines.slice(at)).toEqual(others.slice(other));
        expect([...built, ...lines.slice(at)]).toEqual(others);
      }),
    );
  });

  it('keep two changes apart', () => {
    expect(lineHunks(['a', 'b', 'c', 'd', 'e'], ['a', 'x', 'c', 'd', 'y', 'z', 'e'])).toEqual([
      { from: 1, to: 2, otherFrom: 1, otherTo: 2 },
      { from: 4, to: 4, otherFrom: 4, otherTo: 6 },
    ]);
  });

  it('are one where the difference is large', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `old ${index}`);
    const others = lines.map((line, index) => (index % 2 === 0 ? line : 'new'));
    expect(lineHunks(lines, others)).toEqual([{ from: 1, to: 300, otherFrom: 1, otherTo: 300 }]);
  });
});
