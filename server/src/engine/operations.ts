/** Arithmetic and text on constants; everything else is some value that is not none. Must not know the heap's objects. */
import type { BinaryExpression, BinaryOperator, TemplateExpression } from '../ir/nodes.ts';
import { bind, lookUp } from './descriptors.ts';
import { sequenceOf } from './items.ts';
import type { Machine } from './machine.ts';
import { heap, newId, placeOf, positional } from './machine.ts';
import type { ConstantAtom, ContainerObject, Place } from './objects.ts';
import { fillPercent } from './text-format.ts';
import type { Value } from './values.ts';
import { NOTHING, constant, join, only, single, text, unknown } from './values.ts';

export function binary(m: Machine, e: BinaryExpression): Value {
  let result = m.rules.evaluate(m, e.first);
  for (const { operator, operand } of e.rest) {
    const right = m.rules.evaluate(m, operand);
    if (!m.state) return NOTHING;
    result = operate(m, operator, result, right, placeOf(m, e));
  }
  return result;
}

/** One operation, also for augmented assignment. */
export function operate(
  m: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  place: Place,
): Value {
  const a = only(left);
  const b = only(right);
  if (a?.kind === 'constant' && b?.kind === 'constant') {
    const folded = fold(operator, a, b);
    if (folded) return folded;
  }
  if (a?.kind === 'container' && b?.kind === 'container' && (operator === '+' || operator === '|'))
    return concatenate(m, a, b, place);
  if (a?.kind === 'instance') {
    const hook = m.dialect.operatorMethods[operator];
    const method = hook === undefined ? undefined : lookUp(m, a.class.mro, hook);
    if (method) return m.rules.call(m, bind(m, method.value, a, a.class, place), positional(right), place);
  }
  if (operator === '|' && (a?.kind === 'class' || b?.kind === 'class' || b?.kind === 'none'))
    return union(m, left, right, place);
  if (operator === '%' && a?.kind === 'constant' && a.type === 'string') return percent(m, a, right);
  return unknown('the result of a computation', { notNone: true });
}

/** `template % values`, a constant where the values are. */
function percent(m: Machine, template: ConstantAtom, right: Value): Value {
  const atom = only(right);
  const items = atom?.kind === 'container' && atom.type === 'tuple' ? heap(m).items(atom.id) : undefined;
  const known =
    items?.kind === 'sequence' && items.certain && items.rest.atoms.length === 0 ? items.known : [right];
  const values = known.map((value) => {
    const each = only(value);
    return each?.kind === 'constant' && typeof each.value !== 'boolean' ? each.value : undefined;
  });
  const given = values.filter((value) => value !== undefined);
  const result = given.length === values.length ? fillPercent(String(template.value), given) : undefined;
  return result === undefined
    ? unknown('a formatted text', { notNone: true })
    : text(result, template.variable);
}

/** `A | B` of classes: what `isinstance` takes as a union. */
function union(m: Machine, left: Value, right: Value, place: Place): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'tuple',
    class: undefined,
    site: place,
    environment: false,
  };
  heap(m).setItems(object.id, sequenceOf([left, right]));
  return single(object);
}

function fold(operator: BinaryOperator, a: ConstantAtom, b: ConstantAtom): Value | undefined {
  const variable = a.variable ?? b.variable;
  if (operator === '+' && a.type === 'string' && b.type === 'string')
    return text(String(a.value) + String(b.value), variable);
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return undefined;
  const number = arithmetic(operator, a.value, b.value);
  return number === undefined || !Number.isFinite(number) ? undefined : constant('number', number, variable);
}

function arithmetic(operator: BinaryOperator, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '%':
      return b === 0 ? undefined : ((a % b) + b) % b;
    case '**':
      return a ** b;
    default:
      return undefined;
  }
}

function concatenate(m: Machine, a: ContainerObject, b: ContainerObject, place: Place): Value {
  const object: ContainerObject = { ...a, id: newId(m), site: place };
  const left = heap(m).items(a.id);
  const right = heap(m).items(b.id);
  if (left?.kind === 'sequence' && right?.kind === 'sequence') {
    heap(m).setItems(object.id, {
      ...sequenceOf([...left.known, ...right.known], join(left.rest, right.rest)),
      certain: left.certain && right.certain,
    });
  } else if (left?.kind === 'mapping' && right?.kind === 'mapping') {
    const entries = new Map([...left.entries, ...right.entries]);
    heap(m).setItems(object.id, {
      ...left,
      entries,
      rest: join(left.rest, right.rest),
      restKey: join(left.restKey, right.restKey),
    });
  } else return unknown('two containers put together', { notNone: true });
  return single(object);
}

/** An f-string or template literal: a constant where all its parts are. */
export function template(m: Machine, e: TemplateExpression): Value {
  let result: string | undefined = '';
  let variable: string | undefined;
  for (const part of e.parts) {
    const value = m.rules.evaluate(m, part);
    if (!m.state) return NOTHING;
    const atom = only(value);
    if (
      atom?.kind === 'constant' &&
      atom.type !== 'ellipsis' &&
      atom.type !== 'bytes' &&
      result !== undefined
    ) {
      result += String(atom.value);
      variable ??= atom.variable;
    } else result = undefined;
  }
  return result === undefined ? unknown('a formatted text', { truthy: true }) : text(result, variable);
}
