/**
 * Which names a Python scope binds, collected while its code is lowered. Must not know how nodes are lowered.
 *
 * Rules: Python reference 4.2 "Naming and binding", 6.2.2 "Private name mangling", PEP 572 for `:=` in comprehensions.
 */
import type { ModuleNode, SyntaxProblem } from '../../ir/nodes.ts';
import type { ExpressionSyntax } from './syntax.ts';

/** What all scopes of one file share. */
export interface FileLowering {
  readonly module: ModuleNode;
  /** The same array as `module.problems`; bodies that are read later add theirs. */
  readonly problems: SyntaxProblem[];
  /** Work stack for chains like `a.b().c[0]`, so that a long chain is no deep recursion. */
  readonly spine: Extract<ExpressionSyntax, { kind: 'Attribute' | 'Subscript' | 'Call' }>[];
}

export interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'comprehension';
  readonly file: FileLowering;
  /** The scope that `:=` binds in: the nearest one around that is no comprehension. Undefined where this is it. */
  readonly owner: Scope | undefined;
  /** `_Class` inside a class, before names like `__x`; empty outside of classes. */
  readonly privatePrefix: string;
  readonly bound: Set<string>;
  globals: Set<string> | undefined;
  nonlocals: Set<string> | undefined;
  isGenerator: boolean;
  keepsScope: boolean;
}

export function moduleScope(file: FileLowering): Scope {
  return newScope('module', file, '', undefined);
}

export function functionScope(file: FileLowering, privatePrefix: string): Scope {
  return newScope('function', file, privatePrefix, undefined);
}

/** The scope of a class body; `className` decides how private names inside are spelled. */
export function classScope(outer: Scope, className: string): Scope {
  return newScope('class', outer.file, privatePrefixOf(className), undefined);
}

export function comprehensionScope(outer: Scope): Scope {
  return newScope('comprehension', outer.file, outer.privatePrefix, ownerOf(outer));
}

/** A binding by assignment, parameter, import, `def`, `class`, `for`, `with`, `except`, `del` or a pattern. */
export function bind(scope: Scope, name: string): void {
  scope.bound.add(name);
}

/** A binding by `:=`, which passes through comprehensions (PEP 572). */
export function bindThroughComprehensions(scope: Scope, name: string): void {
  ownerOf(scope).bound.add(name);
}

export function declareGlobal(scope: Scope, name: string): void {
  (scope.globals ??= new Set()).add(name);
}

export function declareNonlocal(scope: Scope, name: string): void {
  (scope.nonlocals ??= new Set()).add(name);
}

/** A `yield` here makes the function a generator; in a comprehension it is an error and makes nothing. */
export function markGenerator(scope: Scope): void {
  scope.isGenerator = true;
}

/** Something here may read the names of the scope after the call has returned. */
export function markKept(scope: Scope): void {
  ownerOf(scope).keepsScope = true;
}

/** Takes the names that are declared `global` or `nonlocal` out of the bound ones; called once, when all code was seen. */
export function localNames(scope: Scope): ReadonlySet<string> {
  if (scope.globals !== undefined) for (const name of scope.globals) scope.bound.delete(name);
  if (scope.nonlocals !== undefined) for (const name of scope.nonlocals) scope.bound.delete(name);
  return scope.bound;
}

/** `__x` inside class `C` is `_C__x`; every other name stays (Python reference 6.2.2). */
export function privateName(scope: Scope, name: string): string {
  if (scope.privatePrefix === '' || !name.startsWith('__') || name.endsWith('__')) return name;
  return scope.privatePrefix + name;
}

function privatePrefixOf(className: string): string {
  let start = 0;
  while (className.charCodeAt(start) === UNDERSCORE) start++;
  return start === className.length ? '' : `_${className.slice(start)}`;
}

function ownerOf(scope: Scope): Scope {
  return scope.owner ?? scope;
}

function newScope(
  kind: Scope['kind'],
  file: FileLowering,
  privatePrefix: string,
  owner: Scope | undefined,
): Scope {
  return {
    kind,
    file,
    owner,
    privatePrefix,
    bound: new Set(),
    globals: undefined,
    nonlocals: undefined,
    isGenerator: false,
    keepsScope: false,
  };
}

const UNDERSCORE = 95;
