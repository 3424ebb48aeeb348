"""Chooses the agent for a request and limits the time it may take."""

from __future__ import annotations

import asyncio
import logging

from app.agents.agent_registry import AgentRegistry

logger = logging.getLogger(__name__)

COST_WORDS = ("cost", "price", "estimate")


class SupervisorAgent:
    def __init__(self, agent_registry: AgentRegistry, timeout_seconds: float) -> None:
        self.agent_registry = agent_registry
        self.timeout_seconds = timeout_seconds

    async def answer(self, user_id: str, request: str) -> str:
        agent_name = self._choose_agent(request)
        agent = self.agent_registry.get(agent_name)
        try:
            return await asyncio.wait_for(agent.execute(user_id, request), timeout=self.timeout_seconds)
        except asyncio.TimeoutError:
            logger.error(f"Agent {agent_name} exceeded {self.timeout_seconds} s for user {user_id}")
            return "This took too long. Please try again."

    def _choose_agent(self, request: str) -> str:
        words = request.lower()
        return "cost" if any(word in words for word in COST_WORDS) else "research"
