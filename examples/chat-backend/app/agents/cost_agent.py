"""Estimates what a number of model requests costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.agents.base_agent import BaseAgent
from app.agents.tools import CostEstimateTool

if TYPE_CHECKING:
    from app.agents.agent_registry import AgentRegistry


class CostAgent(BaseAgent):
    name = "cost"

    def __init__(self, registry: AgentRegistry) -> None:
        super().__init__(registry)
        self.estimate_tool = CostEstimateTool(registry)

    async def run(self, user_id: str, request: str) -> str:
        await self.think(user_id, "Multiplying requests by tokens")
        return await self.estimate_tool.execute(user_id, request)
