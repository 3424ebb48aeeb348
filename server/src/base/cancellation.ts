/** Cooperative cancellation. Must not know who cancels: a client, a timer or a test. */

/** Asked in every loop over workspace-sized data. */
export interface CancellationToken {
  readonly isCancelled: boolean;
}

/** Thrown by `throwIfCancelled`; the façade turns it into "no result". It is never swallowed below the façade. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor() {
    super('cancelled');
  }
}

/** For callers that never cancel. */
export const NEVER_CANCELLED: CancellationToken = { isCancelled: false };

/** @throws CancelledError when the token has been cancelled. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancelled) throw new CancelledError();
}
