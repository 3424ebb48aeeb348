/**
 * What a request hands to its handler: unknown values, of the types that the parameters state. Must not know any library: models say by a
 * method of their own (`Dialect.requestMethod`) what a default value or an annotation stands for.
 */
import type { Expression, Parameter } from '../ir/nodes.ts';
import { lookUp } from './descriptors.ts';
import { moduleFrame } from './imports.ts';
import { keyOf } from './items.ts';
import type { CallArguments, Machine } from './machine.ts';
import { NO_ARGUMENTS, positional } from './machine.ts';
import type { Atom, Atomic, ClassObject, FunctionObject, Place } from './objects.ts';
import { attempt, branch, raise } from './raise.ts';
import { classOf } from './types.ts';
import type { Value } from './values.ts';
import { NONE, NOTHING, isNothing, join, single, unknown } from './values.ts';
import { unbilled } from './work-share.ts';

/** Parameters of what is called, and those that have their argument already. */
interface Signature {
  readonly function: FunctionObject;
  /** Leading parameters that are bound. */
  readonly skip: number;
  readonly given: ReadonlySet<string>;
}

const NOT_GIVEN: ReadonlySet<string> = new Set();

/** Which parameters are given something: all of them, or those that have no default. */
type Given = 'all' | 'required';

/** Calls everything that `target` can be with the arguments of a request; with `required`, as somebody unseen calls a function. */
export function callPerRequest(m: Machine, target: Value, place: Place, which: Given = 'all'): Value {
  if (!m.state || target.atoms.length === 0) return NOTHING;
  return branch(
    m,
    target.atoms.map((atom) => () => {
      const signature = signatureOf(m, atom);
      const args = signature ? requestArguments(m, signature, place, which) : NO_ARGUMENTS;
      return m.state ? m.rules.call(m, single(atom), args, place) : NOTHING;
    }),
  );
}

/** What the first request got from `fn` for this key; it is called when the first asks. It may fail for all of them. */
export function sharedPerRequest(m: Machine, fn: Value, key: Value, place: Place): Value {
  const atom = key.atoms.length === 1 ? key.atoms[0] : undefined;
  const name = atom && keyOf(atom);
  const known = name === undefined ? undefined : m.sharedResults.get(name);
  if (known) m.trace.shared.push({ root: m.root, from: known.from, to: known.to });
  if (known?.failure) return raise(m, known.failure.exception, known.failure.cause, known.failure.place);
  if (known) return known.value;
  const from = m.trace.steps.length;
  const { value, raised } = attempt(m, () =>
    unbilled(m, m.limits.requestWork, () => m.rules.call(m, fn, positional(key), place)),
  );
  m.sink.push(...raised);
  const failure = m.state ? undefined : raised[0];
  if (name !== undefined && (m.state || failure))
    m.sharedResults.set(name, { value, failure, from, to: m.trace.steps.length });
  return value;
}

function signatureOf(m: Machine, atom: Atom): Signature | undefined {
  switch (atom.kind) {
    case 'function':
      return { function: unwrapped(m, atom), skip: 0, given: NOT_GIVEN };
    case 'bound':
      return bound(signatureOf(m, atom.function));
    case 'class':
      return bound(method(m, atom, m.dialect.names.constructor));
    case 'instance':
      return bound(method(m, atom.class, m.dialect.names.call));
    case 'wrapper': {
      const inner = atom.target.atoms[0] && signatureOf(m, atom.target.atoms[0]);
      if (!inner || atom.wrapper !== 'partial') return inner;
      return { ...inner, skip: inner.skip + atom.args.length, given: new Set(atom.named.keys()) };
    }
    default:
      return undefined;
  }
}

/** The function whose parameters a decorator says that its own function has. */
function unwrapped(m: Machine, fn: FunctionObject): FunctionObject {
  const name = m.dialect.names.wrapped;
  const inner = name === undefined ? undefined : m.state?.slot(fn.id, name)?.value.atoms[0];
  return inner?.kind === 'function' ? unwrapped(m, inner) : fn;
}

