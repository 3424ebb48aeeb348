/** Impossible states. Must not know what the state is about. */

/** Makes the compiler prove that a `switch` is exhaustive; at run time it names the value that slipped through. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
