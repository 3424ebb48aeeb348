/** What every agent does around its own work: say that it started, what it thinks, and that it is done. */
import type { AgentRegistry } from './agent-registry.ts';

export abstract class BaseAgent {
  abstract readonly name: string;
  protected readonly registry: AgentRegistry;

  constructor(registry: AgentRegistry) {
    this.registry = registry;
  }

  /** Answers a request. `agent_completed` is emitted even if the work fails. */
  async execute(userId: string, request: string): Promise<string> {
    let status = 'failed';
    this.registry.emitEvent(userId, 'agent_started', { agent: this.name });
    try {
      const answer = await this.run(userId, request);
      status = 'completed';
      return answer;
    } finally {
      this.registry.emitEvent(userId, 'agent_completed', { agent: this.name, status });
    }
  }

  protected think(userId: string, thought: string): void {
    this.registry.emitEvent(userId, 'agent_thinking', { agent: this.name, thought });
  }

  /** The agent's own work; gives the answer. */
  protected abstract run(userId: string, request: string): Promise<string>;
}
