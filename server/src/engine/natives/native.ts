/** What a native operation is: the engine's own functions that library models call. Must not know any library. */
import type { CallArguments, Machine } from '../machine.ts';
import type { Place } from '../objects.ts';
import type { Value } from '../values.ts';
import { NOTHING, onlyText, unknown } from '../values.ts';

/** One operation. It gives `NOTHING` where the path ends in it. */
export type Native = (m: Machine, args: CallArguments, place: Place) => Value;

/** Positional argument `index`; `NOTHING` where there is none. */
export function argument(args: CallArguments, index: number): Value {
  return args.positional[index] ?? args.morePositional ?? NOTHING;
}

/** Positional or named argument. */
export function argumentOr(args: CallArguments, index: number, name: string, fallback: Value): Value {
  return args.positional[index] ?? args.named.get(name) ?? fallback;
}

/** A constant string argument. */
export function textArgument(args: CallArguments, index: number): string | undefined {
  return onlyText(argument(args, index));
}

export function notConstant(what: string): Value {
  return unknown(`${what} is not constant`);
}
