"""eventlet: green threads run maybe later; waited for, they have run."""
from __wiretrace__ import later, object_of, run
from _external import external
import eventlet.wsgi


class _GreenThread:
    def __init__(self, handle): self._handle = handle
    def wait(self): return run(self._handle)
    def kill(self, *throw_args): return None
    def cancel(self, *throw_args): return None


def spawn(func, *args, **kwargs): return _GreenThread(later(func, *args, **kwargs))
def spawn_n(func, *args, **kwargs): later(func, *args, **kwargs)
def spawn_after(seconds, func, *args, **kwargs): return _GreenThread(later(func, *args, **kwargs))
def sleep(seconds=0): return None
def monkey_patch(**on): return None
def listen(addr, **options): return object_of("eventlet.greenio.GreenSocket")
def wrap_ssl(sock, *args, **kwargs): return sock
def __getattr__(name): return external("eventlet." + name)
