/**
 * How much of a request's work one call may take, so that what comes after it is followed as well: most of it where the text of the called
 * function speaks of what is looked for, less where it does not. Must not know what that is.
 */
import type { FunctionNode } from '../ir/nodes.ts';
import type { Machine } from './machine.ts';
import type { FunctionObject } from './objects.ts';
import { mentionedIn } from './mentions.ts';

const RELEVANT_SHARE = 0.6;
const SHARE = 0.3;
/** Calls that are no deeper may take it all: what is around a handler, and the handler. */
const UNSHARED = 3;
/** A call may take this much in any case, if it is left. */
const LEAST = 150;

/** Where the work of a call of `fn` ends. */
export function limitOfCall(m: Machine, fn: FunctionObject): number {
  const left = m.workLimit - billed(m);
  if (m.phase !== 'request' || fn.isModel || left <= LEAST || m.frame.depth < UNSHARED) return m.workLimit;
  const share = isRelevant(m, fn.node) ? RELEVANT_SHARE : SHARE;
  return billed(m) + Math.max(LEAST, left * share);
}

/** The work so far that shares are measured by. */
export function billed(m: Machine): number {
  return m.work - m.unbilled;
}

/** Whether the current call has no work left. */
export function isCut(m: Machine): boolean {
  return billed(m) > m.workLimit;
}

/** From now on there is this much work. */
export function grant(m: Machine, work: number): void {
  m.workLimit = billed(m) + work;
}

/** Does something once for all with a share of its own: nobody's share pays for it. */
export function unbilled<T>(m: Machine, work: number, action: () => T): T {
  const { workLimit } = m;
  const start = m.work;
  grant(m, work);
  const result = action();
  m.unbilled += m.work - start;
  m.workLimit = workLimit;
  return result;
}

/** Whether a function speaks of what is looked for. */
export function isRelevant(m: Machine, node: FunctionNode): boolean {
  let answer = m.relevance.get(node);
  if (answer === undefined) {
    answer = [...mentionedIn(node)].some(m.isRelevant);
    m.relevance.set(node, answer);
  }
  return answer;
}
