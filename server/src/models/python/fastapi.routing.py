"""Path operations: what is decorated is a root of the request phase."""
from __wiretrace__ import sequence_add, sequence_extend, unknown
from _external import external
from starlette.routing import BaseRoute, Mount, Route, Router, WebSocketRoute, _depend, _registering


class APIRoute(Route):
    def __init__(self, path, endpoint, **options): super().__init__(path, endpoint)
    def get_route_handler(self): return self.endpoint


class APIWebSocketRoute(WebSocketRoute):
    def __init__(self, path, endpoint, **options): super().__init__(path, endpoint)


class _PathOperations:
    """What FastAPI and APIRouter share."""
    def get(self, path, dependencies=None, **options): return _registering(self, "http", dependencies)
    def put(self, path, dependencies=None, **options): return _registering(self, "http", dependencies)
    def post(self, path, dependencies=None, **options): return _registering(self, "http", dependencies)
    def delete(self, path, dependencies=None, **options): return _registering(self, "http", dependencies)
    def options(self, path, dependencies=None, **options): return _registering(self, "http", dependencies)
    def head(self, path, dependencies=None, **options): return _registering(self, "http", dependencies)
    def patch(self, path, dependencies=None, **options): return _registering(self, "http", dependencies)
    def trace(self, path, dependencies=None, **options): return _registering(self, "http", dependencies)
    def api_route(self, path, dependencies=None, **options): return _registering(self, "http", dependencies)
    def websocket(self, path, name=None, *, dependencies=None): return _registering(self, "websocket", dependencies)
    def add_api_route(self, path, endpoint, *, dependencies=None, **options): _registering(self, "http", dependencies)(endpoint)
    def add_api_websocket_route(self, path, endpoint, name=None, *, dependencies=None): _registering(self, "websocket", dependencies)(endpoint)


class APIRouter(_PathOperations, Router):
    def __init__(self, *, prefix="", tags=None, dependencies=None, default_response_class=None, responses=None, callbacks=None, routes=None,
            redirect_slashes=True, default=None, on_startup=None, on_shutdown=None, lifespan=None, **options):
        Router.__init__(self, routes, redirect_slashes, default, on_startup, on_shutdown, lifespan)
        self.prefix = prefix
        self.tags = [] if tags is None else tags
        self.dependencies = [] if dependencies is None else dependencies
        _depend(self, dependencies)
        self.responses = {} if responses is None else responses
    def include_router(self, router, *, prefix="", tags=None, dependencies=None, **options):
        _depend(self, dependencies)
        sequence_extend(self.on_startup, router.on_startup)
        sequence_extend(self.on_shutdown, router.on_shutdown)
        sequence_add(self._included, router)
        sequence_extend(self._included, router._included)


def serialize_response(**options): return unknown("a response")
def __getattr__(name): return external("fastapi.routing." + name)
