/** Three-valued comparison of values, and what is left of the left side on either outcome. Must not know statements. */
import { hasAttribute } from './attribute-presence.ts';
import { bind, lookUp } from './descriptors.ts';
import type { CompareOperator } from '../ir/nodes.ts';
import { elementsOfExpression } from './generators.ts';
import type { Reason, Truth } from './guards.ts';
import { keyOf } from './items.ts';
import type { Decision, Machine } from './machine.ts';
import { heap, placeOf, positional } from './machine.ts';
import type { Atomic, ClassObject, ConstantAtom } from './objects.ts';
import { attempt } from './raise.ts';
import { environmentReason, truthOf } from './truth.ts';
import { isInstance } from './types.ts';
import type { Atom, Value } from './values.ts';
import { only } from './values.ts';

export interface Comparison extends Decision {
  /** What the left value is where the comparison holds, and where it does not. */
  readonly whenTrue: Value;
  readonly whenFalse: Value;
}

/** Compares atom by atom and keeps on each side those that may be there. */
export function compare(m: Machine, operator: CompareOperator, left: Value, right: Value): Comparison {
  const yes: Atom[] = [];
  const no: Atom[] = [];
  let reason: Reason | undefined;
  for (const atom of left.atoms) {
    if (atom.kind === 'absent') continue;
    const truth = compareWithAll(m, operator, atom, right);
    if (truth !== 'false') yes.push(atom);
    if (truth !== 'true') no.push(atom);
    reason ??= compareReason(m, atom, right, truth);
  }
  const truth: Truth = yes.length === 0 ? 'false' : no.length === 0 ? 'true' : 'open';
  return {
    truth,
    reason: reason ?? { kind: 'unknown', text: 'nothing to compare' },
    whenTrue: narrowEqual(operator, yes, right),
    whenFalse: { atoms: no },
  };
}

/** `x == "staging"` on an unknown `x`: where it holds, it is that constant. */
function narrowEqual(operator: CompareOperator, atoms: readonly Atom[], right: Value): Value {
  const equality = operator === 'equal' || operator === 'identical' || operator === 'loose-equal';
  if (!equality || right.atoms.length !== 1)
    return {
      atoms:
        operator === 'not-identical' || operator === 'not-equal'
          ? atoms.map((a) => excludeNone(a, right))
          : atoms,
    };
  return { atoms: atoms.map((atom) => (atom.kind === 'unknown' ? (right.atoms[0] as Atom) : atom)) };
}

function excludeNone(atom: Atom, right: Value): Atom {
  const onlyNone = right.atoms.length === 1 && right.atoms[0]?.kind === 'none';
  return onlyNone && atom.kind === 'unknown' && !atom.notNone ? { ...atom, notNone: true } : atom;
}

function compareWithAll(m: Machine, operator: CompareOperator, left: Atomic, right: Value): Truth {
  let result: Truth | undefined;
  for (const atom of right.atoms) {
    if (atom.kind === 'absent') continue;
    const truth = compareAtoms(m, operator, left, atom);
    if (result !== undefined && result !== truth) return 'open';
    result = truth;
  }
  return result ?? 'open';
}

function compareAtoms(m: Machine, operator: CompareOperator, left: Atomic, right: Atomic): Truth {
  // Comparing an earlier atom may have run code that ended the path.
  if (!m.state) return 'open';
  switch (operator) {
    case 'equal':
    case 'loose-equal':
      return equals(m, left, right, operator === 'loose-equal');
    case 'not-equal':
    case 'loose-not-equal':
      return not(equals(m, left, right, operator === 'loose-not-equal'));
    case 'identical':
      return sameObject(m, left, right);
    case 'not-identical':
      return not(sameObject(m, left, right));
    case 'in':
      return containsAtom(m, right, left);
    case 'not-in':
      return not(containsAtom(m, right, left));
    case 'less':
    case 'less-equal':
    case 'greater':
    case 'greater-equal':
      return order(operator, left, right);
    case 'instance-of':
      return instanceOf(m, left, right);
  }
}

