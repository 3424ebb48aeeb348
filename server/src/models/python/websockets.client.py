"""Connections to other servers."""
from __wiretrace__ import object_of

WebSocketClientProtocol = object_of("websockets.client.WebSocketClientProtocol")
ClientConnection = object_of("websockets.asyncio.client.ClientConnection")
ClientProtocol = object_of("websockets.client.ClientProtocol")


class connect:
    def __init__(self, uri, **kwargs): self.uri = uri
    def __await__(self):
        yield None
        return object_of("websockets.client.WebSocketClientProtocol")
    async def __aenter__(self): return object_of("websockets.client.WebSocketClientProtocol")
    async def __aexit__(self, exc_type, exc_value, traceback): return None
    def __aiter__(self): return self
    async def __anext__(self): return object_of("websockets.client.WebSocketClientProtocol")


def unix_connect(path=None, uri=None, **kwargs): return connect(uri)
