/** Method resolution order: C3 (Barrett et al., OOPSLA 1996; Python reference 3.3.3.1). Must not know the heap. */
import type { ClassObject } from './objects.ts';

/** `type` followed by its bases in C3 order; depth first without repetition where C3 finds no order (the program would not start). */
export function linearise(type: ClassObject, bases: readonly ClassObject[]): readonly ClassObject[] {
  const merged = mergeLists([...bases.map((base) => base.mro.slice()), bases.slice()]);
  return [type, ...(merged ?? depthFirst(bases))];
}

function mergeLists(lists: ClassObject[][]): ClassObject[] | undefined {
  const result: ClassObject[] = [];
  for (;;) {
    const remaining = lists.filter((list) => list.length > 0);
    if (remaining.length === 0) return result;
    const next = remaining
      .map((list) => list[0] as ClassObject)
      .find((head) => !remaining.some((list) => list.indexOf(head) > 0));
    if (!next) return undefined;
    result.push(next);
    for (const list of remaining) if (list[0] === next) list.shift();
  }
}

function depthFirst(bases: readonly ClassObject[]): ClassObject[] {
  const result: ClassObject[] = [];
  for (const base of bases) for (const entry of base.mro) if (!result.includes(entry)) result.push(entry);
  return result;
}
