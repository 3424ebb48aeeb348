/** Creating instances: allocation, the constructor, records. Rules: Python data model 3.3.1 (`__new__`, `__init__`). */
import { store } from './attribute-writes.ts';
import { bind, lookUp } from './descriptors.ts';
import { edgeToClass, edgeToUnseenConstructor, noteInstance } from './call-graph.ts';
import type { CallArguments, Machine } from './machine.ts';
import { heap, newId, positional, record, workspacePlace } from './machine.ts';
import type { Atom, Value } from './values.ts';
import type { ClassObject, FunctionObject, InstanceObject, Place } from './objects.ts';
import { raiseBuiltin } from './raise.ts';
import type { CreateStep } from './steps.ts';
import { NOTHING, filter, isNothing, join, single, unknown } from './values.ts';

/** `type(...)`: metaclass call, allocation, constructor. */
export function construct(m: Machine, type: ClassObject, args: CallArguments, place: Place): Value {
  const viaMetaclass = metaclassCall(m, type);
  if (viaMetaclass)
    return m.rules.call(m, bind(m, viaMetaclass, type, type.metaclass as ClassObject, place), args, place);
  return constructPlainly(m, type, args, place);
}

function metaclassCall(m: Machine, type: ClassObject): Value | undefined {
  const hook = m.dialect.names.call;
  if (!type.metaclass || hook === undefined) return undefined;
  const builtins = m.dialect.names.builtins;
  const slot = lookUp(
    m,
    type.metaclass.mro.filter((c) => c.module.name !== builtins),
    hook,
  );
  return slot?.value;
}

/** What the builtin metaclass does. */
export function constructPlainly(m: Machine, type: ClassObject, args: CallArguments, place: Place): Value {
  edgeToClass(m, type);
  const allocator = m.dialect.names.allocate;
  const allocate = allocator === undefined ? undefined : lookUp(m, type.mro, allocator);
  const custom = allocate?.value.atoms.some((atom) => atom.kind === 'function' && !isRoot(m, atom));
  const created = custom
    ? m.rules.call(
        m,
        unwrapStatic(allocate?.value ?? NOTHING),
        { ...args, positional: [single(type), ...args.positional] },
        place,
      )
    : single(newInstance(m, type, place));
  if (!m.state) return NOTHING;
  let result = NOTHING;
  for (const atom of created.atoms) {
    if (!m.state) break;
    const isOwn = atom.kind === 'instance' && atom.class.mro.includes(type);
    const isFilled = isOwn || (atom.kind === 'container' && atom.class && !atom.class.isModel);
    const given = isFilled ? initialise(m, atom, args, place) : NOTHING;
    if (m.state) result = join(result, madeOf(atom, given));
  }
  return result;
}

/** What a constructor makes: the new object, or the one that it gives in its place (ECMAScript 10.2.2). */
export function madeOf(object: Atom, given: Value): Value {
  const others = filter(given, (atom) => 'id' in atom);
  if (isNothing(others)) return single(object);
  return others.atoms.length < given.atoms.length ? join(single(object), others) : others;
}

function isRoot(m: Machine, fn: FunctionObject): boolean {
  return fn.isModel && fn.owner?.value?.name === m.dialect.types.root;
}

function unwrapStatic(value: Value): Value {
  return {
    atoms: value.atoms.flatMap((atom): readonly Atom[] =>
      atom.kind === 'wrapper' && atom.wrapper === 'static' ? atom.target.atoms : [atom],
    ),
  };
}

/** A fresh instance without running any constructor. */
export function newInstance(m: Machine, type: ClassObject, place: Place): InstanceObject {
  const site = workspacePlace(m, place);
  const id = newId(m);
  const step = m.callGraph ? -1 : m.trace.steps.length;
  const object: InstanceObject = { kind: 'instance', id, class: type, site, step };
  if (!m.callGraph && !type.isModel) record<CreateStep>(m, { kind: 'create', place: site, object });
  noteInstance(m, object);
  heap(m).setSlot(id, INSTANCE_MARK, { value: NOTHING, writes: [] });
  return object;
}

/** Keeps an instance without attributes in the heap, so that what joins knows it existed. */
export const INSTANCE_MARK = '#instance';

