/** Decides whether a server that ended is begun again. Must not know the server, the editor or the clock. */

/** This many ends within `WINDOW_MILLISECONDS` are forgiven; one more, and the server stays down until a person restarts it. */
export const FORGIVEN = 4;
const WINDOW_MILLISECONDS = 3 * 60_000;

/** Called at every end of the server; says whether to begin it again. `now` gives milliseconds. */
export function restartPolicy(now: () => number): () => boolean {
  let ends: readonly number[] = [];
  return () => {
    const time = now();
    ends = [...ends.filter((end) => time - end < WINDOW_MILLISECONDS), time];
    return ends.length <= FORGIVEN;
  };
}
