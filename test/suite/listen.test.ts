import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { connectWebSocket } from '../../server/src/platform/web-socket.ts';
import { type Arrival, listen, type Listening, type ListenResult } from '../../server/src/suite/listen.ts';
import { EVENTS } from './support.ts';

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A server with what happens to each client; its port. */
async function serve(
  onClient: (client: WebSocket, authorization: string | undefined) => void,
): Promise<number> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  open.push(server);
  server.on('connection', (client, request) => onClient(client, request.headers.authorization));
  await new Promise((resolve) => server.on('listening', resolve));
  return (server.address() as AddressInfo).port;
}

async function portOf(server: Server): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function listenTo(
  url: string,
  more: Partial<Listening> = {},
): Promise<ListenResult & { told: string[] }> {
  const told: string[] = [];
  const result = await listen({
    url,
    events: EVENTS,
    timeLimitSeconds: 10,
    cancellation: NEVER_CANCELLED,
    connect: connectWebSocket,
    now: Date.now,
    onEvent: ({ event }: Arrival) => told.push(event),
    ...more,
  });
  return { ...result, told };
}

describe('listening to a server', () => {
  it('hears all five events in order, after it has sent its message', async () => {
    const port = await serve((client) => {
      client.on('message', () => {
        client.send(JSON.stringify({ type: 'echo' }));
        for (const type of EVENTS) client.send(JSON.stringify({ type }));
      });
    });
    const result = await listenTo(`ws://127.0.0.1:${port}`, { message: 'hello' });
    expect(result).toMatchObject({ ending: 'complete', told: EVENTS, reason: '', messages: 6 });
  });

  it('waits no longer than the time limit', async () => {
    const port = await serve((client) => client.send('{"type": "agent_started"}'));
    const result = await listenTo(`ws://127.0.0.1:${port}`, { timeLimitSeconds: 0.3 });
    expect(result).toMatchObject({
      ending: 'time-limit',
      told: ['agent_started'],
      reason: 'the time limit of 0.3 s is over',
    });
  });

  it('ends when it is cancelled', async () => {
    const port = await serve(() => undefined);
    const result = await listenTo(`ws://127.0.0.1:${port}`, { cancellation: { isCancelled: true } });
    expect(result.ending).toBe('cancelled');
  });

  it('sends the token as a bearer token, or where the URL has a place for it', async () => {
    const seen: (string | undefined)[] = [];
    const port = await serve((client, authorization) => {
      seen.push(authorization);
      client.close();
    });
    await listenTo(`ws://127.0.0.1:${port}`, { token: 'a b' });
    await listenTo(`ws://127.0.0.1:${port}/?token={token}`, { token: 'a b' });
    expect(seen).toEqual(['Bearer a b', undefined]);
  });
});

describe('one line says what is wrong:', () => {
  it.each([
    ['localhost:8000', 'localhost:8000 has to start with ws:// or wss://'],
    ['http://localhost', 'http://localhost has to start with ws:// or wss://'],
    ['//', '// is not a URL; it has to look like ws://localhost:8000/ws'],
  ])('the URL %s', async (url, reason) => {
    expect(await listenTo(url)).toMatchObject({ ending: 'failed', reason });
  });

  it('nothing listens', async () => {
    const server = createServer();
    const port = await portOf(server);
    server.close();
    expect(await listenTo(`ws://127.0.0.1:${port}`)).toMatchObject({
      ending: 'failed',
      reason: `nothing listens at 127.0.0.1:${port}: the connection was refused`,
    });
  });

  it.each([
    [403, (host: string) => `${host} refused the connection (HTTP 403): is the token right?`],
    [404, (host: string) => `${host} has no WebSocket at this path (HTTP 404)`],
    [500, (host: string) => `${host} answered with HTTP 500 instead of opening a WebSocket`],
  ])('the server answers with %i', async (status, reason) => {
    const server = createHttpServer();
    server.on('upgrade', (_request, socket) =>
      socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\n\r\n`),
    );
    const port = await portOf(server);
    expect(await listenTo(`ws://127.0.0.1:${port}`)).toMatchObject({
      ending: 'failed',
      reason: reason(`127.0.0.1:${port}`),
    });
  });

  it('TLS where there is none', async () => {
    const port = await serve(() => undefined);
    expect(await listenTo(`wss://127.0.0.1:${port}`)).toMatchObject({
      ending: 'failed',
      reason: `127.0.0.1:${port} does not speak TLS on this port; try ws:// instead of wss://`,
    });
  });

  it('a server that closes at once', async () => {
    const port = await serve((client) => client.close(1008, 'not today'));
    expect(await listenTo(`ws://127.0.0.1:${port}`)).toMatchObject({
      ending: 'closed',
      reason: 'the server closed the connection before it sent anything (code 1008, not today)',
    });
  });
});
