/** Copies of maps. Must not know what they hold. */

/** An independent copy. `new Map(map)` makes an array for each entry in passing, which is most of what a run would throw away. */
export function copied<K, V>(map: ReadonlyMap<K, V>): Map<K, V> {
  const copy = new Map<K, V>();
  map.forEach((value, key) => copy.set(key, value));
  return copy;
}
