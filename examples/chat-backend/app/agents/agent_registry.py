"""All agents of the process and the one place their events leave through."""

from __future__ import annotations

import logging
from typing import Any, Optional

from app.agents.base_agent import BaseAgent
from app.agents.cost_agent import CostAgent
from app.agents.research_agent import ResearchAgent
from app.services.knowledge_base import KnowledgeBase
from app.websocket.bridge import AgentWebSocketBridge
from app.websocket.manager import WebSocketManager

logger = logging.getLogger(__name__)


class AgentRegistry:
    """Agents by name. Their events are emitted through `websocket_manager`."""

    def __init__(self) -> None:
        self._agents: dict[str, BaseAgent] = {}
        self.websocket_manager: Optional[WebSocketManager] = None
        self._websocket_bridge: Optional[AgentWebSocketBridge] = None

    def register_default_agents(self, knowledge_base: KnowledgeBase) -> None:
        self.register("research", ResearchAgent(self, knowledge_base))
        self.register("cost", CostAgent(self))

    def register(self, name: str, agent: BaseAgent) -> None:
        if name in self._agents:
            raise ValueError(f"An agent named {name} is already registered")
        self._agents[name] = agent

    def get(self, name: str) -> BaseAgent:
        return self._agents[name]

    def names(self) -> list[str]:
        return sorted(self._agents)

    def set_websocket_manager(self, manager: WebSocketManager) -> None:
        """Set what the events of all agents and tools are sent through."""
        self.websocket_manager = manager
        logger.info(f"WebSocket manager set for {len(self._agents)} agent(s)")

    def set_websocket_bridge(self, bridge: AgentWebSocketBridge) -> None:
        """Set the bridge of the bridge-based integration. Kept for callers that still have one."""
        self._websocket_bridge = bridge
        logger.info(f"WebSocket bridge set for {len(self._agents)} agent(s)")

    async def emit_event(self, user_id: str, event: str, payload: dict[str, Any]) -> None:
        """Send an event of an agent or a tool to the user it works for."""
        if self.websocket_manager is None:
            return
        await self.websocket_manager.send_event(user_id, event, payload)

    def diagnose_websocket_wiring(self) -> dict[str, Any]:
        """What the registry could send events through right now."""
        has_manager = self.websocket_manager is not None
        return {
            "websocket_health": "HEALTHY" if has_manager else "CRITICAL",
            "has_websocket_manager": has_manager,
            "has_websocket_bridge": self._websocket_bridge is not None,
            "registered_agents": len(self._agents),
        }
