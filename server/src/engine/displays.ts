/** List, tuple, set and dict displays. Must not know other expressions. */
import type { Expression, MappingExpression, SequenceExpression } from '../ir/nodes.ts';
import { spreadNamed } from './call-arguments.ts';
import { mappingFill, newMapping, sequenceOf, setOf } from './items.ts';
import type { Machine } from './machine.ts';
import { heap, newId, placeOf } from './machine.ts';
import { ANY_NAME } from './attribute-writes.ts';
import { INSTANCE_MARK } from './construct.ts';
import { accessor } from './definitions.ts';
import type { ContainerObject, InstanceObject } from './objects.ts';
import { propertyKey } from './properties.ts';
import { NO_WRITES, type Slot } from './state.ts';
import { builtinClass } from './types.ts';
import type { Value } from './values.ts';
import { NOTHING, UNDEFINED, isNothing, join, joinAll, single, text, unknown } from './values.ts';

function newContainer(m: Machine, e: Expression, type: ContainerObject['type']): ContainerObject {
  return { kind: 'container', id: newId(m), type, class: undefined, site: placeOf(m, e), environment: false };
}

/** A list, tuple or set display. */
export function sequence(m: Machine, e: SequenceExpression): Value {
  const known: Value[] = [];
  let rest = NOTHING;
  for (const element of e.elements) {
    const value = m.rules.evaluate(m, element);
    if (!m.state) return NOTHING;
    if (element.kind === 'spread') {
      const elements = m.rules.elements(m, value, placeOf(m, element));
      if (elements.certain) known.push(...elements.known);
      rest = joinAll([rest, elements.rest, ...(elements.certain ? [] : elements.known)]);
    } else known.push(value);
  }
  if (!m.state) return NOTHING;
  const object = newContainer(m, e, e.type);
  m.state.setItems(object.id, (e.type === 'set' ? setOf : sequenceOf)(known, rest));
  return single(object);
}

/** A dict display or object literal. */
export function mapping(m: Machine, e: MappingExpression): Value {
  if (e.shape === 'object' && m.dialect.types.object !== undefined)
    return objectDisplay(m, e, m.dialect.types.object);
  let items = newMapping();
  for (const entry of e.entries) {
    const key = entry.key ? m.rules.evaluate(m, entry.key) : undefined;
    const value = m.rules.evaluate(m, entry.value);
    if (!m.state) return NOTHING;
    if (key) items = mappingFill(items, key, value);
    else {
      const named = new Map<string, Value>();
      const more = spreadNamed(m, value, named);
      for (const [name, spread] of named) items = mappingFill(items, text(name), spread);
      if (more) items = { ...items, rest: join(items.rest, more), restKey: unknown('a spread key') };
    }
  }
  const object = newContainer(m, e, 'mapping');
  heap(m).setItems(object.id, items);
  return single(object);
}

/** An object literal: an instance with the entries as attributes. */
function objectDisplay(m: Machine, e: MappingExpression, className: string): Value {
  const type = builtinClass(m, className);
  const slots = new Map<string, Slot>();
  let more = NOTHING;
  for (const entry of e.entries) {
    const key = entry.key ? m.rules.evaluate(m, entry.key) : undefined;
    const value = m.rules.evaluate(m, entry.value);
    if (!m.state) return NOTHING;
    const name = key && propertyKey(key);
    if (name !== undefined) putEntry(m, slots, name, entry.value, value);
    else if (key) more = join(more, value);
    else more = join(more, spreadInto(m, slots, value));
  }
  if (!type) return unknown('an object', { truthy: true });
  const object: InstanceObject = {
    kind: 'instance',
    id: newId(m),
    class: type,
    site: placeOf(m, e),
    step: -1,
  };
  if (!isNothing(more)) slots.set(ANY_NAME, { value: more, writes: NO_WRITES });
  slots.set(INSTANCE_MARK, { value: NOTHING, writes: NO_WRITES });
  heap(m).create(object.id, slots);
  return single(object);
}

function putEntry(m: Machine, slots: Map<string, Slot>, name: string, e: Expression, value: Value): void {
  const form = e.kind === 'function' ? e.function.form : undefined;
  const isAccessor = form === 'getter' || form === 'setter';
  const stored = isAccessor ? accessor(m, slots.get(name)?.value, value, form) : value;
  slots.set(name, { value: stored, writes: NO_WRITES });
}

/** `...other`: its attributes, those that come later win; gives what it may have under names that are not known. */
function spreadInto(m: Machine, slots: Map<string, Slot>, value: Value): Value {
  let more = NOTHING;
  const certain = value.atoms.length === 1;
  for (const atom of value.atoms) {
    if (atom.kind === 'none' || atom.kind === 'undefined' || atom.kind === 'constant') continue;
    if (atom.kind !== 'instance') {
      more = join(more, unknown('a spread of something that is not known'));
      continue;
    }
    for (const [name, slot] of heap(m).slots(atom.id)) {
      if (name === INSTANCE_MARK) continue;
      const old = slots.get(name)?.value ?? UNDEFINED;
      slots.set(name, { value: certain ? slot.value : join(old, slot.value), writes: NO_WRITES });
    }
  }
  return more;
}
