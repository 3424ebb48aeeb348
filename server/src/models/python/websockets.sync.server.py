"""Servers with a thread per connection."""
from __wiretrace__ import object_of, per_request, serving_point


class Server:
    def __enter__(self): return self
    def __exit__(self, exc_type, exc_value, traceback): return None
    def serve_forever(self): serving_point()
    def shutdown(self): return None
    def fileno(self): return 0


ServerConnection = object_of("websockets.sync.server.ServerConnection")


def serve(handler, host=None, port=None, **kwargs):
    per_request(handler, "websocket")
    return Server()
