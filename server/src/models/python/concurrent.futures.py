"""Executors: what is submitted runs maybe later and concurrently; its result is there when it is asked for. What another process does is not seen."""
from __wiretrace__ import later, run, unknown, unknown_boolean
from _external import external

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class Error(Exception): pass
class CancelledError(Error): pass
class InvalidStateError(Error): pass
class BrokenExecutor(RuntimeError): pass
TimeoutError = TimeoutError


class Future:
    def __init__(self): self._handle = None
    def result(self, timeout=None): return unknown("the result of a future") if self._handle is None else run(self._handle)
    def exception(self, timeout=None): return unknown("the exception of a future")
    def done(self): return unknown_boolean("whether the future is done")
    def running(self): return unknown_boolean("whether the future is running")
    def cancelled(self): return unknown_boolean("whether the future is cancelled")
    def cancel(self): return unknown_boolean("whether the future was cancelled")
    def add_done_callback(self, fn): later(fn, self)
    def set_result(self, result): return None
    def set_exception(self, exception): return None
    def set_running_or_notify_cancel(self): return True


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        future._handle = later(fn, *args, **kwargs)
        return future
    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None): return map(fn, *iterables)
    def shutdown(self, wait=True, *, cancel_futures=False): return None
    def __enter__(self): return self
    def __exit__(self, exc_type, exc_val, exc_tb): return None


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=(), **ctxkwargs):
        if initializer is not None:
            later(initializer, *initargs)


class InterpreterPoolExecutor(ThreadPoolExecutor): pass


class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None): pass
    def submit(self, fn, /, *args, **kwargs): return Future()
    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None): return [unknown("what another process gives")]


def as_completed(fs, timeout=None): return [future for future in fs]
def wait(fs, timeout=None, return_when=ALL_COMPLETED): return (set(fs), set())
def __getattr__(name): return external("concurrent.futures." + name)
