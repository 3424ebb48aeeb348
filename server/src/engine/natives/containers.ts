/** Natives on containers: the engine's own lists, sets, tuples and mappings. */
import { deleteIndex, getIndex, getKey, setIndex } from '../containers.ts';
import { compare, containsAtom } from '../comparison.ts';
import { nextOf } from '../generators.ts';
import type { SequenceItems } from '../items.ts';
import { EMPTY_MAPPING, EMPTY_SEQUENCE, joinItems, mayShrink, sequenceOf } from '../items.ts';
import type { CallArguments, Machine } from '../machine.ts';
import { heap, newId } from '../machine.ts';
import type { ContainerObject, Place } from '../objects.ts';
import { raiseBuiltin } from '../raise.ts';
import type { Value } from '../values.ts';
import { NONE, NOTHING, constant, isNothing, join, joinAll, only, single, unknown } from '../values.ts';
import { updateMapping } from './mappings.ts';
import type { Native } from './native.ts';
import { argument } from './native.ts';
import { decision } from './reflection.ts';

export const CONTAINER_NATIVES: Readonly<Record<string, Native>> = {
  make_list: (m, args, place) => makeSequence(m, 'list', args, place),
  make_tuple: (m, args, place) => makeSequence(m, 'tuple', args, place),
  make_set: (m, args, place) => makeSequence(m, 'set', args, place),
  make_dict: (m, args, place) => makeMapping(m, args, place),
  sequence_add: (m, args) => change(m, args, (items, self) => addTo(m, items, self, argument(args, 1))),
  sequence_extend: (m, args, place) => {
    const elements = m.rules.elements(m, argument(args, 1), place);
    return change(m, args, (items, self) => {
      const added = elements.known.reduce((result, value) => addTo(m, result, self, value), items);
      return { ...added, rest: join(added.rest, elements.rest), certain: added.certain && elements.certain };
    });
  },
  sequence_insert: (m, args) =>
    change(m, args, (items) => insertAt(items, argument(args, 1), argument(args, 2))),
  sequence_remove: (m, args) => change(m, args, (items) => removeFrom(m, items, argument(args, 1))),
  sequence_pop: popFrom,
  sequence_clear: (m, args) => change(m, args, () => EMPTY_SEQUENCE),
  sequence_reverse: (m, args) =>
    change(m, args, (items) => ({
      ...items,
      known: [...items.known].reverse(),
      certain: items.certain && isNothing(items.rest),
    })),
  sequence_copy: (m, args, place) => copyOf(m, argument(args, 0), place),
  sequence_index: () => unknown('a position', { notNone: true }),
  get_item: (m, args, place) => rawItem(m, args, place),
  set_item: (m, args, place) => rawSet(m, args, place),
  delete_item: (m, args) => {
    deleteIndex(m, argument(args, 0), argument(args, 1));
    return NONE;
  },
  contains: (m, args) => containsNative(m, argument(args, 0), argument(args, 1)),
  iterate: (m, args, place) => {
    const elements = m.rules.elements(m, argument(args, 0), place);
    if (!m.state) return NOTHING;
    return newSequence(
      m,
      'list',
      undefined,
      { ...sequenceOf(elements.known, elements.rest), certain: elements.certain },
      place,
    );
  },
  next_of: (m, args, place) =>
    nextOf(m, argument(args, 0), args.positional[2] ?? NONE, args.positional[1] ?? NOTHING, place),
  send_to: (m, args, place) => nextOf(m, argument(args, 0), argument(args, 1), NOTHING, place),
  length: (m, args, place) => lengthOf(m, argument(args, 0), place),
};

function classArgument(args: CallArguments): ContainerObject['class'] {
  const atom = argument(args, 0).atoms[0];
  return atom?.kind === 'class' ? atom : undefined;
}

