/**
 * `new`: a class makes an instance; a plain function may be a constructor as well, whose `prototype` its instances share.
 * Must not know how classes are made. Rules: ECMAScript 10.2.2 and 13.3.5.
 */
import { constructPlainly, madeOf, newInstance } from './construct.ts';
import type { CallArguments, Machine } from './machine.ts';
import { bind, lookUp } from './descriptors.ts';
import { heap, newId } from './machine.ts';
import type { Atomic, ClassObject, FunctionObject, Place } from './objects.ts';
import { branch } from './raise.ts';
import { builtinClass } from './types.ts';
import type { Value } from './values.ts';
import { NOTHING, single } from './values.ts';
import { deriveBound } from './intern.ts';

export function constructAny(m: Machine, callee: Value, args: CallArguments, place: Place): Value {
  if (callee.atoms.every(({ kind }) => kind !== 'function' && kind !== 'class' && kind !== 'instance'))
    return m.rules.call(m, callee, args, place);
  const paths = callee.atoms
    .filter((atom) => atom.kind !== 'absent' && atom.kind !== 'none' && atom.kind !== 'undefined')
    .map((atom) => (): Value => constructAtom(m, atom, args, place));
  return paths.length === 1 && paths[0] ? paths[0]() : branch(m, paths);
}

function constructAtom(m: Machine, atom: Atomic, args: CallArguments, place: Place): Value {
  if (atom.kind === 'class') return constructPlainly(m, atom, args, place);
  if (atom.kind !== 'function') return m.rules.call(m, hooked(m, atom, place), args, place);
  const object = newInstance(m, classOfFunction(m, atom), place);
  const given = m.rules.call(m, single(deriveBound(m, atom, object)), args, place);
  if (!m.state) return NOTHING;
  return madeOf(object, given);
}

/** What runs where an object is called with `new`: a method of its class that says so. */
function hooked(m: Machine, atom: Atomic, place: Place): Value {
  const hook = m.dialect.names.construct;
  const method = hook !== undefined && atom.kind === 'instance' ? lookUp(m, atom.class.mro, hook) : undefined;
  return method && atom.kind === 'instance' ? bind(m, method.value, atom, atom.class, place) : single(atom);
}

/** The class that a function is when it is called with `new`: its attributes are those of its `prototype`. */
export function classOfFunction(m: Machine, fn: FunctionObject): ClassObject {
  const key = `class:${fn.id}`;
  const known = m.interned.get(key);
  if (known?.kind === 'class') return known;
  const root = builtinClass(m, m.dialect.types.root);
  const bases = root ? [root] : [];
  const mro: ClassObject[] = [];
  const type: ClassObject = {
    kind: 'class',
    id: newId(m),
    name: fn.name,
    qualifiedName: fn.qualifiedName,
    node: undefined,
    module: fn.module,
    bases,
    unknownBase: undefined,
    metaclass: undefined,
    fields: [],
    isModel: fn.isModel,
    mro,
  };
  mro.push(type, ...bases);
  m.interned.set(key, type);
  heap(m).setSlot(type.id, '#class', { value: NOTHING, writes: [] });
  return type;
}
