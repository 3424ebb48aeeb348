"""The chat's WebSocket: one JSON message in, events while it is worked on, one answer out."""

from __future__ import annotations

import logging

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from app.handlers.message_handlers import MessageHandler
from app.websocket.manager import WebSocketManager

logger = logging.getLogger(__name__)
router = APIRouter()


@router.websocket("/ws/{user_id}")
async def chat(websocket: WebSocket, user_id: str) -> None:
    manager: WebSocketManager = websocket.app.state.websocket_manager
    handler: MessageHandler = websocket.app.state.message_handler
    await manager.connect(user_id, websocket)
    try:
        while True:
            message = await websocket.receive_json()
            answer = await handler.handle_message(user_id, message, manager)
            await websocket.send_json(answer)
    except WebSocketDisconnect:
        logger.info(f"User {user_id} disconnected")
    finally:
        manager.disconnect(user_id, websocket)
