"""Path operations: what is decorated is a root of the request phase."""
from __wiretrace__ import per_request, sequence_add, sequence_extend, unknown
from _external import external
from starlette.routing import BaseRoute, Mount, Route, Router, WebSocketRoute, _registering


class APIRoute(Route):
    def __init__(self, path, endpoint, **options): super().__init__(path, endpoint)
    def get_route_handler(self): return self.endpoint


class APIWebSocketRoute(WebSocketRoute):
    def __init__(self, path, endpoint, **options): super().__init__(path, endpoint)


class _PathOperations:
    """What FastAPI and APIRouter share."""
    def get(self, path, **options): return _registering("http")
    def put(self, path, **options): return _registering("http")
    def post(self, path, **options): return _registering("http")
    def delete(self, path, **options): return _registering("http")
    def options(self, path, **options): return _registering("http")
    def head(self, path, **options): return _registering("http")
    def patch(self, path, **options): return _registering("http")
    def trace(self, path, **options): return _registering("http")
    def api_route(self, path, **options): return _registering("http")
    def websocket(self, path, name=None, *, dependencies=None): return _registering("websocket")
    def add_api_route(self, path, endpoint, **options): per_request(endpoint, "http")
    def add_api_websocket_route(self, path, endpoint, name=None, *, dependencies=None): per_request(endpoint, "websocket")


class APIRouter(_PathOperations, Router):
    def __init__(self, *, prefix="", tags=None, dependencies=None, default_response_class=None, responses=None, callbacks=None, routes=None,
            redirect_slashes=True, default=None, on_startup=None, on_shutdown=None, lifespan=None, **options):
        Router.__init__(self, routes, redirect_slashes, default, on_startup, on_shutdown, lifespan)
        self.prefix = prefix
        self.tags = [] if tags is None else tags
        self.dependencies = [] if dependencies is None else dependencies
        self.responses = {} if responses is None else responses
    def include_router(self, router, *, prefix="", tags=None, dependencies=None, **options):
        sequence_extend(self.on_startup, router.on_startup)
        sequence_extend(self.on_shutdown, router.on_shutdown)
        sequence_add(self._included, router)
        sequence_extend(self._included, router._included)


def serialize_response(**options): return unknown("a response")
def __getattr__(name): return external("fastapi.routing." + name)
