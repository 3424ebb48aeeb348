/** Connections to a running server, through the library ws. Must not know what is listened for. */
import { WebSocket } from 'ws';
import type { Connect } from '../suite/listen.ts';

const HANDSHAKE_MILLISECONDS = 10_000;
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

export const connectWebSocket: Connect = (url, headers, handlers) => {
  const socket = new WebSocket(url, {
    headers,
    handshakeTimeout: HANDSHAKE_MILLISECONDS,
    maxPayload: MAX_MESSAGE_BYTES,
    followRedirects: false,
  });
  let failed = false;
  socket.on('open', handlers.onOpen);
  socket.on('message', (data) => handlers.onMessage(textOf(data)));
  socket.on('error', (error: NodeJS.ErrnoException) => {
    failed = true;
    handlers.onFailure(reasonOf(url, error));
  });
  socket.on('close', (code, reason) => {
    if (!failed) handlers.onClose(code, reason.toString('utf8'));
  });
  return {
    send: (text) => socket.send(text),
    close: () => socket.terminate(),
  };
};

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as Buffer).toString('utf8');
}

/** Certificates that Node does not accept, by the codes of OpenSSL that it passes on. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ALTNAME/;

function reasonOf(url: string, error: NodeJS.ErrnoException): string {
  const { host } = new URL(url);
  const code = error.code ?? '';
  if (code === 'ECONNREFUSED') return `nothing listens at ${host}: the connection was refused`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `there is no host ${host}`;
  if (code === 'ECONNRESET') return `${host} closed the connection before it was open`;
  if (code === 'ETIMEDOUT' || /handshake has timed out/.test(error.message))
    return `${host} did not answer within ${HANDSHAKE_MILLISECONDS / 1000} s`;
  if (CERTIFICATE.test(code)) return `the certificate of ${host} is not accepted: ${error.message}`;
  if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return `${host} does not speak TLS on this port; try ws:// instead of wss://`;
  return statusReason(host, error.message) ?? `the connection to ${host} failed: ${error.message}`;
}

function statusReason(host: string, message: string): string | undefined {
  const [, status] = /^Unexpected server response: (\d+)$/.exec(message) ?? [];
  if (status === undefined) return undefined;
  if (status === '401' || status === '403')
    return `${host} refused the connection (HTTP ${status}): is the token right?`;
  if (status === '404') return `${host} has no WebSocket at this path (HTTP 404)`;
  return `${host} answered with HTTP ${status} instead of opening a WebSocket`;
}