function instanceOf(m: Machine, left: Atomic, right: Atomic): Truth {
  if (right.kind === 'function') {
    const type = m.interned.get(`class:${right.id}`);
    return type?.kind === 'class' ? isInstance(m, left, type) : left.kind === 'unknown' ? 'open' : 'false';
  }
  if (left.kind === 'constant') return 'false';
  return right.kind === 'class' ? isInstance(m, left, right) : 'open';
}

function not(truth: Truth): Truth {
  return truth === 'open' ? 'open' : truth === 'true' ? 'false' : 'true';
}

function yesNo(value: boolean): Truth {
  return value ? 'true' : 'false';
}

function equals(m: Machine, left: Atomic, right: Atomic, loose: boolean): Truth {
  if (left.kind === 'constant' && right.kind === 'constant') {
    note(m, left, right);
    return yesNo(sameConstant(left, right));
  }
  if (loose && nullish(left) && nullish(right)) return 'true';
  if (left.kind === 'unknown' || right.kind === 'unknown') return unknownEquality(left, right);
  const custom = m.dialect.names.equals;
  if (custom !== undefined && left.kind === 'instance') {
    const method = lookUp(m, left.class.mro, custom);
    if (method) {
      const { value } = attempt(m, () =>
        m.rules.call(
          m,
          bind(m, method.value, left, left.class, left.site),
          positional({ atoms: [right] }),
          left.site,
        ),
      );
      return value.atoms.length === 0 ? 'open' : truthOf(m, value).truth;
    }
  }
  if (left.kind === 'container' && right.kind === 'container')
    return left === right ? 'true' : compareContainers(m, left, right);
  return identical(left, right);
}

function compareContainers(
  m: Machine,
  left: Extract<Atomic, { kind: 'container' }>,
  right: Extract<Atomic, { kind: 'container' }>,
): Truth {
  const a = heap(m).items(left.id);
  const b = heap(m).items(right.id);
  if (!a || !b || a.rest.atoms.length > 0 || b.rest.atoms.length > 0) return 'open';
  const empty = (items: typeof a): boolean =>
    items.kind === 'sequence' ? items.known.length === 0 : items.entries.size === 0;
  if (empty(a) && empty(b)) return 'true';
  return left.type !== right.type ? 'false' : 'open';
}

function nullish(atom: Atomic): boolean {
  return atom.kind === 'none' || atom.kind === 'undefined';
}

function unknownEquality(left: Atomic, right: Atomic): Truth {
  const unknownSide = left.kind === 'unknown' ? left : right;
  const other = left.kind === 'unknown' ? right : left;
  if (unknownSide.kind === 'unknown' && unknownSide.notNone && nullish(other)) return 'false';
  return 'open';
}

/** Keeps what an environment variable is compared with: those are the values worth a run of their own. */
function note(m: Machine, left: ConstantAtom, right: ConstantAtom): void {
  for (const [variable, value] of [
    [left.variable, right.value],
    [right.variable, left.value],
  ] as const) {
    if (variable === undefined || typeof value !== 'string') continue;
    const known = m.trace.comparisons.get(variable);
    if (known) known.add(value);
    else m.trace.comparisons.set(variable, new Set([value]));
  }
}

function sameConstant(a: ConstantAtom, b: ConstantAtom): boolean {
  if (a.type === b.type) return a.value === b.value;
  const numeric = (atom: ConstantAtom): boolean => atom.type === 'number' || atom.type === 'boolean';
  return numeric(a) && numeric(b) && Number(a.value) === Number(b.value);
}

function sameObject(m: Machine, left: Atomic, right: Atomic): Truth {
  if (left.kind === 'constant' && right.kind === 'constant') note(m, left, right);
  return identical(left, right);
}

function identical(left: Atomic, right: Atomic): Truth {
  if (left.kind === 'unknown' || right.kind === 'unknown') return unknownEquality(left, right);
  if (left.kind === 'constant' && right.kind === 'constant')
    return yesNo(left.type === right.type && left.value === right.value);
  if (left.kind === 'bound' && right.kind === 'bound')
    return yesNo(left.function === right.function && left.receiver === right.receiver);
  return yesNo(left === right || (left.kind === right.kind && nullish(left)));
}

