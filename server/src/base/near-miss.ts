/** The name somebody probably meant. Must not know what the names stand for. */

/**
 * The candidate nearest to `name`, if it is near enough to be a slip: another case or separator, or at most one edit
 * per four letters (three at most), where an edit inserts, drops, replaces or swaps neighbours. The first one wins a tie.
 */
export function nearMiss(name: string, candidates: Iterable<string>): string | undefined {
  const plain = withoutSeparators(name);
  let best: string | undefined;
  let bestDistance = Math.min(3, Math.max(1, Math.floor(plain.length / 4))) + 1;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const distance = editDistance(plain, withoutSeparators(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Whether a name is another one but for its case, its separators, or one edit. */
export function isSlip(name: string, meant: string): boolean {
  if (name === meant || Math.abs(name.length - meant.length) > 3) return false;
  return isOneEdit(withoutSeparators(name), withoutSeparators(meant));
}

/** Whether `editDistance` is at most 1, told in one pass: what is left between the common ends is one letter, or two that are swapped. */
function isOneEdit(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const a = left.slice(start, left.length - end);
  const b = right.slice(start, right.length - end);
  if (a.length <= 1 && b.length <= 1) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

function withoutSeparators(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s.]/g, '');
}

/** Optimal string alignment distance: Levenshtein's with swaps of neighbours. */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
