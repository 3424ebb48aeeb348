"""A Starlette application. Serving builds the middleware and enters the lifespan; with a lifespan of one's own, on_startup handlers do not run.
A mounted application's lifespan never runs."""
from __wiretrace__ import has_attribute, per_request, run, sequence_insert, unknown
from starlette.datastructures import State
from starlette.requests import _applications
from starlette.routing import Router, _Routes, _enter_lifespans


class Starlette(_Routes):
    def __init__(self, debug=False, routes=None, middleware=None, exception_handlers=None, on_startup=None, on_shutdown=None, lifespan=None, **kwargs):
        self.debug = debug
        self.state = State()
        self.router = Router(routes, on_startup=on_startup, on_shutdown=on_shutdown, lifespan=lifespan)
        self._init_application(middleware, exception_handlers)
    def _init_application(self, middleware, exception_handlers):
        self.user_middleware = [] if middleware is None else list(middleware)
        self.exception_handlers = {} if exception_handlers is None else dict(exception_handlers)
        self.middleware_stack = None
        _applications.append(self)
        for handler in self.exception_handlers.values():
            per_request(handler, "http", self)
    @property
    def routes(self): return self.router.routes
    async def __call__(self, scope, receive, send): return None
    def __serve__(self): run(self._start())
    async def _start(self):
        self._build_middleware()
        await _enter_lifespans(self.router, self)
    def _build_middleware(self):
        for middleware in self.user_middleware:
            instance = middleware.cls(self, *middleware.args, **middleware.kwargs)
            if has_attribute(instance, "dispatch"):
                per_request(instance.dispatch, "http", self)
            else:
                per_request(instance, "http", self)
    def add_middleware(self, middleware_class, *args, **kwargs):
        from starlette.middleware import Middleware
        sequence_insert(self.user_middleware, 0, Middleware(middleware_class, *args, **kwargs))
    def add_exception_handler(self, exc_class_or_status_code, handler):
        self.exception_handlers[exc_class_or_status_code] = handler
        per_request(handler, "http", self)
    def exception_handler(self, exc_class_or_status_code):
        def decorate(func):
            self.add_exception_handler(exc_class_or_status_code, func)
            return func
        return decorate
    def middleware(self, middleware_type):
        def decorate(func):
            per_request(func, "http", self)
            return func
        return decorate
    def mount(self, path, app=None, name=None): self.router.mount(path, app, name)
    def host(self, host, app, name=None): self.router.mount(host, app, name)
    def add_event_handler(self, event_type, func): self.router.add_event_handler(event_type, func)
    def on_event(self, event_type): return self.router.on_event(event_type)
    def url_path_for(self, name, /, **path_params): return unknown("a URL path")
    def build_middleware_stack(self): return self
