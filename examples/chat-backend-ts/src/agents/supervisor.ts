/** Chooses the agent for a request and limits the time it may take. */
import type { AgentRegistry } from './agent-registry.ts';

export class SupervisorAgent {
  readonly agentRegistry: AgentRegistry;
  private readonly timeoutMilliseconds: number;

  constructor(agentRegistry: AgentRegistry, timeoutMilliseconds: number) {
    this.agentRegistry = agentRegistry;
    this.timeoutMilliseconds = timeoutMilliseconds;
  }

  async answer(userId: string, request: string): Promise<string> {
    const agent = this.agentRegistry.get('research');
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('This took too long. Please try again.'), this.timeoutMilliseconds);
    });
    try {
      return await Promise.race([agent.execute(userId, request), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }
}
