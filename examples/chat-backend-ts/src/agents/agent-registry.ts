/** All agents of the process and the one place their events leave through. */
import type { KnowledgeBase } from '../services/knowledge-base.ts';
import type { AgentWebSocketBridge } from '../websocket/bridge.ts';
import type { EventPayload, WebSocketManager } from '../websocket/manager.ts';
import type { BaseAgent } from './base-agent.ts';
import { ResearchAgent } from './research-agent.ts';

/** Agents by name. Their events are emitted through `webSocketManager`. */
export class AgentRegistry {
  private readonly agents = new Map<string, BaseAgent>();
  private webSocketManager?: WebSocketManager;
  private webSocketBridge?: AgentWebSocketBridge;

  registerDefaultAgents(knowledgeBase: KnowledgeBase): void {
    this.register('research', new ResearchAgent(this, knowledgeBase));
  }

  register(name: string, agent: BaseAgent): void {
    if (this.agents.has(name)) throw new Error(`An agent named ${name} is already registered`);
    this.agents.set(name, agent);
  }

  get(name: string): BaseAgent {
    const agent = this.agents.get(name);
    if (!agent) throw new Error(`There is no agent named ${name}`);
    return agent;
  }

  /** Sets what the events of all agents and tools are sent through. */
  setWebSocketManager(manager: WebSocketManager): void {
    this.webSocketManager = manager;
  }

  /** Sets the bridge of the bridge-based integration. Kept for callers that still have one. */
  setWebSocketBridge(bridge: AgentWebSocketBridge): void {
    this.webSocketBridge = bridge;
  }

  /** Sends an event of an agent or a tool to the user it works for. */
  emitEvent(userId: string, event: string, payload: EventPayload): void {
    this.webSocketManager?.sendEvent(userId, event, payload);
  }
}
