"""Middleware whose dispatch() sees every request."""
from __wiretrace__ import per_request, unknown


class BaseHTTPMiddleware:
    def __init__(self, app, dispatch=None):
        self.app = app
        self.dispatch_func = dispatch
        if dispatch is not None:
            per_request(dispatch, "http")
    async def __call__(self, scope, receive, send): return None
    async def dispatch(self, request, call_next): return await call_next(request)


RequestResponseEndpoint = unknown("a type")
DispatchFunction = unknown("a type")
