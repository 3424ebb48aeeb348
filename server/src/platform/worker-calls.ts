/** Calls into a worker thread: each with a result, progress on the way, and a flag that cancels it. Must not know what is called. */
import { parentPort, Worker } from 'node:worker_threads';
import type { CancellationToken } from '../base/cancellation.ts';
import type { Calls, CallOptions } from '../lsp/server-host.ts';

/** To the worker. */
interface CallMessage {
  readonly id: number;
  readonly name: string;
  readonly parameters: unknown;
  /** One number, shared: not 0 once the call is cancelled. */
  readonly cancelled: Int32Array;
}

/** From the worker. */
type AnswerMessage =
  | { readonly id: number; readonly kind: 'result'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'error'; readonly name: string; readonly message: string }
  | { readonly id: number; readonly kind: 'progress'; readonly value: unknown };

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly options: CallOptions;
}

/** A thread that ended with calls open: they did not fail, they were lost. */
export class ThreadLostError extends Error {
  override readonly name = 'ThreadLostError';
}

/** Starts `file` as a worker at the first call, and again at the first call after it ended. */
export function openCalls(file: string): Calls {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let nextId = 1;
  const lose = (ended: Worker, reason: string): void => {
    if (worker !== ended) return;
    worker = undefined;
    const lost = [...pending.values()];
    pending.clear();
    for (const { reject } of lost) reject(new ThreadLostError(reason));
  };
  const start = (): Worker => {
    const started = new Worker(file);
    started.on('message', (answer: AnswerMessage) => settle(pending, answer));
    started.on('error', (error) => lose(started, error.message));
    started.on('exit', (code) => lose(started, `it ended with code ${code}`));
    // The connection keeps the process alive, not the thread.
    started.unref();
    return started;
  };
  return {
    call: (name, parameters, options = {}) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const id = nextId++;
        const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
        pending.set(id, { resolve, reject, options });
        options.onCancel?.(() => {
          Atomics.store(cancelled, 0, 1);
        });
        const message: CallMessage = { id, name, parameters, cancelled };
        worker.postMessage(message);
      }),
    close: async () => {
      const closing = worker;
      worker = undefined;
      await closing?.terminate();
    },
  };
}

function settle(pending: Map<number, Pending>, answer: AnswerMessage): void {
  const known = pending.get(answer.id);
  if (!known) return;
  if (answer.kind === 'progress') {
    known.options.onProgress?.(answer.value);
    return;
  }
  pending.delete(answer.id);
  if (answer.kind === 'result') known.resolve(answer.value);
  else known.reject(Object.assign(new Error(answer.message), { name: answer.name }));
}

/** Answers one call, in the worker. */
export type Answer = (
  name: string,
  parameters: unknown,
  context: { readonly token: CancellationToken; readonly onProgress: (value: unknown) => void },
) => unknown;

/** Answers the calls that come to this thread, one after the other. */
export function answerCalls(answer: Answer): void {
  parentPort?.on('message', ({ id, name, parameters, cancelled }: CallMessage) => {
    const post = (message: AnswerMessage): void => parentPort?.postMessage(message);
    const token: CancellationToken = {
      get isCancelled() {
        return Atomics.load(cancelled, 0) !== 0;
      },
    };
    try {
      const onProgress = (value: unknown): void => post({ id, kind: 'progress', value });
      post({ id, kind: 'result', value: answer(name, parameters, { token, onProgress }) });
    } catch (error) {
      post({ id, kind: 'error', ...described(error) });
    }
  });
}

function described(error: unknown): { readonly name: string; readonly message: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  return {
    name: error.name,
    message: error.name === 'CancelledError' ? error.message : (error.stack ?? error.message),
  };
}
