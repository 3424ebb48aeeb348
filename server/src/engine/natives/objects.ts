/** Natives about plain objects and receivers that calls hand over. */
import type { Expression } from '../../ir/nodes.ts';
import { lookUp } from '../descriptors.ts';
import { moduleFrame } from '../imports.ts';
import { bindTo, readMethod } from '../methods.ts';
import type { CallArguments, Machine } from '../machine.ts';
import { heap, newId } from '../machine.ts';
import type { SequenceItems } from '../items.ts';
import { sequenceOf } from '../items.ts';
import { isBoundName, readName } from '../scopes.ts';
import type { ContainerObject, ModuleObject, Place } from '../objects.ts';
import { namesOfProperties } from '../properties.ts';
import type { Value } from '../values.ts';
import { UNDEFINED, boolean, single, text, unknown } from '../values.ts';
import type { Native } from './native.ts';
import { argument, textArgument } from './native.ts';

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
  is_certain: (_m, args) => {
    const { atoms } = argument(args, 0);
    return boolean(atoms.length === 1 && atoms[0]?.kind !== 'unknown');
  },
  class_of: (_m, args) => {
    const atom = argument(args, 0).atoms[0];
    return atom?.kind === 'instance'
      ? single(atom.class)
      : unknown('its class is not known', { truthy: true });
  },
  method_of: (m, args, place) => {
    const name = textArgument(args, 1);
    const read = name === undefined ? unknown('a method') : readMethod(m, argument(args, 0), name, place);
    return m.state ? read : UNDEFINED;
  },
  parameter_types: (m, args, place) => parameterTypes(m, argument(args, 0), place),
  own_names: (m, args, place) => ownNames(m, argument(args, 0), place),
};

/** A list of what the parameters of a class's constructor state as their types: the values that those names have in its module. */
function parameterTypes(m: Machine, value: Value, place: Place): Value {
  const type = value.atoms[0];
  const slot = type?.kind === 'class' ? lookUp(m, type.mro, m.dialect.names.constructor) : undefined;
  const fn = slot?.value.atoms[0];
  const types =
    fn?.kind === 'function'
      ? fn.node.parameters.map((each) => typeValue(m, fn.module, each.type, place))
      : [];
  return listOf(m, sequenceOf(types), place);
}

/** What a type's name stands for as a value; undefined where it is only a type. */
function typeValue(m: Machine, module: ModuleObject, type: Expression | undefined, place: Place): Value {
  if (type?.kind === 'index') return typeValue(m, module, type.object, place);
  if (type?.kind === 'binary') return typeValue(m, module, type.first, place);
  const outer = m.frame;
  m.frame = moduleFrame(module, outer, outer.step, outer.name);
  let value = UNDEFINED;
  if (type?.kind === 'name' && isBoundName(m, type.name)) value = readName(m, type.name, type);
  m.frame = outer;
  if (type?.kind === 'attribute')
    return m.rules.getAttribute(m, typeValue(m, module, type.object, place), type.name, place);
  return value;
}

function listOf(m: Machine, items: SequenceItems, place: Place): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'list',
    class: undefined,
    site: m.frame.callPlace ?? place,
    environment: false,
  };
  heap(m).setItems(object.id, items);
  return single(object);
}

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
  return listOf(m, { ...sequenceOf(known, rest), certain }, place);
}
