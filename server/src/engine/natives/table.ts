/** All native operations by name, as library models import them. */
import type { CallArguments, Machine } from '../machine.ts';
import type { Place } from '../objects.ts';
import type { Value } from '../values.ts';
import { unknown } from '../values.ts';
import { CONTAINER_NATIVES } from './containers.ts';
import { DEFINITION_NATIVES } from './definitions.ts';
import { MAPPING_NATIVES } from './mappings.ts';
import type { Native } from './native.ts';
import { OBJECT_NATIVES } from './objects.ts';
import { PHASE_NATIVES } from './phases.ts';
import { REFLECTION_NATIVES } from './reflection.ts';
import { TEXT_NATIVES } from './text.ts';
import { VALUE_NATIVES } from './values.ts';

const NATIVES: Readonly<Record<string, Native>> = {
  ...VALUE_NATIVES,
  ...REFLECTION_NATIVES,
  ...TEXT_NATIVES,
  ...CONTAINER_NATIVES,
  ...MAPPING_NATIVES,
  ...DEFINITION_NATIVES,
  ...PHASE_NATIVES,
  ...OBJECT_NATIVES,
};

/** Calls a native by name; one that does not exist is a mistake in a model and gives unknown. */
export function callNative(m: Machine, name: string, args: CallArguments, place: Place): Value {
  const native = Object.hasOwn(NATIVES, name) ? NATIVES[name] : undefined;
  return native ? native(m, args, place) : unknown(`the model operation ${name} does not exist`, { place });
}
