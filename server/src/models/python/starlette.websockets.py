"""A WebSocket of one client: what it sends is unknown, and at any time it may be gone."""
from __wiretrace__ import unknown, unknown_boolean
from starlette.requests import HTTPConnection
import enum


class WebSocketState(enum.Enum):
    CONNECTING = 0
    CONNECTED = 1
    DISCONNECTED = 2
    RESPONSE = 3


class WebSocketDisconnect(Exception):
    def __init__(self, code=1000, reason=None):
        self.code = code
        self.reason = "" if reason is None else reason


def _received():
    if unknown_boolean("whether the client is gone"):
        raise WebSocketDisconnect()
    return unknown("what a client sends")


class WebSocket(HTTPConnection):
    client_state = unknown("the state of a WebSocket")
    application_state = unknown("the state of a WebSocket")
    def __init__(self, scope, receive=None, send=None): self.scope = scope
    async def accept(self, subprotocol=None, headers=None): return None
    async def receive(self): return _received()
    async def receive_text(self): return _received()
    async def receive_bytes(self): return _received()
    async def receive_json(self, mode="text"): return _received()
    async def iter_text(self): yield unknown("what a client sends")
    async def iter_bytes(self): yield unknown("what a client sends")
    async def iter_json(self): yield unknown("what a client sends")
    async def send(self, message): return None
    async def send_text(self, data): return None
    async def send_bytes(self, data): return None
    async def send_json(self, data, mode="text"): return None
    async def send_denial_response(self, response): return None
    async def close(self, code=1000, reason=None): return None


class WebSocketClose:
    def __init__(self, code=1000, reason=None): self.code = code
