/**
 * Reading attributes. Attributes exist or not: a class whose bases and writers are all seen and never define a name does
 * not have it. Order after the Python data model 3.3.2 (descriptors) where a dialect has them.
 */
import { holdsAnything, noteAbsent, noteNothing } from './absent.ts';
import { unseenBase } from './call-graph.ts';
import { ANY_NAME } from './attribute-writes.ts';
import { bind, bindRead, bindToClass, descriptorSetter, lookUp, lookUpMember } from './descriptors.ts';
import { deriveBound, nativeFunction } from './intern.ts';
import type { Machine } from './machine.ts';
import { ensureLoaded, heap, inModel, positional } from './machine.ts';
import { environmentVariable } from './natives/values.ts';
import type { Atomic, ClassObject, HeapObject, ModuleObject, Place } from './objects.ts';
import { readExport } from './module-exports.ts';
import { raiseOrGoOn } from './raise.ts';
import { reflect } from './reflection.ts';
import { builtinClass, classOf } from './types.ts';
import type { Atom, Value } from './values.ts';
import { NOTHING, UNDEFINED, isNothing, join, mayBe, single, text, unknown, without } from './values.ts';

/** `object.name`. What cannot have the attribute is dropped where something else can; where nothing can, it raises. */
export function getAttribute(m: Machine, object: Value, name: string, place: Place): Value {
  let result = NOTHING;
  let missing: Atom | undefined;
  for (const atom of object.atoms) {
    if (!m.state) break;
    if (atom.kind === 'none' || atom.kind === 'undefined' || atom.kind === 'absent') {
      missing ??= atom;
      continue;
    }
    const value = getFrom(m, atom, name, place);
    if (value === undefined) missing = atom;
    else result = join(result, value);
  }
  if (!isNothing(result) || !m.state || !missing) {
    noteNothing(m, object, name, result, place);
    return result;
  }
  if (m.later.length > 0 && m.rules.runStartedBy(m, missing)) return getAttribute(m, object, name, place);
  if (m.dialect.missingAttribute === 'undefined' && missing.kind !== 'none' && missing.kind !== 'undefined') {
    const found = unmodelled(m, missing, name, place) ?? UNDEFINED;
    noteNothing(m, object, name, found, place);
    return found;
  }
  noteAbsent(m, object, name, false, place);
  const cause = { kind: 'missing-attribute', owner: describeOwner(m, missing), attribute: name } as const;
  return raiseOrGoOn(m, m.dialect.names.attributeError, cause, place);
}

/** An object of a library's own class may have what nobody modelled; a plain object has what it was given. */
export function unmodelled(m: Machine, atom: Atom, name: string, place: Place): Value | undefined {
  if (atom.kind === 'instance' && holdsAnything(m, atom)) return undefined;
  const type = atom.kind === 'absent' || inModel(m) ? undefined : classOf(m, atom);
  if (!type?.isModel || type.name === m.dialect.types.root) return undefined;
  return unknown(`${type.name}.${name} is not followed`, { place });
}

export function describeOwner(m: Machine, atom: Atom): string {
  if (atom.kind === 'none') return m.dialect.words.none;
  if (atom.kind === 'module') return `module ${atom.name}`;
  if (atom.kind === 'class') return `class ${atom.name}`;
  if (atom.kind === 'unknown') return atom.path ?? 'an unknown value';
  return atom.kind === 'absent' ? 'nothing' : (classOf(m, atom)?.name ?? atom.kind);
}

/** The attribute of one atom, or `undefined` where it does not exist. Property getters run, and may raise. */
export function getFrom(m: Machine, atom: Atomic, name: string, place: Place): Value | undefined {
  switch (atom.kind) {
    case 'unknown':
      return awaitableMethod(m, name) ?? unknownAttribute(atom.reason, atom.path, name, place);
    case 'instance':
      return fromInstance(m, atom, atom.class, name, place);
    case 'class':
      return fromClass(m, atom, name, place);
    case 'module':
      return fromModule(m, atom, name, place);
    case 'super':
      return fromSuper(m, atom.after, atom.receiver, name, place);
    case 'none':
    case 'undefined':
      return undefined;
    case 'wrapper':
    case 'bound':
    case 'function':
      return fromFunction(m, atom, name, place);
    default:
      return fromBuiltin(m, atom, name, place);
  }
}

