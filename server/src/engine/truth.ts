/**
 * Whether a value is true in a condition, and what is left of it on either side. Must not know statements.
 * Truth follows the dialect: none is false, an instance whose class has a length or truth method may be false.
 */
import { bind, lookUp } from './descriptors.ts';
import type { Reason, Truth } from './guards.ts';
import type { Decision, Machine } from './machine.ts';
import { heap, positional } from './machine.ts';
import type { Atomic, Place } from './objects.ts';
import { attempt } from './raise.ts';
import type { Atom, Value } from './values.ts';

/** Truth of a whole value. */
export function truthOf(m: Machine, value: Value): Decision {
  let yes: Reason | undefined;
  let no: Reason | undefined;
  for (const atom of value.atoms) {
    if (atom.kind === 'absent') continue;
    const decision = atomTruth(m, atom);
    if (decision.truth !== 'false') yes ??= decision.reason;
    if (decision.truth !== 'true') no ??= decision.reason;
  }
  if (yes && no)
    return {
      truth: 'open',
      reason:
        value.atoms.length > 1 ? { kind: 'value', text: 'it may or may not be set', value, step: -1 } : yes,
    };
  if (yes) return { truth: 'true', reason: yes };
  return { truth: 'false', reason: no ?? { kind: 'unknown', text: 'nothing gets here' } };
}

/** The atoms that may be true (or false). */
export function narrowTruth(m: Machine, value: Value, wanted: boolean): Value {
  const atoms = value.atoms.filter((atom) => {
    if (atom.kind === 'absent') return false;
    const { truth } = atomTruth(m, atom);
    return truth === 'open' || truth === (wanted ? 'true' : 'false');
  });
  return { atoms: atoms.map((atom) => (wanted ? assumeTrue(atom) : atom)) };
}

function assumeTrue(atom: Atom): Atom {
  return atom.kind === 'unknown' && !atom.truthy ? { ...atom, truthy: true, notNone: true } : atom;
}

function atomTruth(m: Machine, atom: Atomic): Decision {
  switch (atom.kind) {
    case 'none':
    case 'undefined':
      return decided(false, {
        kind: 'value',
        text: m.dialect.words.none,
        value: { atoms: [atom] },
        step: -1,
      });
    case 'constant':
      return constantTruth(m, atom);
    case 'unknown':
      return atom.truthy
        ? decided(true, { kind: 'unknown', text: 'an object' })
        : { truth: 'open', reason: { kind: 'unknown', text: atom.reason } };
    case 'container':
      return containerTruth(m, atom);
    case 'instance':
      return instanceTruth(m, atom);
    default:
      return decided(true, { kind: 'value', text: 'an object', value: { atoms: [atom] }, step: -1 });
  }
}

function constantTruth(m: Machine, atom: Extract<Atomic, { kind: 'constant' }>): Decision {
  const truth = atom.type === 'ellipsis' || (atom.value !== 0 && atom.value !== '' && atom.value !== false);
  return decided(truth, environmentReason(m, atom) ?? { kind: 'constant', text: JSON.stringify(atom.value) });
}

/** The environment variable that a constant comes from, with the variable's own value where this run assigns it. */
export function environmentReason(m: Machine, atom: Atomic): Reason | undefined {
  if (atom.kind !== 'constant' || atom.variable === undefined) return undefined;
  const { variable } = atom;
  return {
    kind: 'environment',
    variable,
    value: m.environment.variables.get(variable) ?? String(atom.value),
  };
}

function containerTruth(m: Machine, atom: Extract<Atomic, { kind: 'container' }>): Decision {
  if (!m.dialect.emptyContainersAreFalse) return decided(true, { kind: 'unknown', text: 'a container' });
  const items = heap(m).items(atom.id);
  if (!items) return { truth: 'open', reason: { kind: 'unknown', text: 'a container that is not known' } };
  const open = items.rest.atoms.length > 0;
  const certain =
    items.kind === 'sequence'
      ? items.known.length > 0 && items.certain
      : [...items.entries.values()].some((entry) => entry.certain);
  const some = items.kind === 'sequence' ? items.known.length > 0 : items.entries.size > 0;
  if (certain) return decided(true, { kind: 'unknown', text: 'it is not empty' });
  if (!some && !open) return decided(false, { kind: 'empty', text: 'it is empty' });
  return { truth: 'open', reason: { kind: 'unknown', text: 'it may be empty' } };
}

function instanceTruth(m: Machine, atom: Extract<Atomic, { kind: 'instance' }>): Decision {
  const object: Reason = {
    kind: 'value',
    text: `an instance of ${atom.class.name}`,
    value: { atoms: [atom] },
    step: atom.step,
  };
  for (const hook of [m.dialect.names.truth, m.dialect.names.length]) {
    const method = hook === undefined ? undefined : lookUp(m, atom.class.mro, hook);
    if (!method || hook === undefined) continue;
    return viaMethod(m, atom, method.value, hook);
  }
  return atom.class.unknownBase === undefined || !atom.class.isModel
    ? decided(true, object)
    : decided(true, object);
}

function viaMethod(
  m: Machine,
  atom: Extract<Atomic, { kind: 'instance' }>,
  method: Value,
  hook: string,
): Decision {
  const place: Place = atom.site;
  const { value } = attempt(m, () =>
    m.rules.call(m, bind(m, method, atom, atom.class, place), positional(), place),
  );
  if (value.atoms.length === 0)
    return {
      truth: 'open',
      reason: { kind: 'unknown', text: `${hook} of ${atom.class.name} does not return` },
    };
  const inner = truthOf(m, value);
  const text = `${hook} of ${atom.class.name} gives ${inner.truth === 'false' ? 'zero or false' : 'a value that is not known'}`;
  if (inner.truth === 'false') return decided(false, { kind: 'empty', text });
  return inner.truth === 'true' ? inner : { truth: 'open', reason: { kind: 'unknown', text } };
}

function decided(truth: boolean, reason: Reason): Decision {
  return { truth: truth ? 'true' : 'false', reason };
}

export function negate(truth: Truth): Truth {
  return truth === 'open' ? 'open' : truth === 'true' ? 'false' : 'true';
}
