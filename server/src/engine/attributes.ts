/**
 * Reading, asking for and storing attributes. Attributes exist or not: a class whose bases and writers are all seen and
 * never define a name does not have it. Order after the Python data model 3.3.2 (descriptors) where a dialect has them.
 */
import type { Reason } from './guards.ts';
import { deriveBound, nativeFunction } from './intern.ts';
import type { Decision, Machine } from './machine.ts';
import { heap, inModel, positional, record, workspacePlace } from './machine.ts';
import type { Atomic, ClassObject, FunctionObject, HeapObject, InstanceObject, Place } from './objects.ts';
import { attempt, raiseBuiltin } from './raise.ts';
import { reflect } from './reflection.ts';
import type { Slot } from './state.ts';
import type { WriteStep } from './steps.ts';
import { classOf } from './types.ts';
import type { Atom, Value } from './values.ts';
import { NOTHING, UNDEFINED, filter, isNothing, join, mayBe, single, unknown, without } from './values.ts';

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
  if (!isNothing(result) || !m.state || !missing) return result;
  if (m.dialect.missingAttribute === 'undefined' && missing.kind !== 'none' && missing.kind !== 'undefined')
    return UNDEFINED;
  const cause = { kind: 'missing-attribute', owner: describeOwner(m, missing), attribute: name } as const;
  return raiseBuiltin(m, m.dialect.names.attributeError, cause, place);
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
      return unknownAttribute(atom.reason, atom.path, name, place);
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

function unknownAttribute(reason: string, path: string | undefined, name: string, place: Place): Value {
  const dotted = path === undefined ? undefined : `${path}.${name}`;
  return unknown(reason, { place, path: dotted, truthy: dotted !== undefined && /^[A-Z]/.test(name) });
}

/** A name looked up in the classes of a method resolution order. */
export function lookUp(m: Machine, mro: readonly ClassObject[], name: string): Slot | undefined {
  const state = heap(m);
  for (const candidate of mro) {
    const slot = state.slot(candidate.id, name);
    if (slot) return slot;
  }
  return undefined;
}

function fromInstance(
  m: Machine,
  object: HeapObject,
  type: ClassObject,
  name: string,
  place: Place,
): Value | undefined {
  const inClass = lookUp(m, type.mro, name);
  if (inClass && isDataDescriptor(inClass.value)) return bind(m, inClass.value, object, type, place);
  const any = m.dialect.names.getAnyAttribute;
  if (any !== undefined && !inModel(m) && type.mro.some((c) => !c.isModel && heap(m).slot(c.id, any))) {
    return unknown(`${type.name} computes its attributes`, { place });
  }
  const own = heap(m).slot(object.id, name);
  const value = own ? without(own.value, 'absent') : NOTHING;
  if (own && !mayBe(own.value, 'absent')) return value;
  if (inClass) return join(value, bind(m, inClass.value, object, type, place));
  const reflected = reflect(m, object, name);
  if (reflected) return reflected;
  const fallback = missingOnInstance(m, object, type, name, place);
  if (fallback) return join(value, fallback);
  return own && !isNothing(value) ? value : undefined;
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
    return m.rules.call(m, bound, positional(nameValue(name)), place);
  }
  if (type.unknownBase !== undefined)
    return unknown(`${type.name} inherits from ${type.unknownBase}, which cannot be seen`, { place });
  return undefined;
}

function nameValue(name: string): Value {
  return single({ kind: 'constant', type: 'string', value: name, variable: undefined });
}

function isDataDescriptor(value: Value): boolean {
  return value.atoms.some((atom) => atom.kind === 'wrapper' && atom.wrapper === 'property');
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
  if (type.unknownBase !== undefined)
    return unknown(`${type.name} inherits from ${type.unknownBase}, which cannot be seen`, { place });
  return undefined;
}

function fromModule(
  m: Machine,
  module: Extract<HeapObject, { kind: 'module' }>,
  name: string,
  place: Place,
): Value | undefined {
  const slot = heap(m).slot(module.id, name);
  if (slot) {
    const value = without(slot.value, 'absent');
    if (!isNothing(value)) return value;
  }
  const reflected = reflect(m, module, name);
  if (reflected) return reflected;
  const hook = m.dialect.names.getMissingAttribute;
  const getter = hook === undefined ? undefined : heap(m).slot(module.id, hook);
  if (getter) return m.rules.call(m, getter.value, positional(nameValue(name)), place);
  return undefined;
}

