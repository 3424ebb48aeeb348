/** What a call calls, with what it was read from where receivers are found at the call. Must not know how calls run. */
import type { AttributeExpression, Expression, IndexExpression } from '../ir/nodes.ts';
import { noteAbsent } from './absent.ts';
import { describeOwner } from './attributes.ts';
import { getIndex } from './containers.ts';
import type { Machine } from './machine.ts';
import { placeOf } from './machine.ts';
import { bindTo, readMethod } from './methods.ts';
import { raiseOrGoOn } from './raise.ts';
import type { Value } from './values.ts';
import { NOTHING, UNDEFINED, filter, isNothing, join } from './values.ts';

/** A method that is not there is read as undefined: calling it fails. */
export function missingMethod(m: Machine, callee: AttributeExpression, object: Value): Value {
  const place = placeOf(m, callee);
  noteAbsent(m, object, callee.name, false, place);
  const owner = describeOwner(m, object.atoms[0] ?? { kind: 'undefined' });
  const cause = { kind: 'missing-attribute', owner, attribute: callee.name } as const;
  return raiseOrGoOn(m, m.dialect.names.argumentError, cause, place);
}

interface Callee {
  readonly value: Value;
  /** The one object that a method is looked for on and that does not have it. */
  readonly missingOn?: Value | undefined;
}

/** What is called; where receivers are found at the call, with what it was read from. */
export function evaluateCallee(m: Machine, e: Expression): Callee {
  if (m.dialect.receiver === 'first-parameter' || (e.kind !== 'attribute' && e.kind !== 'index'))
    return { value: m.rules.evaluate(m, e) };
  const object = m.rules.evaluate(m, e.object);
  return m.state ? calleeOf(m, e, object) : { value: NOTHING };
}

function calleeOf(m: Machine, e: AttributeExpression | IndexExpression, object: Value): Callee {
  const present = e.optional
    ? filter(object, (atom) => atom.kind !== 'none' && atom.kind !== 'undefined')
    : object;
  const isSkipped = present.atoms.length < object.atoms.length;
  if (e.kind === 'attribute') {
    const method = isNothing(present) ? NOTHING : readMethod(m, present, e.name, placeOf(m, e));
    if (isSkipped) return { value: join(method, UNDEFINED) };
    return { value: method, missingOn: lacks(m, object, e.name, method) ? object : undefined };
  }
  const key = m.rules.evaluate(m, e.index);
  if (!m.state) return { value: NOTHING };
  const value = isNothing(present) ? NOTHING : getIndex(m, present, key, placeOf(m, e));
  const only = present.atoms.length === 1 ? present.atoms[0] : undefined;
  const bound = only && only.kind !== 'absent' ? bindTo(m, value, only) : value;
  return { value: isSkipped ? join(bound, UNDEFINED) : bound };
}

/** Whether the one object that a method was read from does not have it, so that it is undefined. */
function lacks(m: Machine, object: Value, name: string, method: Value): boolean {
  const [atom, ...more] = object.atoms;
  if (!m.state || atom?.kind !== 'instance' || more.length > 0) return false;
  const isMissing = method.atoms.length > 0 && method.atoms.every(({ kind }) => kind === 'undefined');
  return isMissing && !m.state.slot(atom.id, name);
}
