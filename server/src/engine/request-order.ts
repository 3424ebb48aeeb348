/** In which order roots are followed, where there is not work enough for all: those that speak of what is looked for come first. Must not know what that is. */
import type { FunctionNode } from '../ir/nodes.ts';
import type { Deferred, Machine } from './machine.ts';
import type { FunctionObject, HeapObject, Value } from './objects.ts';
import { mentionedIn } from './mentions.ts';
import { isRelevant } from './work-share.ts';

/** Calls that are looked through, by name, from a handler on. */
const MAX_DISTANCE = 3;
/** Functions that are looked at for one handler. */
const MAX_LOOKED_AT = 40;

const SORTS = ['websocket', 'event', 'task', 'schedule'];

/** Nearest to relevant code first; of those that are equally near, the rarer sorts first. */
export function inOrder(m: Machine, roots: readonly Deferred[]): readonly Deferred[] {
  const ranked = roots.map((root) => ({
    root,
    distance: distanceOf(m, root.target),
    sort: sortOf(root),
  }));
  return ranked.toSorted((a, b) => a.distance - b.distance || a.sort - b.sort).map(({ root }) => root);
}

function sortOf({ kind }: Deferred): number {
  const index = SORTS.indexOf(kind);
  return index < 0 ? SORTS.length : index;
}

/** How many calls lie between a root and a function whose text is relevant. */
function distanceOf(m: Machine, target: Value): number {
  const seen = new Set<FunctionNode>();
  let front = functionsIn(m, target);
  for (let distance = 0; distance <= MAX_DISTANCE; distance++) {
    const next: FunctionObject[] = [];
    for (const fn of front) {
      if (fn.isModel || seen.has(fn.node) || seen.size >= MAX_LOOKED_AT) continue;
      seen.add(fn.node);
      if (isRelevant(m, fn.node)) return distance;
      for (const name of mentionedIn(fn.node)) {
        const slot = fn.scope && m.state?.slot(fn.scope.id, name);
        const value = (slot ?? m.state?.slot(fn.module.id, name))?.value;
        if (value) next.push(...functionsIn(m, value));
      }
    }
    front = next;
  }
  return MAX_DISTANCE + 1;
}

/** Functions that a value stands for; of a class and of an object, its own methods. */
function functionsIn(m: Machine, value: Value): FunctionObject[] {
  return value.atoms.flatMap((atom) => ('id' in atom ? functionsOf(m, atom) : []));
}

function functionsOf(m: Machine, object: HeapObject): FunctionObject[] {
  switch (object.kind) {
    case 'function':
      return [object];
    case 'bound':
      return functionsOf(m, object.function);
    case 'wrapper':
      return functionsIn(m, object.target);
    case 'instance':
      return functionsOf(m, object.class);
    case 'class':
      return object.isModel
        ? []
        : [...(m.state?.slots(object.id).values() ?? [])].flatMap(({ value }) =>
            value.atoms.flatMap((atom) => (atom.kind === 'function' ? [atom] : [])),
          );
    default:
      return [];
  }
}
