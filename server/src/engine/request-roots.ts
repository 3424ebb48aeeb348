/**
 * Which of the handlers that libraries were given belong to the application that is served: those of a router that nothing includes, or of
 * another application, answer nothing. Must not know what handlers do.
 */
import type { FunctionNode } from '../ir/nodes.ts';
import { enteredFunctions, mayBeSent } from './listeners.ts';
import type { Deferred, Machine } from './machine.ts';
import type { Atom, FunctionObject, Value } from './objects.ts';
import { mentionedIn } from './mentions.ts';

/** To be asked of the heap at the serving point. What was registered without an owner counts as served. */
export function requestRoots(m: Machine): readonly Deferred[] {
  if (m.requests.every(({ owner }) => owner === undefined)) return m.requests;
  const served = partsOfApplications(m);
  const ran = m.requests.some(({ sent }) => sent) ? enteredFunctions(m) : new Set<FunctionNode>();
  return m.requests.filter((entry) =>
    entry.sent ? mayBeSent(m, ran, entry) : !served || isServed(served, entry.owner),
  );
}

function isServed(served: ReadonlySet<Atom>, owner: Value | undefined): boolean {
  return owner?.atoms.some((atom) => !isOfLibrary(atom) || served.has(atom)) ?? true;
}

/** An application, a router or the like: an object whose class is a library's, or inherits from one. */
function isOfLibrary(atom: Atom): boolean {
  return atom.kind === 'instance' && atom.class.mro.some((type) => type.isModel && type.bases.length > 0);
}

/** The applications that are served and everything they hold; `undefined` where that cannot be told. */
function partsOfApplications(m: Machine): ReadonlySet<Atom> | undefined {
  const queue = m.applications.flatMap(({ atoms }) => atoms);
  if (queue.length === 0 || !queue.every(isOfLibrary)) return undefined;
  for (const entry of m.requests)
    for (const atom of entry.owner?.atoms ?? [])
      if ('id' in atom && m.trace.handed.has(atom.id)) queue.push(atom);
  const seen = new Set<Atom>();
  for (let atom = queue.pop(); atom; atom = queue.pop()) {
    if (seen.has(atom)) continue;
    seen.add(atom);
    const parts = partsOf(m, atom);
    if (isOfLibrary(atom) && parts.some((part) => holdsUnknown(m, part))) return undefined;
    queue.push(...parts);
  }
  return seen;
}

/** Whether a library's list has something in it that is not known: it may be any router. */
function holdsUnknown(m: Machine, atom: Atom): boolean {
  return atom.kind === 'container' && partsOf(m, atom).some((part) => part.kind === 'unknown');
}

function partsOf(m: Machine, atom: Atom): readonly Atom[] {
  switch (atom.kind) {
    case 'instance':
      return [...(m.state?.slots(atom.id).values() ?? [])].flatMap(({ value }) => value.atoms);
    case 'bound':
      return [atom.receiver];
    case 'function':
      return mentionedBy(m, atom);
    case 'wrapper':
      return [...atom.target.atoms, ...atom.args.flatMap(({ atoms }) => atoms)];
    case 'container': {
      const items = m.state?.items(atom.id);
      if (!items) return [];
      const values =
        items.kind === 'sequence' ? items.known : [...items.entries.values()].map(({ value }) => value);
      return [...values, items.rest].flatMap(({ atoms }) => atoms);
    }
    default:
      return [];
  }
}

/** A function that an application holds may pass requests on to what it names. */
function mentionedBy(m: Machine, fn: FunctionObject): readonly Atom[] {
  if (fn.isModel) return [];
  const scopes: number[] = [];
  for (let { scope } = fn; scope; scope = scope.parent) scopes.push(scope.id);
  return [...mentionedIn(fn.node)].flatMap((name) =>
    [...scopes, fn.module.id].flatMap((id) => m.state?.slot(id, name)?.value.atoms.filter(isOfLibrary) ?? []),
  );
}
