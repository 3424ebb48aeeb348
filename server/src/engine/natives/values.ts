/** Natives that make values: unknown ones, objects of libraries, environment variables. */
import { EMPTY_MAPPING, mappingSet } from '../items.ts';
import type { Machine } from '../machine.ts';
import { heap, inModel, newId } from '../machine.ts';
import type { ContainerObject, Place } from '../objects.ts';
import { truthOf } from '../truth.ts';
import type { Value } from '../values.ts';
import { BOOLEAN, FALSE, NONE, TRUE, isNothing, join, onlyText, single, text, unknown } from '../values.ts';
import type { Native } from './native.ts';
import { argument, argumentOr, textArgument } from './native.ts';

export const VALUE_NATIVES: Readonly<Record<string, Native>> = {
  unknown: (m, args, place) =>
    unknown(textArgument(args, 0) ?? 'a library gives it', { place: callerPlace(m, place) }),
  some: (_m, args) => unknown(`some ${textArgument(args, 0) ?? 'value'}`, { notNone: true }),
  object_of: (_m, args) => unknown(`an object of ${textArgument(args, 0) ?? 'a library'}`, { truthy: true }),
  unknown_boolean: (_m, args) => openBoolean(textArgument(args, 0) ?? 'it is not known'),
  environment_variable: (m, args) =>
    environmentVariable(m, argument(args, 0), argumentOr(args, 1, 'default', NONE)),
  environment_mapping: (m, _args, place) => environmentMapping(m, place),
  truth: (m, args) => {
    const { truth } = truthOf(m, argument(args, 0));
    return truth === 'open' ? BOOLEAN : truth === 'true' ? TRUE : FALSE;
  },
};

function openBoolean(reason: string): Value {
  return { atoms: [...unknown(reason, { notNone: true }).atoms] };
}

function callerPlace(m: Machine, place: Place): Place {
  return inModel(m) ? (m.frame.callPlace ?? place) : place;
}

/** The value of a variable in this run: assigned, or its default, or unknown because the machine that serves decides. */
export function environmentVariable(m: Machine, name: Value, fallback: Value): Value {
  const key = onlyText(name);
  if (key === undefined) return unknown('an environment variable whose name is not constant');
  noteVariable(m, key, fallback);
  const assigned = m.environment.variables.get(key);
  if (assigned !== undefined) return text(assigned, key);
  if (m.environment.neverSet?.(key)) return isNothing(fallback) ? NONE : fallback;
  const outside = unknown(`environment variable ${key}`, { notNone: true });
  return isNothing(fallback) ? outside : join(fallback, outside);
}

function noteVariable(m: Machine, key: string, fallback: Value): void {
  const known = m.trace.variables.get(key) ?? new Set<string>();
  m.trace.variables.set(key, known);
  const value = onlyText(fallback);
  if (value !== undefined) known.add(value);
}

/** The mapping of environment variables: one object for the whole run. */
function environmentMapping(m: Machine, place: Place): Value {
  const known = m.interned.get('environment');
  if (known) return single(known);
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'mapping',
    class: undefined,
    site: place,
    environment: true,
  };
  m.interned.set('environment', object);
  let items = EMPTY_MAPPING;
  for (const [name, value] of m.environment.variables)
    items = mappingSet(items, text(name), text(value, name));
  heap(m).setItems(object.id, items);
  return single(object);
}
