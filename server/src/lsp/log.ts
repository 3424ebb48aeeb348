/** The server's log: it goes to the client, and the last errors are kept. Must not know what is logged. */
import type { Connection } from 'vscode-languageserver/node';
import type { ServerLog } from './session.ts';

/** More errors than this are not kept. */
const MAX_ERRORS = 20;

export function createLog(connection: () => Connection): ServerLog {
  const errors: string[] = [];
  return {
    info: (message) => connection().console.info(message),
    warn: (message) => connection().console.warn(message),
    error: (message) => {
      errors.push(message);
      if (errors.length > MAX_ERRORS) errors.shift();
      connection().console.error(message);
    },
    errors,
  };
}
