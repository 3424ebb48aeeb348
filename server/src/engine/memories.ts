/** What is remembered of calls, so that those that only repeat an earlier one are spared. Must not know when that is. */
import type { Value } from './values.ts';

/** An attribute of an older object. */
export interface Stored {
  readonly id: number;
  readonly name: string;
  readonly value: Value;
}

/** What is remembered of the calls of one function with one receiver and arguments. */
export interface Memory {
  /** What the last run did; `undefined` after a run that cannot stand for others. */
  effect: string | undefined;
  value: Value;
  /** How often in a row the runs did the same. */
  agreed: number;
  /** What older objects held after the last run: a run whose stores were undone since is not spared. */
  stored: readonly Stored[];
  /** Older lists that the last run stored elements in: they may hold more of the same after a run that is spared. */
  filled: readonly number[];
}

/** All memories of one run. */
export interface Repetition {
  readonly exact: Map<object, Map<string, Memory>>;
  /** Functions by what every call of them did so far, whatever the arguments. */
  readonly always: Map<object, Memory>;
}

export function newRepetition(): Repetition {
  return { exact: new Map(), always: new Map() };
}
