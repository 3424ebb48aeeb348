/** The stream that a client is at the other end of: a channel between processes, or standard input and output. Must not know the protocol. */
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { dirname, join } from 'node:path';
import { frameGuard } from './framing.ts';

/** The client starts the server again where it ends like this. */
const BROKEN_STREAM = 70;

export interface StandardStreams {
  readonly input: Readable;
  readonly output: Writable;
}

/** Standard input behind a guard of its frames, and standard output. The process ends where the stream ends or is broken. */
export function openStandardStreams(): StandardStreams {
  const guard = frameGuard();
  guard.on('error', (error) => {
    process.stderr.write(`wiretrace: the stream of messages is broken: ${error.message}\n`);
    process.exit(BROKEN_STREAM);
  });
  process.stdin.on('end', () => process.exit(1));
  process.stdout.on('error', () => process.exit(1));
  return { input: process.stdin.pipe(guard), output: process.stdout };
}

/** URI of the documentation that is installed beside the bundle. */
export function documentationBeside(bundle: string): string {
  return pathToFileURL(join(dirname(dirname(bundle)), 'docs')).toString();
}

/** Errors and rejections that nobody caught; without a listener each of them would end the process. */
export function onStrayError(listener: (error: unknown) => void): void {
  process.on('uncaughtException', listener);
  process.on('unhandledRejection', listener);
}
