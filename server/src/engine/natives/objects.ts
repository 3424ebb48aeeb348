/** Natives about plain objects and receivers that calls hand over. */
import { bindTo } from '../methods.ts';
import type { CallArguments, Machine } from '../machine.ts';
import { heap, newId } from '../machine.ts';
import { sequenceOf } from '../items.ts';
import type { ContainerObject, ModuleObject, Place } from '../objects.ts';
import { namesOfProperties } from '../properties.ts';
import type { Value } from '../values.ts';
import { UNDEFINED, single, text, unknown } from '../values.ts';
import type { Native } from './native.ts';
import { argument } from './native.ts';

export const OBJECT_NATIVES: Readonly<Record<string, Native>> = {
  call_on: (m, args, place) => callOn(m, args, place),
  main_module: (m) => {
    const main = mainModule(m);
    const { moduleObject } = m.dialect.names;
    return (
      (main && moduleObject !== undefined ? heap(m).slot(main.id, moduleObject)?.value : undefined) ??
      UNDEFINED
    );
  },
  main_path: (m) => {
    const path = mainModule(m)?.node?.path;
    return path === undefined ? unknown('the path of the program', { truthy: true }) : text(`/${path}`);
  },
  own_names: (m, args, place) => ownNames(m, argument(args, 0), place),
};

/** The file that is run: the first of the workspace. */
function mainModule(m: Machine): ModuleObject | undefined {
  for (const module of m.loaded.values()) if (!module.isModel) return module;
  return undefined;
}

function callOn(m: Machine, args: CallArguments, place: Place): Value {
  const receiver = argument(args, 1).atoms[0];
  const fn = argument(args, 0);
  const target = receiver && receiver.kind !== 'absent' ? bindTo(m, fn, receiver) : fn;
  return m.rules.call(m, target, { ...args, positional: args.positional.slice(2) }, place);
}

/** A list of the names of an object's own attributes. */
function ownNames(m: Machine, value: Value, place: Place): Value {
  const { known, rest, certain } = namesOfProperties(m, value);
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'list',
    class: undefined,
    site: m.frame.callPlace ?? place,
    environment: false,
  };
  heap(m).setItems(object.id, { ...sequenceOf(known, rest), certain });
  return single(object);
}