function order(
  operator: 'less' | 'less-equal' | 'greater' | 'greater-equal',
  left: Atomic,
  right: Atomic,
): Truth {
  if (left.kind !== 'constant' || right.kind !== 'constant') return 'open';
  if ((typeof left.value === 'string') !== (typeof right.value === 'string')) return 'open';
  switch (operator) {
    case 'less':
      return yesNo(left.value < right.value);
    case 'less-equal':
      return yesNo(left.value <= right.value);
    case 'greater':
      return yesNo(left.value > right.value);
    case 'greater-equal':
      return yesNo(left.value >= right.value);
  }
}

/** Three-valued `element in container`. */
export function containsAtom(m: Machine, container: Atomic, element: Atomic): Truth {
  if (container.kind === 'constant' && element.kind === 'constant' && container.type === 'string') {
    return yesNo(String(container.value).includes(String(element.value)));
  }
  if (container.kind === 'instance' && m.dialect.missingAttribute === 'undefined')
    return hasProperty(m, container, element);
  if (container.kind === 'instance') return viaContains(m, container, container.class, element);
  if (container.kind === 'class' && container.metaclass)
    return viaContains(m, container, container.metaclass, element);
  if (container.kind === 'generator-expression') {
    const list = only(elementsOfExpression(m, container));
    return list?.kind === 'container' ? containsAtom(m, list, element) : 'open';
  }
  if (container.kind !== 'container') return 'open';
  const items = heap(m).items(container.id);
  if (!items) return 'open';
  if (items.kind === 'mapping') return inMapping(items, element, container.environment, neverSet(m, element));
  let open = items.rest.atoms.length > 0;
  for (const value of items.known) {
    const truth = compareWithAll(m, 'equal', element, value);
    if (truth === 'true' && items.certain) return 'true';
    if (truth !== 'false') open = true;
  }
  return open ? 'open' : 'false';
}

/** `"name" in object`. */
function hasProperty(m: Machine, object: Atomic, element: Atomic): Truth {
  if (element.kind !== 'constant') return 'open';
  const place = m.frame.callPlace ?? placeOf(m, { start: 0, end: 0 });
  return hasAttribute(m, { atoms: [object] }, String(element.value), place).truth;
}

/** Whether the element names a variable that is not set where the application serves. */
function neverSet(m: Machine, element: Atomic): boolean {
  return element.kind === 'constant' && m.environment.neverSet?.(String(element.value)) === true;
}

function inMapping(
  items: Extract<ReturnType<ReturnType<typeof heap>['items']>, { kind: 'mapping' }>,
  element: Atomic,
  environment: boolean,
  absent: boolean,
): Truth {
  const key = keyOf(element);
  if (key === undefined)
    return items.entries.size === 0 && items.rest.atoms.length === 0 && !environment ? 'false' : 'open';
  const entry = items.entries.get(key);
  if (entry) return entry.certain ? 'true' : 'open';
  if (absent) return 'false';
  return items.rest.atoms.length > 0 || environment ? 'open' : 'false';
}

function viaContains(m: Machine, container: Atomic, type: ClassObject, element: Atomic): Truth {
  const hook = m.dialect.names.contains;
  const method = hook === undefined ? undefined : lookUp(m, type.mro, hook);
  if (!method) return 'open';
  const place = m.frame.callPlace ?? placeOf(m, { start: 0, end: 0 });
  const { value } = attempt(m, () =>
    m.rules.call(m, bind(m, method.value, container, type, place), positional({ atoms: [element] }), place),
  );
  return value.atoms.length === 0 ? 'open' : truthOf(m, value).truth;
}

function compareReason(m: Machine, left: Atomic, right: Value, truth: Truth): Reason {
  const other = right.atoms[0];
  const environment =
    environmentReason(m, left) ??
    (other && other.kind !== 'absent' ? environmentReason(m, other) : undefined);
  if (environment) return environment;
  if (truth === 'open' && left.kind === 'unknown') return { kind: 'unknown', text: left.reason };
  return {
    kind: 'value',
    text:
      left.kind === 'constant'
        ? JSON.stringify(left.value)
        : left.kind === 'none'
          ? m.dialect.words.none
          : left.kind === 'undefined'
            ? left.kind
            : `a ${left.kind}`,
    value: { atoms: [left] },
    step: -1,
  };
}
