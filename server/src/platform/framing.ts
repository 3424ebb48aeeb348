/**
 * Watches the frames of a stream of messages (Language Server Protocol 3.18, "Base Protocol") and ends on one that is none: the
 * library would wait for ever. Must not know what is in a frame.
 */
import { Transform, type TransformCallback } from 'node:stream';

/** A header that is longer than this, in bytes, is no header. */
const MAX_HEADER = 8192;
/** A message that is longer than this is not taken, in bytes. */
export const MAX_FRAME = 64 * 1024 * 1024;

/** What is wrong with a stream, in words. */
export class FramingError extends Error {
  override readonly name = 'FramingError';
}

/** Passes bytes on as they are; the first frame that cannot be one is an error of the stream. */
export function frameGuard(maxFrame = MAX_FRAME): Transform {
  const state: FrameState = { header: '', left: 0, maxFrame };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done: TransformCallback) => {
      try {
        follow(state, chunk);
        done(null, chunk);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}

interface FrameState {
  /** The part of a header that is read. */
  header: string;
  /** Bytes of a body that are still to come. */
  left: number;
  readonly maxFrame: number;
}

function follow(state: FrameState, chunk: Buffer): void {
  let at = 0;
  while (at < chunk.length) {
    if (state.left > 0) {
      const taken = Math.min(state.left, chunk.length - at);
      state.left -= taken;
      at += taken;
      continue;
    }
    const rest = chunk.toString('latin1', at, Math.min(chunk.length, at + MAX_HEADER + 1));
    const known = state.header.length;
    const text = state.header + rest;
    const end = text.indexOf('\r\n\r\n', Math.max(0, known - 3));
    if (end < 0) {
      if (text.length > MAX_HEADER) throw new FramingError('a header without an end');
      state.header = text;
      return;
    }
    state.left = bodyLength(text.slice(0, end), state.maxFrame);
    state.header = '';
    at += end + 4 - known;
  }
}

function bodyLength(header: string, maxFrame: number): number {
  for (const line of header.split('\r\n')) {
    const [, value] = /^content-length\s*:\s*(.*?)\s*$/i.exec(line) ?? [];
    if (value === undefined) continue;
    if (!/^\d+$/.test(value))
      throw new FramingError(`a Content-Length of ${JSON.stringify(value.slice(0, 40))}`);
    const length = Number(value);
    if (length > maxFrame)
      throw new FramingError(`a message of ${value} bytes; no more than ${maxFrame} are taken`);
    return length;
  }
  throw new FramingError('a header without Content-Length');
}
