"""A client for tests; it starts the application only as a block."""
from __wiretrace__ import unknown


class TestClient:
    __test__ = False
    def __init__(self, app, *args, **kwargs): self.app = app
    def __enter__(self): return self
    def __exit__(self, *args): return None
    def __getattr__(self, name): return unknown("an answer in a test")


WebSocketDenialResponse = unknown("a type")
