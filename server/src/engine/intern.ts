/** Derived objects that must be one and the same wherever they are made: bound methods and the like. Must not evaluate anything. */
import type { Machine } from './machine.ts';
import { newId } from './machine.ts';
import type { Atomic, BoundMethod, FunctionObject, NativeObject, WrapperObject } from './objects.ts';
import { keyOf } from './items.ts';

/** `function` bound to `receiver`; the same pair gives the same object. */
export function deriveBound(
  m: Machine,
  fn: FunctionObject | NativeObject | WrapperObject,
  receiver: Atomic,
): BoundMethod {
  const receiverKey = receiver.kind === 'container' ? `object:${receiver.id}` : keyOf(receiver);
  if (receiverKey === undefined) return { kind: 'bound', id: newId(m), function: fn, receiver };
  const key = `bound:${fn.id}:${receiverKey}`;
  const known = m.interned.get(key);
  if (known?.kind === 'bound') return known;
  const bound: BoundMethod = { kind: 'bound', id: newId(m), function: fn, receiver };
  m.interned.set(key, bound);
  return bound;
}

/** The engine's operation of this name. */
export function nativeFunction(m: Machine, name: string): NativeObject {
  const known = m.interned.get(`native:${name}`);
  if (known?.kind === 'native') return known;
  const native: NativeObject = { kind: 'native', id: newId(m), name };
  m.interned.set(`native:${name}`, native);
  return native;
}
