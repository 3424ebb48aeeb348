/** `wiretrace/listen`: which critical events arrive from a running server. Must not know the WebSocket library. */
import type { CancellationToken as LspToken } from 'vscode-languageserver/node';
import { defaultConfiguration } from '../../config/defaults.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import {
  type ArrivalParams,
  type ListenOutcome,
  type ListenParams,
  SUITE_METHODS,
} from '../../protocol/suites.ts';
import { criticalEvents } from '../../suite/events.ts';
import { listen } from '../../suite/listen.ts';
import { answering } from '../handling.ts';
import type { Session } from '../session.ts';
import { normalUri } from '../uris.ts';

export function registerListen(session: Session): void {
  session.connection.onRequest(
    SUITE_METHODS.listen,
    answering<ListenParams, ListenOutcome | null>(session, 'listen', null, (asked, token) =>
      hear(session, asked, token),
    ),
  );
}

async function hear(session: Session, asked: ListenParams, token: LspToken): Promise<ListenOutcome | null> {
  const { suites } = session.host;
  if (suites === undefined) return null;
  const events = eventsOf(session, asked.folder);
  const result = await listen({
    ...{ url: asked.url, events, timeLimitSeconds: asked.timeLimitSeconds },
    ...(asked.token === undefined ? {} : { token: asked.token }),
    ...(asked.message === undefined ? {} : { message: asked.message }),
    ...{ connect: suites.connect, now: suites.machine.now },
    cancellation: {
      get isCancelled() {
        return token.isCancellationRequested;
      },
    },
    onEvent: (arrival) => {
      const params: ArrivalParams = { run: asked.run, ...arrival };
      void session.connection.sendNotification(SUITE_METHODS.arrival, params);
    },
  });
  return {
    isComplete: result.ending === 'complete',
    arrived: result.arrivals,
    missing: events.filter((event) => !result.arrivals.some((arrival) => arrival.event === event)),
    reason: result.reason,
  };
}

function eventsOf(session: Session, uri: string | null): readonly string[] {
  const folder = uri === null ? undefined : session.folders.get(normalUri(uri));
  const files = folder && session.host.suites?.open(folder.root);
  const configuration = files ? readConfiguration(files).configuration : defaultConfiguration();
  return criticalEvents(configuration, folder?.analysis?.report);
}
