"""A server of one's own on gunicorn: run() loads the application and serves it."""
from __wiretrace__ import object_of, serve


class BaseApplication:
    def __init__(self, usage=None, prog=None):
        self.cfg = object_of("gunicorn.config.Config")
        self.callable = None
        self.load_config()
    def load_config(self): return None
    def load(self): return None
    def reload(self): return None
    def wsgi(self): return self.load()
    def run(self): serve(self.load())


class Application(BaseApplication): pass
