"""Answers questions from the knowledge base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.agents.base_agent import BaseAgent
from app.agents.tools import KnowledgeSearchTool
from app.services.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    from app.agents.agent_registry import AgentRegistry


class ResearchAgent(BaseAgent):
    name = "research"

    def __init__(self, registry: AgentRegistry, knowledge_base: KnowledgeBase) -> None:
        super().__init__(registry)
        self.search_tool = KnowledgeSearchTool(registry, knowledge_base)

    async def run(self, user_id: str, request: str) -> str:
        await self.think(user_id, f"Looking for what is known about: {request}")
        return await self.search_tool.execute(user_id, request)
