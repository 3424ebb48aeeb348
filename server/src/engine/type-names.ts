/** What `typeof` says of a value (ECMAScript 13.5.3, table 41). Must not evaluate anything. */
import { lookUp } from './descriptors.ts';
import type { Machine } from './machine.ts';
import type { Atomic } from './objects.ts';
import type { Value } from './values.ts';
import { NOTHING, join, text, unknown } from './values.ts';

export function typeName(m: Machine, value: Value): Value {
  let result = NOTHING;
  for (const atom of value.atoms) {
    if (atom.kind === 'absent') continue;
    const name = nameFor(m, atom);
    result = join(
      result,
      name === undefined ? unknown('the type of something that is not known', { truthy: true }) : text(name),
    );
  }
  return result;
}

function nameFor(m: Machine, atom: Atomic): string | undefined {
  switch (atom.kind) {
    case 'undefined':
      return 'undefined';
    case 'constant':
      return atom.type === 'bytes' || atom.type === 'ellipsis' ? 'object' : atom.type;
    case 'unknown':
      return undefined;
    case 'function':
    case 'class':
    case 'bound':
    case 'native':
    case 'wrapper':
      return 'function';
    case 'instance': {
      const hook = m.dialect.names.call;
      return hook !== undefined && lookUp(m, atom.class.mro, hook) ? 'function' : 'object';
    }
    default:
      return 'object';
  }
}