function fromSuper(
  m: Machine,
  after: ClassObject,
  receiver: Atomic,
  name: string,
  place: Place,
): Value | undefined {
  const type = receiver.kind === 'class' ? receiver : classOf(m, receiver);
  const mro = type?.mro ?? after.mro;
  const index = mro.indexOf(after);
  const rest = mro.slice(index + 1);
  const slot = lookUp(m, rest, name);
  if (slot) {
    return receiver.kind === 'class'
      ? bindToClass(m, slot.value, receiver, place)
      : bind(m, slot.value, receiver, type ?? after, place);
  }
  if (type?.unknownBase !== undefined)
    return unknown(`${type.name} inherits from ${type.unknownBase}, which cannot be seen`, { place });
  return undefined;
}

function fromFunction(m: Machine, atom: HeapObject, name: string, place: Place): Value | undefined {
  const slot = heap(m).slot(atom.id, name);
  if (slot) return without(slot.value, 'absent');
  const reflected = reflect(m, atom, name);
  if (reflected) return reflected;
  if (atom.kind === 'bound') return getFrom(m, atom.function, name, place);
  if (atom.kind === 'wrapper') return wrapperAttribute(m, atom, name);
  return undefined;
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
  return slot ? bind(m, slot.value, atom, type, place) : (reflect(m, atom, name) ?? undefined);
}

/** What a class attribute is when read through an instance: functions bind, properties run. */
export function bind(m: Machine, value: Value, receiver: Atomic, type: ClassObject, place: Place): Value {
  let result = NOTHING;
  for (const atom of value.atoms) {
    if (!m.state || atom.kind === 'absent') continue;
    result = join(result, bindAtom(m, atom, receiver, type, place));
  }
  return result;
}

function bindAtom(m: Machine, atom: Atom, receiver: Atomic, type: ClassObject, place: Place): Value {
  switch (atom.kind) {
    case 'function':
    case 'native':
      return single(deriveBound(m, atom, receiver));
    case 'wrapper':
      return bindWrapper(m, atom, receiver, type, place);
    case 'instance':
      return bindDescriptor(m, atom, receiver, type, place);
    default:
      return single(atom);
  }
}

function bindDescriptor(
  m: Machine,
  atom: InstanceObject,
  receiver: Atomic,
  type: ClassObject,
  place: Place,
): Value {
  const hook = m.dialect.names.descriptorGet;
  if (hook === undefined || receiver.kind === 'unknown') return single(atom);
  const getter = lookUp(m, atom.class.mro, hook);
  if (!getter) return single(atom);
  const bound = bind(m, getter.value, atom, atom.class, place);
  return m.rules.call(m, bound, positional(single(receiver), single(type)), place);
}

function bindWrapper(
  m: Machine,
  atom: Extract<HeapObject, { kind: 'wrapper' }>,
  receiver: Atomic,
  type: ClassObject,
  place: Place,
): Value {
  switch (atom.wrapper) {
    case 'property':
      return m.rules.call(m, bind(m, atom.target, receiver, type, place), positional(), place);
    case 'cached-property':
      return cachedProperty(m, atom, receiver, type, place);
    case 'static':
      return atom.target;
    case 'class-method':
      return bindToClass(m, single(atom), receiver.kind === 'class' ? receiver : type, place);
    case 'partial':
      return single(atom);
    case 'memoized':
    case 'context-manager':
      return single(deriveBound(m, atom, receiver));
  }
}

function cachedProperty(
  m: Machine,
  atom: Extract<HeapObject, { kind: 'wrapper' }>,
  receiver: Atomic,
  type: ClassObject,
  place: Place,
): Value {
  const value = m.rules.call(m, bind(m, atom.target, receiver, type, place), positional(), place);
  const name = atom.target.atoms[0];
  if (m.state && name?.kind === 'function' && 'id' in receiver) {
    m.state.setSlot(receiver.id, name.name, { value, writes: [] });
  }
  return value;
}

