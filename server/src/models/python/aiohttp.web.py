"""aiohttp.web: applications are mappings; startup runs on_startup, then the cleanup contexts up to their yield."""
from __wiretrace__ import kind_of, per_request, run, serve, some, unknown
from _external import external
from _open_containers import list_of
from aiohttp.web_app import Application, AppKey, _start
from aiohttp.web_routes import (RouteDef, RouteTableDef, StaticDef, UrlDispatcher, View, delete, get, head, options, patch, post, put, route,
    static, view)
from aiohttp.web_responses import (FileResponse, HTTPBadRequest, HTTPException, HTTPForbidden, HTTPFound, HTTPInternalServerError, HTTPNotFound,
    HTTPUnauthorized, Response, StreamResponse, WebSocketResponse, json_response)


class BaseRunner:
    addresses = list_of(unknown("an element of a list"))
    sites = some("set")
    server = unknown("the server")
    async def cleanup(self): return None
    async def shutdown(self): return None


class AppRunner(BaseRunner):
    def __init__(self, app, *, handle_signals=False, **kwargs): self.app = app
    async def setup(self): await _start(self.app)


class ServerRunner(BaseRunner):
    def __init__(self, web_server, *, handle_signals=False, **kwargs): self.server = web_server
    async def setup(self): return None


class BaseSite:
    def __init__(self, runner, *args, **kwargs): self._runner = runner
    name = some("str")
    async def start(self): return None
    async def stop(self): return None


class TCPSite(BaseSite): pass
class UnixSite(BaseSite): pass
class SockSite(BaseSite): pass


class Server:
    def __init__(self, handler, **kwargs): per_request(handler, "http")


def run_app(app, **options):
    if kind_of(app) == "coroutine":
        app = run(app)
    serve(app)


def middleware(f): return f
Request = external("aiohttp.web.Request")
BaseRequest = external("aiohttp.web.BaseRequest")
def __getattr__(name): return external("aiohttp.web." + name)
