/**
 * Conditions on the way to a step, and why they were decided. Must not word them: `wiring/` does.
 */
import type { ClassObject, Place } from './objects.ts';
import type { Value } from './values.ts';

/** Why a condition came out as it did. Structured, so that a check can word it. */
export type Reason =
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'missing-attribute'; readonly class: ClassObject; readonly attribute: string }
  | { readonly kind: 'missing-on-module'; readonly module: string; readonly attribute: string }
  | { readonly kind: 'present-attribute'; readonly owner: string; readonly attribute: string }
  | { readonly kind: 'value'; readonly text: string; readonly value: Value; readonly step: number }
  | { readonly kind: 'environment'; readonly variable: string; readonly value: string }
  | { readonly kind: 'empty'; readonly text: string }
  | { readonly kind: 'not'; readonly reason: Reason }
  | { readonly kind: 'combined'; readonly operator: 'and' | 'or'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'unknown'; readonly text: string };

export type Truth = 'true' | 'false' | 'open';

/** The open guards under which a path runs, innermost first. */
export interface GuardLink {
  readonly place: Place;
  /** The side of the condition that this path is on. */
  readonly taken: boolean;
  readonly reason: Reason;
  readonly form: 'if' | 'loop' | 'handler' | 'case' | 'expression';
  readonly parent: GuardLink | undefined;
  readonly depth: number;
}

export function pushGuard(
  parent: GuardLink | undefined,
  place: Place,
  taken: boolean,
  reason: Reason,
  form: GuardLink['form'],
): GuardLink {
  return { place, taken, reason, form, parent, depth: (parent?.depth ?? 0) + 1 };
}

/** Outermost first. */
export function listGuards(link: GuardLink | undefined): GuardLink[] {
  const guards: GuardLink[] = [];
  for (let guard = link; guard; guard = guard.parent) guards.push(guard);
  return guards.reverse();
}
