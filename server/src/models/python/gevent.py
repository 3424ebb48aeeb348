"""gevent: greenlets run maybe later; joined, they have run."""
from __wiretrace__ import later, run
from _external import external


class Greenlet:
    def __init__(self, run=None, *args, **kwargs):
        self._function = run
        self._args = args
        self._kwargs = kwargs
        self._handle = None
    def _run(self): return self._function(*self._args, **self._kwargs)
    def start(self): self._handle = later(self._run)
    def start_later(self, seconds): self._handle = later(self._run)
    def join(self, timeout=None):
        if self._handle is not None:
            run(self._handle)
    def get(self, block=True, timeout=None): return run(self._handle)
    def kill(self, exception=None, block=True, timeout=None): return None
    @classmethod
    def spawn(cls, *args, **kwargs):
        greenlet = cls(*args, **kwargs)
        greenlet.start()
        return greenlet


def spawn(function, *args, **kwargs): return Greenlet.spawn(function, *args, **kwargs)
def spawn_later(seconds, function, *args, **kwargs): return Greenlet.spawn(function, *args, **kwargs)
def spawn_raw(function, *args, **kwargs): return Greenlet.spawn(function, *args, **kwargs)
def joinall(greenlets, timeout=None, raise_error=False, count=None):
    for greenlet in greenlets:
        greenlet.join()
    return greenlets
def killall(greenlets, **kwargs): return None
def sleep(seconds=0, ref=True): return None
def signal_handler(signalnum, handler, *args, **kwargs): return None
def __getattr__(name): return external("gevent." + name)
