/** What is recorded of a dry run. Must not know when. */
import type { Place } from './objects.ts';
import type { Escape, Step, Unresolved } from './steps.ts';

export interface Trace {
  readonly steps: Step[];
  readonly unresolved: Unresolved[];
  /** Modules and names of the workspace that are not there, where nothing would notice: startup goes on as if they were. */
  readonly missing: { readonly place: Place; readonly name: string }[];
  /** Objects that were handed to something that cannot be followed, by their number: it may have written to them. */
  readonly escapes: Map<number, Escape>;
  /** The same for objects of library classes, such as an application. */
  readonly handed: Set<number>;
  /** Numbers of steps after which a call was left that had no work left. */
  readonly cuts: number[];
  /** Steps, `[from, to)`, that stand for what a root would have done as well. */
  readonly shared: { readonly root: number; readonly from: number; readonly to: number }[];
  readonly edges: Map<string, Set<string>>;
  readonly comparisons: Map<string, Set<string>>;
  /** Environment variables that were read, with a default where one is given. */
  readonly variables: Map<string, Set<string>>;
  readonly limits: Set<string>;
}

export function emptyTrace(): Trace {
  return {
    steps: [],
    unresolved: [],
    missing: [],
    escapes: new Map(),
    handed: new Set(),
    cuts: [],
    shared: [],
    edges: new Map(),
    comparisons: new Map(),
    variables: new Map(),
    limits: new Set(),
  };
}
