/** Tools that agents use; each use is shown to the user. */
import type { KnowledgeBase } from '../services/knowledge-base.ts';
import type { AgentRegistry } from './agent-registry.ts';

export abstract class Tool {
  abstract readonly name: string;
  private readonly registry: AgentRegistry;

  constructor(registry: AgentRegistry) {
    this.registry = registry;
  }

  async execute(userId: string, query: string): Promise<string> {
    this.registry.emitEvent(userId, 'tool_executing', { tool: this.name, query });
    let result = '';
    try {
      result = await this.run(query);
    } finally {
      this.registry.emitEvent(userId, 'tool_completed', { tool: this.name, result });
    }
    return result;
  }

  protected abstract run(query: string): Promise<string>;
}

export class KnowledgeSearchTool extends Tool {
  readonly name = 'knowledge_search';
  private readonly knowledgeBase: KnowledgeBase;

  constructor(registry: AgentRegistry, knowledgeBase: KnowledgeBase) {
    super(registry);
    this.knowledgeBase = knowledgeBase;
  }

  protected override async run(query: string): Promise<string> {
    return this.knowledgeBase.search(query) ?? 'Nothing is known about this.';
  }
}
