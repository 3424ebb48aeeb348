"""A socket server as an application, alone or around another one. Without handlers of its own it lets the other one start."""
from __wiretrace__ import has_attribute, kind_of, run, serve, serving_point, unknown


async def _started(handler):
    result = handler()
    if kind_of(result) == "coroutine" or has_attribute(result, "__await__"):
        await result


class ASGIApp:
    def __init__(self, socketio_server, other_asgi_app=None, static_files=None, socketio_path="socket.io", on_startup=None, on_shutdown=None):
        self.engineio_server = socketio_server
        self.other_asgi_app = other_asgi_app
        self.on_startup = on_startup
        self.on_shutdown = on_shutdown
    async def __call__(self, scope, receive, send): return None
    def __serve__(self):
        if self.other_asgi_app is not None and self.on_startup is None and self.on_shutdown is None:
            serve(self.other_asgi_app)
        if self.on_startup is not None:
            run(_started(self.on_startup))
        serving_point()


class WSGIApp:
    def __init__(self, socketio_app, wsgi_app=None, static_files=None, socketio_path="socket.io"):
        self.wsgi_app = wsgi_app
    def __call__(self, environ, start_response): return unknown("a response")


class Middleware(WSGIApp): pass
