/** The differences of two texts in the unified format, as `patch` and `git apply` read it. Must not know why they differ. */

/** Unchanged lines around a change. */
const CONTEXT = 3;

/** One line of the comparison; positions are those in the old and in the new text, from zero. */
interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
  readonly old: number;
  readonly new: number;
}

/** `before` is absent for a new file. Empty where nothing differs. Line endings are those of the texts. */
export function unifiedDiff(file: string, before: string | undefined, after: string): string {
  const lines = compared(linesOf(before ?? ''), linesOf(after));
  const hunks = hunksOf(lines);
  if (hunks.length === 0) return '';
  const from = before === undefined ? '/dev/null' : `a/${file}`;
  return `--- ${from}\n+++ b/${file}\n${hunks.map(hunkText).join('')}`;
}

/** Lines with their endings. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The shortest list of removals and additions, by the greedy algorithm of Myers (Algorithmica 1, 1986). */
function compared(before: readonly string[], after: readonly string[]): readonly Line[] {
  const rounds: Map<number, number>[] = [];
  const furthest = new Map<number, number>([[1, 0]]);
  for (let distance = 0; distance <= before.length + after.length; distance++) {
    rounds.push(new Map(furthest));
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let x = stepFrom(furthest, diagonal, distance);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return walkedBack(before, after, rounds);
    }
  }
  return [];
}

type Furthest = ReadonlyMap<number, number>;

/** Whether a path comes to a diagonal by a line of the new text, and not by one less of the old. */
function isAddition(furthest: Furthest, diagonal: number, distance: number): boolean {
  if (diagonal === -distance) return true;
  if (diagonal === distance) return false;
  return (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1);
}

function stepFrom(furthest: Furthest, diagonal: number, distance: number): number {
  return isAddition(furthest, diagonal, distance)
    ? (furthest.get(diagonal + 1) ?? -1)
    : (furthest.get(diagonal - 1) ?? -1) + 1;
}

function walkedBack(
  before: readonly string[],
  after: readonly string[],
  rounds: readonly Furthest[],
): readonly Line[] {
  const lines: Line[] = [];
  let x = before.length;
  let y = after.length;
  for (let distance = rounds.length - 1; distance >= 0; distance--) {
    const furthest: Furthest = rounds[distance] ?? new Map();
    const diagonal = x - y;
    const start = stepFrom(furthest, diagonal, distance);
    while (x > start && y > start - diagonal)
      lines.push({ sign: ' ', text: before[--x] ?? '', old: x, new: --y });
    if (distance === 0) break;
    if (isAddition(furthest, diagonal, distance))
      lines.push({ sign: '+', text: after[--y] ?? '', old: x, new: y });
    else lines.push({ sign: '-', text: before[--x] ?? '', old: x, new: y });
  }
  return lines.reverse();
}

/** Changes with the lines around them; what is near goes together. */
function hunksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const hunks: Line[][] = [];
  let end = 0;
  lines.forEach((line, index) => {
    if (line.sign === ' ') return;
    const start = Math.max(end, index - CONTEXT);
    const stop = Math.min(lines.length, index + CONTEXT + 1);
    const last = hunks.at(-1);
    const added = lines.slice(start, stop);
    if (last && start === end) last.push(...added);
    else hunks.push([...added]);
    end = stop;
  });
  return hunks;
}

function hunkText(hunk: readonly Line[]): string {
  const [first] = hunk;
  const old = hunk.filter(({ sign }) => sign !== '+').length;
  const added = hunk.filter(({ sign }) => sign !== '-').length;
  const range = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;
  const head = `@@ -${range(first?.old ?? 0, old)} +${range(first?.new ?? 0, added)} @@\n`;
  return head + hunk.map(({ sign, text }) => sign + withEnding(text)).join('');
}

function withEnding(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n\\ No newline at end of file\n`;
}
