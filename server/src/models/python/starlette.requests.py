"""Requests: per request, so nothing about one is known but the application that answers it."""
from __wiretrace__ import some, unknown, unknown_boolean
from _open_containers import dict_of
from starlette.datastructures import State

_applications = []


def _application():
    """The application of a request: the only one there is, or any of them."""
    found = None
    for application in _applications:
        if found is None or unknown_boolean("which application a request comes to"):
            found = application
    return unknown("the application of a request") if found is None else found


class ClientDisconnect(Exception): pass


class HTTPConnection:
    def __init__(self, scope, receive=None): self.scope = scope
    @property
    def app(self): return _application()
    @property
    def state(self): return unknown("the state of a request")
    def __getitem__(self, key): return unknown("a value of a request")
    def __getattr__(self, name): return unknown("a property of a request")


class Request(HTTPConnection):
    def __init__(self, scope, receive=None, send=None): self.scope = scope
    method = some("str")
    async def body(self): return some("bytes")
    async def json(self): return unknown("the body of a request")
    async def form(self, **options): return unknown("the form of a request")
    async def is_disconnected(self): return unknown_boolean("whether the client is gone")
    async def close(self): return None
    async def send_push_promise(self, path): return None
    async def stream(self): yield some("bytes")


def cookie_parser(cookie_string): return dict_of(some("str"), unknown("a value of a mapping"))
