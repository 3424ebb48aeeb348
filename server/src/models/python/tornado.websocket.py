"""WebSocket handlers of Tornado."""
from __wiretrace__ import object_of
from _external import external
from tornado.web import RequestHandler


class WebSocketHandler(RequestHandler):
    def open(self, *args, **kwargs): return None
    def on_message(self, message): return None
    def on_close(self): return None
    def on_ping(self, data): return None
    def on_pong(self, data): return None
    def check_origin(self, origin): return True
    def write_message(self, message, binary=False): return object_of("Future")
    def close(self, code=None, reason=None): return None


class WebSocketError(Exception): pass
class WebSocketClosedError(WebSocketError): pass
def __getattr__(name): return external("tornado.websocket." + name)