function newSequence(
  m: Machine,
  type: 'list' | 'tuple' | 'set',
  of: ContainerObject['class'],
  items: SequenceItems,
  place: Place,
): Value {
  const site = m.frame.callPlace ?? place;
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type,
    class: of?.isModel && of.name === m.dialect.types[type] ? undefined : of,
    site,
    environment: false,
  };
  heap(m).setItems(object.id, items);
  return single(object);
}

function makeSequence(m: Machine, type: 'list' | 'tuple' | 'set', args: CallArguments, place: Place): Value {
  const source = args.positional[1];
  const elements = source ? m.rules.elements(m, source, place) : EMPTY_SEQUENCE;
  if (!m.state) return NOTHING;
  const known = type === 'set' ? distinct(m, elements.known) : elements.known;
  return newSequence(
    m,
    type,
    classArgument(args),
    { ...sequenceOf(known, elements.rest), certain: elements.certain },
    place,
  );
}

/** Elements without those that are certainly equal to an earlier one. */
function distinct(m: Machine, values: readonly Value[]): Value[] {
  const result: Value[] = [];
  for (const value of values)
    if (!result.some((other) => compare(m, 'equal', value, other).truth === 'true')) result.push(value);
  return result;
}

function makeMapping(m: Machine, args: CallArguments, place: Place): Value {
  const type = classArgument(args);
  const source = args.positional[1];
  const fromEnvironment =
    source?.atoms.some((atom) => atom.kind === 'container' && atom.environment) ?? false;
  const plain = type?.isModel && type.name === m.dialect.types.mapping;
  const site = m.frame.callPlace ?? place;
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'mapping',
    class: plain ? undefined : type,
    site,
    environment: fromEnvironment,
  };
  heap(m).setItems(object.id, EMPTY_MAPPING);
  updateMapping(m, object, source, args.positional[2], place);
  return m.state ? single(object) : NOTHING;
}

function change(
  m: Machine,
  args: CallArguments,
  update: (items: SequenceItems, self: ContainerObject) => SequenceItems,
): Value {
  const self = argument(args, 0);
  for (const atom of self.atoms) {
    if (atom.kind !== 'container' || !m.state) continue;
    const items = m.state.items(atom.id);
    if (items?.kind !== 'sequence') continue;
    const updated = update(items, atom);
    if (m.state) m.state.setItems(atom.id, self.atoms.length === 1 ? updated : joinItems(items, updated));
  }
  return m.state ? NONE : NOTHING;
}

function addTo(m: Machine, items: SequenceItems, self: ContainerObject, value: Value): SequenceItems {
  if (self.type === 'set' && items.known.some((other) => compare(m, 'equal', value, other).truth === 'true'))
    return items;
  if (items.certain && isNothing(items.rest)) return sequenceOf([...items.known, value]);
  const rest = join(items.rest, value);
  return { ...items, known: items.certain && items.known.length === 0 ? [rest] : items.known, rest };
}

function insertAt(items: SequenceItems, index: Value, value: Value): SequenceItems {
  const at = only(index);
  const exact = at?.kind === 'constant' && typeof at.value === 'number';
  if (!exact || (!isNothing(items.rest) && (Number(at.value) < 0 || Number(at.value) > items.known.length)))
    return { ...items, rest: join(items.rest, value), certain: false };
  const known = items.known.slice();
  known.splice(Number(at.value), 0, value);
  return { ...sequenceOf(known, items.rest), certain: items.certain };
}

function removeFrom(m: Machine, items: SequenceItems, value: Value): SequenceItems {
  const truths = items.known.map((other) => compare(m, 'equal', value, other).truth);
  const index = truths.findIndex((truth) => truth !== 'false');
  if (!items.certain || truths[index] !== 'true') return mayShrink(items);
  return { ...items, known: items.known.filter((_, i) => i !== index) };
}

