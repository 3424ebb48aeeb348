"""Startup in seven phases, in this order or not at all.

Every phase either completes or raises DeterministicStartupError; the server does not come up half ready.
"""

from __future__ import annotations

import asyncio
import logging
import time
from enum import IntEnum

from fastapi import FastAPI

from app.agents.agent_registry import AgentRegistry
from app.agents.supervisor import SupervisorAgent
from app.config import get_settings
from app.handlers.message_handlers import MessageHandler
from app.services.knowledge_base import get_knowledge_base
from app.services.thread_store import get_thread_store
from app.websocket.bridge import AgentWebSocketBridge


class DeterministicStartupError(RuntimeError):
    """A phase of startup could not do what the service depends on."""


class StartupPhase(IntEnum):
    FOUNDATION = 1
    DEPENDENCIES = 2
    STORAGE = 3
    CACHE = 4
    SERVICES = 5
    WEBSOCKET = 6
    FINALIZE = 7


class StartupOrchestrator:
    """Runs the phases against one application object."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self.logger = logging.getLogger(__name__)
        self.settings = get_settings()
        self.started_at = time.perf_counter()
        self.phase = StartupPhase.FOUNDATION

    async def initialize_system(self) -> None:
        """Run all phases; any failure becomes a DeterministicStartupError."""
        try:
            self._begin(StartupPhase.FOUNDATION)
            self._phase1_foundation()
            self._begin(StartupPhase.DEPENDENCIES)
            self._phase2_dependencies()
            self._begin(StartupPhase.STORAGE)
            self._phase3_storage()
            self._begin(StartupPhase.CACHE)
            await self._phase4_cache()
            self._begin(StartupPhase.SERVICES)
            self._phase5_services()
            self._begin(StartupPhase.WEBSOCKET)
            await self._phase6_websocket()
            self._begin(StartupPhase.FINALIZE)
            self._phase7_finalize()
        except DeterministicStartupError:
            raise
        except Exception as error:
            raise DeterministicStartupError(f"Phase {self.phase.name} failed: {error}") from error

    def _begin(self, phase: StartupPhase) -> None:
        self.phase = phase
        self.logger.info(f"Phase {phase.value}/7: {phase.name.lower()}")

    def _phase1_foundation(self) -> None:
        self.app.state.settings = self.settings
        self.app.state.startup_complete = False
        self.app.state.background_tasks = set()

    def _phase2_dependencies(self) -> None:
        if self.settings.is_production:
            self._require_secret("SESSION_SECRET", self.settings.session_secret)
        elif self.settings.is_staging:
            self.logger.info(f"Staging accepts origins {', '.join(self.settings.cors_origins)}")

    def _require_secret(self, name: str, value: str) -> None:
        if len(value) < 16:
            raise DeterministicStartupError(f"{name} must be at least 16 characters long")

    def _phase3_storage(self) -> None:
        self.app.state.thread_store = get_thread_store()

    async def _phase4_cache(self) -> None:
        knowledge_base = get_knowledge_base()
        try:
            await asyncio.wait_for(knowledge_base.warm_up(), timeout=self.settings.startup_timeout_seconds)
        except asyncio.TimeoutError as error:
            raise DeterministicStartupError("The knowledge base did not warm up in time") from error
        self.app.state.knowledge_base = knowledge_base

    def _phase5_services(self) -> None:
        registry = AgentRegistry()
        registry.register_default_agents(self.app.state.knowledge_base)
        supervisor = SupervisorAgent(registry, timeout_seconds=self.settings.agent_timeout_seconds)
        self.app.state.agent_supervisor = supervisor
        self.app.state.message_handler = MessageHandler(
            supervisor, self.app.state.thread_store, self.settings.session_secret
        )
        self.logger.info(f"Registered agents: {', '.join(registry.names())}")

    async def _phase6_websocket(self) -> None:
        from app.websocket.manager import get_websocket_manager

        self.app.state.websocket_manager = get_websocket_manager()
        self.app.state.websocket_bridge = AgentWebSocketBridge(self.app.state.websocket_manager)
        await self._connect_registry_to_websocket()

    async def _connect_registry_to_websocket(self) -> None:
        """Give the agents their way to the connected users."""
        supervisor = self.app.state.agent_supervisor
        bridge = self.app.state.websocket_bridge
        registry = supervisor.agent_registry
        if registry and bridge:
            if hasattr(registry, 'set_websocket_bridge'):
                registry.set_websocket_bridge(bridge)
                self.logger.info("AgentRegistry WebSocket integration complete")

    def _phase7_finalize(self) -> None:
        task = asyncio.create_task(self._send_heartbeats(), name="heartbeat")
        self.app.state.background_tasks.add(task)
        task.add_done_callback(self.app.state.background_tasks.discard)
        self.app.state.startup_complete = True

    async def _send_heartbeats(self) -> None:
        bridge: AgentWebSocketBridge = self.app.state.websocket_bridge
        while True:
            await asyncio.sleep(self.settings.heartbeat_seconds)
            reached = await bridge.broadcast_heartbeat()
            self.logger.debug(f"Heartbeat reached {reached} user(s)")


async def run_deterministic_startup(app: FastAPI) -> float:
    """Start everything the application needs; returns the seconds it took."""
    orchestrator = StartupOrchestrator(app)
    await orchestrator.initialize_system()
    return time.perf_counter() - orchestrator.started_at
