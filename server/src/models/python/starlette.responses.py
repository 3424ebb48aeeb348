"""Responses. A background task given to one runs after it was sent."""
from __wiretrace__ import kind_of, later, some, unknown


async def _send(content):
    if kind_of(content) == "asynchronous generator":
        async for _ in content:
            pass
    else:
        for _ in content:
            pass


class Response:
    media_type = None
    charset = "utf-8"
    def __init__(self, content=None, status_code=200, headers=None, media_type=None, background=None):
        self.body = content
        self.status_code = status_code
        self.background = background
        if background is not None:
            later(background)
    def set_cookie(self, key, value="", **options): return None
    def delete_cookie(self, key, **options): return None
    def render(self, content): return some("bytes")
    def init_headers(self, headers=None): return None
    async def __call__(self, scope, receive, send): return None
    def __getattr__(self, name): return unknown("a property of a response")


class HTMLResponse(Response): pass
class PlainTextResponse(Response): pass
class JSONResponse(Response):
    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None): super().__init__(content, status_code, headers, media_type, background)
class RedirectResponse(Response):
    def __init__(self, url, status_code=307, headers=None, background=None): super().__init__(None, status_code, headers, None, background)
class StreamingResponse(Response):
    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None):
        super().__init__(None, status_code, headers, media_type, background)
        self.body_iterator = content
        later(_send, content)
class FileResponse(Response):
    def __init__(self, path, status_code=200, headers=None, media_type=None, background=None, filename=None, **options):
        super().__init__(None, status_code, headers, media_type, background)
