/** Evaluating the arguments of a call: in order, spreads taken apart where they are known. Must not know what is called. */
import type { Argument } from '../ir/nodes.ts';
import type { CallArguments, Machine } from './machine.ts';
import { NO_NAMED, heap, placeOf } from './machine.ts';
import type { Value } from './values.ts';
import { NOTHING, isNothing, join, joinAll, unknown } from './values.ts';

/** Evaluates arguments left to right; spreads of known containers are taken apart. */
export function evaluateArguments(m: Machine, args: readonly Argument[]): CallArguments {
  const positional: Value[] = [];
  let named: Map<string, Value> | undefined;
  let morePositional: Value | undefined;
  let moreNamed: Value | undefined;
  for (const arg of args) {
    const value = m.rules.evaluate(m, arg.value);
    if (!m.state) break;
    if (arg.name !== undefined) (named ??= new Map<string, Value>()).set(arg.name, value);
    else if (arg.spread === 'sequence') {
      const elements = m.rules.elements(m, value, placeOf(m, arg));
      if (elements.certain && !morePositional) positional.push(...elements.known);
      else morePositional = joinAll([morePositional ?? NOTHING, ...elements.known]);
      if (!isNothing(elements.rest)) morePositional = join(morePositional ?? NOTHING, elements.rest);
    } else if (arg.spread === 'mapping')
      moreNamed = spreadNamed(m, value, (named ??= new Map<string, Value>())) ?? moreNamed;
    else if (morePositional) morePositional = join(morePositional, value);
    else positional.push(value);
  }
  return { positional, named: named ?? NO_NAMED, morePositional, moreNamed };
}

/** Puts the entries of a known mapping into `named`; gives the value of those that are not known. */
export function spreadNamed(m: Machine, value: Value, named: Map<string, Value>): Value | undefined {
  let more: Value | undefined;
  for (const atom of value.atoms) {
    const items = atom.kind === 'container' ? heap(m).items(atom.id) : undefined;
    if (items?.kind !== 'mapping') {
      more = join(more ?? NOTHING, unknown('a spread of something that is not known'));
      continue;
    }
    for (const entry of items.entries.values()) {
      const key = entry.key.atoms[0];
      if (key?.kind === 'constant' && entry.certain) named.set(String(key.value), entry.value);
      else if (key?.kind === 'constant') more = join(more ?? NOTHING, entry.value);
    }
    if (!isNothing(items.rest)) more = join(more ?? NOTHING, items.rest);
  }
  return more;
}
