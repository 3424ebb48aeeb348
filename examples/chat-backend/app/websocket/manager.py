"""Open WebSocket connections and the delivery of events to them."""

from __future__ import annotations

import logging
import time
from typing import Any, Optional

from fastapi import WebSocket, WebSocketDisconnect

logger = logging.getLogger(__name__)


class WebSocketManager:
    """Knows every open connection of every user; a user may have several tabs open."""

    def __init__(self) -> None:
        self._connections: dict[str, set[WebSocket]] = {}

    async def connect(self, user_id: str, websocket: WebSocket) -> None:
        await websocket.accept()
        self._connections.setdefault(user_id, set()).add(websocket)
        logger.info(f"User {user_id} connected, {len(self._connections[user_id])} connection(s)")

    def disconnect(self, user_id: str, websocket: WebSocket) -> None:
        connections = self._connections.get(user_id, set())
        connections.discard(websocket)
        if not connections:
            self._connections.pop(user_id, None)

    def connected_users(self) -> list[str]:
        return sorted(self._connections)

    async def send_event(self, user_id: str, event: str, payload: dict[str, Any]) -> int:
        """Send one event to all connections of a user; returns how many it reached."""
        message = {"type": event, "payload": payload, "timestamp": time.time()}
        delivered = 0
        for websocket in list(self._connections.get(user_id, ())):
            try:
                await websocket.send_json(message)
                delivered += 1
            except (WebSocketDisconnect, RuntimeError) as error:
                logger.info(f"Dropping a closed connection of user {user_id}: {error}")
                self.disconnect(user_id, websocket)
        return delivered


class IsolatedWebSocketManager(WebSocketManager):
    """The shared manager as one resumed thread sees it: that user's events carry the thread's id."""

    def __init__(self, shared: WebSocketManager, user_id: str, thread_id: str) -> None:
        super().__init__()
        self.shared = shared
        self.user_id = user_id
        self.thread_id = thread_id

    async def send_event(self, user_id: str, event: str, payload: dict[str, Any]) -> int:
        if user_id == self.user_id:
            payload = {**payload, "thread_id": self.thread_id}
        return await self.shared.send_event(user_id, event, payload)


_manager: Optional[WebSocketManager] = None


def get_websocket_manager() -> WebSocketManager:
    """The manager of this process, created on first use."""
    global _manager
    if _manager is None:
        _manager = WebSocketManager()
    return _manager
