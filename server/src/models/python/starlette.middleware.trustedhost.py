"""TrustedHostMiddleware: no part in wiring."""


class TrustedHostMiddleware:
    def __init__(self, app, **options): self.app = app
    async def __call__(self, scope, receive, send): return None
