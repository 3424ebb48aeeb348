/** How far a dry run goes. Must not know how it runs. */
import type { Phase } from './steps.ts';

export interface Limits {
  /** Expressions and statements evaluated in one run. */
  readonly work: number;
  /** The same for each background task. */
  readonly backgroundWork: number;
  /** The same for each root of the request phase. */
  readonly requestWork: number;
  /** The same for all of them together. */
  readonly requestsWork: number;
  readonly depth: number;
  /** Activations of one function on the stack at once. */
  readonly recursion: number;
}

export const DEFAULT_LIMITS: Limits = {
  work: 6_000_000,
  backgroundWork: 30_000,
  requestWork: 8_000,
  requestsWork: 100_000,
  depth: 90,
  recursion: 3,
};

/** What is reported where the work of a phase came to its limit. */
export function limitReached(phase: Phase, limits: Limits): string {
  switch (phase) {
    case 'startup':
      return `the dry run stopped following calls after ${limits.work} operations`;
    case 'background':
      return `background work was followed for ${limits.backgroundWork} operations each`;
    case 'request':
      return `handlers of requests and events were followed for ${limits.requestWork} operations each`;
  }
}
