/**
 * Components whose objects nobody sees: plug-ins, made by code that is loaded from a path. A call of their setter on something that
 * cannot be followed hands the dependency over all the same, and so does a setter that only such a setter calls. Must not word it.
 */
import type { Run } from '../engine/run.ts';
import type { ClassNode, FunctionNode } from '../ir/nodes.ts';
import type { CodeIndex } from './code-index.ts';
import type { CallSite } from './module-index.ts';
import { related } from './infer-attributes.ts';
import { lastName, samePlace } from './source.ts';
import type { Contract } from './types.ts';

/** Whether startup comes by a call that hands a contract's dependency to objects that cannot be seen. */
export function isHandedUnseen(run: Run, code: CodeIndex, contract: Contract): boolean {
  const { function: fn } = contract.point;
  if (contract.kind !== 'class' || contract.point.kind !== 'setter' || !fn) return false;
  return isHanded({ run, code, answers: new Map() }, fn, contract.definition as ClassNode);
}

interface Search {
  readonly run: Run;
  readonly code: CodeIndex;
  /** Of functions that were asked for; one that asks for itself gets no. */
  readonly answers: Map<FunctionNode, boolean>;
}

function isHanded(search: Search, fn: FunctionNode, owner: ClassNode | undefined): boolean {
  const known = search.answers.get(fn);
  if (known !== undefined || !owner) return known ?? false;
  search.answers.set(fn, false);
  const answer = hasUnseenCall(search, fn, owner);
  search.answers.set(fn, answer);
  return answer;
}

function hasUnseenCall(search: Search, fn: FunctionNode, owner: ClassNode): boolean {
  const sites = search.code.callsOf(fn.name).filter((site) => site.function?.name !== fn.name);
  if (isOnlyOwner(search, fn, owner) && sites.some((site) => wasUnseen(search.run, site))) return true;
  const meant = sites.filter(({ receiver }) => receiver && related(lastName(receiver), owner.name));
  return (
    meant.length > 0 &&
    meant.every((site) => site.function && isHanded(search, site.function, ownerOf(search, site.function)))
  );
}

/** A run came by, and could not tell what it was called on. */
function wasUnseen(run: Run, { place, call }: CallSite): boolean {
  return call !== undefined && run.trace.unresolved.some((entry) => samePlace(entry.place, place));
}

/** Whether only the class, and those that inherit from it, have such a method. */
function isOnlyOwner({ code }: Search, fn: FunctionNode, owner: ClassNode): boolean {
  return code
    .functionsNamed(fn.name)
    .every(({ class: type }) => !type || type === owner || inherits(type, owner));
}

function inherits(type: ClassNode, base: ClassNode): boolean {
  return type.bases.some((argument) => lastName(argument.value) === base.name);
}

function ownerOf({ code }: Search, fn: FunctionNode): ClassNode | undefined {
  return code.functionsNamedIn(fn.module, fn.name).find(({ node }) => node === fn)?.class;
}
