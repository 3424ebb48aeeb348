"""Liveness and readiness, as the load balancer asks for them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

router = APIRouter(tags=["health"])


@router.get("/health")
async def health(request: Request, response: Response) -> dict[str, Any]:
    state = request.app.state
    checks = {
        "startup": state.startup_complete,
        "threads": state.thread_store is not None,
        "agents": len(state.agent_supervisor.agent_registry.names()) > 0,
        "websocket": state.websocket_manager is not None and state.websocket_bridge is not None,
    }
    healthy = all(checks.values())
    if not healthy:
        response.status_code = 503
    return {
        "status": "healthy" if healthy else "unhealthy",
        "environment": state.settings.environment,
        "checks": checks,
    }
