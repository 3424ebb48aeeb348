"""Futures: a result that somebody sets. Awaiting one lets the other tasks run; if none of them sets it, it waits for good."""
from __wiretrace__ import later, run, run_pending, serving_point, unknown, unknown_boolean

_PENDING = object()


class Future:
    def __init__(self, *, loop=None):
        self._result = _PENDING
        self._exception = None
        self._loop = loop
    def __await__(self):
        yield None
        return self._wait()
    __iter__ = __await__
    def _wait(self):
        if self._result is _PENDING and self._exception is None and not run_pending():
            return unknown("what another task completes this future with")
        if self._exception is not None:
            raise self._exception
        if self._result is not _PENDING:
            return self._result
        serving_point()
    def result(self):
        if self._result is _PENDING:
            return unknown("what another task completes this future with")
        return self._result
    def set_result(self, result, /): self._result = result
    def set_exception(self, exception, /): self._exception = exception
    def exception(self): return self._exception
    def done(self): return unknown_boolean("whether the future is done")
    def cancelled(self): return unknown_boolean("whether the future is cancelled")
    def cancel(self, msg=None): return unknown_boolean("whether the future was cancelled")
    def add_done_callback(self, fn, /, *, context=None): later(fn, self)
    def remove_done_callback(self, fn, /): return 0
    def get_loop(self): return self._loop


class _Started(Future):
    """A future whose result is what a piece of work that was started gives."""
    def __init__(self, handle):
        self._handle = handle
    def _wait(self): return run(self._handle)
    def result(self, timeout=None): return run(self._handle)
    def exception(self, timeout=None): return unknown("the exception of the task, None where it has none")


def isfuture(obj): return isinstance(obj, Future)
def wrap_future(future, *, loop=None): return future
