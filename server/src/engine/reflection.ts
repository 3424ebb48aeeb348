/** Attributes that every object has by the language itself (`__class__`, `__name__`), through the dialect's table. Must not run code. */
import { classOfFunction } from './constructors.ts';
import type { Machine } from './machine.ts';
import { heap, newId } from './machine.ts';
import type { Atomic, ContainerObject, HeapObject } from './objects.ts';
import { EMPTY_MAPPING, mappingSet, sequenceOf } from './items.ts';
import { builtinClass, classOf } from './types.ts';
import { NONE, type Value, isNothing, single, text, unknown, without } from './values.ts';

/** The reflective attribute `name`, or `undefined` where this kind of object has none of that name. */
export function reflect(m: Machine, atom: Atomic, name: string): Value | undefined {
  const meaning = m.dialect.reflection[name];
  switch (meaning) {
    case 'name':
      return 'name' in atom && typeof atom.name === 'string' ? text(atom.name) : functionName(atom);
    case 'qualified-name':
      return 'qualifiedName' in atom ? text(atom.qualifiedName) : functionName(atom);
    case 'class': {
      const type = atom.kind === 'class' ? builtinClass(m, m.dialect.types.class) : classOf(m, atom);
      return type ? single(type) : unknown('its class is not known', { truthy: true });
    }
    case 'module-name':
      return 'module' in atom && atom.module && 'name' in atom.module
        ? text(atom.module.name)
        : text(m.frame.module.name);
    case 'attributes':
      return 'id' in atom ? attributesOf(m, atom) : undefined;
    case 'bases':
      return atom.kind === 'class' ? sequence(m, atom.bases.map(single)) : undefined;
    case 'linearization':
      return atom.kind === 'class' ? sequence(m, atom.mro.map(single)) : undefined;
    case 'prototype':
      return prototypeOf(m, atom);
    case 'receiver':
      return atom.kind === 'bound' ? single(atom.receiver) : undefined;
    case 'function':
      return atom.kind === 'bound' ? single(atom.function) : undefined;
    case 'wrapped':
      return atom.kind === 'wrapper' ? atom.target : undefined;
    case 'documentation':
      return NONE;
    case 'file':
      return atom.kind === 'module' && atom.node ? text(atom.node.path) : undefined;
    case 'some':
      return unknown(`${name} is not followed`, { notNone: true });
    default:
      return undefined;
  }
}

/** What instances share: the class itself stands for it; a function that may construct has a class of its own. */
function prototypeOf(m: Machine, atom: Atomic): Value | undefined {
  if (atom.kind === 'class') return single(atom);
  return atom.kind === 'function' ? single(classOfFunction(m, atom)) : undefined;
}

function functionName(atom: Atomic): Value | undefined {
  if (atom.kind === 'bound')
    return 'name' in atom.function
      ? text(atom.function.name)
      : unknown('a wrapped function', { truthy: true });
  if (atom.kind === 'wrapper') {
    const target = atom.target.atoms[0];
    return target?.kind === 'function' ? text(target.name) : unknown('a wrapped function', { truthy: true });
  }
  return undefined;
}

function sequence(m: Machine, values: readonly Value[]): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'tuple',
    class: undefined,
    site: somewhere(m),
    environment: false,
  };
  heap(m).setItems(object.id, sequenceOf(values));
  return single(object);
}

function somewhere(m: Machine): ContainerObject['site'] {
  const node = m.frame.module.node;
  if (!node) throw new Error('a module without code cannot run');
  return { module: node, start: 0, end: 0 };
}

/** A mapping with what the object's record holds now. */
export function attributesOf(m: Machine, atom: HeapObject): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'mapping',
    class: undefined,
    site: somewhere(m),
    environment: false,
  };
  let items = EMPTY_MAPPING;
  for (const [name, slot] of heap(m).slots(atom.id)) {
    const value = without(slot.value, 'absent');
    if (!isNothing(value) && !name.startsWith('#')) items = mappingSet(items, text(name), value);
  }
  heap(m).setItems(object.id, items);
  return single(object);
}
