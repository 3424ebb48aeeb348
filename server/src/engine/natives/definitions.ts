/** Natives that make or complete definitions: properties, partial functions, records, enumerations. */
import { store } from '../attribute-writes.ts';
import { lookUp } from '../descriptors.ts';
import { bindRecord } from '../construct.ts';
import { nativeFunction } from '../intern.ts';
import type { CallArguments, Machine } from '../machine.ts';
import { heap, newId, positional } from '../machine.ts';
import type { ClassObject, InstanceObject, Place, WrapperKind } from '../objects.ts';
import type { Value } from '../values.ts';
import { NONE, NOTHING, isNothing, join, onlyText, single, text, unknown } from '../values.ts';
import { mappingOf } from './mappings.ts';
import type { Native } from './native.ts';
import { argument } from './native.ts';
import { environmentVariable } from './values.ts';

export const DEFINITION_NATIVES: Readonly<Record<string, Native>> = {
  make_property: (m, args) => wrap(m, 'property', argument(args, 0), args.positional[1]),
  make_cached_property: (m, args) => wrap(m, 'cached-property', argument(args, 0)),
  make_static: (m, args) => wrap(m, 'static', argument(args, 0)),
  make_class_method: (m, args) => wrap(m, 'class-method', argument(args, 0)),
  memoize: (m, args) => wrap(m, 'memoized', argument(args, 0)),
  make_context_manager: (m, args) => wrap(m, 'context-manager', argument(args, 0)),
  make_partial: (m, args, place) => makePartial(m, args, place),
  property_getter: (m, args) => changeProperty(m, args, 'getter'),
  property_setter: (m, args) => changeProperty(m, args, 'setter'),
  property_deleter: (_m, args) => argument(args, 0),
  make_record: (m, args) => makeRecord(m, argument(args, 0)),
  record_constructor: (m, args, place) => {
    const self = argument(args, 0);
    const type = classOfFirst(self);
    if (type) bindRecord(m, self, type, { ...args, positional: args.positional.slice(1) }, place, true);
    const hook = type && m.state ? lookUp(m, type.mro, m.dialect.recordHook) : undefined;
    if (hook && m.state)
      m.rules.call(m, m.rules.getAttribute(m, self, m.dialect.recordHook, place), positional(), place);
    return m.state ? NONE : NOTHING;
  },
  field_default: (m, args, place) => fieldDefault(m, args, place),
  bind_fields: (m, args, place) => bindFields(m, args, place, false),
  bind_settings: (m, args, place) => bindFields(m, args, place, true),
  make_enumeration: (m, args, place) => makeEnumeration(m, argument(args, 0), place),
};

function wrap(m: Machine, wrapper: WrapperKind, target: Value, setter?: Value): Value {
  const given = setter && setter.atoms.some((atom) => atom.kind !== 'none') ? setter : undefined;
  return single({
    kind: 'wrapper',
    id: newId(m),
    wrapper,
    target,
    setter: given,
    args: [],
    named: new Map(),
  });
}

/** `@value.setter`: the property with another function. */
function changeProperty(m: Machine, args: CallArguments, part: 'getter' | 'setter'): Value {
  const property = argument(args, 0).atoms[0];
  if (property?.kind !== 'wrapper') return unknown('a property');
  const fn = argument(args, 1);
  return part === 'setter'
    ? wrap(m, 'property', property.target, fn)
    : wrap(m, 'property', fn, property.setter);
}

function makePartial(m: Machine, args: CallArguments, place: Place): Value {
  const bound = m.rules.elements(m, argument(args, 1), place);
  const named = new Map<string, Value>();
  for (const entry of mappingOf(m, argument(args, 2))?.items.entries.values() ?? []) {
    const key = onlyText(entry.key);
    if (key !== undefined) named.set(key, entry.value);
  }
  return single({
    kind: 'wrapper',
    id: newId(m),
    wrapper: 'partial',
    target: argument(args, 0),
    setter: undefined,
    args: bound.known,
    named,
  });
}

function classOfFirst(value: Value): ClassObject | undefined {
  const atom = value.atoms[0];
  return atom?.kind === 'instance' ? atom.class : undefined;
}

