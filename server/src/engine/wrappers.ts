/** Calling functions wrapped by decorators that the engine understands. Must not know the decorators' names: models do. */
import { edgeToFunction } from './call-graph.ts';
import type { CallArguments, Machine } from './machine.ts';
import { heap, newId } from './machine.ts';
import { keyOf } from './items.ts';
import type { Place, WrapperObject } from './objects.ts';
import type { Value } from './values.ts';
import { single } from './values.ts';

/** Calls a wrapper. */
export function callWrapper(m: Machine, wrapper: WrapperObject, args: CallArguments, place: Place): Value {
  switch (wrapper.wrapper) {
    case 'partial':
      return m.rules.call(m, wrapper.target, withPartial(wrapper, args), place);
    case 'memoized':
      return callMemoized(m, wrapper, args, place);
    case 'context-manager':
      return single({
        kind: 'generator-context',
        id: newId(m),
        generator: m.rules.call(m, wrapper.target, args, place),
      });
    case 'property':
    case 'cached-property':
    case 'static':
    case 'class-method':
    case 'two-members':
      return m.rules.call(m, wrapper.target, args, place);
  }
}

function withPartial(wrapper: WrapperObject, args: CallArguments): CallArguments {
  return {
    ...args,
    positional: [...wrapper.args, ...args.positional],
    named: new Map([...wrapper.named, ...args.named]),
  };
}

/** The same arguments give the same result object; arguments that are not certain are not remembered. */
function callMemoized(m: Machine, wrapper: WrapperObject, args: CallArguments, place: Place): Value {
  const key = memoKey(args);
  const known = key === undefined ? undefined : heap(m).slot(wrapper.id, key);
  if (known) {
    for (const atom of wrapper.target.atoms) if (atom.kind === 'function') edgeToFunction(m, atom, undefined);
    return known.value;
  }
  const value = m.rules.call(m, wrapper.target, args, place);
  if (key !== undefined && m.state) m.state.setSlot(wrapper.id, key, { value, writes: [] });
  return value;
}

function memoKey(args: CallArguments): string | undefined {
  if (args.morePositional || args.moreNamed) return undefined;
  const parts: string[] = [];
  for (const value of [...args.positional, ...args.named.values()]) {
    const atom = value.atoms.length === 1 ? value.atoms[0] : undefined;
    const key = atom && keyOf(atom);
    if (key === undefined) return undefined;
    parts.push(key);
  }
  return `#result:${parts.join('|')}:${[...args.named.keys()].join(',')}`;
}
