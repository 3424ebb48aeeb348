/** Open WebSocket connections and the delivery of events to them. */
import { WebSocket } from 'ws';

export interface EventPayload {
  readonly [key: string]: unknown;
}

/** Knows every open connection of every user; a user may have several tabs open. */
export class WebSocketManager {
  private readonly connections = new Map<string, Set<WebSocket>>();

  connect(userId: string, socket: WebSocket): void {
    const known = this.connections.get(userId) ?? new Set<WebSocket>();
    known.add(socket);
    this.connections.set(userId, known);
  }

  disconnect(userId: string, socket: WebSocket): void {
    const known = this.connections.get(userId);
    known?.delete(socket);
    if (known?.size === 0) this.connections.delete(userId);
  }

  connectedUsers(): readonly string[] {
    return [...this.connections.keys()].sort();
  }

  /** Sends one event to all connections of a user. */
  sendEvent(userId: string, event: string, payload: EventPayload): void {
    const message = JSON.stringify({ type: event, payload, timestamp: Date.now() });
    for (const socket of this.connections.get(userId) ?? []) {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    }
  }
}

/** The shared manager as one resumed thread sees it: that user's events carry the thread's id. */
export class IsolatedWebSocketManager extends WebSocketManager {
  private readonly shared: WebSocketManager;
  private readonly userId: string;
  private readonly threadId: string;

  constructor(shared: WebSocketManager, userId: string, threadId: string) {
    super();
    this.shared = shared;
    this.userId = userId;
    this.threadId = threadId;
  }

  override sendEvent(userId: string, event: string, payload: EventPayload): void {
    const own = userId === this.userId ? { ...payload, threadId: this.threadId } : payload;
    this.shared.sendEvent(userId, event, own);
  }
}
