"""Sanic: listeners run before serving, handlers per request."""
from __wiretrace__ import kind_of, later, object_of, per_request, run, sequence_add, sequence_extend, serve, serving_point, unknown
from _external import external
from types import SimpleNamespace


def _root(function):
    per_request(function, "http")
    return function
def _websocket_root(function):
    per_request(function, "websocket")
    return function


class _Registering:
    def route(self, uri, *args, **kwargs): return _root
    def get(self, uri, **kwargs): return _root
    def post(self, uri, **kwargs): return _root
    def put(self, uri, **kwargs): return _root
    def patch(self, uri, **kwargs): return _root
    def delete(self, uri, **kwargs): return _root
    def head(self, uri, **kwargs): return _root
    def options(self, uri, **kwargs): return _root
    def websocket(self, uri, **kwargs): return _websocket_root
    def add_route(self, handler, uri, **kwargs): return _root(handler)
    def add_websocket_route(self, handler, uri, **kwargs): return _websocket_root(handler)
    def middleware(self, *args, **kwargs): return _root(args[0]) if args and callable(args[0]) else _root
    def on_request(self, *args, **kwargs): return _root(args[0]) if args and callable(args[0]) else _root
    def on_response(self, *args, **kwargs): return _root(args[0]) if args and callable(args[0]) else _root
    def register_middleware(self, middleware, attach_to="request", **kwargs): return _root(middleware)
    def exception(self, *exceptions, **kwargs): return _root
    def signal(self, event, **kwargs): return _root
    def static(self, *args, **kwargs): return None
    def listener(self, listener_or_event, event_or_none=None):
        def decorate(function):
            return self.register_listener(function, listener_or_event)
        return decorate
    def register_listener(self, listener, event):
        sequence_add(self._before if event in ("main_process_start", "main_process_ready", "before_server_start") else self._after, listener)
        return listener
    def main_process_start(self, listener): return self.register_listener(listener, "main_process_start")
    def main_process_ready(self, listener): return self.register_listener(listener, "main_process_ready")
    def before_server_start(self, listener, **kwargs): return self.register_listener(listener, "before_server_start")
    def after_server_start(self, listener, **kwargs): return self.register_listener(listener, "after_server_start")
    def before_server_stop(self, listener, **kwargs): return listener
    def after_server_stop(self, listener, **kwargs): return listener
    def main_process_stop(self, listener): return listener


class Sanic(_Registering):
    def __init__(self, name, config=None, ctx=None, **kwargs):
        self.name = name
        self.ctx = SimpleNamespace() if ctx is None else ctx
        self.config = object_of("sanic.Config") if config is None else config
        self._before = []
        self._after = []
    def blueprint(self, blueprint, **options):
        for one in blueprint if isinstance(blueprint, (list, tuple)) else [blueprint]:
            sequence_extend(self._before, one._before)
            sequence_extend(self._after, one._after)
    def add_task(self, task, **kwargs): return later(task(self) if callable(task) else task)
    def run(self, host=None, port=None, **kwargs): serve(self)
    def prepare(self, host=None, port=None, **kwargs): return None
    @classmethod
    def serve(cls, primary=None, **kwargs): serve(primary)
    @classmethod
    def get_app(cls, name=None, **kwargs): return unknown("an application by name")
    def __serve__(self): run(self._start())
    async def _start(self):
        for listener in self._before:
            await _called(listener, self)
        for listener in self._after:
            await _called(listener, self)
        serving_point()
    def __getattr__(self, name): return unknown("a property of the application")


async def _called(listener, app):
    """Listeners take the application, or the application and the loop."""
    try:
        result = listener(app)
    except TypeError:
        result = listener(app, unknown("the loop"))
    if kind_of(result) == "coroutine":
        await result


class Blueprint(_Registering):
    def __init__(self, name, url_prefix=None, **kwargs):
        self.name = name
        self.ctx = SimpleNamespace()
        self._before = []
        self._after = []
    @staticmethod
    def group(*blueprints, **kwargs): return list(blueprints)


def json(body, **kwargs): return object_of("sanic.response.JSONResponse")
def text(body, **kwargs): return object_of("sanic.response.HTTPResponse")
def html(body, **kwargs): return object_of("sanic.response.HTTPResponse")
def empty(**kwargs): return object_of("sanic.response.HTTPResponse")
def redirect(to, **kwargs): return object_of("sanic.response.HTTPResponse")
def __getattr__(name): return external("sanic." + name)
