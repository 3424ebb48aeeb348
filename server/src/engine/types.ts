/** The class of a value, builtin ones through the dialect's names. Must not evaluate anything. */
import type { ClassObject, Atomic } from './objects.ts';
import type { Machine } from './machine.ts';
import type { Value } from './values.ts';

/** The class whose methods an atom answers with; `undefined` where nobody can tell. */
export function classOf(m: Machine, atom: Atomic): ClassObject | undefined {
  switch (atom.kind) {
    case 'instance':
      return atom.class;
    case 'container':
      return atom.class ?? builtinClass(m, m.dialect.types[atom.type]);
    case 'constant':
      return builtinClass(m, constantType(m, atom.type, atom.value));
    case 'super':
      return atom.after;
    case 'generator-expression':
      return builtinClass(m, m.dialect.types.generator);
    case 'class':
    case 'module':
    case 'unknown':
    case 'scope':
    case 'none':
    case 'undefined':
      return undefined;
    default:
      return builtinClass(m, m.dialect.types[atom.kind]);
  }
}

function constantType(m: Machine, type: string, value: unknown): string | undefined {
  if (type === 'number') return Number.isInteger(value) ? m.dialect.types.integer : m.dialect.types.number;
  return m.dialect.types[type as keyof typeof m.dialect.types];
}

/** A class of the builtins by its name; `undefined` before they are loaded. */
export function builtinClass(m: Machine, name: string | undefined): ClassObject | undefined {
  if (name === undefined) return undefined;
  const module = m.loaded.get(m.dialect.names.builtins);
  const atom = module && m.state?.slot(module.id, name)?.value.atoms[0];
  return atom?.kind === 'class' ? atom : undefined;
}

/** Three-valued `isinstance`. */
export function isInstance(m: Machine, atom: Atomic, type: ClassObject): 'true' | 'false' | 'open' {
  if (atom.kind === 'unknown') return 'open';
  const own = atom.kind === 'class' ? builtinClass(m, m.dialect.types.class) : classOf(m, atom);
  if (!own) return type.name === m.dialect.types.root ? 'true' : 'false';
  return isSubclass(own, type);
}

export function isSubclass(type: ClassObject, base: ClassObject): 'true' | 'false' | 'open' {
  if (type.mro.includes(base)) return 'true';
  return type.unknownBase !== undefined ? 'open' : 'false';
}

/** All classes in a class or a tuple of classes; `open` where some part is unknown. */
export function classesIn(m: Machine, value: Value): { classes: ClassObject[]; open: boolean } {
  const classes: ClassObject[] = [];
  let open = false;
  for (const atom of value.atoms) {
    if (atom.kind === 'class') classes.push(atom);
    else if (atom.kind === 'container') {
      const items = m.state?.items(atom.id);
      if (items?.kind !== 'sequence' || items.rest.atoms.length > 0) open = true;
      for (const element of items?.kind === 'sequence' ? items.known : []) {
        const inner = classesIn(m, element);
        classes.push(...inner.classes);
        open ||= inner.open;
      }
    } else open = true;
  }
  return { classes, open };
}
