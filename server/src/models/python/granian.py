"""granian: serve() imports the application that the target names."""
from __wiretrace__ import serve
from _external import external
from uvicorn.config import _load


class Granian:
    def __init__(self, target, address="127.0.0.1", port=8000, interface=None, *args, factory=False, **kwargs):
        self.target = target
        self.factory = factory
    def serve(self, *args, **kwargs): serve(_load(self.target, self.factory))
    def on_startup(self, function): return function
    def on_reload(self, function): return function
    def on_shutdown(self, function): return function


def __getattr__(name): return external("granian." + name)
