/** Service messages to all connected users, and the agents' former way to them. */
import type { EventPayload, WebSocketManager } from './manager.ts';

/** Wraps the manager; agents were given a bridge before events went through the manager itself. */
export class AgentWebSocketBridge {
  private readonly webSocketManager: WebSocketManager;

  constructor(webSocketManager: WebSocketManager) {
    this.webSocketManager = webSocketManager;
  }

  notify(userId: string, event: string, payload: EventPayload): void {
    this.webSocketManager.sendEvent(userId, event, payload);
  }

  broadcastHeartbeat(): number {
    const users = this.webSocketManager.connectedUsers();
    for (const userId of users) this.notify(userId, 'heartbeat', { connectedUsers: users.length });
    return users.length;
  }
}
