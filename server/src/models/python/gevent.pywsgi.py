"""The server of gevent."""
from __wiretrace__ import serve


class WSGIServer:
    def __init__(self, listener, application=None, backlog=None, spawn="default", **kwargs): self.application = application
    def serve_forever(self, stop_timeout=None): serve(self.application)
    def start(self): return None
    def stop(self, timeout=None): return None


class WSGIHandler: pass
