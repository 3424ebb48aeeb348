"""Responses of aiohttp, and its WebSockets."""
from __wiretrace__ import some, unknown, unknown_boolean


class StreamResponse:
    status = some("int")
    prepared = unknown_boolean("whether the response has begun")
    def __init__(self, *, status=200, reason=None, headers=None): self.headers = some("CIMultiDict")
    async def prepare(self, request): return unknown("a writer")
    async def write(self, data): return None
    async def write_eof(self, data=b""): return None
    def __getattr__(self, name): return unknown("a property of a response")


class Response(StreamResponse):
    def __init__(self, *, body=None, status=200, reason=None, text=None, headers=None, content_type=None, charset=None, **kwargs): self.text = text


class FileResponse(StreamResponse):
    def __init__(self, path, chunk_size=262144, status=200, reason=None, headers=None): pass


class WebSocketResponse(StreamResponse):
    closed = unknown_boolean("whether the WebSocket is closed")
    def __init__(self, *, timeout=10.0, receive_timeout=None, autoclose=True, autoping=True, heartbeat=None, protocols=(), compress=True, **kwargs): pass
    def can_prepare(self, request): return unknown("whether it is a WebSocket")
    def exception(self): return unknown("the error of a WebSocket")
    async def send_str(self, data, compress=None): return None
    async def send_bytes(self, data, compress=None): return None
    async def send_json(self, data, compress=None, *, dumps=None): return None
    async def ping(self, message=b""): return None
    async def close(self, *, code=1000, message=b"", drain=True): return True
    async def receive(self, timeout=None): return unknown("a message")
    async def receive_str(self, *, timeout=None): return some("str")
    async def receive_json(self, *, loads=None, timeout=None): return unknown("a message")
    def __aiter__(self): return self
    async def __anext__(self): return unknown("a message")


class HTTPException(Response, Exception):
    def __init__(self, *, headers=None, reason=None, body=None, text=None, content_type=None): pass


class HTTPFound(HTTPException):
    def __init__(self, location, **kwargs): self.location = location
class HTTPBadRequest(HTTPException): pass
class HTTPUnauthorized(HTTPException): pass
class HTTPForbidden(HTTPException): pass
class HTTPNotFound(HTTPException): pass
class HTTPInternalServerError(HTTPException): pass


def json_response(data=None, *, text=None, body=None, status=200, reason=None, headers=None, content_type="application/json", dumps=None): return Response()
