/** A stretch of text by offsets. Must not know files, lines or languages. */

/** Half-open stretch `[start, end)` of one text, in UTF-16 code units from zero. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
