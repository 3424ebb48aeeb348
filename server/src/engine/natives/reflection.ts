/** Natives that look at objects: attributes, classes, identity, scopes. */
import { getAttributeOr, hasAttribute } from '../attribute-presence.ts';
import { deleteAttribute, setAttribute, store, storeUnderAnyName } from '../attribute-writes.ts';
import { getAttribute } from '../attributes.ts';
import { makeClassFrom } from '../class-objects.ts';
import { compare } from '../comparison.ts';
import { constructPlainly, newInstance } from '../construct.ts';
import type { Entry } from '../items.ts';
import { EMPTY_MAPPING, mappingSet } from '../items.ts';
import type { CallArguments, Machine } from '../machine.ts';
import { escape } from '../escapes.ts';
import { heap, newId } from '../machine.ts';
import type { Atomic, ContainerObject, Place } from '../objects.ts';
import { raiseBuiltin } from '../raise.ts';
import { attributesOf } from '../reflection.ts';
import { builtinClass, classOf, classesIn, isInstance, isSubclass } from '../types.ts';
import type { Value } from '../values.ts';
import {
  BOOLEAN,
  FALSE,
  NONE,
  NOTHING,
  TRUE,
  allTexts,
  isNothing,
  join,
  onlyText,
  single,
  text,
  unknown,
  without,
} from '../values.ts';
import { lookUp } from '../descriptors.ts';
import type { Native } from './native.ts';
import { argument, notConstant, textArgument } from './native.ts';

export const REFLECTION_NATIVES: Readonly<Record<string, Native>> = {
  has_attribute: (m, args, place) => {
    const name = textArgument(args, 1);
    return name === undefined ? BOOLEAN : decision(hasAttribute(m, argument(args, 0), name, place).truth);
  },
  get_attribute: getAttributeNative,
  set_attribute: setAttributeNative,
  delete_attribute: (m, args) => {
    const name = textArgument(args, 1);
    if (name !== undefined) deleteAttribute(m, argument(args, 0), name);
    return NONE;
  },
  drop_attribute: (m, args) => {
    const name = textArgument(args, 1);
    if (name !== undefined) deleteAttribute(m, argument(args, 0), name);
    return NONE;
  },
  load_attribute: loadAttribute,
  store_attribute: (m, args, place) => {
    const name = textArgument(args, 1);
    const object = argument(args, 0);
    if (name === undefined) return NONE;
    for (const atom of object.atoms)
      if ('id' in atom) store(m, atom, name, argument(args, 2), place, object.atoms.length === 1);
    return NONE;
  },
  attributes_of: (m, args) => attributesNative(m, argument(args, 0)),
  is_instance: (m, args) => instanceNative(m, argument(args, 0), argument(args, 1)),
  is_subclass: (m, args) => subclassNative(m, argument(args, 0), argument(args, 1)),
  type_of: (m, args) => typeOf(m, argument(args, 0)),
  is_callable: (m, args) => callable(m, argument(args, 0)),
  kind_of: (_m, args) => kindOf(argument(args, 0)),
  identical: (m, args) => decision(compare(m, 'identical', argument(args, 0), argument(args, 1)).truth),
  import_module: (m, args, place) => {
    const name = textArgument(args, 0);
    if (name === undefined) return notConstant('the name of the module');
    return m.rules.importModule(m, { name, level: 0 }, place);
  },
  imported_modules: (m, _args, place) => importedModules(m, place),
  global_names: (m, _args, place) => namesOf(m, 'module', place),
  local_names: (m, _args, place) => namesOf(m, 'scope', place),
  allocate: (m, args, place) => {
    const type = argument(args, 0).atoms[0];
    return type?.kind === 'class'
      ? single(newInstance(m, type, place))
      : unknown('an object of a class that is not known', { truthy: true });
  },
  construct: (m, args, place) => {
    const type = argument(args, 0).atoms[0];
    const rest: CallArguments = { ...args, positional: args.positional.slice(1) };
    return type?.kind === 'class'
      ? constructPlainly(m, type, rest, place)
      : unknown('an object of a class that is not known', { truthy: true });
  },
  make_class: (m, args, place) => makeClassFrom(m, args, place),
};

export function decision(truth: 'true' | 'false' | 'open'): Value {
  return truth === 'open' ? BOOLEAN : truth === 'true' ? TRUE : FALSE;
}

function getAttributeNative(m: Machine, args: CallArguments, place: Place): Value {
  const names = allTexts(argument(args, 1));
  const object = argument(args, 0);
  const fallback = args.positional[2];
  if (!names) {
    escape(m, [object], place, 'an attribute of it is read by a name that is not constant');
    const all = unknown('an attribute whose name is not constant', { place });
    return fallback ? join(all, fallback) : all;
  }
  let result = NOTHING;
  for (const name of names) {
    if (!m.state) break;
    result = join(
      result,
      fallback ? getAttributeOr(m, object, name, fallback, place) : getAttribute(m, object, name, place),
    );
  }
  return result;
}

function setAttributeNative(m: Machine, args: CallArguments, place: Place): Value {
  const names = allTexts(argument(args, 1));
  if (!names) {
    escape(m, [argument(args, 0)], place, 'an attribute of it is written by a name that is not constant');
    storeUnderAnyName(m, argument(args, 0), argument(args, 2));
  }
  for (const name of names ?? [])
    setAttribute(m, argument(args, 0), name, argument(args, 2), m.frame.callPlace ?? place);
  return m.state ? NONE : NOTHING;
}

