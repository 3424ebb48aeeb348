"""Class based endpoints."""
from __wiretrace__ import unknown


class HTTPEndpoint:
    def __init__(self, scope, receive, send): self.scope = scope
    def __await__(self):
        yield None


class WebSocketEndpoint:
    encoding = None
    def __init__(self, scope, receive, send): self.scope = scope
    def __await__(self):
        yield None
    async def on_connect(self, websocket): return None
    async def on_receive(self, websocket, data): return None
    async def on_disconnect(self, websocket, close_code): return None
    async def decode(self, websocket, message): return unknown("what a client sends")
