"""Conversation threads, kept in memory."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Optional


@dataclass
class Thread:
    thread_id: str
    user_id: str
    messages: list[str] = field(default_factory=list)


class ThreadStore:
    def __init__(self) -> None:
        self._threads: dict[str, Thread] = {}

    def create(self, user_id: str) -> Thread:
        thread = Thread(thread_id=uuid.uuid4().hex, user_id=user_id)
        self._threads[thread.thread_id] = thread
        return thread

    def find(self, thread_id: str, user_id: str) -> Optional[Thread]:
        """The thread, if it exists and belongs to the user."""
        thread = self._threads.get(thread_id)
        return thread if thread is not None and thread.user_id == user_id else None


_store: Optional[ThreadStore] = None


def get_thread_store() -> ThreadStore:
    global _store
    if _store is None:
        _store = ThreadStore()
    return _store