/** Past the object's own hook: record, then class, then it is missing. */
function loadAttribute(m: Machine, args: CallArguments, place: Place): Value {
  const name = onlyText(argument(args, 1));
  const object = argument(args, 0);
  if (name === undefined) return unknown('an attribute whose name is not constant', { place });
  let result = NOTHING;
  for (const atom of object.atoms) {
    const own = 'id' in atom ? heap(m).slot(atom.id, name) : undefined;
    const type = atom.kind === 'absent' ? undefined : classOf(m, atom);
    const value = own ? without(own.value, 'absent') : NOTHING;
    if (!isNothing(value)) result = join(result, value);
    else if (type && lookUp(m, type.mro, name))
      result = join(result, getAttribute(m, single(atom), name, place));
  }
  if (!isNothing(result)) return result;
  const cause = { kind: 'missing-attribute', owner: 'the object', attribute: name } as const;
  return raiseBuiltin(m, m.dialect.names.attributeError, cause, place);
}

function attributesNative(m: Machine, object: Value): Value {
  const atom = object.atoms.length === 1 ? object.atoms[0] : undefined;
  return atom && 'id' in atom
    ? attributesOf(m, atom)
    : unknown('the attributes of something that is not known', { notNone: true });
}

function instanceNative(m: Machine, object: Value, types: Value): Value {
  const { classes, open } = classesIn(m, types);
  let result = NOTHING;
  for (const atom of object.atoms) {
    if (atom.kind === 'absent') continue;
    const answers = classes.map((type) => isInstance(m, atom, type));
    result = join(
      result,
      decision(answers.includes('true') ? 'true' : open || answers.includes('open') ? 'open' : 'false'),
    );
  }
  return result;
}

function subclassNative(m: Machine, object: Value, types: Value): Value {
  const { classes, open } = classesIn(m, types);
  let result = NOTHING;
  for (const atom of object.atoms) {
    if (atom.kind !== 'class') {
      result = BOOLEAN;
      continue;
    }
    const answers = classes.map((type) => isSubclass(atom, type));
    result = join(
      result,
      decision(answers.includes('true') ? 'true' : open || answers.includes('open') ? 'open' : 'false'),
    );
  }
  return result;
}

function typeOf(m: Machine, object: Value): Value {
  let result = NOTHING;
  for (const atom of object.atoms) {
    if (atom.kind === 'absent') continue;
    const type =
      atom.kind === 'class' ? (atom.metaclass ?? builtinClass(m, m.dialect.types.class)) : classOf(m, atom);
    result = join(result, type ? single(type) : unknown('its class is not known', { truthy: true }));
  }
  return result;
}

function callable(m: Machine, object: Value): Value {
  let result = NOTHING;
  for (const atom of object.atoms) if (atom.kind !== 'absent') result = join(result, callableAtom(m, atom));
  return result;
}

function callableAtom(m: Machine, atom: Atomic): Value {
  switch (atom.kind) {
    case 'function':
    case 'class':
    case 'bound':
    case 'native':
    case 'wrapper':
      return TRUE;
    case 'unknown':
      return BOOLEAN;
    case 'instance': {
      const hook = m.dialect.names.call;
      if (hook !== undefined && lookUp(m, atom.class.mro, hook)) return TRUE;
      return atom.class.unknownBase === undefined ? FALSE : BOOLEAN;
    }
    default:
      return FALSE;
  }
}

function kindOf(object: Value): Value {
  const atom = object.atoms.length === 1 ? object.atoms[0] : undefined;
  if (!atom || atom.kind === 'unknown') return unknown('it is not known what it is');
  const fn = atom.kind === 'bound' && atom.function.kind === 'function' ? atom.function : atom;
  if (fn.kind === 'function') {
    const generator = fn.node.body().isGenerator;
    if (generator) return text(fn.node.isAsync ? 'asynchronous generator function' : 'generator function');
    return text(fn.node.isAsync ? 'coroutine function' : 'function');
  }
  if (fn.kind === 'generator')
    return text(fn.call.function.node.isAsync ? 'asynchronous generator' : 'generator');
  if (fn.kind === 'generator-expression') return text(fn.isAsync ? 'asynchronous generator' : 'generator');
  return text(fn.kind === 'class' || fn.kind === 'module' || fn.kind === 'coroutine' ? fn.kind : 'other');
}

function mappingOf(m: Machine, place: Place): ContainerObject {
  return {
    kind: 'container',
    id: newId(m),
    type: 'mapping',
    class: undefined,
    site: place,
    environment: false,
  };
}

/** What was imported so far and nothing else: a module that nobody imported is not there. */
function importedModules(m: Machine, place: Place): Value {
  const object = mappingOf(m, place);
  const entries = new Map<string, Entry>();
  const add = (name: string, value: Value): void => {
    entries.set(`string:${name}`, { key: text(name), value, certain: true });
  };
  for (const name of m.externals) add(name, unknown(`the library ${name}`, { path: name, truthy: true }));
  for (const [name, module] of m.loaded) if (!module.isModel) add(name, single(module));
  heap(m).setItems(object.id, { ...EMPTY_MAPPING, entries });
  return single(object);
}

/** The names of the nearest workspace frame. */
function namesOf(m: Machine, which: 'module' | 'scope', place: Place): Value {
  let frame: Machine['frame'] | undefined = m.frame;
  while (frame?.module.isModel && frame.parent) frame = frame.parent;
  const owner = which === 'module' || !frame ? frame?.module : frame.scope;
  const names = owner?.kind === 'module' ? { namesOf: owner } : {};
  const object: ContainerObject = { ...mappingOf(m, place), ...names };
  let items = EMPTY_MAPPING;
  for (const [name, slot] of owner ? heap(m).slots(owner.id) : [])
    items = mappingSet(items, text(name), without(slot.value, 'absent'));
  heap(m).setItems(object.id, items);
  return single(object);
}