/** A dataclass without a constructor of its own gets one from its fields. */
function makeRecord(m: Machine, type: Value): Value {
  const atom = type.atoms[0];
  if (atom?.kind !== 'class') return type;
  const name = m.dialect.names.constructor;
  if (!heap(m).slot(atom.id, name)) {
    const native = single(nativeFunction(m, 'record_constructor'));
    heap(m).setSlot(atom.id, name, { value: native, writes: [] });
  }
  return type;
}

function fieldDefault(m: Machine, args: CallArguments, place: Place): Value {
  const type = builtinHolder(m);
  if (!type) return unknown('the default of a field', { place });
  const object: InstanceObject = { kind: 'instance', id: newId(m), class: type, site: place, step: -1 };
  const value = args.positional[0];
  const factory = args.positional[1] ?? args.named.get('factory');
  if (factory && !factory.atoms.every((atom) => atom.kind === 'none'))
    heap(m).setSlot(object.id, '#factory', { value: factory, writes: [] });
  else if (value && !isNothing(value)) heap(m).setSlot(object.id, '#default', { value, writes: [] });
  return single(object);
}

function builtinHolder(m: Machine): ClassObject | undefined {
  const module = m.loaded.get(m.dialect.names.builtins);
  const atom = module && heap(m).slot(module.id, m.dialect.types.root)?.value.atoms[0];
  return atom?.kind === 'class' ? atom : undefined;
}

/** Assigns the fields of a model class; `settings` reads those that are not given from the environment. */
function bindFields(m: Machine, args: CallArguments, place: Place, settings: boolean): Value {
  const self = argument(args, 0);
  const type = classOfFirst(self);
  if (!type) return NONE;
  const source = argument(args, 1);
  const given = mappingOf(m, source)?.items;
  const named = new Map<string, Value>();
  for (const entry of given?.entries.values() ?? []) {
    const key = onlyText(entry.key);
    if (key !== undefined) named.set(key, entry.value);
  }
  // What cannot be told may hold any of the fields.
  const unseen = unknown('what a record is made from', { place });
  const rest = given ? given.rest : isNothing(source) ? NOTHING : unseen;
  const more = isNothing(rest) ? undefined : rest;
  bindRecord(
    m,
    self,
    type,
    { positional: [], named, morePositional: undefined, moreNamed: more },
    place,
    false,
  );
  if (!settings || !m.state) return m.state ? NONE : NOTHING;
  const prefix = args.positional[2] ? (onlyText(args.positional[2]) ?? '') : '';
  for (const base of type.mro) {
    for (const field of base.fields)
      if (!field.classVariable && !named.has(field.name)) fromEnvironment(m, self, field.name, prefix, place);
  }
  return m.state ? NONE : NOTHING;
}

function fromEnvironment(m: Machine, self: Value, name: string, prefix: string, place: Place): void {
  const atom = self.atoms[0];
  if (!atom || !('id' in atom) || !m.state) return;
  const current = m.state.slot(atom.id, name)?.value ?? NOTHING;
  const value = environmentVariable(m, text((prefix + name).toUpperCase()), current);
  store(m, atom, name, join(value, NOTHING), place, true);
}

/** Constants of an enumeration's body become members: instances with a name and a value. */
function makeEnumeration(m: Machine, value: Value, place: Place): Value {
  const type = value.atoms[0];
  if (type?.kind !== 'class') return NONE;
  for (const [name, slot] of [...heap(m).slots(type.id)]) {
    if (
      name.startsWith('_') ||
      slot.value.atoms.some(
        (atom) => atom.kind === 'function' || atom.kind === 'wrapper' || atom.kind === 'class',
      )
    )
      continue;
    const member: InstanceObject = { kind: 'instance', id: newId(m), class: type, site: place, step: -1 };
    for (const [attribute, content] of [
      ['name', text(name)],
      ['_name_', text(name)],
      ['value', slot.value],
      ['_value_', slot.value],
    ] as const) {
      heap(m).setSlot(member.id, attribute, { value: content, writes: [] });
    }
    heap(m).setSlot(type.id, name, { value: single(member), writes: [] });
  }
  return NONE;
}