function bindToClass(m: Machine, value: Value, type: ClassObject, place: Place): Value {
  let result = NOTHING;
  for (const atom of value.atoms) {
    if (atom.kind === 'absent') continue;
    if (atom.kind === 'wrapper' && atom.wrapper === 'class-method') {
      for (const target of atom.target.atoms) {
        const bound =
          target.kind === 'function' || target.kind === 'wrapper' ? deriveBound(m, target, type) : target;
        result = join(result, single(bound));
      }
    } else if (atom.kind === 'wrapper' && atom.wrapper === 'static') result = join(result, atom.target);
    else if (atom.kind === 'instance') {
      const hook = m.dialect.names.descriptorGet;
      const getter = hook === undefined ? undefined : lookUp(m, atom.class.mro, hook);
      if (!getter) result = join(result, single(atom));
      else {
        const bound = bind(m, getter.value, atom, atom.class, place);
        const none = { kind: 'none' } as const;
        result = join(result, m.rules.call(m, bound, positional(single(none), single(type)), place));
      }
    } else result = join(result, single(atom));
  }
  return result;
}

/** `hasattr(object, name)`, with the reason. Getters run: one that only raises a missing-attribute error means no. */
export function hasAttribute(m: Machine, object: Value, name: string, place: Place): Decision {
  let yes: Reason | undefined;
  let no: Reason | undefined;
  for (const atom of object.atoms) {
    if (atom.kind === 'absent' || !m.state) continue;
    const own = 'id' in atom ? heap(m).slot(atom.id, name) : undefined;
    const existence = probe(m, atom, name, place);
    const uncertain = own !== undefined && mayBe(own.value, 'absent') && existence === 'true';
    if (existence === 'open' || atom.kind === 'unknown' || (uncertain && !inClassOf(m, atom, name))) {
      return {
        truth: 'open',
        reason: { kind: 'unknown', text: `it is not known whether ${describeOwner(m, atom)} has ${name}` },
      };
    }
    if (existence === 'true')
      yes = { kind: 'present-attribute', owner: describeOwner(m, atom), attribute: name };
    else no = missingReason(m, atom, name);
  }
  if (yes && no)
    return { truth: 'open', reason: { kind: 'unknown', text: `only some of what it can be has ${name}` } };
  if (yes) return { truth: 'true', reason: yes };
  return { truth: 'false', reason: no ?? { kind: 'unknown', text: 'it does not exist' } };
}

function inClassOf(m: Machine, atom: Atomic, name: string): boolean {
  const type = classOf(m, atom);
  return type !== undefined && lookUp(m, type.mro, name) !== undefined;
}

function missingReason(m: Machine, atom: Atomic, name: string): Reason {
  if (atom.kind === 'module') return { kind: 'missing-on-module', module: atom.name, attribute: name };
  const type = atom.kind === 'class' ? atom : classOf(m, atom);
  if (type) return { kind: 'missing-attribute', class: type, attribute: name };
  return { kind: 'unknown', text: `${describeOwner(m, atom)} has no ${name}` };
}

function probe(m: Machine, atom: Atomic, name: string, place: Place): 'true' | 'false' | 'open' {
  if (atom.kind === 'generator-context') {
    const { enter, exit, asyncEnter, asyncExit } = m.dialect.names;
    return [enter, exit, asyncEnter, asyncExit].includes(name) ? 'true' : 'false';
  }
  const start = heap(m).fork();
  const { value, raised } = attempt(m, () => getFrom(m, atom, name, place) ?? NOTHING);
  const completed = !isNothing(value);
  if (!m.state) m.state = start;
  if (completed && raised.length === 0)
    return value.atoms.every((a) => a.kind === 'unknown' && atom.kind !== 'instance')
      ? 'open'
      : openIfUnseen(m, atom, name, value);
  if (completed) return 'open';
  return 'false';
}

/** An attribute that only a base class nobody can see, or a computed attribute, could give is open. */
function openIfUnseen(m: Machine, atom: Atomic, name: string, value: Value): 'true' | 'open' {
  if (!('id' in atom) || heap(m).slot(atom.id, name) || !value.atoms.some((a) => a.kind === 'unknown'))
    return 'true';
  const type = atom.kind === 'class' ? atom : classOf(m, atom);
  if (!type || lookUp(m, type.mro, name)) return 'true';
  return reflect(m, atom, name) ? 'true' : 'open';
}

