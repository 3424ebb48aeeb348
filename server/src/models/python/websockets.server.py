"""Servers: awaiting one or entering it as a block starts it; startup goes on until something waits for good."""
from __wiretrace__ import object_of, per_request, serving_point, some, unknown


class WebSocketServer:
    sockets = some("tuple")
    websockets = some("set")
    connections = some("set")
    def close(self, *args, **kwargs): return None
    async def wait_closed(self): serving_point()
    async def serve_forever(self): serving_point()
    async def start_serving(self): return None
    def is_serving(self): return True
    def get_loop(self): return unknown("the loop of the server")
    async def __aenter__(self): return self
    async def __aexit__(self, exc_type, exc_value, traceback): return None


Server = WebSocketServer
WebSocketServerProtocol = object_of("websockets.server.WebSocketServerProtocol")
ServerConnection = object_of("websockets.asyncio.server.ServerConnection")
ServerProtocol = object_of("websockets.server.ServerProtocol")


class serve:
    def __init__(self, handler, host=None, port=None, **kwargs):
        self.ws_server = WebSocketServer()
        per_request(handler, "websocket")
        if "process_request" in kwargs:
            per_request(kwargs["process_request"], "http")
    def __await__(self):
        yield None
        return self.ws_server
    async def __aenter__(self): return self.ws_server
    async def __aexit__(self, exc_type, exc_value, traceback): return None


def unix_serve(handler, path=None, **kwargs): return serve(handler)
def basic_auth(**kwargs): return unknown("a check of passwords")
