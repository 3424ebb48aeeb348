"""Routes of aiohttp: handlers are roots of the request phase."""
from __wiretrace__ import has_attribute, kind_of, object_of, per_request, unknown


def _register(handler):
    if kind_of(handler) != "class":
        per_request(handler, "http")
        return
    instance = handler(unknown("a request"))
    for name in ("get", "post", "put", "patch", "delete"):
        if has_attribute(instance, name):
            per_request(getattr(instance, name), "http")


class RouteDef:
    def __init__(self, method, path, handler, kwargs=None):
        self.method = method
        self.path = path
        self.handler = handler
        _register(handler)


class StaticDef:
    def __init__(self, prefix, path, kwargs=None): self.prefix = prefix


class View:
    def __init__(self, request): self._request = request
    @property
    def request(self): return self._request


def route(method, path, handler, **kwargs): return RouteDef(method, path, handler)
def get(path, handler, *, name=None, allow_head=True, **kwargs): return RouteDef("GET", path, handler)
def post(path, handler, **kwargs): return RouteDef("POST", path, handler)
def put(path, handler, **kwargs): return RouteDef("PUT", path, handler)
def patch(path, handler, **kwargs): return RouteDef("PATCH", path, handler)
def delete(path, handler, **kwargs): return RouteDef("DELETE", path, handler)
def head(path, handler, **kwargs): return RouteDef("HEAD", path, handler)
def options(path, handler, **kwargs): return RouteDef("OPTIONS", path, handler)
def view(path, handler, **kwargs): return RouteDef("*", path, handler)
def static(prefix, path, **kwargs): return StaticDef(prefix, path)


def _decorate(handler):
    _register(handler)
    return handler


class RouteTableDef:
    def route(self, method, path, **kwargs): return _decorate
    def get(self, path, **kwargs): return _decorate
    def post(self, path, **kwargs): return _decorate
    def put(self, path, **kwargs): return _decorate
    def patch(self, path, **kwargs): return _decorate
    def delete(self, path, **kwargs): return _decorate
    def head(self, path, **kwargs): return _decorate
    def options(self, path, **kwargs): return _decorate
    def view(self, path, **kwargs): return _decorate
    def static(self, prefix, path, **kwargs): return None


class UrlDispatcher:
    def add_route(self, method, path, handler, *, name=None, expect_handler=None):
        _register(handler)
        return object_of("aiohttp.web.ResourceRoute")
    def add_get(self, path, handler, **kwargs): return self.add_route("GET", path, handler)
    def add_post(self, path, handler, **kwargs): return self.add_route("POST", path, handler)
    def add_put(self, path, handler, **kwargs): return self.add_route("PUT", path, handler)
    def add_patch(self, path, handler, **kwargs): return self.add_route("PATCH", path, handler)
    def add_delete(self, path, handler, **kwargs): return self.add_route("DELETE", path, handler)
    def add_head(self, path, handler, **kwargs): return self.add_route("HEAD", path, handler)
    def add_options(self, path, handler, **kwargs): return self.add_route("OPTIONS", path, handler)
    def add_view(self, path, handler, **kwargs): return self.add_route("*", path, handler)
    def add_routes(self, routes): return []
    def add_static(self, prefix, path, **kwargs): return object_of("aiohttp.web.StaticResource")
    def add_resource(self, path, *, name=None): return _Resource()
    def __getattr__(self, name): return unknown("a property of the routes")


class _Resource:
    def add_route(self, method, handler, **kwargs):
        _register(handler)
        return object_of("aiohttp.web.ResourceRoute")