/** `getattr(object, name, fallback)`. */
export function getAttributeOr(
  m: Machine,
  object: Value,
  name: string,
  fallback: Value,
  place: Place,
): Value {
  const existence = hasAttribute(m, object, name, place);
  if (!m.state) return NOTHING;
  if (existence.truth === 'false') return fallback;
  const { value } = attempt(m, () => getAttribute(m, object, name, place));
  if (existence.truth === 'true') return value;
  return join(value, fallback);
}

/** `object.name = value`. One certain object is updated strongly; of several, each may or may not be the one. */
export function setAttribute(m: Machine, object: Value, name: string, value: Value, place: Place): void {
  const targets = filter(
    object,
    (atom) => atom.kind !== 'none' && atom.kind !== 'undefined' && atom.kind !== 'absent',
  );
  if (isNothing(targets) && !isNothing(object) && m.state) {
    const cause = { kind: 'missing-attribute', owner: m.dialect.words.none, attribute: name } as const;
    raiseBuiltin(m, m.dialect.names.attributeError, cause, place);
    return;
  }
  for (const atom of targets.atoms) {
    if (!m.state) return;
    if ('id' in atom) setOn(m, atom, name, value, place, targets.atoms.length === 1);
  }
}

function setOn(
  m: Machine,
  atom: HeapObject,
  name: string,
  value: Value,
  place: Place,
  strong: boolean,
): void {
  const type = classOf(m, atom);
  if (type && atom.kind !== 'class' && atom.kind !== 'module') {
    const inClass = lookUp(m, type.mro, name);
    const setter = inClass?.value.atoms.find((a) => a.kind === 'wrapper' && a.wrapper === 'property');
    if (setter?.kind === 'wrapper') {
      if (setter.setter) m.rules.call(m, bind(m, setter.setter, atom, type, place), positional(value), place);
      return;
    }
    const hook = m.dialect.names.setAnyAttribute;
    const custom = hook === undefined ? undefined : lookUp(m, type.mro, hook);
    if (custom && !inSetter(m, atom) && custom.value.atoms.some((a) => a.kind === 'function' && !a.isModel)) {
      m.rules.call(m, bind(m, custom.value, atom, type, place), positional(nameValue(name), value), place);
      return;
    }
  }
  store(m, atom, name, value, place, strong);
}

/** Whether the code that runs is the object's own attribute hook: it stores directly. */
function inSetter(m: Machine, atom: HeapObject): boolean {
  const hook = m.dialect.names.setAnyAttribute;
  for (let frame: Machine['frame'] | undefined = m.frame; frame; frame = frame.parent) {
    if (frame.function?.name === hook && frame.receiver?.atoms.includes(atom)) return true;
  }
  return false;
}

/** Stores without hooks, and records it. */
export function store(
  m: Machine,
  object: HeapObject,
  name: string,
  value: Value,
  place: Place,
  strong: boolean,
): void {
  const state = heap(m);
  const where = workspacePlace(m, place);
  const visible = !inModel(m) || !isModelObject(m, object);
  const step =
    visible && !m.callGraph ? record<WriteStep>(m, { kind: 'write', place: where, object, name, value }) : -1;
  const write = { step, guards: m.guards, value };
  const old = state.slot(object.id, name);
  if (strong || !old) {
    const stored = strong ? value : join(value, single({ kind: 'absent' }));
    state.setSlot(object.id, name, { value: stored, writes: [write] });
  } else
    state.setSlot(object.id, name, {
      value: join(old.value, value),
      writes: [...old.writes, write].slice(-8),
    });
}

function isModelObject(m: Machine, object: HeapObject): boolean {
  if (object.kind === 'module' || object.kind === 'class') return object.isModel;
  return classOf(m, object)?.isModel ?? false;
}

export function deleteAttribute(m: Machine, object: Value, name: string): void {
  for (const atom of object.atoms) if ('id' in atom) heap(m).deleteSlot(atom.id, name);
}

/** The methods that a call of `name` on this value may go to, without running anything. */
export function methodsOf(m: Machine, object: Value, name: string): FunctionObject[] {
  const found: FunctionObject[] = [];
  for (const atom of object.atoms) {
    const type = atom.kind === 'absent' ? undefined : classOf(m, atom);
    const slot = type ? lookUp(m, type.mro, name) : undefined;
    for (const candidate of slot?.value.atoms ?? []) if (candidate.kind === 'function') found.push(candidate);
  }
  return found;
}
