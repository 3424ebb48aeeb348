/** What the findings of an analysis hang on besides what the runs did: names and texts in the code. Must not know the code. */
import type { Configuration } from '../config/configuration.ts';
import type { Asked } from '../wiring/code-index.ts';
import { eventNames } from '../wiring/event-names.ts';
import { vocabularyOf } from '../wiring/vocabulary.ts';

export interface Matters {
  /** A name, or a text that may be one. */
  readonly name: (name: string) => boolean;
  /** A name of which it matters only which functions mention it. */
  readonly mention: (name: string) => boolean;
  /** A text that is no name. */
  readonly text: (text: string) => boolean;
}

/** @param asked names that were looked for in the code. */
export function mattersOf(
  { vocabulary, events }: Configuration,
  { asked, askedOfFunctions }: Asked,
): Matters {
  const { speaks } = vocabularyOf(vocabulary);
  const { critical, rules } = eventNames(events);
  return {
    name: (name) => asked.has(name) || speaks(name) || rules.names(name),
    mention: (name) => askedOfFunctions.has(name),
    text: (text) => critical.some((event) => text.includes(event)),
  };
}