function popFrom(m: Machine, args: CallArguments, place: Place): Value {
  const self = argument(args, 0);
  const atom = only(self);
  const items = atom?.kind === 'container' ? heap(m).items(atom.id) : undefined;
  if (atom?.kind !== 'container' || items?.kind !== 'sequence') {
    change(m, args, mayShrink);
    return unknown('an element', { place });
  }
  const index = args.positional[1] ? only(args.positional[1]) : undefined;
  const exact = !index || (index.kind === 'constant' && typeof index.value === 'number');
  if (!items.certain || !isNothing(items.rest) || !exact) {
    heap(m).setItems(atom.id, mayShrink(items));
    return joinAll([...items.known, items.rest]);
  }
  const at =
    index?.kind === 'constant' && typeof index.value === 'number'
      ? index.value + (index.value < 0 ? items.known.length : 0)
      : items.known.length - 1;
  const value = items.known[at];
  if (!value)
    return raiseBuiltin(m, m.dialect.names.indexError, { kind: 'library', text: 'it is empty' }, place);
  heap(m).setItems(atom.id, { ...items, known: items.known.filter((_, i) => i !== at) });
  return value;
}

function copyOf(m: Machine, self: Value, place: Place): Value {
  const atom = only(self);
  const items = atom?.kind === 'container' ? heap(m).items(atom.id) : undefined;
  if (atom?.kind !== 'container' || !items) return unknown('a copy', { place, notNone: true });
  const object: ContainerObject = { ...atom, id: newId(m) };
  heap(m).setItems(object.id, items);
  return single(object);
}

function rawItem(m: Machine, args: CallArguments, place: Place): Value {
  const self = only(argument(args, 0));
  const items = self?.kind === 'container' ? heap(m).items(self.id) : undefined;
  if (self?.kind !== 'container' || !items) return unknown('an element', { place });
  if (items.kind === 'sequence')
    return getIndex(m, single({ ...self, class: undefined }), argument(args, 1), place);
  const value = getKey(m, self, items, argument(args, 1), place);
  return (
    value ??
    raiseBuiltin(m, m.dialect.names.keyError, { kind: 'library', text: 'the key is not there' }, place)
  );
}

function rawSet(m: Machine, args: CallArguments, place: Place): Value {
  const self = argument(args, 0);
  const plain = {
    atoms: self.atoms.map((atom) => (atom.kind === 'container' ? { ...atom, class: undefined } : atom)),
  };
  setIndex(m, plain, argument(args, 1), argument(args, 2), place);
  return m.state ? NONE : NOTHING;
}

function containsNative(m: Machine, container: Value, element: Value): Value {
  let result = NOTHING;
  for (const holder of container.atoms) {
    for (const atom of element.atoms) {
      if (holder.kind !== 'absent' && atom.kind !== 'absent')
        result = join(result, decision(containsAtom(m, holder, atom)));
    }
  }
  return result;
}

function lengthOf(m: Machine, object: Value, place: Place): Value {
  const atom = only(object);
  if (atom?.kind === 'constant' && atom.type === 'string')
    return constant('number', String(atom.value).length, atom.variable);
  const items = atom?.kind === 'container' ? heap(m).items(atom.id) : undefined;
  if (items?.kind === 'sequence' && items.certain && isNothing(items.rest))
    return constant('number', items.known.length);
  if (
    items?.kind === 'mapping' &&
    isNothing(items.rest) &&
    [...items.entries.values()].every((e) => e.certain) &&
    !(atom?.kind === 'container' && atom.environment)
  ) {
    return constant('number', items.entries.size);
  }
  const hook = m.dialect.names.length;
  if (atom?.kind === 'instance' && hook !== undefined) {
    const method = m.rules.getAttribute(m, object, hook, place);
    return m.state
      ? m.rules.call(
          m,
          method,
          { positional: [], named: new Map(), morePositional: undefined, moreNamed: undefined },
          place,
        )
      : NOTHING;
  }
  return unknown('a length', { notNone: true });
}
