"""Routes and routers: what is routed to is a root of the request phase; startup handlers and lifespans are kept for serving."""
from __wiretrace__ import has_attribute, kind_of, make_context_manager, per_request, sequence_add, serving_point, unknown
from _external import external


def _register(endpoint, kind, owner):
    """A function, an ASGI application, or a class whose methods answer requests; they do where owner is part of what is served."""
    if kind_of(endpoint) != "class":
        per_request(endpoint, kind, owner)
        return
    instance = endpoint(unknown("the scope of a request"), unknown("receive"), unknown("send"))
    for name in ("get", "post", "put", "patch", "delete", "on_connect", "on_receive", "on_disconnect"):
        if has_attribute(instance, name):
            per_request(getattr(instance, name), kind, owner)


def _registering(owner, endpoint_kind, dependencies=None):
    _depend(owner, dependencies)
    def decorate(func):
        _register(func, endpoint_kind, owner)
        return func
    return decorate


def _depend(owner, dependencies):
    """Dependencies that no parameter states run before every handler."""
    if dependencies is not None:
        for dependency in dependencies:
            if dependency.dependency is not None:
                per_request(dependency.dependency, "http", owner)


class BaseRoute:
    def __getattr__(self, name): return unknown("a property of a route")


class Route(BaseRoute):
    def __init__(self, path, endpoint, *, methods=None, name=None, include_in_schema=True, middleware=None, **options):
        self.path = path
        self.endpoint = endpoint
        self.name = name
        self.methods = methods
        _register(endpoint, "http", self)


class WebSocketRoute(BaseRoute):
    def __init__(self, path, endpoint, *, name=None, middleware=None, **options):
        self.path = path
        self.endpoint = endpoint
        self.name = name
        _register(endpoint, "websocket", self)


class Mount(BaseRoute):
    def __init__(self, path, app=None, routes=None, name=None, *, middleware=None):
        self.path = path
        self.app = app
        self.routes = routes
        self.name = name


class Host(Mount):
    def __init__(self, host, app, name=None): super().__init__(host, app, None, name)


class Match: pass
class NoMatchFound(Exception): pass


class _Routes:
    """What routers and applications share: adding endpoints."""
    def route(self, path, methods=None, name=None, include_in_schema=True): return _registering(self, "http")
    def websocket_route(self, path, name=None): return _registering(self, "websocket")
    def add_route(self, path, route, methods=None, name=None, include_in_schema=True): _register(route, "http", self)
    def add_websocket_route(self, path, route, name=None): _register(route, "websocket", self)


class _DefaultLifespan:
    """The lifespan of a router without one: runs its on_startup handlers."""
    def __init__(self, router): self._router = router
    def __call__(self, app): return self
    async def __aenter__(self): await self._router.startup()
    async def __aexit__(self, *exc_info): await self._router.shutdown()


class Router(_Routes):
    def __init__(self, routes=None, redirect_slashes=True, default=None, on_startup=None, on_shutdown=None, lifespan=None, *, middleware=None):
        self.routes = [] if routes is None else list(routes)
        self.on_startup = [] if on_startup is None else list(on_startup)
        self.on_shutdown = [] if on_shutdown is None else list(on_shutdown)
        self.default = default
        self.lifespan_context = _DefaultLifespan(self) if lifespan is None else lifespan
        self._included = []
    async def startup(self):
        for handler in self.on_startup:
            await _call_handler(handler)
    async def shutdown(self):
        for handler in self.on_shutdown:
            await _call_handler(handler)
    def add_event_handler(self, event_type, func):
        if event_type == "startup":
            sequence_add(self.on_startup, func)
        else:
            sequence_add(self.on_shutdown, func)
    def on_event(self, event_type):
        def decorate(func):
            self.add_event_handler(event_type, func)
            return func
        return decorate
    def mount(self, path, app=None, name=None): sequence_add(self.routes, Mount(path, app, name=name))
    def host(self, host, app, name=None): sequence_add(self.routes, Host(host, app, name))
    def url_path_for(self, name, /, **path_params): return unknown("a URL path")
    async def __call__(self, scope, receive, send): return None
    def __getattr__(self, name): return unknown("a property of a router")


async def _call_handler(handler):
    result = handler()
    if kind_of(result) == "coroutine" or has_attribute(result, "__await__"):
        await result


async def _enter_lifespans(router, app):
    """The application's own lifespan, then what included routers bring along, then the application serves."""
    own = router.lifespan_context
    contexts = [own]
    handlers = []
    for included in router._included:
        if not isinstance(included.lifespan_context, _DefaultLifespan):
            contexts.append(included.lifespan_context)
        elif not isinstance(own, _DefaultLifespan):
            handlers.extend(included.on_startup)
    await _enter_next(contexts, handlers, app)


async def _enter_next(contexts, handlers, app):
    if not contexts:
        for handler in handlers:
            await _call_handler(handler)
        serving_point()
    context = contexts[0](app)
    if not has_attribute(context, "__aenter__"):
        context = make_context_manager(contexts[0])(app)
    async with context:
        await _enter_next(contexts[1:], handlers, app)


def request_response(func): return func
def websocket_session(func): return func
def compile_path(path): return unknown("a compiled path")
def __getattr__(name): return external("starlette.routing." + name)
