/** Where two lists of lines differ. Must not know what the lines say. */

/** Lines `[from, to)` of the one stand where lines `[otherFrom, otherTo)` of the other one do; either may be empty. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** Cells of the table that is filled to tell hunks apart; larger differences are one hunk. */
const MOST_CELLS = 40_000;

/** In ascending order, each as small as a longest common subsequence makes it (Hunt and McIlroy 1976, by the plain table). */
export function lineHunks(lines: readonly string[], others: readonly string[]): readonly Hunk[] {
  let from = 0;
  while (from < lines.length && from < others.length && lines[from] === others[from]) from++;
  let to = lines.length;
  let otherTo = others.length;
  while (to > from && otherTo > from && lines[to - 1] === others[otherTo - 1]) {
    to--;
    otherTo--;
  }
  if (from === to && from === otherTo) return [];
  const whole: Hunk = { from, to, otherFrom: from, otherTo };
  return (to - from + 1) * (otherTo - from + 1) > MOST_CELLS ? [whole] : split(lines, others, whole);
}

function split(lines: readonly string[], others: readonly string[], whole: Hunk): readonly Hunk[] {
  const lengths = commonLengths(lines, others, whole);
  const hunks: Hunk[] = [];
  let { from, otherFrom } = whole;
  let at = from;
  let other = otherFrom;
  const close = (): void => {
    if (at > from || other > otherFrom) hunks.push({ from, to: at, otherFrom, otherTo: other });
  };
  while (at < whole.to && other < whole.otherTo) {
    if (lines[at] === others[other]) {
      close();
      at++;
      other++;
      from = at;
      otherFrom = other;
    } else if (lengths(at + 1, other) >= lengths(at, other + 1)) at++;
    else other++;
  }
  at = whole.to;
  other = whole.otherTo;
  close();
  return hunks;
}

/** The length of the longest common subsequence of what is left from two lines on. */
function commonLengths(
  lines: readonly string[],
  others: readonly string[],
  { from, to, otherFrom, otherTo }: Hunk,
): (at: number, other: number) => number {
  const width = otherTo - otherFrom + 1;
  const table = new Int32Array((to - from + 1) * width);
  const cell = (at: number, other: number): number => (at - from) * width + (other - otherFrom);
  const read = (at: number, other: number): number => table[cell(at, other)] ?? 0;
  for (let at = to - 1; at >= from; at--) {
    for (let other = otherTo - 1; other >= otherFrom; other--) {
      table[cell(at, other)] =
        lines[at] === others[other]
          ? read(at + 1, other + 1) + 1
          : Math.max(read(at + 1, other), read(at, other + 1));
    }
  }
  return read;
}
