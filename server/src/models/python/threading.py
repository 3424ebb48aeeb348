"""Threads: started, the function runs maybe later and concurrently; joined, it has run."""
from __wiretrace__ import is_handed_out, later, run, run_pending, serving_point, some, unknown, unknown_boolean
from _external import external


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self.name = "Thread" if name is None else name
        self.daemon = False if daemon is None else daemon
        self._handle = None
    ident = some("int")
    native_id = some("int")
    def start(self): self._handle = later(self.run)
    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)
    def join(self, timeout=None):
        if self._handle is not None and timeout is None:
            run(self._handle)
    def is_alive(self): return unknown_boolean("whether the thread is alive")
    def getName(self): return self.name
    def setName(self, name): self.name = name
    def isDaemon(self): return self.daemon
    def setDaemon(self, daemonic): self.daemon = daemonic


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = () if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
    def cancel(self): return None
    def run(self): self.function(*self.args, **self.kwargs)


class _Entered:
    def __enter__(self): return True
    def __exit__(self, t, v, tb): return None


class _Lock(_Entered):
    def __getattr__(self, name): return unknown("an attribute of a lock")
    def acquire(self, blocking=True, timeout=-1): return True
    def release(self): return None
    def locked(self): return unknown_boolean("whether the lock is held")


def Lock(): return _Lock()
def RLock(): return _Lock()
def allocate_lock(): return _Lock()


class Condition(_Entered):
    def __init__(self, lock=None): self._lock = lock
    def acquire(self, *args): return True
    def release(self): return None
    def wait(self, timeout=None): return True
    def wait_for(self, predicate, timeout=None):
        predicate()
        return True
    def notify(self, n=1): return None
    def notify_all(self): return None
    def notifyAll(self): return None


class Semaphore(_Entered):
    def __init__(self, value=1): self._value = value
    def acquire(self, blocking=True, timeout=None): return True
    def release(self, n=1): return None


class BoundedSemaphore(Semaphore): pass


class Event:
    def __init__(self): self._flag = False
    def is_set(self): return True if self._flag else unknown_boolean("whether another thread sets the event")
    def isSet(self): return self.is_set()
    def set(self): self._flag = True
    def clear(self): self._flag = False
    def wait(self, timeout=None):
        if self._flag:
            return True
        if timeout is not None:
            return unknown_boolean("whether another thread sets the event in time")
        if not run_pending() or self._flag or is_handed_out(self):
            return True
        serving_point()


class Barrier:
    def __init__(self, parties, action=None, timeout=None): self.parties = parties
    def wait(self, timeout=None): return 0
    def reset(self): return None
    def abort(self): return None


class BrokenBarrierError(RuntimeError): pass
class ThreadError(RuntimeError): pass
class ExceptHookArgs: pass


class local:
    __holds_anything__ = True


_main_thread = Thread(name="MainThread")
TIMEOUT_MAX = some("float")


def current_thread(): return _main_thread
def currentThread(): return _main_thread
def main_thread(): return _main_thread
def get_ident(): return some("int")
def get_native_id(): return some("int")
def active_count(): return some("int")
def enumerate(): return unknown("the threads that are alive")
def settrace(func): return None
def setprofile(func): return None
def stack_size(size=0, /): return 0
def excepthook(args, /): return None
def __getattr__(name): return external("threading." + name)
