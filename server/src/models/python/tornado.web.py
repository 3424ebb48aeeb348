"""Tornado: the methods of handlers answer requests; an application listens, the loop serves."""
from __wiretrace__ import attributes_of, length, object_of, per_request, some, unknown
from _external import external
from _open_containers import list_of


class RequestHandler:
    current_user = unknown("the user of a request")
    path_args = list_of(unknown("an element of a list"))
    def __init__(self, application, request, **kwargs):
        self.application = application
        self.request = request
        self.initialize(**kwargs)
    def initialize(self, **kwargs): return None
    @property
    def settings(self): return self.application.settings
    def prepare(self): return None
    def on_finish(self): return None
    def write(self, chunk): return None
    def finish(self, chunk=None): return object_of("Future")
    def set_status(self, status_code, reason=None): return None
    def set_header(self, name, value): return None
    def set_default_headers(self): return None
    def redirect(self, url, permanent=False, status=None): return None
    def render(self, template_name, **kwargs): return object_of("Future")
    def get_argument(self, name, default=None, strip=True): return unknown("a value of a request")
    def __getattr__(self, name): return unknown("a property of a handler")


_METHODS = ("get", "post", "put", "patch", "delete", "head", "options", "prepare", "open", "on_message", "on_close", "on_finish")


class Application:
    def __init__(self, handlers=None, default_host=None, transforms=None, **settings):
        self.settings = settings
        if handlers is not None:
            self.add_handlers(".*", handlers)
    def add_handlers(self, host_pattern, host_handlers):
        for spec in host_handlers:
            self._register(spec)
    def _register(self, spec):
        handler = spec.handler_class if isinstance(spec, URLSpec) else spec[1]
        arguments = spec.kwargs if isinstance(spec, URLSpec) else (spec[2] if length(spec) > 2 else {})
        instance = handler(self, unknown("a request"), **arguments)
        for base in handler.__mro__:
            if base.__module__ in ("tornado.web", "tornado.websocket"):
                break
            for name in _METHODS:
                if name in attributes_of(base):
                    per_request(getattr(instance, name), "http")
    def listen(self, port, address=None, **kwargs): return object_of("tornado.httpserver.HTTPServer")
    def reverse_url(self, name, *args): return some("str")


class URLSpec:
    def __init__(self, pattern, handler, kwargs=None, name=None):
        self.handler_class = handler
        self.kwargs = {} if kwargs is None else kwargs


url = URLSpec
class HTTPError(Exception):
    def __init__(self, status_code=500, log_message=None, *args, **kwargs): self.status_code = status_code
class Finish(Exception): pass


class StaticFileHandler(RequestHandler):
    def initialize(self, path, default_filename=None): return None
class RedirectHandler(RequestHandler):
    def initialize(self, url, permanent=True): return None
class ErrorHandler(RequestHandler):
    def initialize(self, status_code): return None


def authenticated(method): return method
def __getattr__(name): return external("tornado.web." + name)
