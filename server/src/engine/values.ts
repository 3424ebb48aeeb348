/**
 * Abstract values: small sets of atoms, ordered by inclusion; `join` is their least upper bound up to `MAX_*`, where it widens.
 * Must not know the heap or how a value came about. Domain and widening after Cousot & Cousot, POPL 1977.
 */
import type {
  AbsentAtom,
  Atom,
  ConstantAtom,
  NoneAtom,
  Place,
  UndefinedAtom,
  UnknownAtom,
  Value,
} from './objects.ts';

export type { Atom, Value } from './objects.ts';

/** More different constants than this in one value become one unknown that is not none. */
export const MAX_CONSTANTS = 12;
/** More atoms than this in one value become unknown. */
export const MAX_ATOMS = 48;

export const NONE_ATOM: NoneAtom = { kind: 'none' };
export const UNDEFINED_ATOM: UndefinedAtom = { kind: 'undefined' };
export const ABSENT_ATOM: AbsentAtom = { kind: 'absent' };

export const NOTHING: Value = { atoms: [] };
export const NONE: Value = { atoms: [NONE_ATOM] };
export const UNDEFINED: Value = { atoms: [UNDEFINED_ATOM] };
export const ABSENT: Value = { atoms: [ABSENT_ATOM] };
export const TRUE: Value = constant('boolean', true);
export const FALSE: Value = constant('boolean', false);
export const BOOLEAN: Value = { atoms: [...TRUE.atoms, ...FALSE.atoms] };

export function constant(
  type: ConstantAtom['type'],
  value: string | number | boolean,
  variable?: string,
): Value {
  return { atoms: [{ kind: 'constant', type, value, variable }] };
}

export function text(value: string, variable?: string): Value {
  return constant('string', value, variable);
}

export function boolean(value: boolean): Value {
  return value ? TRUE : FALSE;
}

export function single(atom: Atom): Value {
  return { atoms: [atom] };
}

export interface UnknownOptions {
  readonly place?: Place | undefined;
  readonly path?: string | undefined;
  readonly notNone?: boolean;
  readonly truthy?: boolean;
}

export function unknown(reason: string, options: UnknownOptions = {}): Value {
  return {
    atoms: [
      {
        kind: 'unknown',
        reason,
        place: options.place,
        path: options.path,
        notNone: options.notNone === true || options.truthy === true,
        truthy: options.truthy === true,
      },
    ],
  };
}

export function isNothing(value: Value): boolean {
  return value.atoms.length === 0;
}

/** Whether two atoms stand for the same thing, so that a set holds only one of them. */
export function sameAtom(a: Atom, b: Atom): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'constant') {
    const other = b as ConstantAtom;
    return a.value === other.value && a.type === other.type && a.variable === other.variable;
  }
  if (a.kind === 'unknown') {
    const other = b as UnknownAtom;
    return a.path === other.path && a.notNone === other.notNone && a.truthy === other.truthy;
  }
  return a.kind === 'none' || a.kind === 'undefined' || a.kind === 'absent';
}

function has(atoms: readonly Atom[], atom: Atom): boolean {
  for (const candidate of atoms) if (sameAtom(candidate, atom)) return true;
  return false;
}

/** Whether every atom of `smaller` is in `larger`. */
export function includes(larger: Value, smaller: Value): boolean {
  if (larger === smaller) return true;
  for (const atom of smaller.atoms) if (!has(larger.atoms, atom)) return false;
  return true;
}

/** Least upper bound, widened past the caps. Gives one of its operands itself where that one includes the other. */
export function join(a: Value, b: Value): Value {
  if (a === b || b.atoms.length === 0) return a;
  if (a.atoms.length === 0) return b;
  let atoms: Atom[] | undefined;
  for (const atom of b.atoms) {
    if (has(a.atoms, atom)) continue;
    atoms ??= a.atoms.slice();
    atoms.push(atom);
  }
  if (!atoms) return a;
  return includes(b, a) ? b : widen({ atoms });
}

export function joinAll(values: Iterable<Value>): Value {
  let result = NOTHING;
  for (const value of values) result = join(result, value);
  return result;
}

/** Replaces what is past the caps by one unknown; a value within them is given back as it is. */
export function widen(value: Value): Value {
  const constants = value.atoms.reduce((n, atom) => n + (atom.kind === 'constant' ? 1 : 0), 0);
  if (constants > MAX_CONSTANTS) {
    const rest = value.atoms.filter((atom) => atom.kind !== 'constant');
    return widen(join({ atoms: rest }, unknown('it can be one of many constants', { notNone: true })));
  }
  if (value.atoms.length <= MAX_ATOMS) return value;
  const mayBeNone = value.atoms.some((atom) => atom.kind === 'none' || atom.kind === 'undefined');
  const absent = value.atoms.filter((atom) => atom.kind === 'absent');
  return {
    atoms: [...absent, ...unknown('it can be one of too many things', { notNone: !mayBeNone }).atoms],
  };
}

/** The atoms that satisfy `keep`, as a value; the value itself where all do. */
export function filter(value: Value, keep: (atom: Atom) => boolean): Value {
  const atoms = value.atoms.filter(keep);
  return atoms.length === value.atoms.length ? value : { atoms };
}

export function without(value: Value, kind: Atom['kind']): Value {
  return mayBe(value, kind) ? filter(value, (atom) => atom.kind !== kind) : value;
}

export function mayBe(value: Value, kind: Atom['kind']): boolean {
  for (const atom of value.atoms) if (atom.kind === kind) return true;
  return false;
}

/** The only atom, where there is exactly one. */
export function only(value: Value): Atom | undefined {
  return value.atoms.length === 1 ? value.atoms[0] : undefined;
}

/** The text, where the value is one constant string. */
export function onlyText(value: Value): string | undefined {
  const atom = only(value);
  return atom?.kind === 'constant' && atom.type === 'string' ? (atom.value as string) : undefined;
}

/** All strings, where the value is nothing but constant strings. */
export function allTexts(value: Value): readonly string[] | undefined {
  const texts: string[] = [];
  for (const atom of value.atoms) {
    if (atom.kind !== 'constant' || atom.type !== 'string') return undefined;
    texts.push(atom.value as string);
  }
  return texts.length > 0 ? texts : undefined;
}