/** What everything that may be awaited answers to (`then`): it is the same for what cannot be seen. */
function awaitableMethod(m: Machine, name: string): Value | undefined {
  const { promise } = m.dialect.names;
  if (promise === undefined) return undefined;
  const type = builtinClass(m, promise);
  const value =
    type && name !== m.dialect.names.constructor ? m.state?.slot(type.id, name)?.value : undefined;
  return value?.atoms.every((atom) => atom.kind === 'function') === true ? value : undefined;
}

function unknownAttribute(reason: string, path: string | undefined, name: string, place: Place): Value {
  const dotted = path === undefined ? undefined : `${path}.${name}`;
  return unknown(reason, { place, path: dotted, truthy: dotted !== undefined && /^[A-Z]/.test(name) });
}

function fromInstance(
  m: Machine,
  object: HeapObject,
  type: ClassObject,
  name: string,
  place: Place,
): Value | undefined {
  const inClass = lookUpMember(m, type.mro, name);
  if (inClass && isDataDescriptor(m, inClass.value)) return bind(m, inClass.value, object, type, place);
  const any = m.dialect.names.getAnyAttribute;
  if (any !== undefined && !inModel(m) && type.mro.some((c) => !c.isModel && heap(m).slot(c.id, any))) {
    return unknown(`${type.name} computes its attributes`, { place });
  }
  const own = heap(m).slot(object.id, name);
  const value = own ? ownValue(m, without(own.value, 'absent'), object, type, place) : NOTHING;
  if (own && !mayBe(own.value, 'absent')) return value;
  if (inClass) return join(value, bindRead(m, inClass.value, object, type, place));
  const reflected = reflect(m, object, name);
  if (reflected) return reflected;
  const fallback = missingOnInstance(m, object, type, name, place);
  if (fallback) return join(value, fallback);
  return own && !isNothing(value) ? value : undefined;
}

/** An object's own accessors run where a language lets single objects have them. */
function ownValue(m: Machine, value: Value, object: HeapObject, type: ClassObject, place: Place): Value {
  if (m.dialect.receiver === 'first-parameter' || !isDataDescriptor(m, value)) return value;
  return bindRead(m, value, object, type, place);
}

function missingOnInstance(
  m: Machine,
  object: HeapObject,
  type: ClassObject,
  name: string,
  place: Place,
): Value | undefined {
  const hook = m.dialect.names.getMissingAttribute;
  const method = hook === undefined ? undefined : lookUp(m, type.mro, hook);
  if (method) {
    const bound = bind(m, method.value, object, type, place);
    return m.rules.call(m, bound, positional(text(name)), place);
  }
  if (type.unknownBase !== undefined) return inheritedUnseen(m, type, name, place);
  return heap(m).slot(object.id, ANY_NAME)?.value;
}

function isDataDescriptor(m: Machine, value: Value): boolean {
  return value.atoms.some((atom) =>
    atom.kind === 'wrapper' ? atom.wrapper === 'property' : descriptorSetter(m, atom) !== undefined,
  );
}

function fromClass(m: Machine, type: ClassObject, name: string, place: Place): Value | undefined {
  const slot = lookUp(m, type.mro, name);
  if (slot) return bindToClass(m, slot.value, type, place);
  const reflected = reflect(m, type, name);
  if (reflected) return reflected;
  if (type.metaclass) {
    const meta = lookUp(m, type.metaclass.mro, name);
    if (meta) return bind(m, meta.value, type, type.metaclass, place);
  }
  if (type.unknownBase !== undefined) return inheritedUnseen(m, type, name, place);
  const any = heap(m).slot(type.id, ANY_NAME)?.value;
  return any ?? (m.dialect.receiver === 'this' ? ofFunctionClass(m, type, name, place) : undefined);
}

/** An attribute that only the base class that nobody can see may have. */
function inheritedUnseen(m: Machine, type: ClassObject, name: string, place: Place): Value {
  const base = m.callGraph ? unseenBase(type) : undefined;
  const reason = `${type.name} inherits from ${type.unknownBase}, which cannot be seen`;
  return unknown(reason, { place, path: base === undefined ? undefined : `${base}.${name}` });
}

function fromModule(
  m: Machine,
  module: Extract<HeapObject, { kind: 'module' }>,
  name: string,
  place: Place,
): Value | undefined {
  if (module.node && m.dialect.importBindings === 'live') return readExport(m, module, name, place);
  ensureLoaded(m, module);
  const slot = heap(m).slot(module.id, name);
  if (slot) {
    const value = without(slot.value, 'absent');
    if (!isNothing(value)) return value;
  }
  const pending = m.rules.pendingName(m, module, name);
  if (pending) return pending;
  const reflected = reflect(m, module, name);
  if (reflected) return reflected;
  const hook = m.dialect.names.getMissingAttribute;
  const getter = hook === undefined ? undefined : heap(m).slot(module.id, hook);
  if (getter) return m.rules.call(m, getter.value, positional(text(name)), place);
  return (
    heap(m).slot(module.id, ANY_NAME)?.value ??
    (module.isModel ? inModelModule(m, module, name, place) : undefined)
  );
}

