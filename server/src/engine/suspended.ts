/**
 * What runs later than it is called: awaiting coroutines, driving generators, iterating.
 * A generator's body runs in line and `yield` calls back, so that order and exceptions stay as they are.
 */
import { bind, lookUp } from './descriptors.ts';
import { oncePerArguments } from './call-graph.ts';
import { activate } from './calls.ts';
import { awaitCall } from './jobs.ts';
import { elementsOfExpression, remainingElements } from './generators.ts';
import type { Elements } from './items.ts';
import type { Machine, OnYield } from './machine.ts';
import { NO_ARGUMENTS, heap, positional } from './machine.ts';
import type { Atomic, ContainerObject, CoroutineObject, Place, SuspendedCall } from './objects.ts';
import { attempt, branch } from './raise.ts';
import { classOf } from './types.ts';
import type { Value } from './values.ts';
import { NOTHING, UNDEFINED, isNothing, join, joinAll, single, text, unknown } from './values.ts';

/** Runs a suspended call now. */
export function resume(m: Machine, call: SuspendedCall, onYield: OnYield | undefined): Value {
  return activate(m, call, onYield, parametersOf(m, call));
}

function parametersOf(m: Machine, call: SuspendedCall): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const parameter of call.function.node.parameters) {
    const slot = m.state?.slot(call.scope.id, parameter.name);
    if (slot) values.set(parameter.name, slot.value);
  }
  return values;
}

/** `await value`: awaiting a coroutine is calling it; each runs once. */
export function awaitValue(m: Machine, value: Value, place: Place): Value {
  if (!m.state) return NOTHING;
  if (value.atoms.length === 1) return awaitAtom(m, value.atoms[0] as Atomic, place);
  return branch(
    m,
    value.atoms.filter((atom) => atom.kind !== 'absent').map((atom) => () => awaitAtom(m, atom, place)),
  );
}

const RESULT = '#result';

function awaitAtom(m: Machine, atom: Atomic, place: Place): Value {
  switch (atom.kind) {
    case 'coroutine':
      return m.dialect.asyncCalls === 'eager' ? awaitCall(m, atom) : runCoroutine(m, atom);
    case 'task':
      return atom.result();
    case 'instance': {
      const hook = m.dialect.names.await;
      const method = hook === undefined ? undefined : lookUp(m, atom.class.mro, hook);
      if (!method) return unknown(`the result of awaiting a ${atom.class.name}`, { place });
      const inner = m.rules.call(m, bind(m, method.value, atom, atom.class, place), positional(), place);
      return inner.atoms[0]?.kind === 'generator'
        ? runGenerator(m, inner.atoms[0].call)
        : awaitOnce(m, inner, place);
    }
    case 'unknown':
      return unknown(atom.reason, { place, path: undefined });
    case 'none':
    case 'undefined':
      return single(atom);
    default:
      return single(atom);
  }
}

function awaitOnce(m: Machine, value: Value, place: Place): Value {
  const atom = value.atoms[0];
  return atom?.kind === 'coroutine' || atom?.kind === 'task' ? awaitAtom(m, atom, place) : value;
}

function runGenerator(m: Machine, call: SuspendedCall): Value {
  return resume(m, call, () => UNDEFINED);
}

/** Runs a coroutine the first time; later awaits give the same result. */
function runCoroutine(m: Machine, coroutine: CoroutineObject): Value {
  const known = heap(m).slot(coroutine.id, RESULT);
  if (known) return known.value;
  const stepId = m.coroutineSteps.get(coroutine.id);
  const step = stepId === undefined ? undefined : m.trace.steps[stepId];
  if (step?.kind === 'coroutine') step.awaited = true;
  const { call } = coroutine;
  const args = { ...NO_ARGUMENTS, named: parametersOf(m, call) };
  const value = oncePerArguments(m, call.function, args, () => resume(m, call, undefined));
  if (m.state) m.state.setSlot(coroutine.id, RESULT, { value, writes: [] });
  return value;
}

/** What iterating over a value gives, in order. */
export function elementsOf(m: Machine, iterable: Value, place: Place): Elements {
  const single_ = iterable.atoms.length === 1 ? iterable.atoms[0] : undefined;
  if (single_ && single_.kind !== 'absent') return elementsOfAtom(m, single_, place);
  let rest = NOTHING;
  for (const atom of iterable.atoms) {
    if (!m.state || atom.kind === 'absent' || atom.kind === 'none') continue;
    const elements = elementsOfAtom(m, atom, place);
    rest = join(rest, joinAll([...elements.known, elements.rest]));
  }
  return { known: [], rest, certain: false };
}

const NO_ELEMENTS: Elements = { known: [], rest: NOTHING, certain: true };

