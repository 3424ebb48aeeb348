/** Which identifiers a module may hold, told from its text in one pass: a quick no for most names. Must not know any grammar. */
import type { ModuleNode } from '../ir/nodes.ts';

/** One bit for each hash; more bits than the text has characters, so that few of them are set by chance. */
export type Filter = Int32Array;

const FILTERS = new WeakMap<ModuleNode, Filter>();

/** Whether the identifier may stand somewhere in the module, in strings and comments too. Never a wrong no. */
export function mayHoldName(module: ModuleNode, name: string): boolean {
  return mayHold(filterIn(module), hashOf(name));
}

/** What `mayHold` looks into: made once for a module. */
export function filterIn(module: ModuleNode): Filter {
  let filter = FILTERS.get(module);
  if (!filter) {
    filter = filterOf(module.text);
    FILTERS.set(module, filter);
  }
  return filter;
}

/** The same of a name by its hash, for one that is looked for in many modules. */
export function mayHold(filter: Filter, hash: number | undefined): boolean {
  if (hash === undefined) return true;
  const bit = hash & (filter.length * 32 - 1);
  return ((filter[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** `undefined` for what is no identifier. */
export function hashOf(name: string): number | undefined {
  let hash = 0;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (!isPart(code)) return undefined;
    hash = mixed(hash, code);
  }
  return spread(hash);
}

function filterOf(text: string): Filter {
  let words = 32;
  while (words * 16 < text.length) words *= 2;
  const filter = new Int32Array(words);
  const mask = words * 32 - 1;
  let hash = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isPart(code)) {
      hash = mixed(hash, code);
      inside = true;
    } else if (inside) {
      set(filter, spread(hash) & mask);
      hash = 0;
      inside = false;
    }
  }
  if (inside) set(filter, spread(hash) & mask);
  return filter;
}

function set(filter: Filter, bit: number): void {
  const word = bit >> 5;
  filter[word] = (filter[word] ?? 0) | (1 << (bit & 31));
}

function mixed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The low bits alone tell similar names apart badly. */
function spread(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return once ^ (once >>> 13);
}

/** Letters, digits, `_`, `$`, and everything that is not ASCII. */
export function isPart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    (code >= 48 && code <= 57) ||
    code === 36 ||
    code > 127
  );
}
