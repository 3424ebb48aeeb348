"""Service messages to all connected users, and the agents' former way to them."""

from __future__ import annotations

from typing import Any

from app.websocket.manager import WebSocketManager


class AgentWebSocketBridge:
    """Wraps the manager; agents were given a bridge before events went through the manager itself."""

    def __init__(self, websocket_manager: WebSocketManager) -> None:
        self.websocket_manager = websocket_manager

    async def notify(self, user_id: str, event: str, payload: dict[str, Any]) -> int:
        return await self.websocket_manager.send_event(user_id, event, payload)

    async def broadcast_heartbeat(self) -> int:
        users = self.websocket_manager.connected_users()
        for user_id in users:
            await self.notify(user_id, "heartbeat", {"connected_users": len(users)})
        return len(users)
