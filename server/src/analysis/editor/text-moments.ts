/** The texts of the files that somebody edits, as they stood at several moments. Must not know what they say. */

/** Texts by path, of every file that had changed by then; `undefined` where a file's text was not known. */
export type Moment = ReadonlyMap<string, string | undefined>;

export interface TextMoments {
  /** A file is about to change, or has changed: what it said before. */
  note(path: string, before: string | undefined): void;
  /** The texts as they are now. */
  now(): Moment;
  /** The files whose texts are not those of a moment. */
  changedSince(moment: Moment): readonly string[];
  /** The text of a file at a moment. */
  textAt(moment: Moment, path: string): string | undefined;
  /** Forgets all moments. */
  clear(): void;
}

/** @param read gives texts as they are now. */
export function createTextMoments(read: (path: string) => string | undefined): TextMoments {
  /** What files said before they changed for the first time. */
  const origins = new Map<string, string | undefined>();
  const textAt = (moment: Moment, path: string): string | undefined =>
    moment.has(path) ? moment.get(path) : origins.get(path);
  return {
    note: (path, before) => {
      if (!origins.has(path)) origins.set(path, before);
    },
    now: () => new Map([...origins.keys()].map((path) => [path, read(path)])),
    changedSince: (moment) => [...origins.keys()].filter((path) => textAt(moment, path) !== read(path)),
    textAt,
    clear: () => origins.clear(),
  };
}
