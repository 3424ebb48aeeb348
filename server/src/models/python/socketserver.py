"""Servers of the standard library: a handler is made for each request."""
from __wiretrace__ import attributes_of, per_request, serving_point, string_operation, unknown


class BaseRequestHandler:
    def __init__(self, request, client_address, server):
        self.request = request
        self.client_address = client_address
        self.server = server
    def setup(self): return None
    def handle(self): return None
    def finish(self): return None


class StreamRequestHandler(BaseRequestHandler):
    rfile = unknown("what a client sends")
    wfile = unknown("where an answer is written")


class DatagramRequestHandler(StreamRequestHandler): pass


class BaseServer:
    allow_reuse_address = False
    daemon_threads = False
    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        self.server_address = server_address
        self.RequestHandlerClass = RequestHandlerClass
    socket = unknown("a socket")
    def _register(self):
        handler = self.RequestHandlerClass(unknown("a request"), unknown("the address of a client"), self)
        per_request(handler.handle, "http")
        for base in type(handler).__mro__:
            for name in attributes_of(base).keys():
                if string_operation("startswith", name, "do_"):
                    per_request(getattr(handler, name), "http")
    def serve_forever(self, poll_interval=0.5):
        self._register()
        serving_point()
    def handle_request(self): self._register()
    def shutdown(self): return None
    def server_close(self): return None
    def server_bind(self): return None
    def server_activate(self): return None
    def fileno(self): return 0
    def __enter__(self): return self
    def __exit__(self, *args): return None


class TCPServer(BaseServer): pass
class UDPServer(TCPServer): pass
class UnixStreamServer(TCPServer): pass
class ThreadingMixIn: pass
class ForkingMixIn: pass
class ThreadingTCPServer(ThreadingMixIn, TCPServer): pass
class ThreadingUDPServer(ThreadingMixIn, UDPServer): pass
