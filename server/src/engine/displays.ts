/** List, tuple, set and dict displays. Must not know other expressions. */
import type { Expression, MappingExpression, SequenceExpression } from '../ir/nodes.ts';
import { spreadNamed } from './call-arguments.ts';
import { mappingFill, newMapping, sequenceOf, setOf } from './items.ts';
import type { Machine } from './machine.ts';
import { heap, newId, placeOf } from './machine.ts';
import type { ContainerObject } from './objects.ts';
import type { Value } from './values.ts';
import { NOTHING, join, joinAll, single, text, unknown } from './values.ts';

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