function initialise(
  m: Machine,
  object: Extract<Atom, { kind: 'instance' | 'container' }>,
  args: CallArguments,
  place: Place,
): Value {
  const type = object.class as ClassObject;
  const slot = lookUp(m, type.mro, m.dialect.names.constructor);
  if (!slot) {
    if (type.unknownBase === undefined) refuseArguments(m, type, args, place);
    else edgeToUnseenConstructor(m, type);
    return NOTHING;
  }
  if (slot.value.atoms.every((atom) => atom.kind === 'function' && isRoot(m, atom))) {
    edgeToUnseenConstructor(m, type);
    if (isPlain(m, type)) refuseArguments(m, type, args, place);
    if (!m.state) return NOTHING;
  }
  const bound = bind(m, slot.value, object, type, place);
  return m.rules.call(m, bound, args, place);
}

/** Whether nothing unseen can have given the class a constructor: all of it is workspace code, without decorators and metaclass. */
function isPlain(m: Machine, type: ClassObject): boolean {
  return type.mro.every(
    (base) =>
      base.name === m.dialect.types.root ||
      (!base.isModel &&
        !base.metaclass &&
        base.unknownBase === undefined &&
        base.node?.decorators.length === 0),
  );
}

function refuseArguments(m: Machine, type: ClassObject, args: CallArguments, place: Place): void {
  const given = args.positional.length + args.named.size;
  const allocator = m.dialect.names.allocate;
  if (given === 0 || m.dialect.argumentMismatch === 'ignore' || m.callGraph) return;
  const allocate = allocator === undefined ? undefined : lookUp(m, type.mro, allocator);
  if (allocate?.value.atoms.some((atom) => atom.kind !== 'function' || !isRoot(m, atom))) return;
  raiseBuiltin(
    m,
    m.dialect.names.argumentError,
    { kind: 'argument-mismatch', callee: type, detail: `${type.name}() takes no arguments` },
    place,
  );
}

/** Assigns the annotated fields of a record class from arguments, defaults, or factories. */
export function bindRecord(
  m: Machine,
  object: Value,
  type: ClassObject,
  args: CallArguments,
  place: Place,
  strict: boolean,
): void {
  const remaining = [...args.positional];
  const seen = new Set<string>();
  for (const base of [...type.mro].reverse()) {
    for (const field of base.fields) {
      if (field.classVariable || seen.has(field.name) || !m.state) continue;
      seen.add(field.name);
      const given = args.named.get(field.name) ?? remaining.shift();
      const value = given ?? defaultUnlessGiven(m, type, field.name, args, place);
      if (value === undefined && strict && !args.morePositional && !args.moreNamed) {
        raiseBuiltin(
          m,
          m.dialect.names.argumentError,
          {
            kind: 'argument-mismatch',
            callee: type,
            detail: `${type.name}() is missing the argument '${field.name}'`,
          },
          place,
        );
        return;
      }
      storeOn(
        m,
        object,
        field.name,
        value ?? unknown(`field ${field.name} of ${type.name} has no known value`, { place }),
        place,
      );
    }
  }
}

/** The default; joined with anything where arguments that cannot be told may give the field. */
function defaultUnlessGiven(
  m: Machine,
  type: ClassObject,
  name: string,
  { moreNamed }: CallArguments,
  place: Place,
): Value | undefined {
  const value = defaultOf(m, type, name, place);
  if (value === undefined || moreNamed === undefined) return value;
  return join(value, unknown(`field ${name} of ${type.name} may be given`, { place }));
}

function storeOn(m: Machine, object: Value, name: string, value: Value, place: Place): void {
  for (const atom of object.atoms)
    if ('id' in atom) store(m, atom, name, value, place, object.atoms.length === 1);
}

function defaultOf(m: Machine, type: ClassObject, name: string, place: Place): Value | undefined {
  const slot = lookUp(m, type.mro, name);
  if (!slot) return undefined;
  let result = NOTHING;
  for (const atom of slot.value.atoms) {
    const factory = atom.kind === 'instance' ? heap(m).slot(atom.id, '#factory')?.value : undefined;
    const fixed = atom.kind === 'instance' ? heap(m).slot(atom.id, '#default')?.value : undefined;
    if (factory && !isNothing(factory)) result = join(result, m.rules.call(m, factory, positional(), place));
    else if (fixed) result = join(result, fixed);
    else if (atom.kind !== 'absent') result = join(result, single(atom));
  }
  return isNothing(result) ? undefined : result;
}