function elementsOfAtom(m: Machine, atom: Atomic, place: Place): Elements {
  switch (atom.kind) {
    case 'container':
      return elementsOfContainer(m, atom, place);
    case 'generator':
      return remainingElements(m, atom);
    case 'generator-expression':
      return elementsOf(m, elementsOfExpression(m, atom), place);
    case 'instance':
      return elementsOfInstance(m, atom, place);
    case 'constant':
      return elementsOfText(atom);
    case 'class':
      return elementsOfClass(m, atom, place);
    case 'unknown':
      return {
        known: [],
        rest: unknown(atom.path === undefined ? atom.reason : `an element of ${atom.path}`, { place }),
        certain: false,
      };
    default:
      return { known: [], rest: unknown(`an element of a ${atom.kind}`, { place }), certain: false };
  }
}

function elementsOfText(atom: Extract<Atomic, { kind: 'constant' }>): Elements {
  const value = String(atom.value);
  if (atom.type !== 'string' || value.length > 64)
    return { known: [], rest: unknown('a letter', { truthy: true }), certain: false };
  return { known: [...value].map((letter) => text(letter)), rest: NOTHING, certain: true };
}

function elementsOfContainer(m: Machine, atom: ContainerObject, place: Place): Elements {
  const hook = m.dialect.names.iterate;
  const method =
    hook !== undefined && atom.class && !atom.class.isModel ? lookUp(m, atom.class.mro, hook) : undefined;
  if (method && atom.class && method.value.atoms.some((a) => a.kind === 'function' && !a.isModel)) {
    const iterator = m.rules.call(m, bind(m, method.value, atom, atom.class, place), positional(), place);
    return iterator.atoms.includes(atom) ? NO_ELEMENTS : elementsOf(m, iterator, place);
  }
  const items = heap(m).items(atom.id);
  if (!items) return { known: [], rest: unknown('a container that is not known', { place }), certain: false };
  if (items.kind === 'sequence') return items;
  const entries = [...items.entries.values()];
  const certain = entries.every((entry) => entry.certain);
  const rest = atom.environment
    ? join(items.restKey, unknown('the name of an environment variable', { truthy: true }))
    : items.restKey;
  return {
    known: certain ? entries.map((entry) => entry.key) : [],
    rest: certain ? rest : joinAll([rest, ...entries.map((entry) => entry.key)]),
    certain,
  };
}

function elementsOfInstance(m: Machine, atom: Extract<Atomic, { kind: 'instance' }>, place: Place): Elements {
  const { iterate, asyncIterate, next, asyncNext } = m.dialect.names;
  for (const [iterateHook, nextHook] of [
    [iterate, next],
    [asyncIterate, asyncNext],
  ]) {
    const method = iterateHook === undefined ? undefined : lookUp(m, atom.class.mro, iterateHook);
    if (!method) continue;
    const iterator = m.rules.call(m, bind(m, method.value, atom, atom.class, place), positional(), place);
    if (!m.state) return NO_ELEMENTS;
    const first = iterator.atoms[0];
    if (first?.kind !== 'instance') return elementsOf(m, iterator, place);
    return { known: [], rest: nextElement(m, first, nextHook, place), certain: false };
  }
  const getItem = m.dialect.names.getItem;
  if (getItem !== undefined && lookUp(m, atom.class.mro, getItem))
    return { known: [], rest: m.rules.getAttribute(m, single(atom), getItem, place), certain: false };
  return { known: [], rest: unknown(`an element of a ${atom.class.name}`, { place }), certain: false };
}

/** One call of `next`; its end of iteration is expected and ends nothing. */
function nextElement(m: Machine, iterator: Atomic, hook: string | undefined, place: Place): Value {
  const type = classOf(m, iterator);
  const method = type && hook !== undefined ? lookUp(m, type.mro, hook) : undefined;
  if (!method || !type) return unknown('the next element', { place });
  const { value, raised } = attempt(m, () =>
    awaitOnce(m, m.rules.call(m, bind(m, method.value, iterator, type, place), positional(), place), place),
  );
  for (const exit of raised) {
    if (m.state) m.state.joinWith(exit.state);
    else m.state = exit.state;
  }
  return isNothing(value) ? unknown('the next element', { place }) : value;
}

/** Members of an enumeration, in order. */
function elementsOfClass(m: Machine, atom: Extract<Atomic, { kind: 'class' }>, place: Place): Elements {
  const hook = m.dialect.names.iterate;
  const viaMeta = hook !== undefined && atom.metaclass ? lookUp(m, atom.metaclass.mro, hook) : undefined;
  if (viaMeta && atom.metaclass)
    return elementsOf(
      m,
      m.rules.call(m, bind(m, viaMeta.value, atom, atom.metaclass, place), positional(), place),
      place,
    );
  const members: Value[] = [];
  for (const slot of heap(m).slots(atom.id).values()) {
    const member = slot.value.atoms[0];
    if (member?.kind === 'instance' && member.class === atom) members.push(slot.value);
  }
  return {
    known: members,
    rest: members.length > 0 ? NOTHING : unknown(`an element of ${atom.name}`, { place }),
    certain: members.length > 0,
  };
}
