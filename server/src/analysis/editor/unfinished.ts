/**
 * What somebody has not finished typing since something was last said of the texts: code that cannot be read, names that nobody knows.
 * Must not know what was said.
 */
import type { ModuleNode } from '../../ir/nodes.ts';
import { freshName } from './fresh-names.ts';
import { type Unreadable, unreadable } from './half-typed.ts';
import type { Parse } from './last-parsed.ts';
import type { Moment, TextMoments } from './text-moments.ts';

/** Texts as they are now, and as they were. */
export interface Texts {
  readonly moments: TextMoments;
  readonly files: { read(path: string): string | undefined; isOpen(path: string): boolean };
  readonly parse: Parse;
}

/** Files that could be read when something was last said of whole texts, and cannot be read now. */
export function brokenSince(
  { moments, files, parse }: Texts,
  last: Moment | undefined,
): readonly Unreadable[] {
  if (!last) return [];
  return moments.changedSince(last).flatMap((path) => {
    const now = files.read(path);
    const node = now === undefined ? undefined : parse(path, now);
    const before = moments.textAt(last, path);
    const found = node && unreadable(() => (before === undefined ? undefined : parse(path, before)), node);
    return found ? [found] : [];
  });
}

/** The first use of a name that came since, and that neither its file nor another one knew. */
export function freshNameSince(
  { moments, files, parse }: Texts,
  last: Moment,
  others: (path: string) => readonly ModuleNode[],
): Unreadable | undefined {
  // Nobody types in a file that is not open.
  for (const path of moments.changedSince(last).filter((each) => files.isOpen(each))) {
    const before = moments.textAt(last, path);
    const now = files.read(path);
    const node = now === undefined ? undefined : parse(path, now);
    const found = node && before !== undefined ? freshName(before, node, others(path)) : undefined;
    if (found) return found;
  }
  return undefined;
}
