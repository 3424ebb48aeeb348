/** Startup in phases, in this order or not at all: each completes or throws; the server does not come up half ready. */
import { AgentRegistry } from './agents/agent-registry.ts';
import { SupervisorAgent } from './agents/supervisor.ts';
import type { Settings } from './config.ts';
import { MessageHandler } from './handlers/message-handler.ts';
import { KnowledgeBase } from './services/knowledge-base.ts';
import { AgentWebSocketBridge } from './websocket/bridge.ts';
import { WebSocketManager } from './websocket/manager.ts';

/** A phase of startup could not do what the service depends on. */
export class StartupError extends Error {}

export interface Application {
  readonly settings: Settings;
  readonly supervisor: SupervisorAgent;
  readonly messageHandler: MessageHandler;
  readonly webSocketManager: WebSocketManager;
  readonly webSocketBridge: AgentWebSocketBridge;
}

export async function initializeSystem(settings: Settings): Promise<Application> {
  checkSettings(settings);
  const knowledgeBase = new KnowledgeBase();
  await knowledgeBase.warmUp();
  const registry = new AgentRegistry();
  registry.registerDefaultAgents(knowledgeBase);
  const supervisor = new SupervisorAgent(registry, settings.agentTimeoutMilliseconds);
  const messageHandler = new MessageHandler(supervisor, settings.sessionSecret);
  const webSocketManager = new WebSocketManager();
  const webSocketBridge = new AgentWebSocketBridge(webSocketManager);
  const application = { settings, supervisor, messageHandler, webSocketManager, webSocketBridge };
  connectRegistryToWebSockets(application);
  return application;
}

function checkSettings(settings: Settings): void {
  if (settings.environment === 'production' && settings.sessionSecret.length < 16)
    throw new StartupError('SESSION_SECRET must be at least 16 characters long');
}

/** Gives the agents their way to the connected users. */
function connectRegistryToWebSockets(application: Application): void {
  const registry = application.supervisor.agentRegistry;
  if (typeof registry.setWebSocketBridge === 'function') {
    registry.setWebSocketBridge(application.webSocketBridge);
    console.log('AgentRegistry WebSocket integration complete');
  }
}
