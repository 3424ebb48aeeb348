"""GZipMiddleware: no part in wiring."""


class GZipMiddleware:
    def __init__(self, app, **options): self.app = app
    async def __call__(self, scope, receive, send): return None
