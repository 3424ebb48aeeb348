/** Which emissions a run is to record. Must not know how they are recorded. */
import type { ModuleNode } from '../ir/nodes.ts';

/** What is looked for; `wiring/` says it. */
export interface EventRules {
  /** Whether a text is the name of an event. */
  readonly names: (text: string) => boolean;
  /** Whether calls of this name may send something to clients. */
  readonly sends: (callee: string) => boolean;
  /** Keys and attributes under which messages hold the name of their event. */
  readonly keys: ReadonlySet<string>;
  /** Whether the text of a module may name an event. */
  readonly mentions: (module: ModuleNode) => boolean;
}

export interface Emissions {
  readonly rules: EventRules;
  /** Set once a module that names an event is loaded: until then nothing is looked at. */
  active: boolean;
}
