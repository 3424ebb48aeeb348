/** Assigning to targets: names, attributes, elements, patterns. Must not evaluate statements. */
import type { ObjectTarget, SequenceTarget, Target } from '../ir/nodes.ts';
import { deleteAttribute, setAttribute } from './attribute-writes.ts';
import { deleteIndex, getIndex, setIndex } from './containers.ts';
import { sequenceOf } from './items.ts';
import type { Elements } from './items.ts';
import type { Machine } from './machine.ts';
import { heap, newId, placeOf } from './machine.ts';
import type { ContainerObject } from './objects.ts';
import { otherProperties } from './properties.ts';
import { deleteName, writeName } from './scopes.ts';
import type { Value } from './values.ts';
import { UNDEFINED, filter, isNothing, join, joinAll, single, unknown } from './values.ts';

/** `target = value`. */
export function assign(m: Machine, target: Target, value: Value): void {
  if (!m.state || isNothing(value)) return;
  switch (target.kind) {
    case 'name':
      writeName(m, target.name, value, target);
      return;
    case 'attribute': {
      const object = m.rules.evaluate(m, target.object);
      if (m.state) setAttribute(m, object, target.name, value, placeOf(m, target));
      return;
    }
    case 'index': {
      const object = m.rules.evaluate(m, target.object);
      const index = m.rules.evaluate(m, target.index);
      if (m.state) setIndex(m, object, index, value, placeOf(m, target));
      return;
    }
    case 'sequence-target':
      assignSequence(m, target, value);
      return;
    case 'object-target':
      assignObject(m, target, value);
      return;
    case 'rest-target':
      assign(m, target.target, value);
      return;
    case 'default-target':
      assignWithDefault(m, target, value);
      return;
    case 'missing':
      return;
  }
}

function assignWithDefault(
  m: Machine,
  target: Extract<Target, { kind: 'default-target' }>,
  value: Value,
): void {
  const present = filter(value, (atom) => atom.kind !== 'undefined');
  const useDefault = present.atoms.length < value.atoms.length;
  assign(m, target.target, useDefault ? join(present, m.rules.evaluate(m, target.value)) : value);
}

function assignSequence(m: Machine, target: SequenceTarget, value: Value): void {
  const elements = m.rules.elements(m, value, placeOf(m, target));
  const restAt = target.elements.findIndex((element) => element.kind === 'rest-target');
  const after = restAt < 0 ? 0 : target.elements.length - restAt - 1;
  target.elements.forEach((element, index) => {
    if (element.kind === 'rest-target') {
      const middle = elements.known.slice(index, Math.max(index, elements.known.length - after));
      assign(m, element.target, listOf(m, middle, elements.rest, target));
      return;
    }
    const fromEnd = restAt >= 0 && index > restAt;
    const at = fromEnd ? elements.known.length - (target.elements.length - index) : index;
    assign(m, element, elementAt(m, elements, at));
  });
}

function elementAt(m: Machine, elements: Elements, index: number): Value {
  const value = elements.known[index];
  if (value) return elements.certain ? value : join(value, elements.rest);
  if (m.dialect.missingAttribute === 'undefined' && elements.certain) return join(UNDEFINED, elements.rest);
  const any = isNothing(elements.rest) ? joinAll(elements.known) : elements.rest;
  return isNothing(any) ? unknown('there are fewer elements than names for them') : any;
}

function listOf(m: Machine, known: readonly Value[], rest: Value, target: Target): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'list',
    class: undefined,
    site: placeOf(m, target),
    environment: false,
  };
  heap(m).setItems(object.id, sequenceOf(known, rest));
  return single(object);
}

function assignObject(m: Machine, target: ObjectTarget, value: Value): void {
  for (const property of target.properties) {
    const key = property.key;
    const place = placeOf(m, key);
    const name = key.kind === 'constant' && typeof key.value === 'string' ? key.value : undefined;
    const part =
      name === undefined
        ? getIndex(m, value, m.rules.evaluate(m, key), place)
        : m.rules.getAttribute(m, value, name, place);
    assign(m, property.target, part);
  }
  if (!target.rest || !m.state) return;
  const named = target.properties.flatMap(({ key }) => (key.kind === 'constant' ? [String(key.value)] : []));
  assign(m, target.rest, otherProperties(m, value, new Set(named), placeOf(m, target.rest)));
}

/** `del target`. */
export function remove(m: Machine, target: Target): void {
  if (!m.state) return;
  switch (target.kind) {
    case 'name':
      deleteName(m, target.name);
      return;
    case 'attribute': {
      const object = m.rules.evaluate(m, target.object);
      if (m.state) deleteAttribute(m, object, target.name);
      return;
    }
    case 'index': {
      const object = m.rules.evaluate(m, target.object);
      const index = m.rules.evaluate(m, target.index);
      if (m.state) deleteIndex(m, object, index);
      return;
    }
    case 'sequence-target':
      for (const element of target.elements) remove(m, element);
      return;
    default:
      return;
  }
}
