/** Derived objects that must be one and the same wherever they are made: bound methods and the like. Must not evaluate anything. */
import type { Machine } from './machine.ts';
import { newId } from './machine.ts';
import type {
  Atomic,
  BoundMethod,
  FunctionObject,
  HeapObject,
  NativeObject,
  WrapperObject,
} from './objects.ts';
import { keyOf } from './items.ts';

/** `function` bound to `receiver`; the same pair gives the same object. */
export function deriveBound(
  m: Machine,
  fn: FunctionObject | NativeObject | WrapperObject,
  receiver: Atomic,
): BoundMethod {
  const key = 'id' in receiver ? fn.id * ID_RANGE + receiver.id : keyOfConstant(fn, receiver);
  if (key === undefined) return { kind: 'bound', id: newId(m), function: fn, receiver };
  const known = m.interned.get(key);
  if (known?.kind === 'bound') return known;
  const bound: BoundMethod = { kind: 'bound', id: newId(m), function: fn, receiver };
  m.interned.set(key, bound);
  return bound;
}

/** Above every number that a run gives an object. */
const ID_RANGE = 2 ** 26;

function keyOfConstant(fn: HeapObject, receiver: Atomic): string | undefined {
  const key = keyOf(receiver);
  return key === undefined ? undefined : `bound:${fn.id}:${key}`;
}

/** The engine's operation of this name. */
export function nativeFunction(m: Machine, name: string): NativeObject {
  const known = m.interned.get(`native:${name}`);
  if (known?.kind === 'native') return known;
  const native: NativeObject = { kind: 'native', id: newId(m), name };
  m.interned.set(`native:${name}`, native);
  return native;
}
