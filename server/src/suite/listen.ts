/** Listens to a running server until all critical events have arrived, the server ends, or time is over. Must not know the WebSocket library. */
import type { CancellationToken } from '../base/cancellation.ts';
import { eventsInMessage } from './messages.ts';

export interface Listening {
  /** `ws://` or `wss://`; `{token}` in it stands for the token. */
  readonly url: string;
  /** Sent as a bearer token where the URL has no place for it. */
  readonly token?: string;
  /** Sent once the connection is open. */
  readonly message?: string;
  readonly events: readonly string[];
  readonly timeLimitSeconds: number;
  readonly cancellation: CancellationToken;
  readonly connect: Connect;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called at the first arrival of an event. */
  readonly onEvent: (arrival: Arrival) => void;
}

export interface Arrival {
  readonly event: string;
  /** Seconds since the connection was open. */
  readonly seconds: number;
}

export interface ListenResult {
  readonly ending: 'complete' | 'time-limit' | 'closed' | 'failed' | 'cancelled';
  /** First arrivals, in their order. */
  readonly arrivals: readonly Arrival[];
  /** Messages that came, critical or not. */
  readonly messages: number;
  /** One line: why it ended before all events were there; `''` where it did not. */
  readonly reason: string;
}

/** Opens a connection; exactly one of `onFailure` and `onClose` is called at its end. */
export type Connect = (
  url: string,
  headers: Readonly<Record<string, string>>,
  handlers: {
    readonly onOpen: () => void;
    readonly onMessage: (text: string) => void;
    /** In plain words. */
    readonly onFailure: (reason: string) => void;
    readonly onClose: (code: number, reason: string) => void;
  },
) => Connection;

export interface Connection {
  send(text: string): void;
  close(): void;
}

const POLL_MILLISECONDS = 50;

/** Resolves in every case. */
export function listen(listening: Listening): Promise<ListenResult> {
  const problem = urlProblem(listening.url);
  if (problem !== undefined)
    return Promise.resolve({ ending: 'failed', arrivals: [], messages: 0, reason: problem });
  return new Promise((resolve) => {
    const context = createContext(listening, resolve);
    context.timers.push(
      setTimeout(
        () => finish(context, 'time-limit', timeReason(listening)),
        listening.timeLimitSeconds * 1000,
      ),
    );
    context.timers.push(
      setInterval(() => {
        if (listening.cancellation.isCancelled) finish(context, 'cancelled', 'cancelled');
      }, POLL_MILLISECONDS),
    );
    context.connection = open(context);
  });
}

interface Context {
  readonly listening: Listening;
  readonly events: ReadonlySet<string>;
  readonly arrivals: Arrival[];
  readonly timers: ReturnType<typeof setTimeout>[];
  readonly resolve: (result: ListenResult) => void;
  connection: Connection | undefined;
  opened: number;
  messages: number;
  ended: boolean;
}

function createContext(listening: Listening, resolve: Context['resolve']): Context {
  const events = new Set(listening.events);
  const opened = listening.now();
  return {
    listening,
    events,
    arrivals: [],
    timers: [],
    resolve,
    connection: undefined,
    opened,
    messages: 0,
    ended: false,
  };
}

function open(context: Context): Connection {
  const { url, token, message, connect, now } = context.listening;
  const inUrl = url.includes('{token}');
  const headers = token === undefined || inUrl ? {} : { Authorization: `Bearer ${token}` };
  const connection = connect(url.replaceAll('{token}', encodeURIComponent(token ?? '')), headers, {
    onOpen: () => {
      context.opened = now();
      if (message !== undefined) connection.send(message);
    },
    onMessage: (text) => take(context, text),
    onFailure: (reason) => finish(context, 'failed', reason),
    onClose: (code, reason) => finish(context, 'closed', closeReason(context, code, reason)),
  });
  return connection;
}

function take(context: Context, text: string): void {
  const { listening, arrivals } = context;
  context.messages++;
  for (const event of eventsInMessage(text, context.events)) {
    if (arrivals.some((arrival) => arrival.event === event)) continue;
    const arrival = { event, seconds: (listening.now() - context.opened) / 1000 };
    arrivals.push(arrival);
    listening.onEvent(arrival);
  }
  if (arrivals.length === context.events.size) finish(context, 'complete', '');
}

function finish(context: Context, ending: ListenResult['ending'], reason: string): void {
  if (context.ended) return;
  context.ended = true;
  for (const timer of context.timers) clearInterval(timer);
  context.connection?.close();
  context.resolve({ ending, arrivals: context.arrivals, messages: context.messages, reason });
}

function urlProblem(url: string): string | undefined {
  try {
    const { protocol } = new URL(url.replaceAll('{token}', 'x'));
    return protocol === 'ws:' || protocol === 'wss:' ? undefined : `${url} has to start with ws:// or wss://`;
  } catch {
    return `${url} is not a URL; it has to look like ws://localhost:8000/ws`;
  }
}

function timeReason({ timeLimitSeconds }: Listening): string {
  return `the time limit of ${timeLimitSeconds} s is over`;
}

function closeReason({ messages }: Context, code: number, reason: string): string {
  const why = reason === '' ? `code ${code}` : `code ${code}, ${reason}`;
  return messages === 0
    ? `the server closed the connection before it sent anything (${why})`
    : `the server closed the connection (${why})`;
}
