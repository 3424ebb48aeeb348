"""From a message on the WebSocket to its answer."""

from __future__ import annotations

import hashlib
import hmac
import logging
from typing import Any

from app.agents.supervisor import SupervisorAgent
from app.services.thread_store import Thread, ThreadStore
from app.websocket.manager import IsolatedWebSocketManager, WebSocketManager

logger = logging.getLogger(__name__)


class MessageHandler:
    """Handles the messages of all users; agents send their events through what startup gave them."""

    def __init__(self, supervisor: SupervisorAgent, thread_store: ThreadStore, secret: str) -> None:
        self.supervisor = supervisor
        self.thread_store = thread_store
        self._secret = secret.encode()

    async def handle_message(
        self, user_id: str, message: dict[str, Any], websocket_manager: WebSocketManager
    ) -> dict[str, Any]:
        """Handle one message of the client; returns the message to answer with."""
        message_type = message.get("type")
        if message_type == "chat":
            return await self._handle_chat(user_id, str(message.get("text", "")))
        if message_type == "resume_thread":
            return await self._handle_resume(user_id, message, websocket_manager)
        return _error(f"Unknown message type {message_type!r}")

    async def _handle_chat(self, user_id: str, text: str) -> dict[str, Any]:
        thread = self.thread_store.create(user_id)
        return await self._answer(user_id, thread, text)

    async def _handle_resume(
        self, user_id: str, message: dict[str, Any], websocket_manager: WebSocketManager
    ) -> dict[str, Any]:
        """Continue a thread of an earlier connection, with events that name that thread."""
        thread = self.thread_store.find(str(message.get("thread_id", "")), user_id)
        if thread is None or not self._is_valid_token(thread, str(message.get("resume_token", ""))):
            return _error("There is no such thread")
        isolated_manager = IsolatedWebSocketManager(websocket_manager, user_id, thread.thread_id)
        self._configure_supervisor(user_id, thread, isolated_manager)
        return await self._answer(user_id, thread, str(message.get("text", "")))

    def _configure_supervisor(
        self, user_id: str, thread: Thread, websocket_manager: WebSocketManager
    ) -> None:
        if websocket_manager and hasattr(self.supervisor, 'agent_registry'):
            logger.info(f"Setting isolated WebSocket manager on supervisor for user {user_id}")
            self.supervisor.agent_registry.set_websocket_manager(websocket_manager)
        else:
            logger.warning(f"Thread {thread.thread_id} resumes without WebSocket events")

    async def _answer(self, user_id: str, thread: Thread, text: str) -> dict[str, Any]:
        thread.messages.append(text)
        answer = await self.supervisor.answer(user_id, text)
        thread.messages.append(answer)
        payload = {"answer": answer, "thread_id": thread.thread_id, "resume_token": self._token_of(thread)}
        return {"type": "final_answer", "payload": payload}

    def _token_of(self, thread: Thread) -> str:
        subject = f"{thread.user_id}:{thread.thread_id}".encode()
        return hmac.new(self._secret, subject, hashlib.sha256).hexdigest()

    def _is_valid_token(self, thread: Thread, token: str) -> bool:
        return hmac.compare_digest(self._token_of(thread), token)


def _error(reason: str) -> dict[str, Any]:
    return {"type": "error", "payload": {"reason": reason}}
