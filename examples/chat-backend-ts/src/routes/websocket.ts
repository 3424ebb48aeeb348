/** Chat over WebSockets: `/ws/USER`. */
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { ClientMessage } from '../handlers/message-handler.ts';
import type { Application } from '../startup.ts';

export function attachWebSockets(server: Server, application: Application): WebSocketServer {
  const webSocketServer = new WebSocketServer({ server });
  webSocketServer.on('connection', (socket, request) => {
    const userId = (request.url ?? '').split('/').pop() ?? '';
    const { messageHandler, webSocketManager } = application;
    webSocketManager.connect(userId, socket);
    socket.on('message', async (data) => {
      const message = JSON.parse(String(data)) as ClientMessage;
      socket.send(JSON.stringify(await messageHandler.handleMessage(userId, message, webSocketManager)));
    });
    socket.on('close', () => webSocketManager.disconnect(userId, socket));
  });
  return webSocketServer;
}