/** A library module has what nobody modelled: a submodule that is modelled, else something unknown. */
function inModelModule(m: Machine, module: ModuleObject, name: string, place: Place): Value | undefined {
  if (inModel(m) || m.callGraph) return undefined;
  const dotted = `${module.name}.${name}`;
  if (m.modules.resolve({ name: dotted, level: 0 }, module).at(-1))
    return m.rules.importModule(m, { name: dotted, level: 0 }, place);
  return unknown(`${dotted} is not followed`, { place, path: dotted, truthy: /^[A-Z]/.test(name) });
}

function fromSuper(
  m: Machine,
  after: ClassObject,
  receiver: Atomic,
  name: string,
  place: Place,
): Value | undefined {
  const asClass = receiver.kind === 'class' && receiver.metaclass?.mro.includes(after) !== true;
  const type = receiver.kind === 'class' ? (asClass ? receiver : receiver.metaclass) : classOf(m, receiver);
  const mro = type?.mro ?? after.mro;
  const rest = mro.slice(mro.indexOf(after) + 1);
  const slot = lookUp(m, m.callGraph && type?.unknownBase !== undefined ? withoutRoot(m, rest) : rest, name);
  if (slot) {
    return asClass
      ? bindToClass(m, slot.value, receiver, place)
      : bind(m, slot.value, receiver, type ?? after, place);
  }
  if (type?.unknownBase !== undefined) return inheritedUnseen(m, type, name, place);
  return undefined;
}

/** The base that nobody can see comes before the root of all classes, and has what the root has. */
function withoutRoot(m: Machine, classes: readonly ClassObject[]): readonly ClassObject[] {
  return classes.filter((type) => type !== builtinClass(m, m.dialect.types.root));
}

function fromFunction(m: Machine, atom: HeapObject, name: string, place: Place): Value | undefined {
  const slot = heap(m).slot(atom.id, name);
  if (slot) return without(slot.value, 'absent');
  const reflected = reflect(m, atom, name);
  if (reflected) return reflected;
  if (atom.kind === 'bound') return getFrom(m, atom.function, name, place);
  if (atom.kind === 'wrapper') return wrapperAttribute(m, atom, name);
  if (atom.kind === 'function' && atom.isModel)
    return unknown(`attribute ${name} of ${atom.name}, which a library has`, { place });
  if (m.trace.escapes.has(atom.id))
    return unknown(`attribute ${name} of what an unseen decorator made`, { place });
  return m.dialect.receiver === 'this' ? ofFunctionClass(m, atom, name, place) : undefined;
}

/** What every function has by its class. */
function ofFunctionClass(m: Machine, atom: Atomic, name: string, place: Place): Value | undefined {
  const type = builtinClass(m, m.dialect.types.function);
  const slot = type && lookUp(m, type.mro, name);
  return slot && type ? bindRead(m, slot.value, atom, type, place) : undefined;
}

function wrapperAttribute(
  m: Machine,
  atom: Extract<HeapObject, { kind: 'wrapper' }>,
  name: string,
): Value | undefined {
  if (atom.wrapper === 'property') return single(deriveBound(m, nativeFunction(m, `property_${name}`), atom));
  return unknown(`attribute ${name} of a wrapped function`);
}

function fromBuiltin(m: Machine, atom: Atomic, name: string, place: Place): Value | undefined {
  if (atom.kind === 'container' && atom.environment && m.dialect.missingAttribute === 'undefined')
    return heap(m).slot(atom.id, name)?.value ?? environmentVariable(m, text(name), UNDEFINED);
  const type = classOf(m, atom);
  if (!type) return unknown(`attribute ${name} of a ${atom.kind}`, { place });
  if (
    atom.kind !== 'constant' &&
    atom.kind !== 'none' &&
    atom.kind !== 'undefined' &&
    atom.kind !== 'unknown'
  ) {
    return fromInstance(m, atom, type, name, place);
  }
  const slot = lookUp(m, type.mro, name);
  return slot ? bindRead(m, slot.value, atom, type, place) : (reflect(m, atom, name) ?? undefined);
}
