"""HTTP servers of Tornado."""


class HTTPServer:
    def __init__(self, request_callback, *args, **kwargs): self.request_callback = request_callback
    def listen(self, port, address=None, **kwargs): return None
    def bind(self, port, address=None, **kwargs): return None
    def start(self, num_processes=1, max_restarts=None): return None
    def add_sockets(self, sockets): return None
    def stop(self): return None
