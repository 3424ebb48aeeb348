"""waitress."""
from __wiretrace__ import serve as _serve


class _Server:
    def __init__(self, application): self.application = application
    def run(self): _serve(self.application)
    def close(self): return None


def serve(app, **kw): _serve(app)
def create_server(application, map=None, _start=True, _sock=None, _dispatcher=None, **kw): return _Server(application)
