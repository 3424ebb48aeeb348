/** What every handler is wrapped in: one that fails is logged, and never ends the process. Must not know any handler. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { ServerLog } from './session.ts';

/** A handler that takes longer than this is worth a line in the log. Milliseconds. */
const SLOW = 1000;

export interface HandlingContext {
  readonly log: ServerLog;
  readonly host: { readonly clock: () => number };
}

/** A request: it gives `fallback` where it fails, and the protocol's error where it is cancelled. */
export function answering<P, R>(
  context: HandlingContext,
  name: string,
  fallback: R,
  handle: (parameters: P, token: CancellationToken) => R | Promise<R>,
): (parameters: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (parameters, token) => {
    const started = context.host.clock();
    try {
      if (token.isCancellationRequested) return cancelled();
      const result = await handle(parameters, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (token.isCancellationRequested || isCancelled(error)) return cancelled();
      // The library's own type has `any` in it.
      if (error instanceof ResponseError) return error as ResponseError<never>;
      context.log.error(`${name} failed: ${describe(error)}`);
      return fallback;
    } finally {
      const took = context.host.clock() - started;
      if (took > SLOW) context.log.info(`${name} took ${Math.round(took)} ms`);
    }
  };
}

/** A notification. */
export function noting<P>(
  context: HandlingContext,
  name: string,
  handle: (parameters: P) => void | Promise<void>,
): (parameters: P) => Promise<void> {
  return async (parameters) => {
    try {
      await handle(parameters);
    } catch (error) {
      context.log.error(`${name} failed: ${describe(error)}`);
    }
  };
}

export function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
}

export function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'CancelledError';
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
