"""Tools that agents use; each use is shown to the user."""

from __future__ import annotations

import asyncio
import logging
import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from app.services.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    from app.agents.agent_registry import AgentRegistry

logger = logging.getLogger(__name__)

TOOL_TIMEOUT_SECONDS = 5.0
DOLLARS_PER_MILLION_TOKENS = 3.0


class Tool(ABC):
    name = "tool"

    def __init__(self, registry: AgentRegistry) -> None:
        self.registry = registry

    async def execute(self, user_id: str, query: str) -> str:
        """Use the tool; a tool that takes too long answers that it has no result."""
        await self.registry.emit_event(user_id, "tool_executing", {"tool": self.name, "query": query})
        result = ""
        try:
            result = await asyncio.wait_for(self.run(query), timeout=TOOL_TIMEOUT_SECONDS)
        except asyncio.TimeoutError:
            logger.warning(f"Tool {self.name} gave up after {TOOL_TIMEOUT_SECONDS} s")
            result = "No result in time."
        finally:
            await self.registry.emit_event(user_id, "tool_completed", {"tool": self.name, "result": result})
        return result

    @abstractmethod
    async def run(self, query: str) -> str:
        """The tool's own work; returns its result as text."""


class KnowledgeSearchTool(Tool):
    name = "knowledge_search"

    def __init__(self, registry: AgentRegistry, knowledge_base: KnowledgeBase) -> None:
        super().__init__(registry)
        self.knowledge_base = knowledge_base

    async def run(self, query: str) -> str:
        article = self.knowledge_base.search(query)
        return article.text if article is not None else "Nothing is known about this."


class CostEstimateTool(Tool):
    """Reads "<requests> requests of <tokens> tokens" and prices it."""

    name = "cost_estimate"

    async def run(self, query: str) -> str:
        numbers = [int(number) for number in re.findall(r"\d+", query)]
        if len(numbers) < 2:
            return "Give the number of requests and the tokens of each."
        tokens = numbers[0] * numbers[1]
        dollars = tokens / 1_000_000 * DOLLARS_PER_MILLION_TOKENS
        return f"{tokens} tokens cost about ${dollars:.2f}."
