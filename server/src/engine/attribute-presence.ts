/** Whether an attribute exists, and reading it with a fallback. Attributes exist or not; where nobody can tell, the answer is open. */
import { noteAbsent } from './absent.ts';
import { describeOwner, getAttribute, getFrom } from './attributes.ts';
import { ANY_NAME } from './attribute-writes.ts';
import { lookUp } from './descriptors.ts';
import type { Reason } from './guards.ts';
import type { Decision, Machine } from './machine.ts';
import { heap, merge } from './machine.ts';
import type { Atomic, Place } from './objects.ts';
import type { RaiseExit } from './raise.ts';
import { attempt, noteCaught } from './raise.ts';
import { reflect } from './reflection.ts';
import { builtinClass, classOf, isInstance, isSubclass } from './types.ts';
import type { Value } from './values.ts';
import { NOTHING, isNothing, join, mayBe } from './values.ts';

/** `hasattr(object, name)`, with the reason. Getters run: one that only raises a missing-attribute error means no. */
export function hasAttribute(m: Machine, object: Value, name: string, place: Place): Decision {
  let yes: Reason | undefined;
  let no: Reason | undefined;
  for (const atom of object.atoms) {
    if (atom.kind === 'absent' || !m.state) continue;
    const own = 'id' in atom ? heap(m).slot(atom.id, name) : undefined;
    const existence = probe(m, atom, name, place);
    if (!m.state) break;
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
  noteAbsent(m, object, name, true, place);
  return { truth: 'false', reason: no ?? { kind: 'unknown', text: 'it does not exist' } };
}

function inClassOf(m: Machine, atom: Atomic, name: string): boolean {
  const type = classOf(m, atom);
  return type !== undefined && lookUp(m, type.mro, name) !== undefined;
}

/** Why an object does not have an attribute. */
export function missingReason(m: Machine, atom: Atomic, name: string): Reason {
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
  const { value, raised } = attempt(m, () => getFrom(m, atom, name, place) ?? NOTHING);
  const completed = !isNothing(value);
  const missing = raised.filter((exit) => meansMissing(m, exit));
  m.sink.push(...raised.filter((exit) => !missing.includes(exit)));
  for (const exit of missing) {
    noteCaught(m, exit, place);
    merge(m, exit.state);
  }
  if (completed && missing.length === 0)
    return value.atoms.every((a) => a.kind === 'unknown' && atom.kind !== 'instance')
      ? 'open'
      : openIfUnseen(m, atom, name, value);
  if (completed) return 'open';
  return 'false';
}

/** Whether what a getter raised may say that the attribute does not exist; anything else goes on to the caller. */
function meansMissing(m: Machine, exit: RaiseExit): boolean {
  const saved = m.state;
  m.state = exit.state;
  const type = builtinClass(m, m.dialect.names.attributeError);
  const answer = exit.exception.atoms.some((atom) => {
    if (!type || atom.kind === 'absent') return true;
    return (atom.kind === 'class' ? isSubclass(atom, type) : isInstance(m, atom, type)) !== 'false';
  });
  m.state = saved;
  return answer;
}

/** An attribute that only a base class nobody can see, or a store under a name that is not known, could give is open. */
function openIfUnseen(m: Machine, atom: Atomic, name: string, value: Value): 'true' | 'open' {
  if (!('id' in atom) || heap(m).slot(atom.id, name)) return 'true';
  if (heap(m).slot(atom.id, ANY_NAME) && !inClassOf(m, atom, name)) return 'open';
  if (!value.atoms.some((a) => a.kind === 'unknown')) return 'true';
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