function method(m: Machine, type: ClassObject, name: string | undefined): Signature | undefined {
  const found = name === undefined ? undefined : lookUp(m, type.mro, name)?.value.atoms[0];
  return found ? signatureOf(m, found) : undefined;
}

/** Without the receiver, where that is a parameter. */
function bound(signature: Signature | undefined): Signature | undefined {
  if (!signature) return undefined;
  const { dialect } = signature.function.node.module;
  return dialect.receiver === 'first-parameter' ? { ...signature, skip: signature.skip + 1 } : signature;
}

function requestArguments(m: Machine, signature: Signature, place: Place, which: Given): CallArguments {
  const { function: fn, skip, given } = signature;
  const values: Value[] = [];
  const named = new Map<string, Value>();
  let morePositional: Value | undefined;
  let moreNamed: Value | undefined;
  for (const [index, parameter] of fn.node.parameters.entries()) {
    if (index < skip || given.has(parameter.name)) continue;
    if (which === 'required' && (fn.defaults[index] || parameter.kind.endsWith('rest'))) continue;
    if (parameter.kind === 'rest') morePositional = unknown('an argument of a request', { place });
    else if (parameter.kind === 'named-rest') moreNamed = unknown('an argument of a request', { place });
    else {
      const value = argumentFor(m, fn, index, parameter, place);
      if (!m.state) return NO_ARGUMENTS;
      if (parameter.kind === 'positional-only') values.push(value);
      else named.set(parameter.name, value);
    }
  }
  return { positional: values, named, morePositional, moreNamed };
}

function argumentFor(
  m: Machine,
  fn: FunctionObject,
  index: number,
  parameter: Parameter,
  place: Place,
): Value {
  const fallback = fn.defaults[index];
  const type = parameter.type ? typeAt(m, fn, parameter.type) : NONE;
  const stated = fallback && given(m, fallback, type, place);
  if (stated) return stated;
  const value = valueOfType(m, type, place);
  return fallback ? join(fallback, value) : value;
}

/** What a value's own method says that a request gives; `undefined` where it has none. */
function given(m: Machine, value: Value, type: Value, place: Place): Value | undefined {
  const atom = value.atoms.length === 1 ? value.atoms[0] : undefined;
  if (atom?.kind !== 'instance' || !lookUp(m, atom.class.mro, m.dialect.requestMethod)) return undefined;
  const hook = m.rules.getAttribute(m, value, m.dialect.requestMethod, place);
  return m.state ? m.rules.call(m, hook, positional(type), place) : NOTHING;
}

/** The value of an annotation, evaluated where the function is defined; none where it is more than a name. */
function typeAt(m: Machine, fn: FunctionObject, type: Expression): Value {
  if (type.kind !== 'name' && type.kind !== 'attribute' && type.kind !== 'index') return NONE;
  const before = m.state?.fork();
  const outer = m.frame;
  const frame = moduleFrame(fn.module, outer, outer.step, fn.qualifiedName);
  m.frame = fn.scope ? { ...frame, scope: fn.scope } : frame;
  const { value } = attempt(m, () => m.rules.evaluate(m, type));
  m.frame = outer;
  if (m.state) return value;
  m.state = before;
  return NONE;
}

/** A value of a stated type, as a request would give it. */
export function valueOfType(m: Machine, type: Value, place: Place): Value {
  if (type.atoms.length !== 1) return unknown('an argument of a request', { place });
  const atom = type.atoms[0] as Atomic;
  const stated = given(m, type, NONE, place);
  if (stated) return stated;
  if (atom.kind === 'unknown' && atom.path !== undefined)
    return unknown(`an object of ${atom.path}`, { place, path: atom.path, truthy: true });
  if (atom.kind !== 'class') return unknown('an argument of a request', { place });
  if (!atom.isModel || isBuiltin(m, atom))
    return unknown(`some ${atom.name} of a request`, { place, notNone: true });
  const { value } = attempt(m, () => callPerRequest(m, type, place));
  return isNothing(value) ? unknown(`some ${atom.name} of a request`, { place, notNone: true }) : value;
}

function isBuiltin(m: Machine, type: ClassObject): boolean {
  return type.module.name === m.dialect.names.builtins || classOf(m, type)?.name === type.name;
}
