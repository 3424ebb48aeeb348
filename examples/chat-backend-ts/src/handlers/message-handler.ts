/** From a message on the WebSocket to its answer. */
import { createHmac, randomUUID } from 'node:crypto';
import type { SupervisorAgent } from '../agents/supervisor.ts';
import { IsolatedWebSocketManager, type WebSocketManager } from '../websocket/manager.ts';

export interface ClientMessage {
  readonly type?: string;
  readonly text?: string;
  readonly threadId?: string;
  readonly resumeToken?: string;
}

export interface Answer {
  readonly type: string;
  readonly payload: Readonly<Record<string, string>>;
}

/** Handles the messages of all users; agents send their events through what startup gave them. */
export class MessageHandler {
  private readonly supervisor: SupervisorAgent;
  private readonly secret: string;

  constructor(supervisor: SupervisorAgent, secret: string) {
    this.supervisor = supervisor;
    this.secret = secret;
  }

  async handleMessage(userId: string, message: ClientMessage, manager: WebSocketManager): Promise<Answer> {
    if (message.type === 'chat') return await this.answer(userId, randomUUID(), message.text ?? '');
    if (message.type === 'resume_thread') return await this.resume(userId, message, manager);
    return { type: 'error', payload: { reason: 'Unknown message type' } };
  }

  /** Continues a thread of an earlier connection, with events that name that thread. */
  private async resume(userId: string, message: ClientMessage, manager: WebSocketManager): Promise<Answer> {
    const threadId = message.threadId ?? '';
    if (message.resumeToken !== this.tokenOf(userId, threadId))
      return { type: 'error', payload: { reason: 'There is no such thread' } };
    this.configureSupervisor(new IsolatedWebSocketManager(manager, userId, threadId));
    return await this.answer(userId, threadId, message.text ?? '');
  }

  private configureSupervisor(manager: WebSocketManager): void {
    this.supervisor.agentRegistry.setWebSocketManager(manager);
  }

  private async answer(userId: string, threadId: string, text: string): Promise<Answer> {
    const answer = await this.supervisor.answer(userId, text);
    const resumeToken = this.tokenOf(userId, threadId);
    return { type: 'final_answer', payload: { answer, threadId, resumeToken } };
  }

  private tokenOf(userId: string, threadId: string): string {
    return createHmac('sha256', this.secret).update(`${userId}:${threadId}`).digest('hex');
  }
}
