"""The development server."""
from __wiretrace__ import serve, unknown


class _Server:
    def __init__(self, app): self.app = app
    def serve_forever(self, poll_interval=0.5): serve(self.app)
    def __getattr__(self, name): return unknown("a property of the server")


def run_simple(hostname, port, application, **options): serve(application)
def make_server(host, port, app, **options): return _Server(app)
