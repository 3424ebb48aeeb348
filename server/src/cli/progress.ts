/** The line that shows a person that work goes on. Must not know what the work is. */
import type { Progress } from '../analysis/api.ts';
import type { CommandLineHost } from './host.ts';
import { printable } from './text/printable.ts';

/** Work that is shorter than this shows no progress. */
const QUIET_MILLISECONDS = 300;
const INTERVAL_MILLISECONDS = 100;
const CLEAR_LINE = '\r\u001b[K';

const STAGES = {
  discover: 'looking for entry points',
  run: 'dry run',
  check: 'checking',
  fix: 'proving fixes',
};

/** Runs `work` with a progress line on standard error, which is gone when the work is done; only on a terminal. */
export function withProgress<T>(
  host: CommandLineHost,
  work: (onProgress: (progress: Progress) => void) => T,
): T {
  const { err, clock } = host;
  const start = clock();
  let shownAt: number | undefined;
  const onProgress = (progress: Progress): void => {
    const now = clock();
    if (!err.isTerminal || now - start < QUIET_MILLISECONDS) return;
    if (shownAt !== undefined && now - shownAt < INTERVAL_MILLISECONDS) return;
    shownAt = now;
    err.write(CLEAR_LINE + line(progress, err.width));
  };
  try {
    return work(onProgress);
  } finally {
    if (shownAt !== undefined) err.write(CLEAR_LINE);
  }
}

/** One line that fits the terminal: a longer one would wrap, and could not be cleared. */
function line({ stage, subject, done, total }: Progress, width: number): string {
  const parts = total > 0 ? ` ${done}/${total}` : '';
  const text = `wiretrace: ${STAGES[stage]}${parts} ${printable(subject)}`;
  return width > 0 ? text.slice(0, width - 1) : text;
}
