/** Answers questions from the knowledge base. */
import type { KnowledgeBase } from '../services/knowledge-base.ts';
import type { AgentRegistry } from './agent-registry.ts';
import { BaseAgent } from './base-agent.ts';
import { KnowledgeSearchTool } from './tools.ts';

export class ResearchAgent extends BaseAgent {
  readonly name = 'research';
  private readonly search: KnowledgeSearchTool;

  constructor(registry: AgentRegistry, knowledgeBase: KnowledgeBase) {
    super(registry);
    this.search = new KnowledgeSearchTool(registry, knowledgeBase);
  }

  protected override async run(userId: string, request: string): Promise<string> {
    this.think(userId, `Looking for what is known about: ${request}`);
    return await this.search.execute(userId, request);
  }
}
