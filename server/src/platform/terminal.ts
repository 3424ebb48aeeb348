/** What stands behind standard output and standard error. Must not know what is printed. */
import type { Output } from '../cli/host.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The parts of `process.stdout` that matter here. */
export interface Stream {
  write(text: string): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * A stream as an output. Colours only on a terminal that knows them, and not where `NO_COLOR` is set to anything
 * (no-color.org). A reader that has gone away (`wiretrace check | head`) ends the output, not the program with an error.
 */
export function openOutput(stream: Stream, environment: Environment): Output {
  const isTerminal = stream.isTTY === true;
  let closed = false;
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    write: (text) => {
      if (!closed) stream.write(text);
    },
    isTerminal,
    hasColors: isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb',
    width: isTerminal ? (stream.columns ?? 0) : 0,
  };
}
