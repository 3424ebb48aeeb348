"""What every agent does around its own work: say that it started, what it thinks, and that it is done."""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.agents.agent_registry import AgentRegistry

logger = logging.getLogger(__name__)


class BaseAgent(ABC):
    name = "agent"

    def __init__(self, registry: AgentRegistry) -> None:
        self.registry = registry

    async def execute(self, user_id: str, request: str) -> str:
        """Answer a request. `agent_completed` is emitted even if the work fails."""
        started_at = time.perf_counter()
        status = "failed"
        await self.registry.emit_event(user_id, "agent_started", {"agent": self.name})
        try:
            answer = await self.run(user_id, request)
            status = "completed"
            return answer
        finally:
            seconds = time.perf_counter() - started_at
            logger.info(f"Agent {self.name} {status} for user {user_id} after {seconds:.3f} s")
            await self.registry.emit_event(
                user_id, "agent_completed", {"agent": self.name, "status": status, "seconds": seconds}
            )

    async def think(self, user_id: str, thought: str) -> None:
        await self.registry.emit_event(user_id, "agent_thinking", {"agent": self.name, "thought": thought})

    @abstractmethod
    async def run(self, user_id: str, request: str) -> str:
        """The agent's own work; returns the answer."""
